// The state of the wire to the server, and its face: answered, not answered, catching up, or needing a person.
import CloudOff from "lucide-solid/icons/cloud-off";
import CloudUpload from "lucide-solid/icons/cloud-upload";
import Hand from "lucide-solid/icons/hand";
import Link2 from "lucide-solid/icons/link-2";
import { createEffect, on, onCleanup } from "solid-js";
import { sessionSchema } from "#rules/session";
import { answerOf, api, wireUp } from "./api.ts";
import { useOutbox } from "./device.tsx";
import { useSession } from "./session.tsx";
import { useAnnounce } from "./ui/announcer.tsx";
import { Icon } from "./ui/Icon.tsx";
import { dictionary, useWords } from "./words.ts";
import "./link-state.css";

export type LinkState = "online" | "offline" | "catching_up" | "needs_you";

/** While nothing answers, the server is asked this often whether it is back. */
const probeMs = 5000;

export function createLinkState(): () => LinkState {
  const outbox = useOutbox();
  const { remembered } = useSession();
  createEffect(() => {
    if (wireUp()) return;
    const timer = setInterval(
      () => void answerOf(sessionSchema, api.session.$get()).catch(() => {}),
      probeMs,
    );
    onCleanup(() => clearInterval(timer));
  });
  // The moment the server answers again is the moment to send what waits.
  createEffect(on(wireUp, (up) => up && outbox.waiting() && void outbox.retry(), { defer: true }));
  return () => {
    if (!wireUp() || remembered()) return "offline";
    if (outbox.waiting() && outbox.reason()) return "needs_you";
    return outbox.waiting() && !outbox.sending() ? "catching_up" : "online";
  };
}

const words = dictionary({
  id: {
    online: "Tersambung",
    offline: "Luring",
    catching_up: "Menyusul",
    needs_you: "Perlu Anda",
    unsent: "1 belum terkirim",
    saidOffline: "Server toko tidak menjawab.",
    saidOnline: "Tersambung lagi dengan server toko.",
  },
  en: {
    online: "Connected",
    offline: "Offline",
    catching_up: "Catching up",
    needs_you: "Needs you",
    unsent: "1 not sent yet",
    saidOffline: "The shop's server does not answer.",
    saidOnline: "Connected to the shop's server again.",
  },
});

const faces = { online: Link2, offline: CloudOff, catching_up: CloudUpload, needs_you: Hand };

export function LinkFace(props: { state: LinkState }) {
  const w = useWords(words);
  const outbox = useOutbox();
  return (
    <p class={`link-face link-${props.state}`}>
      <Icon is={faces[props.state]} />
      <span>{w()[props.state]}</span>
      <span class="link-unsent">{outbox.waiting() && !outbox.sending() ? w().unsent : ""}</span>
    </p>
  );
}

/** Says each change once, for those who do not look there. */
export function createLinkVoice(state: () => LinkState): void {
  const w = useWords(words);
  const announce = useAnnounce();
  createEffect(
    on(
      () => state() === "offline",
      (offline) => announce(offline ? w().saidOffline : w().saidOnline),
      { defer: true },
    ),
  );
}
