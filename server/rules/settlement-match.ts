// Lays a provider's rows of a day beside the book's QRIS payments of that day: equal amounts, the nearest in time first.

export interface Side {
  readonly amountRupiah: number;
  /** When it happened; null where the provider's file has no times. */
  readonly atMs: number | null;
}

export interface Matched<F, B> {
  readonly matched: readonly { readonly settled: F; readonly sold: B }[];
  readonly onlyInFile: readonly F[];
  readonly onlyInBook: readonly B[];
}

/**
 * Nothing is matched twice, and what is matched and what is left over is everything. Among equal amounts the two that lie nearest in time
 * belong together, then the next two; rows without a time take what is left, in their order.
 */
export function matchSettlement<F extends Side, B extends Side>(
  file: readonly F[],
  book: readonly B[],
): Matched<F, B> {
  const sold = Map.groupBy(book, (row) => row.amountRupiah);
  const partner = new Map<F, B>();
  for (const [amount, rows] of Map.groupBy(file, (row) => row.amountRupiah)) {
    for (const [settled, one] of pairs(rows, sold.get(amount) ?? [])) partner.set(settled, one);
  }
  const taken = new Set(partner.values());
  return {
    matched: file.flatMap((settled) => {
      const one = partner.get(settled);
      return one ? [{ settled, sold: one }] : [];
    }),
    onlyInFile: file.filter((row) => !partner.has(row)),
    onlyInBook: book.filter((row) => !taken.has(row)),
  };
}

interface Event<F, B> {
  readonly atMs: number;
  readonly settled?: F;
  readonly sold?: B;
}

function pairs<F extends Side, B extends Side>(file: readonly F[], book: readonly B[]): [F, B][] {
  const found: [F, B][] = [];
  const events: Event<F, B>[] = [
    ...file.flatMap((settled) => (settled.atMs === null ? [] : [{ atMs: settled.atMs, settled }])),
    ...book.flatMap((sold) => (sold.atMs === null ? [] : [{ atMs: sold.atMs, sold }])),
  ].toSorted((a, b) => a.atMs - b.atMs);
  // The nearest two of opposite sides are always neighbours: whatever lay between them would be nearer to one of them.
  for (let at = nearest(events); at !== null; at = nearest(events)) {
    const [a, b] = events.splice(at, 2);
    const settled = a?.settled ?? b?.settled;
    const sold = a?.sold ?? b?.sold;
    if (settled !== undefined && sold !== undefined) found.push([settled, sold]);
  }
  const left = [...events.flatMap(({ sold }) => sold ?? []), ...book.filter((row) => row.atMs === null)];
  const untimed = [
    ...file.filter((row) => row.atMs === null),
    ...events.flatMap(({ settled }) => settled ?? []),
  ];
  for (const settled of untimed) {
    const sold = left.shift();
    if (sold === undefined) break;
    found.push([settled, sold]);
  }
  return found;
}

/** Where the first of the nearest two neighbours of opposite sides stands; null when only one side is left. */
function nearest<F, B>(events: readonly Event<F, B>[]): number | null {
  let best: number | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  for (let at = 1; at < events.length; at += 1) {
    const [a, b] = [events[at - 1], events[at]];
    if (!a || !b || (a.settled === undefined) === (b.settled === undefined)) continue;
    if (b.atMs - a.atMs < shortest) [best, shortest] = [at - 1, b.atMs - a.atMs];
  }
  return best;
}
