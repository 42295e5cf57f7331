// The parts of the frame that know our nouns: practice, the person here, a clock that runs wrong, and waiting.
import { Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { sentenceOf } from "./api.ts";
import { aheadMs, isClockWrong } from "./clock.ts";
import { useDevice } from "./device.tsx";
import { SignOutKey } from "./leaving.tsx";
import { useSession } from "./session.tsx";
import { Button } from "./ui/Button.tsx";
import { Notice } from "./ui/Notice.tsx";
import { useQuickChange } from "./who-is-here.tsx";
import { dictionary, useWords } from "./words.ts";
import "./frame.css";

const words = dictionary({
  id: {
    practice: "TOKO LATIHAN",
    practiceSaid: "Semua di sini hanya latihan; tidak masuk laporan mana pun.",
    change: "Ganti kasir",
    unproven: "PIN belum diperiksa",
    otherTab:
      "Tab ini hanya untuk melihat: kasir ini sedang dipakai di tab lain. Lanjutkan di sana, atau tutup tab itu.",
    takeOver: "Pakai di tab ini",
    waiting: "Menghubungi server toko …",
    ahead: (of: { minutes: number }) =>
      `Jam perangkat ini ${of.minutes} menit lebih cepat dari server. Struk dan catatan memakai jam server; perbaiki jam perangkat.`,
    late: (of: { minutes: number }) =>
      `Jam perangkat ini ${of.minutes} menit lebih lambat dari server. Struk dan catatan memakai jam server; perbaiki jam perangkat.`,
  },
  en: {
    practice: "PRACTICE SHOP",
    practiceSaid: "Everything here is only practice; it is in no report.",
    change: "Change cashier",
    unproven: "PIN not checked yet",
    otherTab:
      "This tab is only for looking: the till is in use in another tab. Go on there, or close that tab.",
    takeOver: "Use this tab",
    waiting: "Reaching the shop's server …",
    ahead: (of) =>
      `This device's clock is ${of.minutes} minutes ahead of the server. Receipts and records use the server's clock; please set the device's right.`,
    late: (of) =>
      `This device's clock is ${of.minutes} minutes behind the server. Receipts and records use the server's clock; please set the device's right.`,
  },
});

/** `alone`: where there is no frame around it. */
export function PracticeBanner(props: { alone?: boolean | undefined }) {
  const w = useWords(words);
  const { session } = useSession();
  return (
    <Show when={session()?.practice}>
      <Dynamic
        component={props.alone ? "aside" : "div"}
        class="practice"
        classList={{ "practice-alone": props.alone }}
        aria-label={props.alone ? w().practice : undefined}
      >
        <strong>{w().practice}</strong>
        <span>{w().practiceSaid}</span>
      </Dynamic>
    </Show>
  );
}

export function PersonHere() {
  const w = useWords(words);
  const { person, unproven } = useSession();
  const device = useDevice();
  const quick = useQuickChange();
  return (
    <div class="person-here">
      <Show when={device.state() === "ready"} fallback={<span class="person-name">{person()?.name}</span>}>
        <button type="button" class="person-change" onClick={quick.open}>
          <span class="person-name">{person()?.name}</span>{" "}
          <Show when={unproven()}>
            <span class="person-unproven">{w().unproven}</span>{" "}
          </Show>
          <span class="person-change-word">{w().change}</span>
        </button>
      </Show>
      <SignOutKey />
    </div>
  );
}

/** Above two minutes the moments on receipts would be wrong: the till counts with the server's clock (Z2). */
export function ClockNotice() {
  const w = useWords(words);
  const minutes = () => Math.trunc(Math.abs(aheadMs()) / 60_000);
  return (
    <Show when={isClockWrong()}>
      <Notice tone="attention">
        {aheadMs() > 0 ? w().ahead({ minutes: minutes() }) : w().late({ minutes: minutes() })}
      </Notice>
    </Show>
  );
}

/** A second tab of a till looks on (D5). */
export function OtherTabNotice() {
  const w = useWords(words);
  const device = useDevice();
  return (
    <Show when={device.looksOn()}>
      <Notice tone="attention" live action={<Button onClick={device.takeOver}>{w().takeOver}</Button>}>
        {w().otherTab}
      </Notice>
    </Show>
  );
}

export function Waiting() {
  const w = useWords(words);
  const { failure } = useSession();
  return (
    <main class="waiting">
      <p role="status">{failure() ? sentenceOf(failure()) : w().waiting}</p>
    </main>
  );
}
