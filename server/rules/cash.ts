// Indonesia's money in circulation: banknotes and coins, largest first, and amounts laid out in them.
import { type Rupiah, rupiah, sum, timesOver } from "./money.ts";

export const BANKNOTES = [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000] as const;
/** Rp1.000 is a note and a coin; a count needs its value once. */
export const COINS = [500, 200, 100] as const;
export const CASH_VALUES = [...BANKNOTES, ...COINS] as const;
export type CashValue = (typeof CASH_VALUES)[number];

/** How many there are of one note or coin. */
export interface Pieces {
  valueRupiah: CashValue;
  count: number;
}

/** What the notes and coins come to. */
export function notesWorth(notes: readonly Pieces[]): Rupiah {
  return sum(notes.map(({ valueRupiah, count }) => valueRupiah * count));
}

/** An amount in as few notes and coins as it takes, and what no note or coin comes to; nothing where there is no cash. */
export function inNotes(amountRupiah: Rupiah): { notes: Pieces[]; otherRupiah: Rupiah } {
  const notes: Pieces[] = [];
  let rest = Math.max(0, amountRupiah);
  for (const valueRupiah of CASH_VALUES) {
    const under = rest % valueRupiah;
    const count = timesOver(rupiah(rest - under), 1, valueRupiah, "down");
    if (count > 0) notes.push({ valueRupiah, count });
    rest = under;
  }
  return { notes, otherRupiah: rupiah(rest) };
}
