// What a day's match comes to: what waits, what is settled, and how far the two sides are apart.
import { type Rupiah, rupiah } from "#rules/money";
import type { SettlementDay } from "#rules/settlements";

export type Pair = SettlementDay["matched"][number];

/** A provider writes `17:30`, this program `17.30`; some name no time. */
export function timeSaid(time: string | null): string {
  return time?.replaceAll(":", ".") ?? "–";
}

/** Above zero the provider has more than the book. */
export function difference(match: SettlementDay): Rupiah {
  return rupiah(match.fileRupiah - match.bookRupiah);
}

export function isEmpty(match: SettlementDay): boolean {
  return match.matched.length + match.onlyInFile.length + match.onlyInBook.length === 0;
}

export function allMatch(match: SettlementDay): boolean {
  return match.hasFile && match.onlyInFile.length + match.onlyInBook.length === 0;
}

/** Pairs whose money nobody has confirmed yet. */
export function waitingIn(match: SettlementDay): readonly Pair[] {
  return match.matched.filter((pair) => pair.sold.unconfirmed);
}

export function settledIn(match: SettlementDay): readonly Pair[] {
  return match.matched.filter((pair) => !pair.sold.unconfirmed);
}
