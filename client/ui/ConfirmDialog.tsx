// Asks before what cannot be undone, naming the act on the key; what can be undone is not asked about.
import type { ParentProps } from "solid-js";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { dictionary, useWords } from "./language.ts";

export type ConfirmDialogProps = ParentProps<{
  open: boolean;
  title: string;
  /** The verb of the act, such as "Bayarkan". */
  confirm: string;
  /** The verb of leaving it; "Kembali" unless told. */
  cancel?: string | undefined;
  danger?: boolean | undefined;
  busy?: boolean | undefined;
  onConfirm: () => void;
  onClose: () => void;
}>;

const words = dictionary({ id: { back: "Kembali" }, en: { back: "Go back" } });

export function ConfirmDialog(props: ConfirmDialogProps) {
  const w = useWords(words);
  return (
    <Dialog
      open={props.open}
      title={props.title}
      role="alertdialog"
      hideClose
      onClose={props.onClose}
      actions={
        <>
          <Button size="large" onClick={props.onClose}>
            {props.cancel ?? w().back}
          </Button>
          <Button
            size="large"
            kind={props.danger ? "danger" : "primary"}
            busy={props.busy}
            onClick={props.onConfirm}
          >
            {props.confirm}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
