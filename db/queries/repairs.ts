// The repair list: acts that were held and how each was settled, gaps with their explanations, wrong clocks and old prices.
import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { acts } from "../tables/acts.ts";
import { staff, tills } from "../tables/centre.ts";
import { productVersions } from "../tables/products.ts";
import { saleLines, sales } from "../tables/sales.ts";
import { arrivals, gapExplanations, repairSettlements, repairs, tillGaps } from "../tables/till-acts.ts";
import { nameAt } from "./staff-names.ts";

const place = (name: string) => sql.placeholder(name);

/** A held act with its till and its people's names, and how it was settled when it was. */
const whole = (orm: Orm) =>
  orm
    .select({
      repair: repairs,
      tillCode: tills.code,
      by: sql<string | null>`${nameAt(repairs.staffId, repairs.keptAtMs)}`,
      sentBy: nameAt(repairs.sentBy, repairs.receivedAtMs),
      /** Who it was booked for in the end. */
      bookedBy: sql<string | null>`(select ${nameAt(acts.staffId, acts.atMs)} from ${acts}
        where ${acts.id} = ${repairs.actId} and ${repairSettlements.how} in ('recorded', 'accepted'))`,
      how: repairSettlements.how,
      settledAtMs: repairSettlements.settledAtMs,
      settledBy: sql<string | null>`${nameAt(repairSettlements.settledBy, repairSettlements.settledAtMs)}`,
      note: repairSettlements.note,
    })
    .from(repairs)
    .innerJoin(tills, eq(tills.id, repairs.tillId))
    .leftJoin(repairSettlements, eq(repairSettlements.repairId, repairs.id))
    .$dynamic();

const ids = (orm: Orm) =>
  orm
    .select({ id: repairs.id })
    .from(repairs)
    .leftJoin(repairSettlements, eq(repairSettlements.repairId, repairs.id))
    .$dynamic();

const isOpen = isNull(repairSettlements.repairId);

/** As its till did them; what came later, and what has no place in the sequence, comes later. */
const inOrder = [asc(repairs.tillId), asc(repairs.receivedAtMs), sql`${repairs.tillSeq} asc nulls last`];

const gap = (orm: Orm) =>
  orm
    .select({
      gap: tillGaps,
      tillCode: tills.code,
      explainedAtMs: gapExplanations.explainedAtMs,
      explainedBy: sql<string | null>`${nameAt(gapExplanations.explainedBy, gapExplanations.explainedAtMs)}`,
      note: gapExplanations.note,
    })
    .from(tillGaps)
    .innerJoin(tills, eq(tills.id, tillGaps.tillId))
    .leftJoin(gapExplanations, eq(gapExplanations.gapId, tillGaps.id))
    .$dynamic();

export const repairQueries = (orm: Orm) => ({
  settle: inserter(orm, repairSettlements),
  explain: inserter(orm, gapExplanations),
  byId: whole(orm)
    .where(eq(repairs.id, place("id")))
    .prepare(),
  open: whole(orm)
    .where(isOpen)
    .orderBy(...inOrder)
    .limit(place("limit"))
    .prepare(),
  openIds: ids(orm)
    .where(isOpen)
    .orderBy(...inOrder)
    .prepare(),
  openIdsOfTill: ids(orm)
    .where(and(eq(repairs.tillId, place("tillId")), isOpen))
    .orderBy(...inOrder)
    .prepare(),
  /** Held under this id, whatever became of it: a refund may name a sale that is held itself. */
  byActId: orm
    .select({ kind: repairs.kind, body: repairs.body })
    .from(repairs)
    .where(eq(repairs.actId, place("actId")))
    .limit(1)
    .prepare(),
  /** The newest that are settled, newest first. */
  settled: whole(orm)
    .where(isNotNull(repairSettlements.repairId))
    .orderBy(desc(repairSettlements.settledAtMs), desc(repairs.receivedAtMs))
    .limit(place("limit"))
    .prepare(),
  waiting: orm
    .select({
      repairs: sql<number>`(select count(*) from ${repairs}) - (select count(*) from ${repairSettlements})`,
      gaps: sql<number>`(select count(*) from ${tillGaps}) - (select count(*) from ${gapExplanations})`,
    })
    .from(sql`(select 1)`)
    .prepare(),
  gapById: gap(orm)
    .where(eq(tillGaps.id, place("id")))
    .prepare(),
  openGaps: gap(orm)
    .where(isNull(gapExplanations.gapId))
    .orderBy(asc(tillGaps.foundAtMs), asc(tillGaps.lastSeq))
    .prepare(),
  explainedGaps: gap(orm)
    .where(isNotNull(gapExplanations.gapId))
    .orderBy(desc(gapExplanations.explainedAtMs))
    .limit(place("limit"))
    .prepare(),
  /** Each till's wrong clock, ahead and behind apart: by how much it was off at most, and in how many acts. */
  clocks: orm
    .select({
      tillCode: tills.code,
      aheadMs: sql<number>`case when ${arrivals.aheadMs} > 0 then max(${arrivals.aheadMs}) else min(${arrivals.aheadMs}) end`,
      acts: sql<number>`count(*)`,
      firstAtMs: sql<number>`min(${arrivals.receivedAtMs})`,
      lastAtMs: sql<number>`max(${arrivals.receivedAtMs})`,
    })
    .from(arrivals)
    .innerJoin(tills, eq(tills.id, arrivals.tillId))
    .where(
      sql`abs(${arrivals.aheadMs}) > ${place("toleranceMs")} and ${arrivals.receivedAtMs} > ${place("sinceMs")}`,
    )
    .groupBy(tills.code, sql`${arrivals.aheadMs} > 0`)
    .orderBy(sql`max(${arrivals.receivedAtMs}) desc`)
    .prepare(),
  /** Lines of sales made without the server at another price than the one in force at their moment. */
  oldPrices: orm
    .select({
      saleId: sales.id,
      receiptNumber: sales.receiptNumber,
      soldAtMs: sales.soldAtMs,
      cashier: sql<string>`coalesce(nullif(${sales.cashierName}, ''), ${staff.name})`,
      name: saleLines.name,
      chargedRupiah: saleLines.unitPriceRupiah,
      inForceRupiah: sql<number>`${productVersions.priceRupiah}`,
    })
    .from(arrivals)
    .innerJoin(sales, eq(sales.id, arrivals.actId))
    .innerJoin(staff, eq(staff.id, sales.cashierId))
    .innerJoin(saleLines, eq(saleLines.saleId, sales.id))
    .innerJoin(productVersions, eq(productVersions.id, saleLines.versionId))
    .where(
      sql`${arrivals.offline} = 1 and ${arrivals.receivedAtMs} > ${place("sinceMs")}
        and ${productVersions.priceRupiah} is not null and ${productVersions.priceRupiah} <> ${saleLines.unitPriceRupiah}`,
    )
    .orderBy(desc(sales.soldAtMs), asc(sales.id), asc(saleLines.lineNo))
    .limit(place("limit"))
    .prepare(),
});
