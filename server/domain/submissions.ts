// Submissions: the directorate's file of a period, valid by its schema before anybody sees it.
import { createHash } from "node:crypto";
import { assert } from "#rules/assert";
import type { Period } from "#rules/business-day";
import { canonical } from "#rules/chain";
import { brokenSums, REPORT_SCHEMA, REPORT_VERSION, type Report, reportSchema } from "#rules/report";
import { chainHead } from "./acts.ts";
import { bpsCode } from "./centre.ts";
import { pieces, readFigures } from "./figures.ts";
import { centreOf, type Shop } from "./shop.ts";

/** One JSON document: money and goods by stall, category, programme and day, counts of people, the chain's head; no person. */
export async function directorateReport(shop: Shop, period: Period): Promise<Report> {
  const { figures, earning, earningByProgram } = await readFigures(shop, period);
  const { code, name, place, province, regionCode, timeZone, practice } = centreOf(shop);
  const added = (amounts: Record<string, number>): number =>
    Object.values(amounts).reduce((all, amount) => all + amount, 0);
  const {
    visitors,
    transactions,
    refunds,
    turnover,
    grossProfit,
    turnoverWithoutCost,
    byStall,
    byCategory,
    byProgram,
    byDay,
    byPaymentMethod,
  } = figures;
  const document = {
    schema: REPORT_SCHEMA,
    version: REPORT_VERSION,
    centre: {
      code,
      name,
      place,
      province,
      regionCode: { kemendagri: regionCode, bps: bpsCode(regionCode) },
      timeZone,
    },
    practice,
    period: { ...period, days: daysIn(period) },
    madeAt: new Date(shop.now()).toISOString(),
    figures: {
      visitors,
      transactions,
      refunds,
      pieces: pieces(figures),
      turnover,
      grossProfit,
      turnoverWithoutCost,
      byStall,
      byCategory,
      byProgram,
      byDay,
      byPaymentMethod,
    },
    beneficiaries: {
      earning,
      earningByProgram,
      earned: added(figures.beneficiaryEarned),
      paid: added(figures.beneficiaryPaid),
      owed: added(figures.beneficiaryOwed),
    },
    chain: chainHead(shop),
  };
  const report = reportSchema.parse({ ...document, digest: digestOf(document) });
  assert(brokenSums(report).length === 0, `the report's sums do not hold: ${brokenSums(report).join(", ")}`);
  return report;
}

/** What is wrong with a file that claims to be such a report, in words; empty when nothing is. */
export function checkReport(document: unknown): string[] {
  const parsed = reportSchema.safeParse(document);
  if (!parsed.success)
    return parsed.error.issues.map((issue) => `${issue.path.join(".") || "the document"}: ${issue.message}`);
  const { digest, ...rest } = parsed.data;
  const faults = brokenSums(parsed.data).map((sum) => `${sum}: the parts do not add up to the total`);
  if (digest !== digestOf(rest)) faults.push("digest: the document was changed after it was written");
  if (rest.period.days !== daysIn(rest.period)) faults.push("period.days: not the days from first to last");
  return faults;
}

function digestOf(document: object): string {
  return createHash("sha256")
    .update(canonical(document as never))
    .digest("hex");
}

function daysIn({ from, to }: Period): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}
