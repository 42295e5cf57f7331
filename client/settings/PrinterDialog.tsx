// Asks how a printer is reached and what it can do, and tries it.
import { createEffect, createSignal, Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { PrinterId } from "#rules/ids";
import { changePrinterSchema, newPrinterSchema, type PrinterView } from "#rules/prints";
import { useSession } from "../session.tsx";
import { createSubmission } from "../submission.ts";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Form } from "../ui/Form.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { Toggle } from "../ui/Toggle.tsx";
import { useWords } from "../words.ts";
import { printerWords } from "./printer-words.ts";
import { saveNewPrinter, savePrinter } from "./requests.ts";
import { TestPage } from "./TestPage.tsx";

interface PrinterDialogProps {
  asked: PrinterView | "new" | null;
  /** Every printer, of which another may print in this one's place. */
  others: readonly PrinterView[];
  onClose: () => void;
  onSaved: (name: string) => void;
}

export function PrinterDialog(props: PrinterDialogProps) {
  const w = useWords(printerWords);
  const { may } = useSession();
  const [busy, setBusy] = createSignal(false);
  const known = () => (props.asked === "new" ? null : props.asked);
  return (
    <Dialog
      open={props.asked !== null}
      title={known() ? w().change({ name: known()?.name ?? "" }) : w().newTitle}
      onClose={props.onClose}
      actions={
        <>
          <Button size="large" onClick={props.onClose}>
            {w().back}
          </Button>
          <Show when={may("manage_printers")}>
            <Button size="large" kind="primary" type="submit" form="printer" busy={busy()}>
              {w().save}
            </Button>
          </Show>
        </>
      }
    >
      <PrinterForm {...props} known={known()} onBusy={setBusy} />
      <Show when={known()}>{(printer) => <TestPage printer={printer()} />}</Show>
    </Dialog>
  );
}

function PrinterForm(
  props: PrinterDialogProps & { known: PrinterView | null; onBusy: (busy: boolean) => void },
) {
  const w = useWords(printerWords);
  const known = props.known;
  const [draft, setDraft] = createStore({
    name: known?.name ?? "",
    kind: known?.kind ?? ("network" as PrinterView["kind"]),
    address: known?.address ?? "",
    columns: known?.columns ?? (32 as PrinterView["columns"]),
    hasDrawer: known?.hasDrawer ?? false,
    cuts: known?.cuts ?? false,
    secondId: known?.secondId ?? null,
    active: known?.active ?? true,
  });
  const onDone = () => props.onSaved(draft.name.trim());
  const fieldOf = {
    printer_address_malformed: "address",
    printer_in_circle: "secondId",
    unknown_printer: "secondId",
  };
  const fresh = createSubmission({ schema: newPrinterSchema, send: saveNewPrinter, onDone, fieldOf });
  const change = createSubmission({ schema: changePrinterSchema, send: savePrinter, onDone, fieldOf });
  const act = () => (known ? change : fresh);
  createEffect(() => props.onBusy(act().busy()));
  const submit = () => {
    if (known) return change.submit(() => ({ ...draft, printerId: known.printerId }));
    return fresh.submit(() => {
      const { active: _active, ...fields } = draft;
      return fields;
    });
  };
  const seconds = () => props.others.filter((one) => one.active && one.printerId !== known?.printerId);
  return (
    <Form id="printer" problem={act().problem()} onSubmit={submit}>
      <TextField
        label={w().name}
        hint={w().nameHint}
        value={draft.name}
        onInput={(name) => setDraft({ name })}
        maxLength={120}
        autofocus={!known}
        error={act().fault("name")}
      />
      <Choice
        label={w().kind}
        value={draft.kind}
        options={[
          { value: "network", label: w().network, hint: w().networkHint },
          { value: "file", label: w().file, hint: w().fileHint },
        ]}
        onChange={(kind) => setDraft({ kind })}
      />
      <TextField
        label={draft.kind === "network" ? w().networkAddress : w().fileAddress}
        hint={draft.kind === "network" ? w().networkAddressHint : w().fileAddressHint}
        value={draft.address}
        onInput={(address) => setDraft({ address })}
        maxLength={200}
        error={act().fault("address")}
      />
      <Choice
        label={w().columns}
        value={String(draft.columns)}
        options={[
          { value: "32", label: w().mm58, hint: w().mm58Hint },
          { value: "48", label: w().mm80, hint: w().mm80Hint },
        ]}
        onChange={(columns) => setDraft({ columns: columns === "48" ? 48 : 32 })}
      />
      <Toggle label={w().cuts} checked={draft.cuts} onChange={(cuts) => setDraft({ cuts })} />
      <Toggle
        label={w().hasDrawer}
        checked={draft.hasDrawer}
        onChange={(hasDrawer) => setDraft({ hasDrawer })}
      />
      <Select
        label={w().second}
        hint={w().secondHint}
        value={String(draft.secondId ?? "none")}
        options={[
          { value: "none", label: w().noSecond },
          ...seconds().map((one) => ({ value: String(one.printerId), label: one.name })),
        ]}
        onChange={(value) => setDraft({ secondId: value === "none" ? null : (Number(value) as PrinterId) })}
        error={act().fault("secondId")}
      />
      <Show when={known}>
        <Toggle
          label={w().active}
          hint={w().activeHint}
          checked={draft.active}
          onChange={(active) => setDraft({ active })}
        />
      </Show>
    </Form>
  );
}
