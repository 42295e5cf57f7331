// Counts a drawer note by note: how many of each, what other coins lie there, and what it all comes to.
import { createEffect, createSignal } from "solid-js";
import { createStore } from "solid-js/store";
import { z } from "zod";
import { CASH_VALUES, type CashValue } from "#rules/cash";
import { amountSchema, type Rupiah, rupiah, sum, timesOver, ZERO } from "#rules/money";
import type { Notes } from "#rules/shift";

/** More than this of one piece is a slip of the finger. */
const most = 100_000;

interface Kept {
  readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  /** Of one drawer and one shift. */
  readonly key: string;
}

const keptSchema = z.object({
  counts: z.partialRecord(z.enum(CASH_VALUES.map(String)), z.int().min(0).max(most)),
  other: amountSchema.nullable(),
});

/** `kept`: what was counted outlives a reload and a way elsewhere, until it was answered. */
export function createCount(kept?: Kept) {
  const before = kept ? readKept(kept) : null;
  const [counts, setCounts] = createStore<Partial<Record<CashValue, number>>>(before?.counts ?? {});
  const [other, setOther] = createSignal<Rupiah | null>(before?.other ?? null);
  createEffect(() => {
    const text = JSON.stringify({ counts, other: other() });
    try {
      kept?.storage.setItem(kept.key, text);
    } catch {
      // A browser that keeps nothing loses the count with the page.
    }
  });
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
    /** It was answered; the next count begins at nothing. */
    forget: () => {
      try {
        kept?.storage.removeItem(kept.key);
      } catch {
        // Nothing was kept.
      }
    },
    isEmpty: () => !other() && CASH_VALUES.every((piece) => !counts[piece]),
  };
}

export type Count = ReturnType<typeof createCount>;

function readKept({
  storage,
  key,
}: Kept): { counts: Partial<Record<CashValue, number>>; other: Rupiah | null } | null {
  try {
    const read = keptSchema.safeParse(JSON.parse(storage.getItem(key) ?? "null"));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
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
