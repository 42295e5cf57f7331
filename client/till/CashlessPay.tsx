// QRIS and transfer: the amount to show the customer, and the cashier's word that the money has come.
import Check from "lucide-solid/icons/check";
import { For } from "solid-js";
import { formatRupiah, type Rupiah } from "#rules/money";
import type { Method } from "#rules/sale";
import { Button } from "../ui/Button.tsx";
import { Money } from "../ui/Money.tsx";
import { dictionary, useWords } from "../words.ts";

const words = dictionary({
  id: {
    qris: (of: { total: string }) =>
      [
        "Pelanggan memindai kode QRIS toko.",
        `Pelanggan menulis ${of.total}.`,
        "Tunggu notifikasi di ponsel toko. Layar ponsel pelanggan tidak cukup.",
      ].join("\n"),
    transfer: (of: { total: string }) =>
      [
        "Pelanggan mentransfer ke rekening toko.",
        `Jumlahnya tepat ${of.total}.`,
        "Tunggu notifikasi bank. Foto bukti transfer tidak cukup.",
      ].join("\n"),
    arrived: "Sudah masuk (saya cek notifikasi)",
  },
  en: {
    qris: (of) =>
      [
        "The customer scans the shop's QRIS code.",
        `The customer writes ${of.total}.`,
        "Wait for the notification on the shop's phone. The customer's own screen is not enough.",
      ].join("\n"),
    transfer: (of) =>
      [
        "The customer transfers to the shop's account.",
        `The amount is exactly ${of.total}.`,
        "Wait for the bank's notification. A photo of the transfer is not enough.",
      ].join("\n"),
    arrived: "It has arrived (I checked the notification)",
  },
});

export function CashlessPay(props: {
  way: Method;
  totalRupiah: Rupiah;
  busy: boolean;
  /** Take the focus when it comes: on what to do, never on the key that says it is done. */
  focus: boolean;
  onPay: () => void;
}) {
  const w = useWords(words);
  const steps = () => {
    const total = { total: formatRupiah(props.totalRupiah) };
    return (props.way === "qris" ? w().qris(total) : w().transfer(total)).split("\n");
  };
  return (
    <div class="cashless">
      <p class="cashless-amount">
        <Money amount={props.totalRupiah} size={48} />
      </p>
      <ol
        class="cashless-steps"
        tabIndex={-1}
        ref={(list) => queueMicrotask(() => props.focus && list.focus())}
      >
        <For each={steps()}>{(step) => <li>{step}</li>}</For>
      </ol>
      <Button kind="primary" size="huge" wide icon={Check} busy={props.busy} onClick={() => props.onPay()}>
        {w().arrived}
      </Button>
    </div>
  );
}
