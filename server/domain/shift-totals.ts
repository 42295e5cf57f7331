// A shift's running sums: added up act by act, so that its X and its closing read a handful of rows however much was sold (S1).
import { shiftTotalQueries } from "#db/queries/shift-totals";
import { type Rupiah, rupiah } from "#rules/money";
import type { Shop } from "./shop.ts";

/**
 * What is added up. `drawer` is the cash that its drawer should hold (every event that touches it adds its signed amount); `discount` the
 * sales with one; `category` nets by category, `category_back` what refunds took of them; `tax` by name; `cashier` by code; the rest say
 * themselves. Keys are empty where a kind has but one sum.
 */
export type TotalKind =
  | "drawer"
  | "sale"
  | "refund"
  | "void"
  | "discount"
  | "rounding"
  | "tax"
  | "tender"
  | "tender_back"
  | "category"
  | "category_back"
  | "cashier"
  | "cash_in"
  | "cash_out"
  | "deposit"
  | "top_up"
  | "payout"
  | "opened"
  | "copy";

export interface TotalRow {
  readonly kind: TotalKind;
  readonly key: string;
  readonly count: number;
  readonly rupiah: number;
}

/** Adds to the sums of a shift, inside the event's own write. */
export function countInShift(shop: Shop, shiftId: string, rows: readonly TotalRow[]): void {
  const { add } = shop.book.statements(shiftTotalQueries);
  for (const row of rows) add({ shiftId, ...row });
}

/** One sum of a shift. */
export function inShift(rupiahs: number, kind: TotalKind, key = "", count = 1): TotalRow {
  return { kind, key, count, rupiah: rupiahs };
}

/** Everything that was added up for a shift. */
export function shiftSums(shop: Shop, shiftId: string): TotalRow[] {
  return shop.book.statements(shiftTotalQueries).ofShift.all({ shiftId }) as TotalRow[];
}

/** The cash that a shift's drawer should hold; null where the shift began before sums were kept. */
export function drawerOf(shop: Shop, shiftId: string): Rupiah | null {
  const row = shop.book.statements(shiftTotalQueries).one.get({ shiftId, kind: "drawer", key: "" });
  return row ? rupiah(row.rupiah) : null;
}
