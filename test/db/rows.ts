// The driver under a book, for tests that do what the shop never would.
import type Database from "better-sqlite3";
import type { Orm } from "#db/open";
import type { Shop } from "#domain/shop";

export function driverOf(shop: Shop): Database.Database {
  return (shop.book.orm as Orm & { $client: Database.Database }).$client;
}

/** The tables of the book, without SQLite's and the migrations' own. */
export function tablesOf(shop: Shop): string[] {
  return driverOf(shop)
    .prepare<[], { name: string }>(
      "select name from sqlite_master where type = 'table' and name not glob 'sqlite_*' and name not glob '__drizzle*' order by name",
    )
    .all()
    .map((row) => row.name);
}

/** Does `work` with every trigger away, and puts them back: how somebody with the file and a tool would tamper. */
export function withoutTriggers(shop: Shop, work: (driver: Database.Database) => void): void {
  const driver = driverOf(shop);
  const triggers = driver
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_master where type = 'trigger'")
    .all();
  for (const { name } of triggers) driver.exec(`drop trigger ${name}`);
  work(driver);
  for (const { sql } of triggers) driver.exec(sql);
}
