// Notes and coins: what is handed over, and which of them make up the change.
import { type Rupiah, rupiah, ZERO } from "#rules/money";

export const NOTES = [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000] as const;
export const COINS = [500, 200, 100] as const;
export type Piece = (typeof NOTES)[number] | (typeof COINS)[number];

export interface Handful {
  readonly piece: Piece;
  readonly count: number;
}

/** The fewest notes and coins for an amount, largest first; `rest` is what no coin is small enough for. */
export function handfuls(amount: Rupiah): { pieces: Handful[]; rest: Rupiah } {
  const pieces: Handful[] = [];
  let left: number = amount;
  for (const piece of [...NOTES, ...COINS]) {
    const count = (left - (left % piece)) / piece;
    if (count > 0) pieces.push({ piece, count });
    left %= piece;
  }
  return { pieces, rest: rupiah(left) };
}

/** C5: nobody hands over more than a thousand times what is asked; a slip of the finger does. */
export const strangeFactor = 1000;

export type Tendered =
  | { is: "empty" }
  | { is: "short"; missingRupiah: Rupiah }
  | { is: "enough"; changeRupiah: Rupiah; strange: boolean };

export function judgeTender(tendered: Rupiah | null, total: Rupiah): Tendered {
  if (tendered === null) return { is: "empty" };
  if (tendered < total) return { is: "short", missingRupiah: rupiah(total - tendered) };
  return {
    is: "enough",
    changeRupiah: rupiah(tendered - total),
    strange: tendered > Math.max(total, 1) * strangeFactor,
  };
}

/** One more note on the counter. */
export function withNote(tendered: Rupiah | null, piece: Piece): Rupiah {
  return rupiah((tendered ?? ZERO) + piece);
}
