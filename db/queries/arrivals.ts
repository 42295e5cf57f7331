// How acts arrived, what was held for repair, and the numbers of tills that never came.
import { and, eq, isNull, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { tills } from "../tables/centre.ts";
import {
  arrivals,
  repairSettlements,
  repairs,
  signIns,
  tillGaps,
  tillLeavings,
} from "../tables/till-acts.ts";

const place = (name: string) => sql.placeholder(name);

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
  insertLeaving: inserter(orm, tillLeavings),
  /** The lowest count of a paper that waits for this shift; its text may be none. */
  firstPaperFor: orm
    .select({ count: sql<number | null>`min(${repairs.receiptCount})` })
    .from(repairs)
    .where(
      sql`${repairs.tillId} = ${place("tillId")} and case when json_valid(${repairs.body}) then ${repairs.body} ->> '$.shiftId' end = ${place("shiftId")}
        and not exists (select 1 from ${repairSettlements} e where e.repair_id = ${repairs.id})`,
    )
    .prepare(),
  signIn: orm
    .select({ staffId: signIns.staffId })
    .from(signIns)
    .where(eq(signIns.id, place("id")))
    .prepare(),
});
