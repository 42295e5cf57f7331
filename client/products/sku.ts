// Suggests a product's code from its name: short, in capitals, and not yet taken.

const longest = 24;

/** `KAIN-BATIK-CIPRAT` for "Kain Batik Ciprat"; with `-2` behind it when that is taken. Empty for a name without letters. */
export function suggestedSku(name: string, taken: readonly string[]): string {
  const words = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== "");
  let code = "";
  for (const word of words) {
    const longer = code === "" ? word.slice(0, longest) : `${code}-${word}`;
    if (longer.length > longest) break;
    code = longer;
  }
  if (code === "" || !taken.includes(code)) return code;
  let number = 2;
  while (taken.includes(`${code}-${number}`)) number += 1;
  return `${code}-${number}`;
}
