// The face of the line to the server: answered, not answered, catching up, or needing a person; pressed, it tells what waits and why.
import CloudOff from "lucide-solid/icons/cloud-off";
import CloudUpload from "lucide-solid/icons/cloud-upload";
import Hand from "lucide-solid/icons/hand";
import Link2 from "lucide-solid/icons/link-2";
import { createEffect, createSignal, lazy, on, onMount, Show, Suspense } from "solid-js";
import { Portal } from "solid-js/web";
import { useDevice } from "./device.tsx";
import type { LinkState } from "./link.ts";
import { linkWords } from "./link-words.ts";
import { useAnnounce } from "./ui/announcer.tsx";
import { Icon } from "./ui/Icon.tsx";
import { useWords } from "./words.ts";
import "./link-state.css";

const LinkDialog = lazy(async () => ({ default: (await import("./link-dialog.tsx")).LinkDialog }));
/** A page that no worker keeps must have the dialog before the server goes; not before the shelf stands. */
const calmMs = 3000;

const faces = { online: Link2, offline: CloudOff, catching_up: CloudUpload, needs_you: Hand };

export function LinkFace() {
  const w = useWords(linkWords);
  const device = useDevice();
  const [open, setOpen] = createSignal(false);
  onMount(() => void setTimeout(() => void LinkDialog.preload().catch(() => {}), calmMs));
  return (
    <>
      <button
        type="button"
        class={`link-face link-${device.link()}`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon is={faces[device.link()]} />
        <span>{w()[device.link()]}</span>
        <Show when={device.outbox.left() > 0}>
          <span class="link-unsent">{w().unsent({ count: device.outbox.left() })}</span>
        </Show>
      </button>
      <Show when={open()}>
        <Portal>
          <Suspense>
            <LinkDialog onClose={() => setOpen(false)} />
          </Suspense>
        </Portal>
      </Show>
    </>
  );
}

/** Where nobody has signed in: what waits is told, and what has to be done for it. */
export function UnsentAtSignIn() {
  const w = useWords(linkWords);
  const { outbox } = useDevice();
  return (
    <Show when={outbox.unsent() > 0}>
      <div class="link-at-sign-in">
        <LinkFace />
        <p role="status">{w().toSend({ count: outbox.unsent() })}</p>
      </div>
    </Show>
  );
}

/** Says each change once, for those who do not look there. */
export function createLinkVoice(state: () => LinkState): void {
  const w = useWords(linkWords);
  const announce = useAnnounce();
  const said = (now: LinkState, before: LinkState | undefined): string => {
    if (now === "offline") return w().saidOffline;
    if (now === "needs_you") return w().saidNeedsYou;
    if (now === "catching_up") return w().saidCatchingUp;
    return before === "offline" ? w().saidOnline : w().saidSent;
  };
  createEffect(on(state, (now, before) => announce(said(now, before)), { defer: true }));
}
