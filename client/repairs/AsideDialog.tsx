// Asks why a held act is settled without booking it.
import { createEffect, createSignal } from "solid-js";
import { type RepairView, setRepairAsideSchema } from "#rules/repairs";
import { createSubmission } from "../submission.ts";
import { Form } from "../ui/Form.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { setAside } from "./requests.ts";
import { useSaying } from "./saying.ts";
import { settlingWords } from "./settling-words.ts";

interface AsideDialogProps {
  open: boolean;
  repair: RepairView;
  onClose: () => void;
  onSettled: () => Promise<void>;
}

export function AsideDialog(props: AsideDialogProps) {
  const w = useWords(settlingWords);
  return (
    <FormDialog
      open={props.open}
      title={w().asideTitle}
      form="set-repair-aside"
      back={w().cancel}
      send={w().doAside}
      onClose={props.onClose}
    >
      {(onBusy) => <AsideForm {...props} onBusy={onBusy} />}
    </FormDialog>
  );
}

function AsideForm(props: AsideDialogProps & { onBusy: (busy: boolean) => void }) {
  const w = useWords(settlingWords);
  const say = useSaying();
  const [note, setNote] = createSignal("");
  const act = createSubmission({
    schema: setRepairAsideSchema,
    send: setAside,
    onDone: () => props.onSettled(),
  });
  createEffect(() => props.onBusy(act.busy()));
  return (
    <Form
      id="set-repair-aside"
      problem={act.problem()}
      onSubmit={() => act.submit(() => ({ repairId: props.repair.repairId, note: note() }))}
    >
      <p>
        <strong>{say.what(props.repair)}</strong> · {say.line(props.repair)}
      </p>
      <p>{w().asideWarning}</p>
      <TextField
        label={w().asideReason}
        hint={w().asideHint}
        value={note()}
        onInput={setNote}
        maxLength={500}
        lines={3}
        error={act.fault("note")}
        autofocus
      />
    </Form>
  );
}
