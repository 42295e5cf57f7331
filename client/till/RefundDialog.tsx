// A return: goods came back, sound or damaged, all or a part; what it pays out is the refund's own reckoning.
import Undo2 from "lucide-solid/icons/undo-2";
import { Show } from "solid-js";
import type { SaleView } from "#rules/sale-view";
import type { ShiftView } from "#rules/shift";
import { shopNow } from "../clock.ts";
import { Choice } from "../ui/Choice.tsx";
import { TextField } from "../ui/TextField.tsx";
import { Toggle } from "../ui/Toggle.tsx";
import { dictionary, useWords } from "../words.ts";
import { RefundFrame } from "./RefundFrame.tsx";
import { RefundLines } from "./RefundLines.tsx";
import { reasonWords } from "./reasons.ts";
import { createRefundForm, RETURN_REASONS } from "./refund-form.ts";
import { createRefunding, type RefundHere } from "./refunding.ts";

const words = dictionary({
  id: {
    title: (of: { number: string }) => `Retur ${of.number}`,
    reason: "Alasan",
    note: "Catatan",
    noteHint: "Boleh kosong",
    inCash: "Kembalikan tunai",
    inCashHint: "Walaupun dibayar dengan cara lain; perlu persetujuan manajer",
    refund: "Kembalikan uang",
    done: "Retur tercatat.",
    lines: "Pilih barang yang kembali dan tulis banyaknya.",
    tooMuch: "Yang kembali lebih banyak dari yang bisa diretur.",
    why: "Pilih alasannya.",
  },
  en: {
    title: (of) => `Return ${of.number}`,
    reason: "Reason",
    note: "Note",
    noteHint: "May stay empty",
    inCash: "Pay back in cash",
    inCashHint: "Whatever it was paid with; needs a manager's approval",
    refund: "Pay back",
    done: "The return is recorded.",
    lines: "Choose what comes back and write how much.",
    tooMuch: "More comes back than can be returned.",
    why: "Choose the reason.",
  },
});

export function RefundDialog(props: {
  sale: SaleView;
  here: RefundHere;
  shift: ShiftView;
  onClose: () => void;
  onRefunded: () => Promise<void>;
}) {
  const w = useWords(words);
  const r = useWords(reasonWords);
  const store = createRefundForm(props.sale);
  const missing = () => {
    const what = store.missing();
    return what && w()[what];
  };
  const refunding = createRefunding({
    here: () => props.here,
    draft: (id, approvalId) =>
      store.ready() ? store.draft(id, shopNow(), props.shift.id, approvalId) : null,
    done: () => w().done,
    onRefunded: () => props.onRefunded(),
  });
  return (
    <RefundFrame
      refunding={refunding}
      title={w().title({ number: props.sale.receiptNumber })}
      verb={w().refund}
      icon={Undo2}
      missing={missing()}
      onClose={props.onClose}
    >
      <div class="refund">
        <RefundLines store={store} />
        <Choice
          label={w().reason}
          shape="keys"
          value={store.form.reason}
          options={RETURN_REASONS.map((value) => ({ value, label: r()[value] }))}
          onChange={store.setReason}
        />
        <TextField
          label={w().note}
          hint={w().noteHint}
          value={store.form.note}
          onInput={(note) => store.set("note", note)}
          maxLength={500}
        />
        <Show when={props.sale.payments.some((payment) => payment.method !== "cash")}>
          <Toggle
            label={w().inCash}
            hint={w().inCashHint}
            checked={store.form.inCash}
            onChange={(inCash) => store.set("inCash", inCash)}
          />
        </Show>
      </div>
    </RefundFrame>
  );
}
