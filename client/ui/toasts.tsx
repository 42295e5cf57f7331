// Tells what has just been done, with a way back that is offered for eight seconds and waits while one is on it.
import Check from "lucide-solid/icons/check";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import Undo2 from "lucide-solid/icons/undo-2";
import X from "lucide-solid/icons/x";
import { createContext, createSignal, For, onCleanup, type ParentProps, Show, useContext } from "solid-js";
import { Button } from "./Button.tsx";
import { Icon, type IconShape } from "./Icon.tsx";
import { dictionary, useWords } from "./language.ts";

export const offeredForMs = 8000;

export interface Toast {
  sentence: string;
  /** It was not done: a warning stands before the sentence, not a tick. */
  refused?: boolean | undefined;
  /** The way back; after eight seconds it is found in the history only. */
  undo?: (() => void) | undefined;
  /** The verb on the way back; "Urungkan" unless told. */
  undoWord?: string | undefined;
  /** The picture beside that verb; an arrow back unless told. */
  undoIcon?: IconShape | undefined;
}

export function createToasts() {
  const [toasts, setToasts] = createSignal<readonly Toast[]>([]);
  return {
    toasts,
    /** Shows it at the foot of the screen; a newer one takes the older one's place. */
    tell: (toast: Toast) => setToasts([toast]),
    dismiss: (toast: Toast) => setToasts((all) => all.filter((one) => one !== toast)),
  };
}

const ToastsContext = createContext<ReturnType<typeof createToasts>>();

/** Stands once around the whole app. */
export function Toasts(props: ParentProps) {
  const state = createToasts();
  return (
    <ToastsContext.Provider value={state}>
      {props.children}
      <div class="toasts" role="status">
        <For each={state.toasts()}>
          {(toast) => <ToastBar toast={toast} onGone={() => state.dismiss(toast)} />}
        </For>
      </div>
    </ToastsContext.Provider>
  );
}

export function useToasts(): ReturnType<typeof createToasts> {
  const state = useContext(ToastsContext);
  if (!state) throw new Error("useToasts() needs <Toasts> around the app.");
  return state;
}

const words = dictionary({
  id: { undo: "Urungkan", close: "Tutup" },
  en: { undo: "Undo", close: "Close" },
});

function ToastBar(props: { toast: Toast; onGone: () => void }) {
  const w = useWords(words);
  const timer = createPausableTimer(offeredForMs, () => props.onGone());
  const undo = () => {
    props.onGone();
    props.toast.undo?.();
  };
  return (
    <div
      class="toast"
      classList={{ "toast-paused": timer.paused() }}
      onPointerEnter={timer.pause}
      onPointerLeave={timer.resume}
      onFocusIn={timer.pause}
      onFocusOut={timer.resume}
    >
      <Icon is={props.toast.refused ? TriangleAlert : Check} />
      <span class="toast-sentence">{props.toast.sentence}</span>
      <Show when={props.toast.undo}>
        <Button kind="plain" icon={props.toast.undoIcon ?? Undo2} onClick={undo}>
          {props.toast.undoWord ?? w().undo}
        </Button>
      </Show>
      <Button kind="plain" icon={X} onClick={() => props.onGone()}>
        {w().close}
      </Button>
      <span class="toast-time" aria-hidden="true" />
    </div>
  );
}

function createPausableTimer(lengthMs: number, done: () => void) {
  const [paused, setPaused] = createSignal(false);
  let leftMs = lengthMs;
  let startedMs = performance.now();
  let timer = setTimeout(done, leftMs);
  onCleanup(() => clearTimeout(timer));
  return {
    paused,
    pause: () => {
      if (paused()) return;
      clearTimeout(timer);
      leftMs -= performance.now() - startedMs;
      setPaused(true);
    },
    resume: () => {
      if (!paused()) return;
      startedMs = performance.now();
      timer = setTimeout(done, Math.max(leftMs, 1000));
      setPaused(false);
    },
  };
}
