// PBJT, the regional tax on some goods and services: off unless a stall has it, and never turnover.
import { z } from "zod";
import { actIdSchema, lineOfText, momentSchema, stallIdSchema } from "./ids.ts";
import { partOf, type Rupiah, rupiah, timesOver } from "./money.ts";

export const TAX_MODES = ["none", "inclusive", "exclusive"] as const;
/** At most 10 % (domain.md). */
export const MOST_TAX_BASIS_POINTS = 1000;

export const taxSchema = z.object({
  mode: z.enum(TAX_MODES),
  rateBasisPoints: z.int().min(0).max(MOST_TAX_BASIS_POINTS),
  /** What papers call it: "PBJT makanan dan minuman". */
  name: lineOfText,
});
export type Tax = z.infer<typeof taxSchema>;

/** A stall's tax from a moment on; what was in force when a sale was made stays with it. */
export const setTaxSchema = taxSchema.extend({
  id: actIdSchema,
  stallId: stallIdSchema,
  fromMs: momentSchema,
});
export type SetTax = z.infer<typeof setTaxSchema>;

/** One change of a stall's tax, and the moment from which it counts. */
export const taxChangeSchema = taxSchema.extend({ stallId: stallIdSchema, fromMs: z.int() });
export type TaxChange = z.infer<typeof taxChangeSchema>;

/**
 * What a line is worth after its discounts, parted into net and tax (rules.md, A sale's total): inclusive takes the tax out of the
 * amount, exclusive puts it on top. The customer pays net + tax.
 */
export function taxed(worthRupiah: Rupiah, tax: Tax | null): { netRupiah: Rupiah; taxRupiah: Rupiah } {
  if (!tax || tax.mode === "none" || tax.rateBasisPoints === 0)
    return { netRupiah: worthRupiah, taxRupiah: rupiah(0) };
  if (tax.mode === "exclusive")
    return { netRupiah: worthRupiah, taxRupiah: partOf(worthRupiah, tax.rateBasisPoints, "half_up") };
  const netRupiah = timesOver(worthRupiah, 10_000, 10_000 + tax.rateBasisPoints, "half_up");
  return { netRupiah, taxRupiah: rupiah(worthRupiah - netRupiah) };
}
