// Earnings: each recipient's part of a line is saved with its month's sum, and moved to the account in which it is owed.
import { earningQueries } from "#db/queries/makers";
import type { Fund } from "#rules/arrangement";
import type { Day } from "#rules/business-day";
import { type Account, account, move, type Posting } from "#rules/entry";
import type { Shop } from "./shop.ts";

export type PartRow = Parameters<ReturnType<typeof earningQueries>["insert"]>[0];

/** Saves a part as it was frozen (K1); below zero it takes back what a refund takes back (K2). */
export function savePart(shop: Shop, part: PartRow): void {
  const earnings = shop.book.statements(earningQueries);
  earnings.insert(part);
  const { makerId, account: kind, businessDay, amountRupiah } = part;
  if (makerId !== null)
    addToMonth(shop, {
      makerId,
      account: kind,
      day: businessDay as Day,
      earnedRupiah: amountRupiah,
      paidRupiah: 0,
    });
}

/** Adds to the sums that `audit` compares with the rows. */
export function addToMonth(
  shop: Shop,
  sum: { makerId: number; account: string; day: Day; earnedRupiah: number; paidRupiah: number },
): void {
  const { day, ...rest } = sum;
  shop.book.statements(earningQueries).addToMonth({ ...rest, month: day.slice(0, 7) });
}

/** What a part moves: from the stall's share expense to whom it is owed; a fund's part only from what is set aside. Negative takes it back. */
export function partPostings(
  amountRupiah: number,
  part: { readonly account: string; readonly makerId: number | null; readonly fund: string | null },
  stallCode: string,
  makerCode: (makerId: number) => string,
): Posting[] {
  if (part.makerId === null) return move(amountRupiah, account.fund(part.fund as Fund), account.setAside);
  return move(amountRupiah, ownAccount(part.account, makerCode(part.makerId)), account.share(stallCode));
}

/** The account in which a maker is owed proceeds, savings, or (a vendor) consignment money. */
export function ownAccount(kind: string, makerCode: string): Account {
  return kind === "savings"
    ? account.savings(makerCode)
    : kind === "vendor"
      ? account.vendor(makerCode)
      : account.payable(makerCode);
}
