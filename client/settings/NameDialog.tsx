// The window around a short form: its title, the way back, and the key that saves.
import type { ParentProps } from "solid-js";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words.ts";
import { words } from "./words.ts";

/** The form inside has the id `named`. */
export function NameDialog(
  props: ParentProps<{ open: boolean; title: string; busy: boolean; onClose: () => void }>,
) {
  const w = useWords(words);
  return (
    <Dialog
      open={props.open}
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button size="large" onClick={props.onClose}>
            {w().back}
          </Button>
          <Button size="large" kind="primary" type="submit" form="named" busy={props.busy}>
            {w().save}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
