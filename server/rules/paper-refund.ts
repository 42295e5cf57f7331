// A refund's receipt as rows: what came back, how the money went back, and who gave and approved it.

import { formatMoment } from "./business-day.ts";
import { formatRupiah, sum } from "./money.ts";
import type { Paper, PaperRow } from "./paper.ts";
import {
  amount,
  centred,
  centredStrong,
  fact,
  handedOver,
  headOf,
  marksOf,
  type PaperSetting,
  RULE,
  said,
  sealOf,
  signature,
  stressed,
  titled,
} from "./paper-rows.ts";
import { taxTotals } from "./paper-tax.ts";
import { type PaperWords, paperWords } from "./paper-words.ts";
import { formatQuantity } from "./quantity.ts";
import { backByMethod } from "./refund.ts";
import type { SaleView } from "./sale-view.ts";

type Refund = SaleView["refunds"][number];

/** The receipt of one of a sale's refunds. */
export function refundReceipt(
  sale: Pick<SaleView, "receiptNumber" | "letterhead" | "lines">,
  refund: Refund,
  /** `offline`: it was issued without the server (N2). */
  setting: PaperSetting & { readonly offline?: boolean },
): Paper {
  const w = paperWords(setting.language);
  const lines = refund.lines.flatMap((back) => {
    const sold = sale.lines.find((line) => line.lineNo === back.lineNo);
    return sold ? [{ ...back, name: sold.name, unit: sold.unit, tax: sold.tax }] : [];
  });
  return {
    kind: "refund",
    number: refund.receiptNumber,
    opensDrawer: setting.copy === 0 && refund.payments.some((payment) => payment.method === "cash"),
    rows: [
      ...marksOf(setting),
      ...headOf(sale.letterhead),
      titled(refund.reason === "mistake" ? w.voiding : w.refund),
      centredStrong(refund.receiptNumber),
      said(formatMoment(refund.refundedAtMs, setting.zone, setting.language)),
      fact(w.ofSale, sale.receiptNumber),
      fact(w.reason, w[refund.reason]),
      fact(w.cashier, refund.cashier),
      ...(refund.approvedBy === null ? [] : [fact(w.approved, refund.approvedBy)]),
      ...(setting.offline ? [stressed(w.offline)] : []),
      RULE,
      ...lines.flatMap((line) => lineRows(line, w)),
      RULE,
      ...totalRows(refund, lines, w),
      ...handedOver(w.moneyBack, refund.totalRupiah, setting.language),
      ...backByMethod(refund.payments).map((payment) => amount(w[payment.method], payment.amountRupiah)),
      ...signature(w.receiver),
      { is: "qr", text: refund.receiptNumber },
      ...(sale.letterhead.footer === "" ? [] : [centred(sale.letterhead.footer)]),
      ...sealOf(refund.seal, w),
    ],
  };
}

type Line = Refund["lines"][number] & Pick<SaleView["lines"][number], "name" | "unit" | "tax">;

/** What a line's price was, tax in it where the price holds it. */
function worth(line: Line): number {
  return line.tax?.mode === "inclusive" ? sum([line.netRupiah, line.taxRupiah]) : line.netRupiah;
}

function lineRows(line: Line, w: PaperWords): PaperRow[] {
  return [
    said(line.name),
    amount(`${formatQuantity(line.quantityMilli)} ${line.unit}`, worth(line)),
    said(line.restock ? w.restocked : w.notRestocked),
  ];
}

function totalRows(refund: Refund, lines: readonly Line[], w: PaperWords): PaperRow[] {
  const taxes = taxTotals(lines);
  return [
    ...taxes.filter((tax) => tax.mode === "exclusive").map((tax) => amount(tax.name, tax.taxRupiah)),
    ...taxes
      .filter((tax) => tax.mode === "inclusive")
      .map((tax) => said(`${w.including} ${tax.name}: ${formatRupiah(tax.taxRupiah)}`)),
    // Above zero on a refund is paid back on top, in the customer's favour.
    ...(refund.roundingRupiah === 0 ? [] : [amount(w.rounding, refund.roundingRupiah)]),
  ];
}
