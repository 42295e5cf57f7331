// Taxes: the PBJT of each stall, by the moment from which it counts; what a sale bore stays with it.

import { centreQueries } from "#db/queries/centre";
import { centreHistoryQueries } from "#db/queries/centre-history";
import type { StallId } from "#rules/ids";
import type { Rupiah } from "#rules/money";
import { refuse } from "#rules/refusal";
import { type SetTax, type Tax, type TaxChange, taxChangeSchema, taxed, taxSchema } from "#rules/tax";
import { perform } from "./acts.ts";
import type { Shop, Who } from "./shop.ts";

/** A stall's tax at a moment, or null. */
export function taxInForce(shop: Shop, stallId: number, atMs: number): Tax | null {
  const { taxesOf } = shop.book.statements(centreHistoryQueries);
  const versions = shop.book.recall(`taxes ${stallId}`, () => taxesOf.all({ stallId }));
  const version = versions.find((tax) => tax.fromMs <= atMs);
  return version && version.mode !== "none" ? taxSchema.parse(version) : null;
}

/**
 * The tax that makes of a line's worth what was charged for it: the one `now` in force, or one that its stall had, or none. The one in
 * force where no other does either.
 */
export function taxAsCharged(
  shop: Shop,
  stallId: number,
  now: Tax | null,
  worthRupiah: Rupiah,
  charged: { readonly netRupiah: number; readonly taxRupiah?: number | undefined },
): Tax | null {
  const { taxesOf } = shop.book.statements(centreHistoryQueries);
  const had = taxesOf.all({ stallId }).map((version) => taxSchema.parse(version));
  const found = [now, ...had.filter((tax) => tax.mode !== "none"), null].find((tax) => {
    const { netRupiah, taxRupiah } = taxed(worthRupiah, tax);
    return netRupiah === charged.netRupiah && taxRupiah === (charged.taxRupiah ?? 0);
  });
  return found === undefined ? now : found;
}

/** Every change of every stall's tax, the newest of a stall first; some may not have begun. */
export function taxChanges(shop: Shop): TaxChange[] {
  const { taxesOf } = shop.book.statements(centreHistoryQueries);
  return shop.book
    .statements(centreQueries)
    .stalls.all()
    .flatMap((stall) => taxesOf.all({ stallId: stall.id }))
    .map((change) => taxChangeSchema.parse(change));
}

/** How far behind a form's own clock may be: "from now on" is still now when it arrives. */
const SLACK_MS = 10 * 60 * 1000;

/** Sets a stall's tax from a moment on; refuses `tax_has_begun` for a moment that has passed or lies before its last change. */
export function setTax(shop: Shop, who: Who, command: SetTax): { stallId: StallId } {
  return perform(shop, { kind: "tax_set", command, who, atMs: shop.now() }, () => {
    const { stallId, fromMs, mode, rateBasisPoints, name } = command;
    const stall =
      shop.book.statements(centreQueries).stallById.get({ id: stallId }) ?? refuse("unknown_stall");
    const queries = shop.book.statements(centreHistoryQueries);
    const [last] = queries.taxesOf.all({ stallId });
    if (fromMs < shop.now() - SLACK_MS || (last && fromMs <= last.fromMs)) refuse("tax_has_begun");
    queries.insertTax({ stallId, fromMs, mode, rateBasisPoints, name });
    return {
      facts: { stall: stall.code, from: fromMs, mode, rate: rateBasisPoints, name },
      answer: () => ({ stallId }),
    };
  });
}
