// The list of makers as the screen needs it: searched, in order, with what is owed added up.

import type { MakerKind } from "#rules/makers";
import { sum } from "#rules/money";
import type { MakerRow } from "#rules/statement";

/** Those with money waiting first, then by name; those who have left come last. */
export function ordered(makers: readonly MakerRow[]): MakerRow[] {
  return [...makers].sort(
    (a, b) =>
      Number(b.active) - Number(a.active) ||
      b.owedRupiah - a.owedRupiah ||
      a.name.localeCompare(b.name, "id"),
  );
}

export function matching(makers: readonly MakerRow[], text: string): MakerRow[] {
  const wanted = folded(text);
  return makers.filter((maker) => folded(maker.name).includes(wanted) || folded(maker.code).includes(wanted));
}

export function totals(makers: readonly MakerRow[]) {
  return {
    owedRupiah: sum(makers.map((maker) => maker.owedRupiah)),
    savingsRupiah: sum(makers.map((maker) => maker.savingsRupiah)),
    waiting: makers.filter((maker) => maker.owedRupiah > 0 && maker.kind !== "group").length,
  };
}

const prefixes: Record<MakerKind, string> = { person: "PM", group: "KUBE", vendor: "MITRA" };

/** The next free code of a kind: `PM-015` after `PM-014`. */
export function suggestedCode(kind: MakerKind, taken: readonly string[]): string {
  const prefix = prefixes[kind];
  const used = taken.flatMap((code) => new RegExp(`^${prefix}-(\\d+)$`).exec(code)?.[1] ?? []);
  const next = Math.max(0, ...used.map(Number)) + 1;
  const width = used.length > 0 ? Math.max(...used.map((digits) => digits.length)) : 3;
  return `${prefix}-${String(next).padStart(width, "0")}`;
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
