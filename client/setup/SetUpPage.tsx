// The first run: a centre is set up, or a practice shop is opened; an imported book only needs its first manager.
import GraduationCap from "lucide-solid/icons/graduation-cap";
import Store from "lucide-solid/icons/store";
import { createEffect, createSignal, For, Match, Switch } from "solid-js";
import { useSession } from "../session.tsx";
import { Cloth } from "../ui/Cloth.tsx";
import { Icon } from "../ui/Icon.tsx";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import { Mark } from "../ui/Mark.tsx";
import { dictionary, useWords } from "../words.ts";
import { CentreSteps } from "./CentreSteps.tsx";
import { FirstManagerForm } from "./FirstManagerForm.tsx";
import "./setup.css";

const words = dictionary({
  id: {
    title: "Sentra Kreasi",
    welcome: "Selamat datang di Sentra Kreasi",
    said: "Kasir, stok, pengunjung, dan hak pembuat dalam satu buku. Belum ada buku di server ini. Pilih yang akan dibuat.",
    centre: "Siapkan sentra",
    centreSaid:
      "Untuk berjualan sungguhan: nama sentra, gerai, uang awal, dan manajer pertama. Sekitar tiga menit.",
    practice: "Toko latihan",
    practiceSaid:
      "Untuk belajar dan mencoba, dengan catatan Sentra Terpadu Kartini. Tidak masuk laporan mana pun.",
    unmanned: "Buku ini sudah berisi catatan. Siapa manajer pertamanya?",
    practiceWho: "Siapa yang berlatih sebagai manajer?",
  },
  en: {
    title: "Sentra Kreasi",
    welcome: "Welcome to Sentra Kreasi",
    said: "Till, stock, visitors and what makers are owed, in one book. There is no book on this server yet. Choose what to make.",
    centre: "Set up a centre",
    centreSaid:
      "For real sales: the centre's name, stalls, opening money, and the first manager. About three minutes.",
    practice: "Practice shop",
    practiceSaid: "To learn and to try, with the record of Sentra Terpadu Kartini. It is in no report.",
    unmanned: "This book already holds records. Who is its first manager?",
    practiceWho: "Who practises as the manager?",
  },
});

/** What is made in such centres stands at the door: the dyes, each as a cloth. */
const cloths = ["indigo", "soga", "plum", "leaf", "madder", "turmeric"] as const;

export function SetUpPage() {
  const w = useWords(words);
  const { session } = useSession();
  const [way, setWay] = createSignal<"centre" | "practice" | null>(null);
  createEffect(() => {
    document.title = session()?.centre?.name ?? w().title;
  });
  return (
    <main class="setup">
      <header class="setup-head">
        <p class="setup-name">
          <Mark />
          {session()?.centre?.name ?? w().title}
        </p>
        <LanguageSwitch />
      </header>
      <Switch>
        <Match when={session()?.book === "unmanned"}>
          <h1>{w().unmanned}</h1>
          <FirstManagerForm of="imported" />
        </Match>
        <Match when={way() === "centre"}>
          <h1>{w().centre}</h1>
          <CentreSteps onLeave={() => setWay(null)} />
        </Match>
        <Match when={way() === "practice"}>
          <h1>{w().practiceWho}</h1>
          <FirstManagerForm of="practice" onLeave={() => setWay(null)} />
        </Match>
        <Match when={way() === null}>
          <div class="setup-welcome">
            <div class="setup-cloth" aria-hidden="true">
              <For each={cloths}>{(tone) => <Cloth name={tone} tone={tone} />}</For>
            </div>
            <h1>{w().welcome}</h1>
            <p class="page-sentence">{w().said}</p>
          </div>
          <div class="setup-ways">
            <button type="button" class="setup-way" onClick={() => setWay("centre")}>
              <Icon is={Store} size={32} />
              <strong>{w().centre}</strong>
              <span>{w().centreSaid}</span>
            </button>
            <button type="button" class="setup-way" onClick={() => setWay("practice")}>
              <Icon is={GraduationCap} size={32} />
              <strong>{w().practice}</strong>
              <span>{w().practiceSaid}</span>
            </button>
          </div>
        </Match>
      </Switch>
    </main>
  );
}
