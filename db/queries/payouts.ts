// Payouts, what each covers, and what of a maker's earnings is still open.
import { and, eq, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { earnings } from "../tables/earnings.ts";
import { makers } from "../tables/makers.ts";
import { payoutAllocations, payoutReversals, payouts } from "../tables/payouts.ts";
import { makerNameAt } from "./maker-names.ts";
import { nameAt } from "./staff-names.ts";

const place = (name: string) => sql.placeholder(name);

export const payoutQueries = (orm: Orm) => ({
  insert: inserter(orm, payouts),
  insertAllocation: inserter(orm, payoutAllocations),
  insertReversal: inserter(orm, payoutReversals),
  lastNumber: orm
    .select({ number: sql<number>`coalesce(max(${payouts.number}), 0)` })
    .from(payouts)
    .prepare(),
  byId: orm
    .select({
      payout: payouts,
      makerCode: makers.code,
      makerName: makerNameAt(payouts.makerId, payouts.paidAtMs),
      paidBy: nameAt(payouts.paidBy, payouts.paidAtMs),
    })
    .from(payouts)
    .innerJoin(makers, eq(makers.id, payouts.makerId))
    .where(eq(payouts.id, place("id")))
    .prepare(),
  reversalOf: orm
    .select()
    .from(payoutReversals)
    .where(eq(payoutReversals.payoutId, place("payoutId")))
    .prepare(),
  /** Whether the centre bore a refund of something that the payout had paid. */
  borneOf: orm
    .select({ saleId: earnings.saleId })
    .from(payoutAllocations)
    .innerJoin(
      earnings,
      and(
        eq(earnings.saleId, payoutAllocations.saleId),
        eq(earnings.lineNo, payoutAllocations.lineNo),
        eq(earnings.partNo, payoutAllocations.partNo),
        eq(earnings.kind, "borne"),
      ),
    )
    .where(eq(payoutAllocations.eventId, place("payoutId")))
    .limit(1)
    .prepare(),
  allocationsOf: orm
    .select()
    .from(payoutAllocations)
    .where(eq(payoutAllocations.eventId, place("eventId")))
    .prepare(),
});

export interface OpenEarningRow {
  saleId: string;
  lineNo: number;
  partNo: number;
  openRupiah: number;
  businessDay: string;
}

/** Every sold line's part of a maker that is not wholly paid, oldest first; below zero where it was refunded after payout. */
export function openEarnings(orm: Orm, makerId: number, account: string): OpenEarningRow[] {
  return orm.all<OpenEarningRow>(sql`
    select e.sale_id as "saleId", e.line_no as "lineNo", e.part_no as "partNo", sum(e.rupiah) as "openRupiah", s.business_day as "businessDay"
    from (
      select sale_id, line_no, part_no, amount_rupiah as rupiah from ${earnings} where maker_id = ${makerId} and account = ${account}
      union all
      select sale_id, line_no, part_no, -amount_rupiah from ${payoutAllocations} where maker_id = ${makerId} and account = ${account}
    ) e join sales s on s.id = e.sale_id
    group by e.sale_id, e.line_no, e.part_no
    having sum(e.rupiah) <> 0
    order by s.sold_at_ms, e.sale_id, e.line_no, e.part_no`);
}

/** What is still open of one part of a sold line; below zero once it was refunded after payout. */
export function openOfPart(orm: Orm, part: { saleId: string; lineNo: number; partNo: number }): number {
  const row = orm.get<{ open: number }>(sql`
    select coalesce((select sum(amount_rupiah) from ${earnings}
        where sale_id = ${part.saleId} and line_no = ${part.lineNo} and part_no = ${part.partNo}), 0)
      - coalesce((select sum(amount_rupiah) from ${payoutAllocations}
        where sale_id = ${part.saleId} and line_no = ${part.lineNo} and part_no = ${part.partNo}), 0) as open`);
  return row?.open ?? 0;
}
