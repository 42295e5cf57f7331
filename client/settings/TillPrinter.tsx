// Asks which printer a till's papers go to; without one the browser prints them.
import { createEffect, createSignal, Show } from "solid-js";
import type { PrinterId } from "#rules/ids";
import { type PrinterView, tillPrinterSchema } from "#rules/prints";
import type { TillView } from "#rules/shift";
import { createSubmission } from "../submission.ts";
import { Form } from "../ui/Form.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { Select } from "../ui/Select.tsx";
import { useWords } from "../words.ts";
import { printerWords } from "./printer-words.ts";
import { saveTillPrinter } from "./requests.ts";

interface TillPrinterProps {
  till: TillView | null;
  printers: readonly PrinterView[];
  onClose: () => void;
  onSaved: (till: TillView, printerId: number | null) => void;
}

export function TillPrinter(props: TillPrinterProps) {
  const w = useWords(printerWords);
  return (
    <FormDialog
      open={props.till !== null}
      title={w().tillTitle({ till: props.till?.code ?? "" })}
      form="till-printer"
      back={w().back}
      send={w().save}
      onClose={props.onClose}
    >
      {(onBusy) => (
        <Show when={props.till} keyed>
          {(till) => <Asking {...props} till={till} onBusy={onBusy} />}
        </Show>
      )}
    </FormDialog>
  );
}

function Asking(props: TillPrinterProps & { till: TillView; onBusy: (busy: boolean) => void }) {
  const w = useWords(printerWords);
  const [printerId, setPrinterId] = createSignal<PrinterId | null>(props.till.printerId);
  const act = createSubmission({
    schema: tillPrinterSchema,
    send: saveTillPrinter,
    onDone: () => props.onSaved(props.till, printerId()),
    fieldOf: { unknown_printer: "printerId" },
  });
  createEffect(() => props.onBusy(act.busy()));
  return (
    <Form
      id="till-printer"
      problem={act.problem()}
      onSubmit={() => act.submit(() => ({ tillId: props.till.tillId, printerId: printerId() }))}
    >
      <Select
        label={w().printer}
        hint={w().tillHint}
        value={String(printerId() ?? "none")}
        options={[
          { value: "none", label: w().byBrowser },
          ...props.printers
            .filter((one) => one.active)
            .map((one) => ({ value: String(one.printerId), label: one.name })),
        ]}
        onChange={(value) => setPrinterId(value === "none" ? null : (Number(value) as PrinterId))}
        error={act.fault("printerId")}
      />
    </Form>
  );
}
