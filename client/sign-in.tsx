// The sign-in: pick a name, type a PIN.
import ArrowLeft from "lucide-solid/icons/arrow-left";
import HandCoins from "lucide-solid/icons/hand-coins";
import LogIn from "lucide-solid/icons/log-in";
import { createEffect, createSignal, For, onMount, Show } from "solid-js";
import { Refused, sentenceOf } from "./api.ts";
import { type SessionStore, useSession } from "./session.tsx";
import { useAnnounce } from "./ui/announcer.tsx";
import { Button } from "./ui/Button.tsx";
import { ButtonLink } from "./ui/ButtonLink.tsx";
import { LanguageSwitch } from "./ui/LanguageSwitch.tsx";
import { Mark } from "./ui/Mark.tsx";
import { Notice } from "./ui/Notice.tsx";
import { PinField } from "./ui/PinField.tsx";
import { dictionary, useWords } from "./words.ts";
import "./sign-in.css";

export type Colleague = NonNullable<ReturnType<SessionStore["session"]>>["staff"][number];

export const longestPin = 8;
export const shortestPin = 4;

const words = dictionary({
  id: {
    title: "Masuk",
    who: "Siapa Anda?",
    pinOf: (of: { name: string }) => `PIN ${of.name}`,
    hint: "4 sampai 8 angka",
    enter: "Masuk",
    other: "Ganti nama",
    manager: "Manajer",
    cashier: "Kasir",
    both: "Manajer dan kasir",
    maker: "Lihat uang saya",
    makerSaid: "Pembuat melihat uangnya sendiri di sini, dengan kartu.",
    none: "Belum ada petugas yang bisa masuk.",
    welcome: (of: { name: string }) => `Masuk sebagai ${of.name}.`,
  },
  en: {
    title: "Sign in",
    who: "Who are you?",
    pinOf: (of) => `${of.name}'s PIN`,
    hint: "4 to 8 digits",
    enter: "Sign in",
    other: "Another name",
    manager: "Manager",
    cashier: "Cashier",
    both: "Manager and cashier",
    maker: "See my money",
    makerSaid: "Makers see their own money here, with their card.",
    none: "There is nobody who can sign in yet.",
    welcome: (of) => `Signed in as ${of.name}.`,
  },
});

export function SignInPage() {
  const w = useWords(words);
  const { session } = useSession();
  const [chosen, setChosen] = createSignal<Colleague | null>(null);
  createEffect(() => {
    document.title = w().title;
  });
  const alone = () => {
    const staff = session()?.staff ?? [];
    return staff.length === 1 ? (staff[0] ?? null) : null;
  };
  const role = (colleague: Colleague) =>
    colleague.roles.length > 1 ? w().both : w()[colleague.roles[0] ?? "cashier"];
  return (
    <main class="sign-in">
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
      <Show
        when={chosen() ?? alone()}
        keyed
        fallback={
          <section class="stack">
            <h2>{w().who}</h2>
            <ul class="sign-in-names">
              <For each={session()?.staff} fallback={<p>{w().none}</p>}>
                {(colleague) => (
                  <li>
                    <button type="button" class="sign-in-name" onClick={() => setChosen(colleague)}>
                      <strong>{colleague.name}</strong>
                      <span>{role(colleague)}</span>
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </section>
        }
      >
        {(colleague) => (
          <PinForm colleague={colleague} onOther={alone() ? undefined : () => setChosen(null)} />
        )}
      </Show>
      <footer class="sign-in-foot">
        <p class="quiet">{w().makerSaid}</p>
        <ButtonLink href="/uang-saya" icon={HandCoins}>
          {w().maker}
        </ButtonLink>
      </footer>
    </main>
  );
}

function PinForm(props: { colleague: Colleague; onOther?: (() => void) | undefined }) {
  const w = useWords(words);
  const { signIn } = useSession();
  const announce = useAnnounce();
  const [pin, setPin] = createSignal("");
  const [wrong, setWrong] = createSignal<Refused | null>(null);
  const [problem, setProblem] = createSignal<unknown>(null);
  const [busy, setBusy] = createSignal(false);
  let form: HTMLFormElement | undefined;
  const focus = () => form?.querySelector("input")?.focus();
  onMount(focus);
  const enter = async () => {
    if (busy() || pin().length < shortestPin) return;
    setBusy(true);
    setProblem(null);
    setWrong(null);
    try {
      await signIn(props.colleague.staffId, pin());
      announce(w().welcome({ name: props.colleague.name }));
    } catch (error) {
      if (error instanceof Refused) setWrong(error);
      else setProblem(() => error);
      setPin("");
      focus();
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      ref={form}
      class="sign-in-pin"
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <Show when={problem()}>
        <Notice tone="danger" live>
          {sentenceOf(problem())}
        </Notice>
      </Show>
      <PinField
        label={w().pinOf({ name: props.colleague.name })}
        hint={w().hint}
        error={wrong() ? sentenceOf(wrong()) : undefined}
        value={pin()}
        length={longestPin}
        onChange={setPin}
        onComplete={() => void enter()}
      />
      <div class="sign-in-keys">
        <Show when={props.onOther}>
          <Button size="large" icon={ArrowLeft} onClick={() => props.onOther?.()}>
            {w().other}
          </Button>
        </Show>
        <Button
          type="submit"
          kind="primary"
          size="large"
          icon={LogIn}
          busy={busy()}
          disabled={pin().length < shortestPin}
        >
          {w().enter}
        </Button>
      </div>
    </form>
  );
}
