// The state of the wire to the server, and its face: answered, not answered, catching up, or needing a person.
import CloudOff from "lucide-solid/icons/cloud-off";
import CloudUpload from "lucide-solid/icons/cloud-upload";
import Hand from "lucide-solid/icons/hand";
import Link2 from "lucide-solid/icons/link-2";
import { createEffect, on } from "solid-js";
import { useOutbox } from "./device.tsx";
import type { LinkState } from "./link.ts";
import { useAnnounce } from "./ui/announcer.tsx";
import { Icon } from "./ui/Icon.tsx";
import { dictionary, useWords } from "./words.ts";
import "./link-state.css";

const words = dictionary({
  id: {
    online: "Tersambung",
    offline: "Luring",
    catching_up: "Menyusul",
    needs_you: "Perlu Anda",
    unsent: (of: { count: number }) => `${of.count} belum terkirim`,
    saidOffline: "Server toko tidak menjawab.",
    saidOnline: "Tersambung lagi dengan server toko.",
  },
  en: {
    online: "Connected",
    offline: "Offline",
    catching_up: "Catching up",
    needs_you: "Needs you",
    unsent: (of) => `${of.count} not sent yet`,
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
      <span class="link-unsent">{outbox.left() > 0 ? w().unsent({ count: outbox.left() }) : ""}</span>
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
