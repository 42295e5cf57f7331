// The canonical record of an act: what the hash chain covers, without database ids or personal data (H1, H2).

export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact };

/** The one way to write a record: keys sorted, no spaces, whole numbers. Two equal records are the same text. */
export function canonical(fact: Fact): string {
  if (fact === null || typeof fact !== "object") return JSON.stringify(fact);
  let text = "";
  if (Array.isArray(fact)) {
    for (const item of fact) text += `${text === "" ? "" : ","}${canonical(item)}`;
    return `[${text}]`;
  }
  const fields = fact as { readonly [name: string]: Fact };
  for (const name of Object.keys(fields).sort()) {
    text += `${text === "" ? "" : ","}${JSON.stringify(name)}:${canonical(fields[name] ?? null)}`;
  }
  return `{${text}}`;
}

/** What stands before the first act's record. */
export const GENESIS = "0".repeat(64);

/** The characters of a hash that papers carry (H3). */
export function seal(hash: string): string {
  return hash.slice(0, 8).toUpperCase();
}
