// Stock movements: what is on the shelf is their sum, product by product and stall by stall.
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { stalls } from "./centre.ts";
import { milli, moment, wholeNumbers } from "./columns.ts";
import { products } from "./products.ts";

export const stockMovements = sqliteTable(
  "stock_movements",
  {
    eventId: text("event_id").notNull(),
    lineNo: integer("line_no").notNull(),
    kind: text("kind").notNull(),
    productId: integer("product_id")
      .notNull()
      .references(() => products.id),
    stallId: integer("stall_id")
      .notNull()
      .references(() => stalls.id),
    /** Above zero came in, below zero went out. */
    quantityMilli: milli("quantity_milli").notNull(),
    businessDay: text("business_day").notNull(),
    atMs: moment("at_ms").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.lineNo, t.kind] }),
    index("stock_movements_day").on(t.businessDay, t.productId, t.quantityMilli),
    index("stock_movements_product").on(t.productId, t.kind, t.quantityMilli),
    wholeNumbers("stock_movements", [t.quantityMilli, t.atMs]),
  ],
);

/** The movements of each month added up, so that the shelf of any day is read without its whole past; `audit` compares. */
export const stockMonths = sqliteTable(
  "stock_months",
  {
    productId: integer("product_id")
      .notNull()
      .references(() => products.id),
    stallId: integer("stall_id")
      .notNull()
      .references(() => stalls.id),
    month: text("month").notNull(),
    quantityMilli: milli("quantity_milli").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.stallId, t.month] }),
    wholeNumbers("stock_months", [t.quantityMilli]),
  ],
);
