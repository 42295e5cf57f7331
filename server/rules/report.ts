// The directorate's file: one centre's figures for a period as a versioned document that carries no person.
import { z } from "zod";
import { daySchema, zoneSchema } from "./business-day.ts";
import { cellSchema } from "./figures.ts";

export const REPORT_SCHEMA = "sentra-kreasi/turnover-report";
export const REPORT_VERSION = 1;

const cells = z.record(z.string(), z.strictObject(cellSchema.shape));

/** Strict at every depth: what no field is meant for is refused, or a name could ride along unseen. */
export const reportSchema = z.strictObject({
  schema: z.literal(REPORT_SCHEMA),
  version: z.literal(REPORT_VERSION),
  centre: z.strictObject({
    code: z.string(),
    name: z.string(),
    place: z.string(),
    province: z.string(),
    regionCode: z.strictObject({ kemendagri: z.string(), bps: z.string() }),
    timeZone: zoneSchema,
  }),
  practice: z.boolean(),
  period: z.strictObject({ from: daySchema, to: daySchema, days: z.int().min(1) }),
  madeAt: z.iso.datetime(),
  figures: z.strictObject({
    visitors: z.int(),
    transactions: z.int().min(0),
    refunds: z.int().min(0),
    pieces: z.number(),
    turnover: z.int(),
    grossProfit: z.int(),
    turnoverWithoutCost: z.int(),
    byStall: cells,
    byCategory: cells,
    byProgram: cells,
    byDay: cells,
    byPaymentMethod: z.record(z.string(), z.int()),
  }),
  beneficiaries: z.strictObject({
    /** How many persons earned in the period, and how many of each programme. */
    earning: z.int().min(0),
    earningByProgram: z.record(z.string(), z.int().min(0)),
    earned: z.int(),
    paid: z.int(),
    owed: z.int(),
  }),
  chain: z.strictObject({ acts: z.int().min(0), head: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** SHA-256 of the canonical document without this field. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Report = z.infer<typeof reportSchema>;

/** The sums that do not hold in a report, by name: every total equals the sum of its parts. Empty when it is right. */
export function brokenSums(report: Report): string[] {
  const { figures, period, beneficiaries } = report;
  const broken: string[] = [];
  for (const name of ["byStall", "byCategory", "byProgram", "byDay"] as const) {
    for (const key of ["turnover", "grossProfit", "pieces"] as const) {
      const total = Object.values(figures[name]).reduce((all, cell) => all + Math.round(cell[key] * 1000), 0);
      if (total !== Math.round(figures[key] * 1000)) broken.push(`${name}.${key}`);
    }
  }
  const byMethod = Object.values(figures.byPaymentMethod).reduce((all, part) => all + part, 0);
  if (byMethod !== figures.turnover) broken.push("byPaymentMethod");
  if (Object.keys(figures.byDay).some((day) => day < period.from || day > period.to))
    broken.push("byDay.outside_period");
  const persons = Object.values(beneficiaries.earningByProgram).reduce((all, part) => all + part, 0);
  if (persons < beneficiaries.earning) broken.push("earningByProgram");
  return broken;
}
