// Asks what came in and how much of it.
import { createEffect, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { formatQuantity, parseQuantity } from "#rules/quantity";
import { receiveStockSchema, type StockView } from "#rules/stock";
import { createSubmission } from "../submission.ts";
import { Form } from "../ui/Form.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { QuantityField } from "../ui/QuantityField.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words.ts";
import { receiveStock } from "./requests.ts";
import { words } from "./words.ts";

type Item = StockView[number];

interface ReceiveProps {
  /** A product already chosen, or any. */
  asked: Item | "any" | null;
  items: readonly Item[];
  onClose: () => void;
  onReceived: (item: Item, onHandMilli: number) => void;
}

export function ReceiveDialog(props: ReceiveProps) {
  const w = useWords(words);
  const title = () => {
    const { asked } = props;
    return asked === null || asked === "any" ? w().receiveTitle : w().receiveOf({ name: asked.name });
  };
  return (
    <FormDialog
      open={props.asked !== null}
      title={title()}
      form="receive"
      back={w().back}
      send={w().save}
      onClose={props.onClose}
    >
      {(onBusy) => <ReceiveForm {...props} onBusy={onBusy} />}
    </FormDialog>
  );
}

function ReceiveForm(props: ReceiveProps & { onBusy: (busy: boolean) => void }) {
  const w = useWords(words);
  const given = props.asked === "any" ? null : props.asked;
  const [draft, setDraft] = createStore({
    productId: given ? Number(given.productId) : null,
    quantityMilli: null as number | null,
    note: "",
  });
  const item = () => props.items.find((one) => one.productId === draft.productId);
  const receipt = createSubmission({
    schema: receiveStockSchema,
    send: receiveStock,
    onDone: ({ onHandMilli }) => {
      const received = item();
      if (received) props.onReceived(received, onHandMilli);
    },
    fieldOf: { unknown_product: "productId" },
    say: (path) => (path === "quantityMilli" ? w().quantityMissing : undefined),
  });
  createEffect(() => props.onBusy(receipt.busy()));
  /** Kept for a second try, so that it is the same act. */
  let receivedAtMs: number | undefined;
  const submit = () => {
    receivedAtMs ??= Date.now();
    return receipt.submit(() => ({
      productId: draft.productId,
      quantityMilli: draft.quantityMilli,
      receivedAtMs,
      ...(draft.note.trim() === "" ? {} : { note: draft.note }),
    }));
  };
  return (
    <Form id="receive" problem={receipt.problem()} onSubmit={submit}>
      <Show when={!given}>
        <Select
          label={w().product}
          value={draft.productId === null ? "" : String(draft.productId)}
          prompt={w().choose}
          options={props.items.map((one) => ({
            value: String(one.productId),
            label: `${one.name} (${one.stall})`,
          }))}
          onChange={(productId) => setDraft({ productId: Number(productId) })}
          error={receipt.fault("productId")}
        />
      </Show>
      <QuantityField
        label={w().quantity}
        hint={(() => {
          const known = item();
          return known && w().nowThere({ quantity: formatQuantity(known.onHandMilli), unit: known.unit });
        })()}
        value={draft.quantityMilli}
        onChange={(quantityMilli) => setDraft({ quantityMilli })}
        parse={parseQuantity}
        format={formatQuantity}
        unit={item()?.unit}
        error={receipt.fault("quantityMilli")}
      />
      <TextField
        label={w().note}
        hint={w().noteHint}
        value={draft.note}
        onInput={(note) => setDraft({ note })}
        maxLength={500}
        error={receipt.fault("note")}
      />
    </Form>
  );
}
