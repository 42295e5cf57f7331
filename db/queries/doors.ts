// Doors that somebody guessed at: wrong PINs in a row, and until when the door stays shut.
import { eq, sql } from "drizzle-orm";
import type { Orm } from "../open.ts";
import { doorLocks } from "../tables/centre.ts";

export const doorQueries = (orm: Orm) => ({
  byName: orm
    .select({ wrong: doorLocks.wrong, untilMs: doorLocks.untilMs })
    .from(doorLocks)
    .where(eq(doorLocks.door, sql.placeholder("door")))
    .prepare(),
  keep: (door: string, tries: { wrong: number; untilMs: number }) =>
    orm
      .insert(doorLocks)
      .values({ door, ...tries })
      .onConflictDoUpdate({ target: doorLocks.door, set: tries })
      .run(),
  open: orm
    .delete(doorLocks)
    .where(eq(doorLocks.door, sql.placeholder("door")))
    .prepare(),
});
