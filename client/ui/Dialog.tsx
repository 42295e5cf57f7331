// Asks or shows one thing above the screen: a window in the middle, on a phone a sheet at the bottom.
import X from "lucide-solid/icons/x";
import { createUniqueId, type JSX, onCleanup, onMount, type ParentProps, Show } from "solid-js";
import { Button } from "./Button.tsx";
import { dictionary, useWords } from "./language.ts";

export type DialogProps = ParentProps<{
  open: boolean;
  title: string;
  /** Esc, the close key, or the browser's back gesture. The caller then sets `open` to false. */
  onClose: () => void;
  /** The keys at the foot; the strong one last. */
  actions?: JSX.Element;
  /** medium is 480 px wide, wide 800; side stands at the right edge from top to bottom. */
  size?: "medium" | "wide" | "side" | undefined;
  /** Without a close key: the question must be answered by one of the actions; Esc still leaves. */
  hideClose?: boolean | undefined;
  role?: "dialog" | "alertdialog" | undefined;
}>;

const words = dictionary({ id: { close: "Tutup" }, en: { close: "Close" } });

export function Dialog(props: DialogProps) {
  return (
    <Show when={props.open}>
      <OpenDialog {...props} />
    </Show>
  );
}

function OpenDialog(props: DialogProps) {
  const w = useWords(words);
  const id = createUniqueId();
  const before = document.activeElement;
  let dialog: HTMLDialogElement | undefined;
  let heading: HTMLHeadingElement | undefined;
  onMount(() => {
    dialog?.showModal();
    const first = dialog?.querySelector<HTMLElement>("[autofocus]") ?? heading;
    first?.focus();
  });
  onCleanup(() => {
    dialog?.close();
    if (!(before instanceof HTMLElement && before.isConnected)) return;
    // Closing gives the focus back without a caret: a field would look chosen and take no letter.
    if (document.activeElement === before) before.blur();
    before.focus();
  });
  return (
    <dialog
      ref={dialog}
      class={`dialog dialog-${props.size ?? "medium"}`}
      role={props.role}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== dialog) return;
        event.preventDefault();
        props.onClose();
      }}
    >
      <header class="dialog-head">
        <h2 id={id} tabIndex={-1} ref={heading}>
          {props.title}
        </h2>
        <Show when={!props.hideClose}>
          <Button kind="plain" icon={X} onClick={() => props.onClose()}>
            {w().close}
          </Button>
        </Show>
      </header>
      <div class="dialog-body">{props.children}</div>
      <Show when={props.actions}>
        <footer class="dialog-actions">{props.actions}</footer>
      </Show>
    </dialog>
  );
}
