// Reads the rows of a promise's search as sentences.

import type { SQL } from "drizzle-orm";
import type { PromiseName } from "#rules/promises";
import type { Promised } from "../audit.ts";
import type { Orm } from "../open.ts";

/** A promise whose search is one query; each row that comes back is told as `name=value` pairs. */
export function promise(name: PromiseName, query: SQL): Promised {
  return {
    name,
    broken: (orm: Orm) =>
      orm.all<Record<string, unknown>>(query).map((row) =>
        Object.entries(row)
          .map(([column, value]) => `${column}=${String(value)}`)
          .join(" "),
      ),
  };
}
