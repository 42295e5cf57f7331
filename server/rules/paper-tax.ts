// PBJT as papers name and add it up; the word of the state's other tax never stands on one.

import { sum } from "./money.ts";
import { formatQuantity } from "./quantity.ts";

export interface TaxedLine {
  readonly taxRupiah: number;
  readonly tax: { name: string; mode: "inclusive" | "exclusive"; rateBasisPoints: number } | null;
}

export interface TaxTotal {
  /** `PBJT makanan dan minuman 10 %`. */
  readonly name: string;
  readonly mode: "inclusive" | "exclusive";
  readonly taxRupiah: number;
}

/** One sum for each tax that lines bear, in the order in which the lines come. */
export function taxTotals(lines: readonly TaxedLine[]): TaxTotal[] {
  const taxes = new Map<string, { mode: TaxTotal["mode"]; name: string; rupiahs: number[] }>();
  for (const { tax, taxRupiah } of lines) {
    if (!tax) continue;
    const name = `${taxName(tax.name)} ${percent(tax.rateBasisPoints)}`;
    const key = `${tax.mode} ${name}`;
    const known = taxes.get(key) ?? { mode: tax.mode, name, rupiahs: [] };
    known.rupiahs.push(taxRupiah);
    taxes.set(key, known);
  }
  return [...taxes.values()].map(({ name, mode, rupiahs }) => ({ name, mode, taxRupiah: sum(rupiahs) }));
}

/** A tax's own name with PBJT before it where it does not say so; "PPN" is another tax, and is never printed (domain.md). */
export function taxName(name: string): string {
  const own = name
    .replace(/\bPPN\b/gi, "")
    .replace(/\s+/g, " ")
    .trim();
  return /\bPBJT\b/i.test(own) ? own : `PBJT ${own}`.trim();
}

/** `10 %`, `2,5 %`: hundredths of a percent as people write them. */
function percent(basisPoints: number): string {
  return `${formatQuantity(basisPoints * 10)} %`;
}
