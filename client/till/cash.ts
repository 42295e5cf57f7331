// Cash on the counter: whether it is enough, what goes back, and whether it can be meant.
import { type Rupiah, rupiah, ZERO } from "#rules/money";

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
export function withNote(tendered: Rupiah | null, piece: number): Rupiah {
  return rupiah((tendered ?? ZERO) + piece);
}
