// The figures of a period, as rules.md names them: the shape that screens, files and `figures --json` share.
import { z } from "zod";
import { daySchema } from "./business-day.ts";

const rupiahs = z.int();
const milli = z.int();

export const cellSchema = z.object({
  turnover: rupiahs,
  grossProfit: rupiahs,
  /** Net of refunds, only of products counted as pieces. */
  pieces: z.number(),
});
export type Cell = z.infer<typeof cellSchema>;

const cells = z.record(z.string(), cellSchema);
const amounts = z.record(z.string(), rupiahs);

/** What `figures --json` prints and a record's `expected.json` holds. Keys without any posting are absent. */
export const figuresSchema = z.object({
  asOf: daySchema,
  turnover: rupiahs,
  grossProfit: rupiahs,
  visitors: z.int(),
  turnoverWithoutCost: rupiahs,
  transactions: z.int(),
  refunds: z.int(),
  byStall: cells,
  byCategory: cells,
  byDay: cells,
  byProgram: cells,
  byPaymentMethod: amounts,
  quantityBySkuMilli: z.record(z.string(), milli),
  earnedByProgram: amounts,
  beneficiaryEarned: amounts,
  beneficiaryPaid: amounts,
  beneficiaryOwed: amounts,
  stockOnHandMilli: z.record(z.string(), milli),
});
export type Figures = z.infer<typeof figuresSchema>;

/** What screens and exports show beside it: products with names and units, visitors by area and category, names of codes. */
export const figuresViewSchema = z.object({
  from: daySchema,
  to: daySchema,
  figures: figuresSchema,
  pieces: z.number(),
  earned: rupiahs,
  paid: rupiahs,
  owed: rupiahs,
  products: z.array(
    z.object({
      sku: z.string(),
      name: z.string(),
      unit: z.string(),
      quantityMilli: milli,
      turnover: rupiahs,
      grossProfit: rupiahs,
      pieces: z.number(),
    }),
  ),
  visitors: z.array(z.object({ area: z.string(), category: z.string(), count: z.int() })),
  /** PBJT of the period, less what refunds gave back: held for the region, no turnover. */
  tax: z.object({ rupiah: rupiahs, byStall: amounts }),
  stallNames: z.record(z.string(), z.string()),
  makerNames: z.record(z.string(), z.string()),
  /** The last day with any event, for a screen whose period is empty; null in an empty book. */
  lastDay: daySchema.nullable(),
  /** The digest of the rows, the same on screen and in both files (E1). */
  digest: z.string(),
  madeAtMs: z.int(),
});
export type FiguresView = z.infer<typeof figuresViewSchema>;
