// How acts arrived, what was held for repair, and the numbers of tills that never came.
import { and, eq, isNull, type SQLWrapper, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { tills } from "../tables/centre.ts";
import { shifts } from "../tables/shifts.ts";
import {
  arrivals,
  repairSettlements,
  repairs,
  signIns,
  tillGaps,
  tillLeavings,
} from "../tables/till-acts.ts";

const place = (name: string) => sql.placeholder(name);

/** The shift that an act's text names; the text may be none. */
const shiftIn = (body: SQLWrapper) => sql`case when json_valid(${body}) then ${body} ->> '$.shiftId' end`;

const inside = (before: SQLWrapper, last: SQLWrapper, number: string) =>
  sql`${place(number)} > ${before} and ${place(number)} <= ${last}`;

export const arrivalQueries = (orm: Orm) => ({
  insert: inserter(orm, arrivals),
  byAct: orm
    .select({ offline: arrivals.offline })
    .from(arrivals)
    .where(eq(arrivals.actId, place("actId")))
    .prepare(),
  tillCode: orm
    .select({ code: tills.code })
    .from(tills)
    .where(eq(tills.id, place("tillId")))
    .prepare(),
  insertRepair: inserter(orm, repairs),
  /** What was held of an act that came with this digest. */
  heldAs: orm
    .select({ id: repairs.id, code: repairs.code, facts: repairs.facts })
    .from(repairs)
    .where(and(eq(repairs.actId, place("actId")), eq(repairs.digest, place("digest"))))
    .prepare(),
  /** An act that is still held under this id. */
  stillHeld: orm
    .select({ id: repairs.id })
    .from(repairs)
    .leftJoin(repairSettlements, eq(repairSettlements.repairId, repairs.id))
    .where(and(eq(repairs.actId, place("actId")), isNull(repairSettlements.repairId)))
    .limit(1)
    .prepare(),
  insertGap: inserter(orm, tillGaps),
  /** Whether a place in a till's sequence was found to be missing. */
  seqInGap: orm
    .select({ id: tillGaps.id })
    .from(tillGaps)
    .where(and(eq(tillGaps.tillId, place("tillId")), inside(tillGaps.seqBefore, tillGaps.lastSeq, "seq")))
    .limit(1)
    .prepare(),
  /** The same of a place among its papers; a shift that has begun above it cannot have it among its own. */
  paperInGap: orm
    .select({ id: tillGaps.id })
    .from(tillGaps)
    .where(
      and(
        eq(tillGaps.tillId, place("tillId")),
        inside(tillGaps.receiptsBefore, tillGaps.lastReceiptCount, "count"),
        sql`not exists (select 1 from ${shifts} h where h.receipts_before >= ${place("count")} and h.id = ${shiftIn(place("body"))})`,
      ),
    )
    .limit(1)
    .prepare(),
  /** Whether an act that was missing has come since, and which numbers it took. */
  seqTaken: orm
    .select({ id: repairs.id })
    .from(repairs)
    .where(and(eq(repairs.tillId, place("tillId")), eq(repairs.tillSeq, place("seq"))))
    .prepare(),
  paperTaken: orm
    .select({ id: repairs.id })
    .from(repairs)
    .where(and(eq(repairs.tillId, place("tillId")), eq(repairs.receiptCount, place("count"))))
    .prepare(),
  insertLeaving: inserter(orm, tillLeavings),
  /** The lowest count of a paper that waits for this shift. */
  firstPaperFor: orm
    .select({ count: sql<number | null>`min(${repairs.receiptCount})` })
    .from(repairs)
    .where(
      sql`${repairs.tillId} = ${place("tillId")} and ${shiftIn(repairs.body)} = ${place("shiftId")}
        and not exists (select 1 from ${repairSettlements} e where e.repair_id = ${repairs.id})`,
    )
    .prepare(),
  signIn: orm
    .select({ staffId: signIns.staffId })
    .from(signIns)
    .where(eq(signIns.id, place("id")))
    .prepare(),
});
