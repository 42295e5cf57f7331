// Dividing an amount among several without losing a rupiah.
import { assert } from "./assert.ts";
import { type Rupiah, rupiah } from "./money.ts";

/**
 * Splits `total` (zero or more) in proportion to whole, non-negative `weights` by the largest remainder, ties to the earlier
 * (rules.md). The parts always add up to the total. With weights that are all zero, everything goes to the first.
 */
export function splitByWeight(total: Rupiah, weights: readonly number[]): Rupiah[] {
  assert(total >= 0 && weights.length > 0, `cannot split ${total} among ${weights.length}`);
  const whole = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? total : rupiah(0)));
  const shares = weights.map((weight, index) => {
    const product = BigInt(total) * BigInt(weight);
    return { index, floor: Number(product / whole), remainder: product % whole };
  });
  let left = total - shares.reduce((all, share) => all + share.floor, 0);
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  const parts = shares.map((share) => share.floor);
  for (const { index, floor } of byRemainder) {
    if (left === 0) break;
    parts[index] = floor + 1;
    left -= 1;
  }
  assert(left === 0, `a split of ${total} left ${left}`);
  return parts.map(rupiah);
}
