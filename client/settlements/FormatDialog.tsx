// Asks once which column of the provider's file holds what, and shows at once how its first rows are read.
import { createEffect, createSignal, For, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { type Day, formatDay } from "#rules/business-day";
import { formatRupiah } from "#rules/money";
import { type SettlementFormat, setFormatSchema } from "#rules/settlements";
import { createSubmission } from "../submission.ts";
import { Choice } from "../ui/Choice.tsx";
import { DataTable } from "../ui/DataTable.tsx";
import { Form } from "../ui/Form.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Select } from "../ui/Select.tsx";
import { language, useWords } from "../words.ts";
import { guessFormat, headerOf, preview, readHead } from "./csv-head.ts";
import { timeSaid } from "./match.ts";
import { saveFormat } from "./requests.ts";
import { words } from "./words.ts";

interface FormatDialogProps {
  /** The file whose columns are shown; null: closed. */
  text: string | null;
  known: SettlementFormat | null;
  onClose: () => void;
  onSaved: (format: SettlementFormat) => void;
}

export function FormatDialog(props: FormatDialogProps) {
  const w = useWords(words);
  return (
    <FormDialog
      open={props.text !== null}
      title={w().formatTitle}
      form="settlement-format"
      back={w().backToList}
      send={w().save}
      onClose={props.onClose}
    >
      {(onBusy) => <FormatForm {...props} text={props.text ?? ""} onBusy={onBusy} />}
    </FormDialog>
  );
}

type ColumnField = "dayColumn" | "timeColumn" | "amountColumn" | "referenceColumn";

function FormatForm(props: FormatDialogProps & { text: string; onBusy: (busy: boolean) => void }) {
  const w = useWords(words);
  // What is known of this provider, where it fits this file; otherwise what the names suggest.
  const fits = props.known && preview(props.text, props.known, "id").rows.length > 0;
  const [draft, setDraft] = createStore<SettlementFormat>(
    fits && props.known ? { ...props.known } : guessFormat(props.text),
  );
  const [unread, setUnread] = createSignal(false);
  const records = () => readHead(props.text, draft.separator);
  const columns = () => headerOf(records()).map((name) => ({ value: name, label: name }));
  const read = () => preview(props.text, { ...draft }, language());
  const act = createSubmission({
    schema: setFormatSchema,
    send: async (body) => {
      await saveFormat(body);
      return body;
    },
    onDone: (body) => props.onSaved(body),
  });
  createEffect(() => props.onBusy(act.busy()));
  const save = async () => {
    setUnread(read().rows.length === 0);
    if (unread()) return false;
    return await act.submit(() => ({ ...draft }));
  };
  const column = (field: ColumnField, label: string, hint?: string) => (
    <Select
      label={label}
      hint={hint}
      prompt={field === "timeColumn" ? undefined : w().choose}
      value={draft[field]}
      options={field === "timeColumn" ? [{ value: "", label: w().noTime }, ...columns()] : columns()}
      onChange={(name) => setDraft({ [field]: name })}
      error={act.fault(field)}
    />
  );
  return (
    <Form id="settlement-format" problem={act.problem()} onSubmit={save}>
      <p>{w().formatSentence}</p>
      <Choice
        label={w().separator}
        shape="segments"
        value={draft.separator}
        options={[
          { value: ",", label: w().comma },
          { value: ";", label: w().semicolon },
          { value: "\t", label: w().tab },
        ]}
        onChange={(separator) => setDraft({ separator })}
      />
      {column("dayColumn", w().dayColumn)}
      <Choice
        label={w().dayOrder}
        shape="rows"
        value={draft.dayOrder}
        options={[
          { value: "dmy", label: w().dmy },
          { value: "ymd", label: w().ymd },
          { value: "mdy", label: w().mdy },
        ]}
        onChange={(dayOrder) => setDraft({ dayOrder })}
      />
      {column("timeColumn", w().timeColumn)}
      {column("amountColumn", w().amountColumn, w().amountHint)}
      {column("referenceColumn", w().referenceColumn)}
      <Show when={read().fault ?? (unread() ? w().nothingRead : undefined)}>
        {(fault) => (
          <Notice tone="danger" live>
            <p>{fault()}</p>
          </Notice>
        )}
      </Show>
      <Show when={read().rows.length > 0} fallback={<FirstRows records={records()} />}>
        <DataTable
          caption={w().previewTitle}
          columns={[
            { head: w().day, cell: (row) => formatDay(row.day as Day, language(), false) },
            { head: w().time, cell: (row) => timeSaid(row.time) },
            { head: w().reference, cell: (row) => row.reference },
            { head: w().amount, number: true, cell: (row) => formatRupiah(row.amountRupiah) },
          ]}
          rows={read().rows}
        />
      </Show>
    </Form>
  );
}

/** What stands in the file, while nothing can be read of it. */
function FirstRows(props: { records: readonly string[][] }) {
  const w = useWords(words);
  return (
    <div>
      <p class="field-label">{w().firstRows}</p>
      <ul class="settlement-raw">
        <For each={props.records.slice(0, 4)}>{(record) => <li>{record.join(" · ")}</li>}</For>
      </ul>
    </div>
  );
}
