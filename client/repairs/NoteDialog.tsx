// Asks for a written reason, and sends the act that is nothing without it.
import { createEffect, createSignal, type JSX } from "solid-js";
import type { z } from "zod";
import { createSubmission } from "../submission.ts";
import { Form } from "../ui/Form.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { settlingWords } from "./settling-words.ts";

interface NoteDialogProps<S extends z.ZodType> {
  open: boolean;
  /** The form's id. */
  form: string;
  title: string;
  send: string;
  label: string;
  hint: string;
  act: {
    schema: S;
    send: (body: z.output<S>) => Promise<unknown>;
    /** What it is about; the note and its own id come beside it. */
    about: () => object;
  };
  onClose: () => void;
  onDone: () => Promise<void>;
  /** Stands above the field. */
  children: JSX.Element;
}

export function NoteDialog<S extends z.ZodType>(props: NoteDialogProps<S>) {
  const w = useWords(settlingWords);
  return (
    <FormDialog
      open={props.open}
      title={props.title}
      form={props.form}
      back={w().cancel}
      send={props.send}
      onClose={props.onClose}
    >
      {(onBusy) => <NoteForm {...props} onBusy={onBusy} />}
    </FormDialog>
  );
}

function NoteForm<S extends z.ZodType>(props: NoteDialogProps<S> & { onBusy: (busy: boolean) => void }) {
  const [note, setNote] = createSignal("");
  const act = createSubmission({
    schema: props.act.schema,
    send: (body) => props.act.send(body),
    onDone: () => props.onDone(),
  });
  createEffect(() => props.onBusy(act.busy()));
  return (
    <Form
      id={props.form}
      problem={act.problem()}
      onSubmit={() => act.submit(() => ({ ...props.act.about(), note: note() }))}
    >
      {props.children}
      <TextField
        label={props.label}
        hint={props.hint}
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
