// A sale: the command a till sends, what its lines are worth, and what its total must be.
import { z } from "zod";
import { type Part, partsOf, type ShareInForce } from "./arrangement.ts";
import {
  actIdSchema,
  lineOfText,
  momentSchema,
  productIdSchema,
  saleIdSchema,
  shiftIdSchema,
  tillStampSchema,
} from "./ids.ts";
import { amountSchema, partOf, type Rupiah, roundDownTo, rupiah, sum, timesOver } from "./money.ts";
import { ONE_UNIT, quantitySchema } from "./quantity.ts";
import { splitByWeight } from "./split.ts";
import { type Tax, taxed } from "./tax.ts";

export const METHODS = ["cash", "qris", "transfer", "edc"] as const;
export const methodSchema = z.enum(METHODS);
export type Method = z.infer<typeof methodSchema>;

export const saleLineSchema = z.object({
  productId: productIdSchema,
  quantityMilli: quantitySchema,
  unitPriceRupiah: amountSchema,
  discountRupiah: amountSchema,
  /** What the till worked out; the server works it out again and refuses a difference (L5). */
  netRupiah: amountSchema,
  /** PBJT of the line, where its stall has it; absent is none. */
  taxRupiah: amountSchema.optional(),
  /** What the customer asked for, for whoever makes it: "tanpa gula". */
  note: z.string().trim().min(1).max(80).optional(),
});

export const paymentSchema = z.object({
  method: methodSchema,
  amountRupiah: amountSchema,
  /** Cash handed over; only cash gives change. */
  tenderedRupiah: amountSchema.optional(),
  /** Reference of a transfer, approval code of a card; both are needed. */
  reference: lineOfText.optional(),
  /** A QRIS payment whose notification nobody has seen yet; absent, the cashier confirmed that it came. */
  unconfirmed: z.literal(true).optional(),
});

/** One sale as the till charged it. */
export const saleCommandSchema = z.object({
  id: saleIdSchema,
  till: tillStampSchema,
  shiftId: shiftIdSchema,
  receiptNumber: z.string().max(80),
  soldAtMs: momentSchema,
  lines: z.array(saleLineSchema).min(1).max(200),
  saleDiscountRupiah: amountSchema,
  roundingRupiah: amountSchema,
  totalRupiah: amountSchema,
  payments: z.array(paymentSchema).min(1).max(5),
  /** A manager's approval given on the spot, where one was needed. */
  approvalId: actIdSchema.optional(),
});
export type SaleCommand = z.infer<typeof saleCommandSchema>;

/** The first answer to a sale, kept and given again to every repeat. */
export const saleRecordedSchema = z.object({
  id: saleIdSchema,
  receiptNumber: z.string(),
  totalRupiah: z.int(),
  changeRupiah: z.int(),
  businessDay: z.string(),
  /** The first characters of the act's hash, as the receipt prints them (H3). */
  seal: z.string(),
});
export type SaleRecorded = z.infer<typeof saleRecordedSchema>;

/** What is known of a cart's line before its discount on the whole sale. */
export interface Priced {
  readonly quantityMilli: number;
  readonly unitPriceRupiah: Rupiah;
  readonly discountRupiah: Rupiah;
  /** What its stall's tax was at the moment of the sale; absent is none. */
  readonly tax?: Tax | null | undefined;
}

/** unit price × quantity, rounded half up. */
export function grossOf(line: { quantityMilli: number; unitPriceRupiah: Rupiah }): Rupiah {
  return timesOver(line.unitPriceRupiah, line.quantityMilli, ONE_UNIT, "half_up");
}

/** A discount typed as a percentage becomes rupiah once, half up, when it is given. */
export function discountOf(gross: Rupiah, basisPoints: number): Rupiah {
  return partOf(gross, basisPoints, "half_up");
}

export interface NetLine {
  readonly grossRupiah: Rupiah;
  readonly saleDiscountPartRupiah: Rupiah;
  readonly netRupiah: Rupiah;
  readonly taxRupiah: Rupiah;
}

/**
 * Gross, part of the sale's discount, net and tax of each line; null when a discount is larger than what it is taken from
 * (the sale's discount is spread by what the lines are worth after their own, largest remainder, ties to the earlier).
 */
export function netLines(lines: readonly Priced[], saleDiscountRupiah: Rupiah): NetLine[] | null {
  const gross = lines.map(grossOf);
  const worth = lines.map((line, index) => (gross[index] ?? 0) - line.discountRupiah);
  if (worth.some((value) => value < 0) || saleDiscountRupiah > sum(worth)) return null;
  const parts = splitByWeight(saleDiscountRupiah, worth);
  return lines.map((line, index) => ({
    grossRupiah: rupiah(gross[index] ?? 0),
    saleDiscountPartRupiah: rupiah(parts[index] ?? 0),
    ...taxed(rupiah((worth[index] ?? 0) - (parts[index] ?? 0)), line.tax ?? null),
  }));
}

/** What the customer owes for each line: its net and its tax. */
export function duesOf(lines: readonly { netRupiah: number; taxRupiah?: number | undefined }[]): Rupiah[] {
  return lines.map((line) => rupiah(line.netRupiah + (line.taxRupiah ?? 0)));
}

/** All that was given away of a sale's gross, in hundredths of a percent, rounded up: what a cashier's limit is compared with. */
export function discountBasisPoints(grossRupiah: number, givenRupiah: number): number {
  return grossRupiah === 0 ? 0 : timesOver(givenRupiah, 10_000, grossRupiah, "up");
}

export interface LineSplit {
  readonly costRupiah: Rupiah;
  readonly parts: readonly Part[];
  /** What people and vendors get; the funds' parts stay in the margin. */
  readonly sharesRupiah: Rupiah;
  readonly marginRupiah: Rupiah;
}

/** Cost, every recipient's part, and gross profit of one line. A cost that is not recorded (null) counts 0. */
export function lineSplit(
  line: { netRupiah: Rupiah; quantityMilli: number },
  unitCostRupiah: Rupiah | null,
  shares: readonly ShareInForce[],
): LineSplit {
  const costRupiah = timesOver(unitCostRupiah ?? 0, line.quantityMilli, ONE_UNIT, "half_up");
  const parts = partsOf(shares, { ...line, costRupiah });
  const sharesRupiah = sharesToOthers(parts);
  return {
    costRupiah,
    parts,
    sharesRupiah,
    marginRupiah: sum([line.netRupiah, -costRupiah, -sharesRupiah]),
  };
}

/** What leaves the centre: everything but the parts of its own funds. */
export function sharesToOthers(parts: readonly Part[]): Rupiah {
  return sum(parts.filter((part) => part.account !== "fund").map((part) => part.amountRupiah));
}

/** Cash rounding steps a centre may choose; 0 is off. */
export const ROUNDING_STEPS = [0, 50, 100] as const;
export type RoundingStep = (typeof ROUNDING_STEPS)[number];

/** The part of a cash amount that is waived, in the customer's favour, so that it can be paid in notes and coins. */
export function cashRounding(cashDueRupiah: Rupiah, step: RoundingStep): Rupiah {
  return step === 0 ? rupiah(0) : rupiah(cashDueRupiah - roundDownTo(cashDueRupiah, step));
}

/** What a sale of these dues (net and tax) comes to, given what is paid without cash. The rest, if any, is cash and is rounded. */
export function saleTotal(
  dues: readonly Rupiah[],
  cashlessRupiah: Rupiah,
  step: RoundingStep,
): { dueRupiah: Rupiah; roundingRupiah: Rupiah; totalRupiah: Rupiah } {
  const due = sum(dues);
  const rounding = cashlessRupiah < due ? cashRounding(rupiah(due - cashlessRupiah), step) : rupiah(0);
  return { dueRupiah: due, roundingRupiah: rounding, totalRupiah: rupiah(due - rounding) };
}

/** Each payment's part of Σ net, for turnover by payment method (largest remainder). */
export function netByPayment(netRupiah: Rupiah, payments: readonly { amountRupiah: Rupiah }[]): Rupiah[] {
  return splitByWeight(
    netRupiah,
    payments.map((payment) => payment.amountRupiah),
  );
}
