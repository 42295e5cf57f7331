// Visit entries and a day's counts.
import { desc, eq, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { staff } from "../tables/centre.ts";
import { visits } from "../tables/visits.ts";

const place = (name: string) => sql.placeholder(name);

export const visitQueries = (orm: Orm) => ({
  insert: inserter(orm, visits),
  byId: orm
    .select()
    .from(visits)
    .where(eq(visits.id, place("id")))
    .prepare(),
  undoneBy: orm
    .select({ id: visits.id })
    .from(visits)
    .where(eq(visits.undoes, place("id")))
    .prepare(),
  counts: orm
    .select({ areaId: visits.areaId, category: visits.category, count: sql<number>`sum(${visits.count})` })
    .from(visits)
    .where(eq(visits.businessDay, place("day")))
    .groupBy(visits.areaId, visits.category)
    .prepare(),
  countOf: orm
    .select({ count: sql<number>`coalesce(sum(${visits.count}), 0)` })
    .from(visits)
    .where(
      sql`${visits.businessDay} = ${place("day")} and ${visits.areaId} = ${place("areaId")} and ${visits.category} = ${place("category")}`,
    )
    .prepare(),
  newest: orm
    .select({ visit: visits, by: staff.name })
    .from(visits)
    .innerJoin(staff, eq(staff.id, visits.countedBy))
    .where(eq(visits.businessDay, place("day")))
    .orderBy(desc(visits.countedAtMs), desc(visits.id))
    .limit(50)
    .prepare(),
});
