// Prepared inserts of whole rows, run on the driver itself: a sale writes some thirty, and drizzle's own way of running one costs as much as the insert.
import type { Database } from "better-sqlite3";
import { type Column, getTableColumns, type InferSelectModel, sql } from "drizzle-orm";
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
  const statement = clientOf(orm).prepare(orm.insert(table).values(placeholders(columns)).toSQL().sql);
  return (row) => Number(statement.run(bound(columns, row)).lastInsertRowid);
}

/** Adds a row's sums to those that stand under the same key, or begins them. `sums` are the columns that are added to. */
export function adder<T extends SQLiteTable>(
  orm: Orm,
  table: T,
  sums: readonly (keyof T["_"]["columns"] & string)[],
): (row: Row<T>) => void {
  const columns = Object.entries(getTableColumns(table));
  const target = columns.filter(([name]) => !sums.includes(name)).map(([, column]) => column);
  const set = Object.fromEntries(
    columns
      .filter(([name]) => sums.includes(name))
      .map(([name, column]) => [name, sql`${column} + excluded.${sql.identifier(column.name)}`]),
  );
  const insert = orm.insert(table).values(placeholders(columns));
  const statement = clientOf(orm).prepare(
    insert.onConflictDoUpdate({ target: target as never, set: set as never }).toSQL().sql,
  );
  return (row) => void statement.run(bound(columns, row));
}

type Columns = readonly (readonly [string, Column])[];

function placeholders(columns: Columns): never {
  return Object.fromEntries(columns.map(([name]) => [name, sql.placeholder(name)])) as never;
}

function bound(columns: Columns, row: object): unknown[] {
  const fields = row as Record<string, unknown>;
  return columns.map(([name, column]) => {
    const value = fields[name];
    return value === null ? null : column.mapToDriverValue(value);
  });
}

function clientOf(orm: Orm): Database {
  return (orm as Orm & { $client: Database }).$client;
}
