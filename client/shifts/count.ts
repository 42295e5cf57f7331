// Counts a drawer note by note: how many of each, and what they come to.
import { createStore } from "solid-js/store";
import { type Rupiah, rupiah, sum, timesOver, ZERO } from "#rules/money";

export const PIECES = [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100] as const;

/** More than this of one piece is a slip of the finger. */
const most = 100_000;

export function createCount() {
  const [counts, setCounts] = createStore<Record<number, number>>({});
  return {
    countOf: (piece: number) => counts[piece] ?? null,
    set: (piece: number, count: number | null) => setCounts(piece, count ?? 0),
    /** What all the pieces come to. */
    total: (): Rupiah => sum(PIECES.map((piece) => worthOfPiece(piece, counts[piece] ?? 0))),
    isEmpty: () => PIECES.every((piece) => !counts[piece]),
  };
}

export function worthOfPiece(piece: number, count: number): Rupiah {
  return count === 0 ? ZERO : timesOver(rupiah(piece), count, 1, "down");
}

/** A whole number of pieces; anything else is not read. */
export function parseCount(text: string): { ok: true; value: number } | { ok: false } {
  if (!/^\d{1,6}$/.test(text.trim())) return { ok: false };
  const value = Number(text);
  return value <= most ? { ok: true, value } : { ok: false };
}
