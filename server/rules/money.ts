// Rupiah: whole, exact, inside the range where integers are safe.
import { z } from "zod";
import { assert } from "./assert.ts";
import { refuse } from "./refusal.ts";

declare const rupiahBrand: unique symbol;
/** A whole number of rupiah within ±9,007,199,254,740,991 (rules.md, Amounts). */
export type Rupiah = number & { readonly [rupiahBrand]: true };

/** The one way in: asserts a safe integer and removes −0. */
export function rupiah(amount: number): Rupiah {
  assert(Number.isSafeInteger(amount), `${amount} is not a whole, safe number of rupiah`);
  return (amount === 0 ? 0 : amount) as Rupiah;
}

export const ZERO = rupiah(0);

export type Rounding = "half_up" | "up" | "down";

/**
 * amount × times ÷ by in exact integers, rounded as named. Non-negative operands only: every use that
 * reverses an amount works it out forwards and then negates. Refuses `amount_too_large` outside the safe range.
 */
export function timesOver(amount: number, times: number, by: number, rounding: Rounding): Rupiah {
  assert(amount >= 0 && times >= 0 && by > 0, `timesOver(${amount}, ${times}, ${by})`);
  const product = BigInt(amount) * BigInt(times);
  const divisor = BigInt(by);
  let quotient = product / divisor;
  const remainder = product % divisor;
  if (rounding === "up" ? remainder > 0n : rounding === "half_up" && remainder * 2n >= divisor)
    quotient += 1n;
  if (quotient > BigInt(Number.MAX_SAFE_INTEGER)) refuse("amount_too_large", {});
  return rupiah(Number(quotient));
}

/** The sum; refuses `amount_too_large` when it leaves the safe range. */
export function sum(amounts: readonly number[]): Rupiah {
  let total = 0;
  for (const amount of amounts) {
    total += amount;
    if (!Number.isSafeInteger(total)) refuse("amount_too_large", {});
  }
  return rupiah(total);
}

/** `basisPoints` hundredths of a percent of a non-negative amount. */
export function partOf(amount: Rupiah, basisPoints: number, rounding: Rounding): Rupiah {
  return timesOver(amount, basisPoints, 10_000, rounding);
}

/** The largest amount ≤ `amount` that is a whole number of `step`. */
export function roundDownTo(amount: Rupiah, step: number): Rupiah {
  return rupiah(amount - (amount % step));
}

/** The smallest amount ≥ `amount` that is a whole number of `step`. */
export function roundUpTo(amount: Rupiah, step: number): Rupiah {
  const over = amount % step;
  return over === 0 ? amount : rupiah(amount + step - over);
}

const grouped = /^\d{1,3}(\.\d{3})+$/;
const plain = /^\d+$/;

/** What a person typed as an amount. `15000`, `15.000` and `Rp15.000` are read; anything that could mean two things is not. */
export function parseRupiah(text: string): { ok: true; value: Rupiah } | { ok: false } {
  const bare = text.trim().replace(/^Rp\.?\s*/i, "");
  if (!plain.test(bare) && !grouped.test(bare)) return { ok: false };
  const value = Number(bare.replaceAll(".", ""));
  return Number.isSafeInteger(value) ? { ok: true, value: rupiah(value) } : { ok: false };
}

/** `Rp1.234.567`, `−Rp500` below zero: no spaces, so that it never breaks over two lines (domain.md). */
export function formatRupiah(amount: number): string {
  return `${amount < 0 ? "−" : ""}Rp${groupDigits(Math.abs(amount))}`;
}

/** `1.234.567`: digits in groups of three, for columns whose heading already says rupiah. */
export function groupDigits(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ".");
}

/** No single price, cost, share or payment is a trillion rupiah: it keeps every sum of a book in the safe range for lifetimes. */
export const MOST_RUPIAH = 1_000_000_000_000;

/** An amount on the wire: a whole number, zero or more. */
export const amountSchema = z
  .int({ error: "amount_not_whole" })
  .min(0, { error: "amount_not_whole" })
  .max(MOST_RUPIAH, { error: "amount_too_large" })
  .transform(rupiah)
  .meta({ description: "Whole rupiah, zero or more" });
