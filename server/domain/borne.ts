// Refunds after payout that the centre bears: the makers keep what they were paid.
import { openOfPart } from "#db/queries/payouts";
import type { Day } from "#rules/business-day";
import { account, balance, move } from "#rules/entry";
import { rupiah } from "#rules/money";
import { codesOf } from "./codes.ts";
import { ownAccount, type PartRow, savePart } from "./earnings.ts";
import { post } from "./journal.ts";
import type { Shop } from "./shop.ts";

/** Gives back to each maker what the refund left below zero of a line that had already been paid; outside gross profit. Answers the rows. */
export function bearDebts(
  shop: Shop,
  event: { eventId: string; businessDay: Day; atMs: number },
  parts: readonly PartRow[],
): PartRow[] {
  const rows: PartRow[] = [];
  const postings = parts.flatMap((part) => {
    if (part.makerId === null) return [];
    const open = openOfPart(shop.book.orm, part);
    if (open >= 0) return [];
    const amountRupiah = rupiah(-open);
    const { makerId } = part;
    const row = { ...part, kind: "borne", amountRupiah };
    savePart(shop, row);
    rows.push(row);
    return move(amountRupiah, ownAccount(part.account, codesOf(shop).maker(makerId)), account.borne);
  });
  if (postings.length > 0) post(shop, { ...event, kind: "borne" }, balance(postings));
  return rows;
}
