// Puts what happened to a maker's money into words, from the maker's side and without percentages.
import type { Day } from "#rules/business-day";
import { formatRupiah } from "#rules/money";
import { formatQuantity } from "#rules/quantity";
import type { StatementRow } from "#rules/statement";
import type { words } from "./words.ts";

type Spoken = (typeof words)["id"];

/** What it was, in one line: the heading of a row. */
export function headOf(row: StatementRow, w: Spoken): string {
  switch (row.kind) {
    case "sale":
      return w.sold({ product: row.product });
    case "refund":
      return w.refunded({ product: row.product });
    case "borne":
      return w.borne({ product: row.product });
    case "payout":
      return w.payout({ number: row.number });
    case "payout_reversed":
      return w.payoutReversed({ number: row.number });
  }
}

/** What stands under it: how many at what price, the discount, through which group, into savings. */
export function linesOf(row: StatementRow, w: Spoken): string[] {
  if ("payoutId" in row) return row.savings ? [w.fromSavings] : [];
  if (!("quantityMilli" in row)) return [];
  const quantity = formatQuantity(Math.abs(row.quantityMilli));
  const lines = [w.quantityAtPrice({ quantity, unit: row.unit, price: formatRupiah(row.unitPriceRupiah) })];
  if (row.discountRupiah !== 0) {
    const discount = formatRupiah(Math.abs(row.discountRupiah));
    lines.push(w.afterDiscount({ discount, net: formatRupiah(Math.abs(row.netRupiah)) }));
  }
  if (row.group) lines.push(w.throughGroup({ group: row.group }));
  if (row.savings) lines.push(w.toSavings);
  return lines;
}

/** The rows under the day each happened on, in the order they came. */
export function byDay(rows: readonly StatementRow[]): { day: Day; rows: StatementRow[] }[] {
  const days: { day: Day; rows: StatementRow[] }[] = [];
  for (const row of rows) {
    const last = days.at(-1);
    if (last?.day === row.businessDay) last.rows.push(row);
    else days.push({ day: row.businessDay as Day, rows: [row] });
  }
  return days;
}
