// The sign-in, and the locked till: pick a name, type a PIN; a cart that was begun is still there.
import HandCoins from "lucide-solid/icons/hand-coins";
import { createEffect, Show } from "solid-js";
import { UnsentAtSignIn } from "./link-state.tsx";
import { TakesNewVersion } from "./new-version.tsx";
import { useSession } from "./session.tsx";
import { ButtonLink } from "./ui/ButtonLink.tsx";
import { LanguageSwitch } from "./ui/LanguageSwitch.tsx";
import { Mark } from "./ui/Mark.tsx";
import { Notice } from "./ui/Notice.tsx";
import { WhoIsHere } from "./who-is-here.tsx";
import { dictionary, useWords } from "./words.ts";
import "./sign-in.css";

const words = dictionary({
  id: {
    title: "Masuk",
    locked: "Terkunci",
    lockedSaid: "Pilih nama Anda untuk melanjutkan. Keranjang tetap tersimpan.",
    wrong: "PIN salah",
    wrongSaid: (of: { name: string }) =>
      `PIN yang diketik sebagai ${of.name} saat server tidak menjawab ternyata salah. Yang dicatat dengan PIN itu tersimpan, dan diperiksa manajer.`,
    again: "Server menjawab lagi",
    againSaid: (of: { name: string }) =>
      `Ketik PIN sekali lagi, ${of.name}. Keranjang dan yang belum terkirim tetap tersimpan.`,
    who: "Siapa Anda?",
    maker: "Lihat uang saya",
    makerSaid: "Pembuat melihat uangnya sendiri di sini, dengan kartu.",
  },
  en: {
    title: "Sign in",
    locked: "Locked",
    lockedSaid: "Choose your name to go on. The cart is kept.",
    wrong: "Wrong PIN",
    wrongSaid: (of) =>
      `The PIN typed as ${of.name} while the server did not answer was wrong. What was recorded with it is kept, and a manager looks at it.`,
    again: "The server answers again",
    againSaid: (of) =>
      `Please type your PIN once more, ${of.name}. The cart and what was not sent yet are kept.`,
    who: "Who are you?",
    maker: "See my money",
    makerSaid: "Makers see their own money here, with their card.",
  },
});

export function SignInPage() {
  const w = useWords(words);
  const { session, locked, notice } = useSession();
  createEffect(() => {
    document.title = locked() ? w().locked : w().title;
  });
  return (
    <main class="sign-in">
      <TakesNewVersion />
      <header class="sign-in-head">
        <div class="sign-in-place">
          <Mark size={48} />
          <div>
            <h1>{session()?.centre?.name}</h1>
            <p class="quiet">{session()?.centre?.place}</p>
          </div>
        </div>
        <LanguageSwitch />
      </header>
      <UnsentAtSignIn />
      <Show when={notice()}>
        {(told) => (
          <Notice tone={told().is === "wrong" ? "danger" : "attention"} title={w()[told().is]} live>
            {told().is === "wrong" ? w().wrongSaid(told()) : w().againSaid(told())}
          </Notice>
        )}
      </Show>
      <Show when={locked() && !notice()}>
        <Notice tone="info" title={w().locked} live>
          {w().lockedSaid}
        </Notice>
      </Show>
      <WhoIsHere staff={session()?.staff ?? []} heading={w().who} takesFocus={locked()} />
      <Show when={!locked()}>
        <footer class="sign-in-foot">
          <p class="quiet">{w().makerSaid}</p>
          <ButtonLink href="/uang-saya" icon={HandCoins}>
            {w().maker}
          </ButtonLink>
        </footer>
      </Show>
    </main>
  );
}
