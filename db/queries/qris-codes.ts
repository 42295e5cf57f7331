// QRIS codes of the centre and of stalls: every version, the newest of each place first.
import { desc } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { qrisCodes } from "../tables/centre.ts";

export const qrisCodeQueries = (orm: Orm) => ({
  insert: inserter(orm, qrisCodes, "id"),
  newestFirst: orm
    .select({ stallId: qrisCodes.stallId, payload: qrisCodes.payload })
    .from(qrisCodes)
    .orderBy(desc(qrisCodes.id))
    .prepare(),
});
