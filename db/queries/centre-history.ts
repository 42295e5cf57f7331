// What a centre set from a moment on: its letterhead, its stalls' taxes, and the limits of its tills.
import { desc, eq, lte, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { letterheads, stallTaxes, tillLimits } from "../tables/centre.ts";

const place = (name: string) => sql.placeholder(name);

export const centreHistoryQueries = (orm: Orm) => ({
  insertLetterhead: inserter(orm, letterheads),
  letterheadAt: orm
    .select()
    .from(letterheads)
    .where(lte(letterheads.fromMs, place("atMs")))
    .orderBy(desc(letterheads.fromMs))
    .limit(1)
    .prepare(),
  insertTax: inserter(orm, stallTaxes, "id"),
  /** Newest first. */
  taxesOf: orm
    .select()
    .from(stallTaxes)
    .where(eq(stallTaxes.stallId, place("stallId")))
    .orderBy(desc(stallTaxes.fromMs))
    .prepare(),
  limits: orm.select().from(tillLimits).prepare(),
  setLimits: (limits: Omit<typeof tillLimits.$inferInsert, "id">) =>
    orm
      .insert(tillLimits)
      .values({ id: 1, ...limits })
      .onConflictDoUpdate({ target: tillLimits.id, set: limits })
      .run(),
});
