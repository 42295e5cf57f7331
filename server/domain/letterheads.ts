// Letterheads: the head and foot of papers, kept from moment to moment so that a copy made years later is the same paper (P5).
import { centreHistoryQueries } from "#db/queries/centre-history";
import type { Letterhead } from "#rules/paper";
import { ALWAYS_MS } from "./arrangements.ts";
import { centreOf, type Shop } from "./shop.ts";

/** The letterhead as it stood at a moment. */
export function letterheadAt(shop: Shop, atMs: number): Letterhead {
  const kept = shop.book.statements(centreHistoryQueries).letterheadAt.get({ atMs });
  const { name, place, receiptFooter } = centreOf(shop);
  return kept
    ? { name: kept.name, place: kept.place, footer: kept.footer }
    : { name, place, footer: receiptFooter };
}

/** Keeps a new letterhead from now on, inside the act that changes it; the one before it counts from always. */
export function changeLetterhead(shop: Shop, letterhead: Letterhead): void {
  const queries = shop.book.statements(centreHistoryQueries);
  const before = letterheadAt(shop, shop.now());
  if (isSame(before, letterhead)) return;
  if (!queries.letterheadAt.get({ atMs: ALWAYS_MS }))
    queries.insertLetterhead({ fromMs: ALWAYS_MS, ...before });
  queries.insertLetterhead({ fromMs: shop.now(), ...letterhead });
}

function isSame(a: Letterhead, b: Letterhead): boolean {
  return a.name === b.name && a.place === b.place && a.footer === b.footer;
}
