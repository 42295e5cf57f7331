// A dialog that asks for something by a form: the way back and the key that sends stand at its foot.
import { createSignal, type JSX } from "solid-js";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";

export function FormDialog(props: {
  open: boolean;
  title: string;
  /** The form's id, which the key at the foot sends. */
  form: string;
  back: string;
  send: string;
  onClose: () => void;
  /** The form; it tells when it is at work. */
  children: (onBusy: (busy: boolean) => void) => JSX.Element;
}) {
  const [busy, setBusy] = createSignal(false);
  return (
    <Dialog
      open={props.open}
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button size="large" onClick={props.onClose}>
            {props.back}
          </Button>
          <Button size="large" kind="primary" type="submit" form={props.form} busy={busy()}>
            {props.send}
          </Button>
        </>
      }
    >
      {props.children(setBusy)}
    </Dialog>
  );
}
