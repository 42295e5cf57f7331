// Order tickets: one for each stall that is told of a sale's orders, and when it was ready.
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { staff, stalls } from "./centre.ts";
import { moment, wholeNumbers } from "./columns.ts";
import { sales } from "./sales.ts";

export const tickets = sqliteTable(
  "tickets",
  {
    id: integer("id").primaryKey(),
    saleId: text("sale_id")
      .notNull()
      .references(() => sales.id),
    stallId: integer("stall_id")
      .notNull()
      .references(() => stalls.id),
    businessDay: text("business_day").notNull(),
    /** The day's how-manieth ticket of its stall. */
    number: integer("number").notNull(),
  },
  (t) => [
    uniqueIndex("tickets_sale").on(t.saleId, t.stallId),
    uniqueIndex("tickets_number").on(t.stallId, t.businessDay, t.number),
  ],
);

/** Ready, or not ready after all; the newest counts. */
export const ticketEvents = sqliteTable(
  "ticket_events",
  {
    id: text("id").primaryKey(),
    ticketId: integer("ticket_id")
      .notNull()
      .references(() => tickets.id),
    ready: integer("ready", { mode: "boolean" }).notNull(),
    atMs: moment("at_ms").notNull(),
    by: integer("by")
      .notNull()
      .references(() => staff.id),
  },
  (t) => [index("ticket_events_ticket").on(t.ticketId, t.atMs), wholeNumbers("ticket_events", [t.atMs])],
);
