// What a cart's lines are worth: gross, discounts, tax and what the customer owes, by the rules of a sale.
import { z } from "zod";
import { actIdSchema, productIdSchema } from "#rules/ids";
import { amountSchema, type Rupiah, rupiah, sum, ZERO } from "#rules/money";
import { quantitySchema } from "#rules/quantity";
import { Refusal } from "#rules/refusal";
import { discountOf, duesOf, grossOf, netLines } from "#rules/sale";
import type { Tax } from "#rules/tax";

/** A discount as it was given: so much money, or a part that follows the quantity until the sale is paid. */
export const discountSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("rupiah"), amountRupiah: amountSchema }),
  z.object({ kind: z.literal("percent"), basisPoints: z.int().min(1).max(10_000) }),
]);
export type Discount = z.infer<typeof discountSchema>;

export const cartLineSchema = z.object({
  key: actIdSchema,
  productId: productIdSchema,
  name: z.string(),
  unit: z.string(),
  unitPriceRupiah: amountSchema,
  quantityMilli: quantitySchema,
  discount: discountSchema.nullable(),
  /** What the customer asks for, for whoever makes it. */
  note: z.string().trim().min(1).max(80).nullable().default(null),
});
export type CartLine = z.infer<typeof cartLineSchema>;

export interface Lines {
  readonly lines: readonly CartLine[];
  readonly saleDiscount: Discount | null;
}

/** The tax in force for a product, by its stall; null is none. */
export type TaxOf = (productId: number) => Tax | null;

/** A line with what it comes to. */
export interface WorthOfLine {
  readonly grossRupiah: Rupiah;
  readonly discountRupiah: Rupiah;
  /** After its own discount, before its part of the sale's. */
  readonly worthRupiah: Rupiah;
  readonly netRupiah: Rupiah;
  readonly taxRupiah: Rupiah;
}

/** All of one tax in a cart. Inclusive it is already in the prices. */
export interface TaxSum {
  readonly name: string;
  readonly mode: Tax["mode"];
  readonly taxRupiah: Rupiah;
}

export interface Worth {
  readonly lines: readonly WorthOfLine[];
  readonly subtotalRupiah: Rupiah;
  readonly saleDiscountRupiah: Rupiah;
  readonly taxes: readonly TaxSum[];
  /** Net and tax of each line: what the customer owes for it. */
  readonly duesRupiah: readonly Rupiah[];
  readonly dueRupiah: Rupiah;
}

export const nothing: Worth = {
  lines: [],
  subtotalRupiah: ZERO,
  saleDiscountRupiah: ZERO,
  taxes: [],
  duesRupiah: [],
  dueRupiah: ZERO,
};

/** What a cart of these lines is worth, or null where a discount or an amount is too large. */
export function worthOf(state: Lines, taxOf: TaxOf): Worth | null {
  if (state.lines.length === 0) return nothing;
  try {
    const priced = state.lines.map((line) => ({
      ...line,
      discountRupiah: inRupiah(line.discount, grossOf(line)),
    }));
    const before = netLines(priced, ZERO);
    if (!before) return null;
    const subtotalRupiah = sum(before.map((line) => line.netRupiah));
    const saleDiscountRupiah = inRupiah(state.saleDiscount, subtotalRupiah);
    const taxes = priced.map((line) => taxOf(line.productId));
    const after = netLines(
      priced.map((line, at) => ({ ...line, tax: taxes[at] })),
      saleDiscountRupiah,
    );
    if (!after) return null;
    const lines = priced.map((line, at) => ({
      grossRupiah: before[at]?.grossRupiah ?? ZERO,
      discountRupiah: line.discountRupiah,
      worthRupiah: before[at]?.netRupiah ?? ZERO,
      netRupiah: after[at]?.netRupiah ?? ZERO,
      taxRupiah: after[at]?.taxRupiah ?? ZERO,
    }));
    const duesRupiah = duesOf(lines);
    const taxSums = sumsOf(lines.map((line, at) => ({ tax: taxes[at] ?? null, taxRupiah: line.taxRupiah })));
    return {
      lines,
      subtotalRupiah,
      saleDiscountRupiah,
      taxes: taxSums,
      duesRupiah,
      dueRupiah: sum(duesRupiah),
    };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** What so many at this price come to; null while one of the two is missing, or where it is too much. */
export function grossIfItFits(unitPriceRupiah: Rupiah | null, quantityMilli: number | null): Rupiah | null {
  if (unitPriceRupiah === null || quantityMilli === null) return null;
  try {
    return grossOf({ unitPriceRupiah, quantityMilli });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function inRupiah(discount: Discount | null, of: Rupiah): Rupiah {
  if (!discount) return ZERO;
  return discount.kind === "rupiah" ? rupiah(discount.amountRupiah) : discountOf(of, discount.basisPoints);
}

/** Each tax once, by its name and its way. */
function sumsOf(parts: readonly { tax: Tax | null; taxRupiah: Rupiah }[]): TaxSum[] {
  const sums = new Map<string, TaxSum>();
  for (const { tax, taxRupiah } of parts) {
    if (!tax || taxRupiah === 0) continue;
    const key = `${tax.mode} ${tax.name}`;
    const before = sums.get(key)?.taxRupiah ?? ZERO;
    sums.set(key, { name: tax.name, mode: tax.mode, taxRupiah: sum([before, taxRupiah]) });
  }
  return [...sums.values()];
}
