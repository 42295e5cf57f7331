// Columns that refuse what SQLite would let through: 12.5 in an integer column stays 12.5 unless it is checked.
import { type SQL, sql } from "drizzle-orm";
import { check, integer, type SQLiteColumn } from "drizzle-orm/sqlite-core";

export const moment = (name: string) => integer(name);
export const milli = (name: string) => integer(name);
export const rupiahs = (name: string) => integer(name);

/** A check for each column that holds money, a quantity or a moment: whole numbers, or null where the column allows it. */
export function wholeNumbers(table: string, columns: readonly SQLiteColumn[]) {
  const conditions = columns.map((column) =>
    column.notNull ? sql`typeof(${column}) = 'integer'` : sql`typeof(${column}) in ('integer', 'null')`,
  );
  return check(`${table}_whole_numbers`, sql.join(conditions, sql` and `) as SQL);
}
