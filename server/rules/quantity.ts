// Quantities: whole thousandths of a product's unit, so that 2,5 kg is 2500.
import { z } from "zod";

/** One unit, in thousandths. */
export const ONE_UNIT = 1000;

/** No line sells more than a hundred thousand units: a scanned barcode never becomes a quantity (T4). */
export const MOST_MILLI = 100_000 * ONE_UNIT;

/** What a person typed: `2`, `2,5`, `2.5`, `0,125`. `2.500` could mean two things and is not read. */
export function parseQuantity(text: string): { ok: true; value: number } | { ok: false } {
  const match = /^(\d{1,6})(?:([.,])(\d{1,3}))?$/.exec(text.trim());
  if (!match) return { ok: false };
  const [, whole = "0", point, decimals = ""] = match;
  if (point === "." && decimals.length === 3) return { ok: false };
  return inRange(Number(whole) * ONE_UNIT + Number(decimals.padEnd(3, "0")));
}

/** A quantity as files of a trading record write it: decimal with a point, at most three decimals. */
export function parseFileQuantity(text: string): { ok: true; value: number } | { ok: false } {
  const match = /^(\d{1,9})(?:\.(\d{1,3}))?$/.exec(text);
  if (!match) return { ok: false };
  return inRange(Number(match[1]) * ONE_UNIT + Number((match[2] ?? "").padEnd(3, "0")));
}

function inRange(value: number): { ok: true; value: number } | { ok: false } {
  return value > 0 && value <= MOST_MILLI ? { ok: true, value } : { ok: false };
}

/** `2,5`, `1.200`: thousandths as people read them, without their unit. */
export function formatQuantity(quantityMilli: number): string {
  const size = Math.abs(quantityMilli);
  const whole = String(Math.trunc(size / ONE_UNIT)).replace(/\B(?=(\d{3})+$)/g, ".");
  const decimals = String(size % ONE_UNIT)
    .padStart(3, "0")
    .replace(/0+$/, "");
  return `${quantityMilli < 0 ? "−" : ""}${whole}${decimals === "" ? "" : `,${decimals}`}`;
}

/** A quantity on the wire: more than nothing. */
export const quantitySchema = z
  .int()
  .min(1, { error: "quantity_not_positive" })
  .max(MOST_MILLI, { error: "quantity_too_large" })
  .meta({ description: "Thousandths of the unit" });
