// What payment providers say they settled, row by row, and how their files are written.
import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { staff } from "./centre.ts";
import { moment, rupiahs, wholeNumbers } from "./columns.ts";

/** One row, once the columns were chosen. */
export const settlementFormats = sqliteTable(
  "settlement_formats",
  {
    id: integer("id").primaryKey(),
    separator: text("separator").notNull(),
    dayColumn: text("day_column").notNull(),
    timeColumn: text("time_column").notNull(),
    dayOrder: text("day_order").notNull(),
    amountColumn: text("amount_column").notNull(),
    referenceColumn: text("reference_column").notNull(),
  },
  (t) => [check("settlement_formats_one_row", sql`${t.id} = 1`)],
);

export const settlementFiles = sqliteTable(
  "settlement_files",
  {
    id: text("id").primaryKey(),
    fileName: text("file_name").notNull(),
    importedMs: moment("imported_ms").notNull(),
    importedBy: integer("imported_by")
      .notNull()
      .references(() => staff.id),
  },
  (t) => [wholeNumbers("settlement_files", [t.importedMs])],
);

export const settlementRows = sqliteTable(
  "settlement_rows",
  {
    id: integer("id").primaryKey(),
    fileId: text("file_id")
      .notNull()
      .references(() => settlementFiles.id),
    day: text("day").notNull(),
    /** `14:05` as the provider wrote it, where it did. */
    time: text("time"),
    amountRupiah: rupiahs("amount_rupiah").notNull(),
    reference: text("reference").notNull(),
  },
  (t) => [
    index("settlement_rows_reference").on(t.reference, t.day),
    index("settlement_rows_day").on(t.day),
    wholeNumbers("settlement_rows", [t.amountRupiah]),
  ],
);
