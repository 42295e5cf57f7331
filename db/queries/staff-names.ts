// What people were called: kept from their first renaming on, so that a copy of a paper names who stood on it.
import { desc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { staff, staffNames } from "../tables/centre.ts";

export const staffNameQueries = (orm: Orm) => ({
  insert: inserter(orm, staffNames),
  newest: orm
    .select({ fromMs: staffNames.fromMs })
    .from(staffNames)
    .where(eq(staffNames.staffId, sql.placeholder("staffId")))
    .orderBy(desc(staffNames.fromMs))
    .limit(1)
    .prepare(),
});

/** The name of a person at a moment; null where there is no such person. */
export function nameAt(staffId: SQLWrapper, atMs: SQLWrapper): SQL<string> {
  return sql<string>`coalesce(
    (select n.name from ${staffNames} n where n.staff_id = ${staffId} and n.from_ms <= ${atMs} order by n.from_ms desc limit 1),
    (select p.name from ${staff} p where p.id = ${staffId}))`;
}
