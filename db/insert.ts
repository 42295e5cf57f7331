// Prepared inserts of whole rows: drizzle's builder costs more than the insert itself when it runs each time.
import { getTableColumns, type InferSelectModel, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Orm } from "./open.ts";

/** Inserts rows of `table`, every column named; an integer primary key called `id` or `seq` is left to SQLite and returned. */
export function inserter<T extends SQLiteTable>(
  orm: Orm,
  table: T,
  own?: "id" | "seq",
): (row: Omit<InferSelectModel<T>, "id" | "seq"> & Partial<InferSelectModel<T>>) => number {
  const names = Object.keys(getTableColumns(table)).filter((name) => name !== own);
  const values = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
  const statement = orm
    .insert(table)
    .values(values as never)
    .prepare();
  return (row) => Number(statement.run(row as Record<string, unknown>).lastInsertRowid);
}
