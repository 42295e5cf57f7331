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

/**
 * Keeps a new letterhead from now on, inside the act that changes it; the one before it counts from always. It comes after every other,
 * also where the clock stood still or was set back: or an old one would come into force again.
 */
export function changeLetterhead(shop: Shop, letterhead: Letterhead): void {
  const queries = shop.book.statements(centreHistoryQueries);
  const before = letterheadAt(shop, Number.MAX_SAFE_INTEGER);
  if (isSame(before, letterhead)) return;
  const last = queries.letterheadAt.get({ atMs: Number.MAX_SAFE_INTEGER });
  if (!last) queries.insertLetterhead({ fromMs: ALWAYS_MS, ...before });
  const fromMs = Math.max(shop.now(), (last?.fromMs ?? ALWAYS_MS) + 1);
  queries.insertLetterhead({ fromMs, ...letterhead });
}

function isSame(a: Letterhead, b: Letterhead): boolean {
  return a.name === b.name && a.place === b.place && a.footer === b.footer;
}
