// How acts arrived, what was held for repair, and the numbers of tills that never came.
import { and, eq, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { tills } from "../tables/centre.ts";
import { arrivals, repairs, signIns, tillGaps, tillLeavings } from "../tables/till-acts.ts";

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
  insertGap: inserter(orm, tillGaps),
  insertLeaving: inserter(orm, tillLeavings),
  /** The lowest count of a paper that stands behind a place in its till's row; what is held and was settled counts where it stood. */
  firstPaperAfter: orm
    .select({
      count: sql<number | null>`(select min(count) from (
        select receipt_count as count from repairs where till_id = ${place("tillId")} and till_seq > ${place("seq")}
        union all select coalesce(s.receipt_count, r.receipt_count) from acts a
          left join sales s on s.id = a.id left join refunds r on r.id = a.id
          where a.till_id = ${place("tillId")} and a.till_seq > ${place("seq")}))`,
    })
    .from(sql`(select 1)`)
    .prepare(),
  signIn: orm
    .select({ staffId: signIns.staffId, proven: signIns.proven })
    .from(signIns)
    .where(eq(signIns.id, place("id")))
    .prepare(),
});
