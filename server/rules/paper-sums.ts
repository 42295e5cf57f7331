// A shift's sums as rows, for its X and its Z alike; what would give away a drawer that is not counted yet stays out (C1).
import { sum } from "./money.ts";
import type { PaperRow } from "./paper.ts";
import { amount, fact, heading, strongAmount } from "./paper-rows.ts";
import { taxName } from "./paper-tax.ts";
import type { PaperWords } from "./paper-words.ts";
import type { ShiftTotals } from "./shift.ts";

type Counted = { count: number; rupiah: number };

/** `Salinan dicetak  3`. */
export const countOf = (left: string, count: number): PaperRow => ({
  is: "pair",
  left,
  right: String(count),
});

/** What was sold and taken back, its tax, and the ways it was paid. */
export function sumRows(totals: ShiftTotals, w: PaperWords): PaperRow[] {
  const { sales, refunds, voids, discounts, tax, tenders, categories, cashiers, unconfirmedQris } = totals;
  const after = sales && refunds && voids ? sum([sales.rupiah, -refunds.rupiah, -voids.rupiah]) : null;
  return [
    ...heading(w.selling),
    counted(w.sales, sales, 1, w),
    counted(w.refunds, refunds, -1, w),
    counted(w.voids, voids, -1, w),
    open(w.afterReturns, after, w, true),
    counted(w.discounts, discounts, -1, w),
    open(w.rounding, totals.roundingRupiah, w),
    ...(tax.length === 0 ? [] : heading(w.taxes)),
    ...tax.map(({ name, rupiah }) => amount(taxName(name), rupiah)),
    ...heading(w.byMethod),
    ...tenders.flatMap(({ method, sold, refunded }) => [
      counted(w[method], sold, 1, w),
      ...(refunded && refunded.count > 0 ? [counted(`${w[method]}, ${w.refunded}`, refunded, -1, w)] : []),
    ]),
    ...(unconfirmedQris.count === 0 ? [] : [counted(w.waiting, unconfirmedQris, 1, w)]),
    ...heading(w.byCategory),
    ...categories.map(({ category, netRupiah }) => open(category, netRupiah, w)),
    ...heading(w.byCashier),
    ...cashiers.map(({ name, sales: count, rupiah }) => open(`${name} (${count})`, rupiah, w)),
  ];
}

/** What moved in the drawer, what it should hold, and the papers that were issued. */
export function drawerRows(totals: ShiftTotals, w: PaperWords): PaperRow[] {
  const cash = totals.tenders.find((tender) => tender.method === "cash");
  return [
    ...heading(w.drawerHead),
    amount(w.float, totals.floatRupiah),
    open(w.cashSold, cash ? (cash.sold?.rupiah ?? null) : 0, w),
    open(w.cashRefunded, cash ? minus(cash.refunded?.rupiah ?? null) : 0, w),
    counted(w.cash_in, totals.cashIn, 1, w),
    counted(w.top_up, totals.topUps, 1, w),
    counted(w.cash_out, totals.cashOut, -1, w),
    counted(w.deposit, totals.deposits, -1, w),
    counted(w.payouts, totals.payouts, -1, w),
    open(w.expected, totals.expectedRupiah, w, true),
    ...heading(w.papers),
    fact(w.firstNumber, totals.firstNumber ?? w.none),
    fact(w.lastNumber, totals.lastNumber ?? w.none),
    countOf(w.copies, totals.copies),
    countOf(w.drawerOpened, totals.drawerOpened),
  ];
}

/** `Penjualan (12)` and its sum; `sign` says which way it counts. */
function counted(left: string, sums: Counted | null, sign: 1 | -1, w: PaperWords): PaperRow {
  if (!sums) return open(left, null, w);
  return open(`${left} (${sums.count})`, sign === 1 ? sums.rupiah : minus(sums.rupiah), w);
}

function minus(rupiah: number | null): number | null {
  return rupiah === null ? null : 0 - rupiah;
}

/** An amount, or that it is told after counting. */
function open(left: string, rupiah: number | null, w: PaperWords, strong = false): PaperRow {
  if (rupiah === null) return { is: "pair", left, right: w.hidden };
  return strong ? strongAmount(left, rupiah) : amount(left, rupiah);
}
