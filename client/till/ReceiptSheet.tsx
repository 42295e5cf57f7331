// The receipt as it stands on the screen and comes out of the printer.
import { For, Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import { formatRupiah, groupDigits } from "#rules/money";
import { formatQuantity } from "#rules/quantity";
import type { Session } from "#rules/session";
import { dictionary, language, useWords } from "../words.ts";
import type { Receipt } from "./receipt.ts";
import "./receipt.css";

const words = dictionary({
  id: {
    practice: "LATIHAN — BUKAN BUKTI BAYAR",
    copy: "SALINAN",
    number: "Nomor",
    cashier: "Kasir",
    discount: "Potongan",
    subtotal: "Subtotal",
    rounding: "Pembulatan",
    total: "TOTAL",
    cash: "Tunai",
    qris: "QRIS",
    transfer: "Transfer",
    edc: "Kartu",
    change: "Kembalian",
    seal: "Segel",
    thanks: "Terima kasih sudah berbelanja.",
  },
  en: {
    practice: "PRACTICE — NOT A PROOF OF PAYMENT",
    copy: "COPY",
    number: "Number",
    cashier: "Cashier",
    discount: "Discount",
    subtotal: "Subtotal",
    rounding: "Rounding",
    total: "TOTAL",
    cash: "Cash",
    qris: "QRIS",
    transfer: "Transfer",
    edc: "Card",
    change: "Change",
    seal: "Seal",
    thanks: "Thank you for your purchase.",
  },
});

export function ReceiptSheet(props: {
  receipt: Receipt;
  session: Session | undefined;
  ref?: ((element: HTMLElement) => void) | undefined;
}) {
  const w = useWords(words);
  const centre = () => props.session?.centre;
  const when = () => {
    const zone = centre()?.timeZone;
    return zone ? formatMoment(props.receipt.soldAtMs, zone, language()) : "";
  };
  return (
    <article class="receipt" aria-label={props.receipt.receiptNumber} ref={(element) => props.ref?.(element)}>
      <header>
        <Show when={props.session?.practice}>
          <p class="receipt-mark">{w().practice}</p>
        </Show>
        <Show when={props.receipt.copy}>
          <p class="receipt-mark">{w().copy}</p>
        </Show>
        <p class="receipt-centre">{centre()?.name}</p>
        <p>{centre()?.place}</p>
      </header>
      <p class="receipt-number">{props.receipt.receiptNumber}</p>
      <p>{when()}</p>
      <p>
        {w().cashier}: {props.receipt.cashier}
      </p>
      <hr />
      <ul>
        <For each={props.receipt.lines}>
          {(line) => (
            <li>
              <p>{line.name}</p>
              <Row
                label={`${formatQuantity(line.quantityMilli)} ${line.unit} × ${groupDigits(line.unitPriceRupiah)}`}
                amount={groupDigits(line.grossRupiah)}
              />
              <Show when={line.discountRupiah > 0}>
                <Row label={w().discount} amount={`−${groupDigits(line.discountRupiah)}`} />
              </Show>
            </li>
          )}
        </For>
      </ul>
      <hr />
      <Show when={props.receipt.saleDiscountRupiah > 0 || props.receipt.roundingRupiah > 0}>
        <Row label={w().subtotal} amount={groupDigits(props.receipt.subtotalRupiah)} />
      </Show>
      <Show when={props.receipt.saleDiscountRupiah > 0}>
        <Row label={w().discount} amount={`−${groupDigits(props.receipt.saleDiscountRupiah)}`} />
      </Show>
      <Show when={props.receipt.roundingRupiah > 0}>
        <Row label={w().rounding} amount={`−${groupDigits(props.receipt.roundingRupiah)}`} />
      </Show>
      <p class="receipt-row receipt-total">
        <span>{w().total}</span>
        <span>{formatRupiah(props.receipt.totalRupiah)}</span>
      </p>
      <For each={props.receipt.payments}>
        {(payment) => (
          <Row
            label={w()[payment.method]}
            amount={groupDigits(payment.tenderedRupiah ?? payment.amountRupiah)}
          />
        )}
      </For>
      <Show when={props.receipt.payments.some((payment) => payment.method === "cash")}>
        <Row label={w().change} amount={groupDigits(props.receipt.changeRupiah)} />
      </Show>
      <hr />
      <footer>
        <p>{props.session?.settings?.receiptFooter || w().thanks}</p>
        <p>
          {w().seal} {props.receipt.seal}
        </p>
      </footer>
    </article>
  );
}

function Row(props: { label: string; amount: string }) {
  return (
    <p class="receipt-row">
      <span>{props.label}</span>
      <span>{props.amount}</span>
    </p>
  );
}
