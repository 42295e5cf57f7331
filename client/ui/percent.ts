// Reads and writes a percentage with at most two decimals as hundredths of a percent.

/** `33,33`, `82.5`, `70`, `70 %`: 3333, 8250, 7000. */
export function parsePercent(text: string): { ok: true; value: number } | { ok: false } {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim());
  if (!match) return { ok: false };
  const value = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return value <= 10_000 ? { ok: true, value } : { ok: false };
}

/** `33,33`, `82,5`, `70`. */
export function formatPercent(basisPoints: number): string {
  const decimals = String(basisPoints % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return `${Math.trunc(basisPoints / 100)}${decimals === "" ? "" : `,${decimals}`}`;
}
