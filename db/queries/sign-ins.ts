// Sign-ins and what became of each, and the key that PINs typed without the server are sealed to.
import { eq, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { shopKeys, signIns } from "../tables/till-acts.ts";

export const signInQueries = (orm: Orm) => ({
  byId: orm
    .select()
    .from(signIns)
    .where(eq(signIns.id, sql.placeholder("id")))
    .prepare(),
  insert: inserter(orm, signIns),
});

export const shopKeyQueries = (orm: Orm) => ({
  get: orm.select().from(shopKeys).prepare(),
  insert: inserter(orm, shopKeys, "id"),
});
