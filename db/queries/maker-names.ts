// What makers were called: kept from their first renaming on, so that a copy of what they signed for names them as it did.
import { desc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { makerNames, makers } from "../tables/makers.ts";

export const makerNameQueries = (orm: Orm) => ({
  insert: inserter(orm, makerNames),
  newest: orm
    .select({ fromMs: makerNames.fromMs })
    .from(makerNames)
    .where(eq(makerNames.makerId, sql.placeholder("makerId")))
    .orderBy(desc(makerNames.fromMs))
    .limit(1)
    .prepare(),
});

/** The name of a maker at a moment. */
export function makerNameAt(makerId: SQLWrapper, atMs: SQLWrapper): SQL<string> {
  return sql<string>`coalesce(
    (select n.name from ${makerNames} n where n.maker_id = ${makerId} and n.from_ms <= ${atMs} order by n.from_ms desc limit 1),
    (select m.name from ${makers} m where m.id = ${makerId}))`;
}
