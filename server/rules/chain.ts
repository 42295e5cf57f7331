// The canonical record of an act: what the hash chain covers, without database ids or personal data (H1, H2).

export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact };

/** The one way to write a record: keys sorted, no spaces, whole numbers. Two equal records are the same text. */
export function canonical(fact: Fact): string {
  if (fact === null || typeof fact !== "object") return JSON.stringify(fact);
  if (Array.isArray(fact)) return `[${fact.map(canonical).join(",")}]`;
  const entries = Object.entries(fact as { readonly [name: string]: Fact }).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${canonical(value)}`).join(",")}}`;
}

/** What stands before the first act's record. */
export const GENESIS = "0".repeat(64);

/** The characters of a hash that papers carry (H3). */
export function seal(hash: string): string {
  return hash.slice(0, 8).toUpperCase();
}
