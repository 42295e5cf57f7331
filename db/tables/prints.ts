// Printers, what was printed, and the jobs that brought it to a printer.
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { staff, tills } from "./centre.ts";
import { moment, wholeNumbers } from "./columns.ts";

export const printers = sqliteTable("printers", {
  id: integer("id").primaryKey(),
  name: text("name").notNull(),
  kind: text("kind").notNull(),
  address: text("address").notNull(),
  columns: integer("columns").notNull(),
  hasDrawer: integer("has_drawer", { mode: "boolean" }).notNull(),
  cuts: integer("cuts", { mode: "boolean" }).notNull(),
  secondId: integer("second_id"),
  active: integer("active", { mode: "boolean" }).notNull(),
});

/** Each paper that was asked for: copy 0 is the original, n is SALINAN n (P5). */
export const prints = sqliteTable(
  "prints",
  {
    id: text("id").primaryKey(),
    paper: text("paper").notNull(),
    about: text("about").notNull(),
    number: text("number").notNull(),
    copy: integer("copy").notNull(),
    language: text("language").notNull(),
    /** The till that asked for it; null where none did. */
    tillId: integer("till_id").references(() => tills.id),
    askedMs: moment("asked_ms").notNull(),
    askedBy: integer("asked_by")
      .notNull()
      .references(() => staff.id),
  },
  (t) => [
    uniqueIndex("prints_copy").on(t.paper, t.about, t.copy),
    index("prints_asked").on(t.askedMs),
    wholeNumbers("prints", [t.copy, t.askedMs]),
  ],
);

/** How far a print has come at a printer; changes as it goes, and is no part of the books. */
export const printJobs = sqliteTable(
  "print_jobs",
  {
    printId: text("print_id")
      .primaryKey()
      .references(() => prints.id),
    printerId: integer("printer_id")
      .notNull()
      .references(() => printers.id),
    opensDrawer: integer("opens_drawer", { mode: "boolean" }).notNull(),
    state: text("state").notNull(),
    failure: text("failure"),
    attempts: integer("attempts").notNull(),
    queuedMs: moment("queued_ms").notNull(),
    changedMs: moment("changed_ms").notNull(),
  },
  (t) => [
    index("print_jobs_state").on(t.state, t.queuedMs),
    wholeNumbers("print_jobs", [t.attempts, t.queuedMs, t.changedMs]),
  ],
);
