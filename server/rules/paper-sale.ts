// A sale's receipt as rows, from the stored sale.
import { formatMoment } from "./business-day.ts";
import { formatRupiah, sum } from "./money.ts";
import type { Paper, PaperRow } from "./paper.ts";
import {
  amount,
  centred,
  centredStrong,
  fact,
  headOf,
  marked,
  marksOf,
  type PaperSetting,
  RULE,
  said,
  sealOf,
  stressed,
  strongAmount,
} from "./paper-rows.ts";
import { taxTotals } from "./paper-tax.ts";
import { type PaperWords, paperWords } from "./paper-words.ts";
import { formatQuantity } from "./quantity.ts";
import type { SaleView } from "./sale-view.ts";

/** What is true of a receipt beside its sale. */
export interface ReceiptSetting extends PaperSetting {
  /** It was issued without the server (N2). */
  readonly offline?: boolean;
  /** Nothing was sold: somebody is learning (H7). */
  readonly training?: boolean;
}

/** What a receipt needs of a sale: a stored one, or one that a till has just charged. */
export type ReceiptSale = Omit<SaleView, "id" | "shiftId" | "businessDay" | "copies" | "offline">;

export function saleReceipt(sale: ReceiptSale, setting: ReceiptSetting): Paper {
  const w = paperWords(setting.language);
  const moment = (atMs: number): string => formatMoment(atMs, setting.zone, setting.language);
  const { letterhead } = sale;
  return {
    kind: "receipt",
    number: sale.receiptNumber,
    opensDrawer:
      setting.copy === 0 && !setting.training && sale.payments.some((payment) => payment.method === "cash"),
    rows: [
      ...(setting.training ? [marked(w.training)] : []),
      ...marksOf(setting),
      ...(sale.refunds.some((refund) => refund.reason === "mistake") ? [marked(w.void)] : []),
      ...headOf(letterhead),
      centredStrong(sale.receiptNumber),
      said(moment(sale.soldAtMs)),
      said(`${w.cashier}: ${sale.cashier} (${sale.till})`),
      ...(sale.approvedBy === null ? [] : [fact(w.approved, sale.approvedBy)]),
      ...(setting.offline ? [stressed(w.offline)] : []),
      ...(sale.supplement === null ? [] : [said(`${w.supplement}${sale.supplement}`)]),
      RULE,
      ...sale.lines.flatMap((line) => lineRows(line, w)),
      RULE,
      ...totalRows(sale, w),
      ...sale.payments.flatMap((payment) => paymentRows(sale, payment, w, moment)),
      ...refundedRows(sale, w, moment),
      RULE,
      { is: "qr", text: sale.receiptNumber },
      centred(letterhead.footer || w.thanks),
      ...sealOf(sale.seal, w),
    ],
  };
}

function lineRows(line: SaleView["lines"][number], w: PaperWords): PaperRow[] {
  const quantity = `${formatQuantity(line.quantityMilli)} ${line.unit}`;
  return [
    said(line.name),
    amount(`${quantity} × ${formatRupiah(line.unitPriceRupiah)}`, line.grossRupiah),
    ...(line.discountRupiah > 0 ? [amount(w.discount, -line.discountRupiah)] : []),
    ...(line.note === null ? [] : [fact(w.note, line.note)]),
  ];
}

function totalRows(sale: ReceiptSale, w: PaperWords): PaperRow[] {
  const taxes = taxTotals(sale.lines);
  const exclusive = taxes.filter((tax) => tax.mode === "exclusive");
  const inclusive = taxes.filter((tax) => tax.mode === "inclusive");
  const differs = sale.saleDiscountRupiah > 0 || sale.roundingRupiah !== 0 || exclusive.length > 0;
  const subtotal = sum(sale.lines.map((line) => line.grossRupiah - line.discountRupiah));
  return [
    ...(differs ? [amount(w.subtotal, subtotal)] : []),
    ...(sale.saleDiscountRupiah > 0 ? [amount(w.discount, -sale.saleDiscountRupiah)] : []),
    ...exclusive.map((tax) => amount(tax.name, tax.taxRupiah)),
    ...(sale.roundingRupiah === 0 ? [] : [amount(w.rounding, -sale.roundingRupiah)]),
    strongAmount(w.total, sale.totalRupiah),
    ...inclusive.map((tax) => amount(`${w.including} ${tax.name}`, tax.taxRupiah)),
  ];
}

function paymentRows(
  sale: ReceiptSale,
  payment: SaleView["payments"][number],
  w: PaperWords,
  moment: (atMs: number) => string,
): PaperRow[] {
  const { method, amountRupiah, tenderedRupiah, reference, unconfirmed, confirmedBy, confirmedAtMs } =
    payment;
  return [
    amount(w[method], amountRupiah),
    ...(reference === null ? [] : [fact(w.reference, reference)]),
    ...(unconfirmed ? [stressed(w.unconfirmed)] : []),
    // Who saw the notification at once is the cashier, who stands above.
    ...(confirmedBy !== null && confirmedAtMs !== null && confirmedAtMs !== sale.soldAtMs
      ? [said(`${w.confirmed}: ${confirmedBy}, ${moment(confirmedAtMs)}`)]
      : []),
    ...(tenderedRupiah === null
      ? []
      : [amount(w.tendered, tenderedRupiah), amount(w.change, tenderedRupiah - amountRupiah)]),
  ];
}

/** The original shows what came back of it (R4). */
function refundedRows(sale: ReceiptSale, w: PaperWords, moment: (atMs: number) => string): PaperRow[] {
  return sale.refunds.flatMap((refund) => [
    RULE,
    said(
      `${refund.reason === "mistake" ? w.voiding : w.refund} ${refund.receiptNumber}, ${moment(refund.refundedAtMs)}`,
    ),
    amount(w.moneyBack, refund.totalRupiah),
  ]);
}
