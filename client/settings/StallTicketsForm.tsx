// How a stall hears of what it has to make: not at all, on a screen, or on a printer.
import { createSignal, Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { StallView } from "#rules/catalogue";
import type { PrinterId } from "#rules/ids";
import { stallTicketsSchema, TICKET_WAYS } from "#rules/tickets";
import { createReading } from "../reading.tsx";
import { useSession } from "../session.tsx";
import { createSubmission } from "../submission.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Form } from "../ui/Form.tsx";
import { Select } from "../ui/Select.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { readPrinters, saveTickets } from "./requests.ts";
import { stallWords } from "./stall-words.ts";

const wordOf = { none: "ordersNone", screen: "ordersScreen", printer: "ordersPrinter" } as const;

export function StallTicketsForm(props: { stall: StallView; onSaved: () => Promise<void> }) {
  const w = useWords(stallWords);
  const { may } = useSession();
  const toasts = useToasts();
  const printers = createReading(() => (may("print") ? true : null), readPrinters);
  const [draft, setDraft] = createStore({
    tickets: props.stall.tickets,
    printerId: props.stall.printerId,
  });
  const [missing, setMissing] = createSignal(false);
  const act = createSubmission({
    schema: stallTicketsSchema,
    send: saveTickets,
    onDone: async () => {
      toasts.tell({ sentence: w().ordersSaved({ stall: props.stall.name }) });
      await props.onSaved();
    },
    fieldOf: { unknown_printer: "printerId" },
  });
  const usable = () => printers.value()?.filter((one) => one.active) ?? [];
  const save = async () => {
    const prints = draft.tickets === "printer";
    setMissing(prints && draft.printerId === null);
    if (missing()) return false;
    return await act.submit(() => ({
      stallId: props.stall.stallId,
      tickets: draft.tickets,
      printerId: prints ? draft.printerId : null,
    }));
  };
  return (
    <Card title={w().orders}>
      <Form problem={act.problem()} onSubmit={save} label={w().orders} readOnly={!may("manage_settings")}>
        <Choice
          label={w().ordersSentence}
          shape="rows"
          value={draft.tickets}
          options={TICKET_WAYS.map((value) => ({
            value,
            label: w()[wordOf[value]],
            hint: w()[`${wordOf[value]}Hint`],
          }))}
          onChange={(tickets) => setDraft({ tickets })}
        />
        <Show when={draft.tickets === "printer"}>
          <Select
            label={w().printer}
            prompt={w().choosePrinter}
            value={draft.printerId === null ? "" : String(draft.printerId)}
            options={usable().map((one) => ({ value: String(one.printerId), label: one.name }))}
            onChange={(value) => {
              setDraft({ printerId: Number(value) as PrinterId });
              setMissing(false);
            }}
            hint={printers.value() && usable().length === 0 ? w().noPrinters : undefined}
            error={missing() ? w().printerNeeded : act.fault("printerId")}
          />
        </Show>
        <Show when={may("manage_settings")}>
          <div class="form-actions">
            <Button type="submit" kind="primary" busy={act.busy()}>
              {w().saveOrders}
            </Button>
          </div>
        </Show>
      </Form>
    </Card>
  );
}
