// Prepared inserts of whole rows, run on the driver itself: a sale writes some thirty, and drizzle's own way of running one costs as much as the insert.
import { getTableColumns, type InferSelectModel, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Orm } from "./open.ts";

type Row<T extends SQLiteTable> = Omit<InferSelectModel<T>, "id" | "seq"> & Partial<InferSelectModel<T>>;

/** Inserts rows of `table`, every column named; an integer primary key called `id` or `seq` is left to SQLite and returned. */
export function inserter<T extends SQLiteTable>(
  orm: Orm,
  table: T,
  own?: "id" | "seq",
): (row: Row<T>) => number {
  const columns = Object.entries(getTableColumns(table)).filter(([name]) => name !== own);
  const values = Object.fromEntries(columns.map(([name]) => [name, sql.placeholder(name)]));
  const statement = clientOf(orm).prepare(
    orm
      .insert(table)
      .values(values as never)
      .toSQL().sql,
  );
  return (row) => {
    const fields = row as Record<string, unknown>;
    const bound = columns.map(([name, column]) => {
      const value = fields[name];
      return value === null ? null : column.mapToDriverValue(value);
    });
    return Number(statement.run(bound).lastInsertRowid);
  };
}

function clientOf(orm: Orm): import("better-sqlite3").Database {
  return (orm as Orm & { $client: import("better-sqlite3").Database }).$client;
}
