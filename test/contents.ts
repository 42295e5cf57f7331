// All that a book holds, row by row, so that a test can say that nothing was saved.
import { sql } from "drizzle-orm";
import type { Shop } from "#domain/shop";

/** What signing in leaves behind; it is no act of the shop. */
const ofSigningIn = ["sessions", "door_locks", "sign_ins", "shop_keys"];

/** Every table's rows. What signing in leaves behind is left out unless asked for. */
export function contents(shop: Shop, withSessions = false): Record<string, unknown[]> {
  const { orm } = shop.book;
  const tables = orm.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'table' and name not glob 'sqlite_*' and name not glob '__drizzle*' order by name`,
  );
  return Object.fromEntries(
    tables
      .filter(({ name }) => withSessions || !ofSigningIn.includes(name))
      .map(({ name }) => [name, orm.all<unknown>(sql`select * from ${sql.identifier(name)}`)]),
  );
}

/** How many rows each table has that has any. */
export function rowCounts(shop: Shop): Record<string, number> {
  return Object.fromEntries(
    Object.entries(contents(shop))
      .filter(([, rows]) => rows.length > 0)
      .map(([name, rows]) => [name, rows.length]),
  );
}
