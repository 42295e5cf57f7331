// Counts a drawer note by note: how many of each, what other coins lie there, and what it all comes to.
import { createSignal } from "solid-js";
import { createStore } from "solid-js/store";
import { CASH_VALUES, type CashValue } from "#rules/cash";
import { type Rupiah, rupiah, sum, timesOver, ZERO } from "#rules/money";
import type { Notes } from "#rules/shift";

/** More than this of one piece is a slip of the finger. */
const most = 100_000;

export function createCount() {
  const [counts, setCounts] = createStore<Partial<Record<CashValue, number>>>({});
  const [other, setOther] = createSignal<Rupiah | null>(null);
  const countOf = (piece: CashValue) => counts[piece] ?? null;
  return {
    countOf,
    set: (piece: CashValue, count: number | null) => setCounts(piece, count ?? undefined),
    addOne: (piece: CashValue) => setCounts(piece, (count = 0) => Math.min(count + 1, most)),
    /** Coins of Rp50 and less, as one amount. */
    other,
    setOther,
    /** Only what is there. */
    notes: (): Notes =>
      CASH_VALUES.flatMap((valueRupiah) => {
        const count = counts[valueRupiah] ?? 0;
        return count > 0 ? [{ valueRupiah, count }] : [];
      }),
    worthOf: (piece: CashValue) => worthOfPiece(piece, counts[piece] ?? 0),
    total: (): Rupiah =>
      sum([other() ?? ZERO, ...CASH_VALUES.map((piece) => worthOfPiece(piece, counts[piece] ?? 0))]),
    isEmpty: () => !other() && CASH_VALUES.every((piece) => !counts[piece]),
  };
}

export type Count = ReturnType<typeof createCount>;

export function worthOfPiece(piece: number, count: number): Rupiah {
  return count === 0 ? ZERO : timesOver(rupiah(piece), count, 1, "down");
}

/** A whole number of pieces; anything else is not read. */
export function parseCount(text: string): { ok: true; value: number } | { ok: false } {
  if (!/^\d{1,6}$/.test(text.trim())) return { ok: false };
  const value = Number(text);
  return value <= most ? { ok: true, value } : { ok: false };
}
