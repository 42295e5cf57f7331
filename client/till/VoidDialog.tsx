// A void: a mistake, before the customer leaves; the whole sale is taken back, with a manager's approval.
import Ban from "lucide-solid/icons/ban";
import { createSignal, Show } from "solid-js";
import { formatRupiah } from "#rules/money";
import type { SaleView } from "#rules/sale-view";
import type { ShiftView } from "#rules/shift";
import { shopNow } from "../clock.ts";
import { Notice } from "../ui/Notice.tsx";
import { TextField } from "../ui/TextField.tsx";
import { dictionary, useWords } from "../words.ts";
import { RefundFrame } from "./RefundFrame.tsx";
import { voidDraft } from "./refund-form.ts";
import { createRefunding, type RefundHere } from "./refunding.ts";

const words = dictionary({
  id: {
    title: (of: { number: string }) => `Batalkan ${of.number}`,
    said: (of: { total: string }) =>
      `Seluruh penjualan ${of.total} dibatalkan karena salah catat, dan pelanggan belum pergi. Barang kembali ke rak. Untuk barang yang dibawa kembali, pilih Retur.`,
    unconfirmed: "Uang QRIS yang belum dipastikan tidak dikembalikan tunai: penjualannya saja yang batal.",
    note: "Apa yang salah",
    noteHint: "Boleh kosong",
    verb: "Batalkan penjualan",
    done: "Penjualan dibatalkan.",
  },
  en: {
    title: (of) => `Void ${of.number}`,
    said: (of) =>
      `The whole sale of ${of.total} is taken back as a mistake, before the customer has left. The goods go back on the shelf. For goods that are brought back, choose Return.`,
    unconfirmed: "QRIS money that was never confirmed is not paid back in cash: only the sale is void.",
    note: "What was wrong",
    noteHint: "May stay empty",
    verb: "Void the sale",
    done: "The sale is void.",
  },
});

export function VoidDialog(props: {
  sale: SaleView;
  here: RefundHere;
  shift: ShiftView;
  onClose: () => void;
  onRefunded: () => Promise<void>;
}) {
  const w = useWords(words);
  const [note, setNote] = createSignal("");
  // As it was when the void was begun; afterwards the sale says that nothing waits.
  const neverCame = props.sale.payments.every((payment) => payment.unconfirmed);
  const refunding = createRefunding({
    here: () => props.here,
    draft: (id, approvalId) =>
      voidDraft(props.sale, {
        id,
        refundedAtMs: shopNow(),
        shiftId: props.shift.id,
        note: note(),
        approvalId,
      }),
    done: () => w().done,
    onRefunded: () => props.onRefunded(),
  });
  return (
    <RefundFrame
      refunding={refunding}
      title={w().title({ number: props.sale.receiptNumber })}
      verb={w().verb}
      icon={Ban}
      missing={null}
      neverCame={neverCame}
      onClose={props.onClose}
    >
      <div class="refund">
        <Notice tone="attention">
          <p>{w().said({ total: formatRupiah(props.sale.totalRupiah) })}</p>
          <Show when={props.sale.payments.some((payment) => payment.unconfirmed)}>
            <p>{w().unconfirmed}</p>
          </Show>
        </Notice>
        <TextField label={w().note} hint={w().noteHint} value={note()} onInput={setNote} maxLength={500} />
      </div>
    </RefundFrame>
  );
}
