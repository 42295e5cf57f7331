// Refunds: what came back of which line, and how the money went back. Amounts are positive; figures subtract them.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { staff, stalls, tills } from "./centre.ts";
import { milli, moment, rupiahs, wholeNumbers } from "./columns.ts";
import { products } from "./products.ts";
import { sales } from "./sales.ts";
import { shifts } from "./shifts.ts";

export const refunds = sqliteTable(
  "refunds",
  {
    id: text("id").primaryKey(),
    saleId: text("sale_id")
      .notNull()
      .references(() => sales.id),
    tillId: integer("till_id")
      .notNull()
      .references(() => tills.id),
    receiptCount: integer("receipt_count").notNull(),
    receiptNumber: text("receipt_number").notNull(),
    shiftId: text("shift_id")
      .notNull()
      .references(() => shifts.id),
    refundedAtMs: moment("refunded_at_ms").notNull(),
    businessDay: text("business_day").notNull(),
    cashierId: integer("cashier_id")
      .notNull()
      .references(() => staff.id),
    reason: text("reason").notNull(),
    note: text("note"),
    roundingRupiah: rupiahs("rounding_rupiah").notNull(),
    totalRupiah: rupiahs("total_rupiah").notNull(),
    cashierName: text("cashier_name").notNull().default(""),
  },
  (t) => [
    uniqueIndex("refunds_receipt").on(t.tillId, t.receiptCount),
    index("refunds_sale").on(t.saleId),
    index("refunds_day").on(t.businessDay),
    index("refunds_shift").on(t.shiftId),
    wholeNumbers("refunds", [t.refundedAtMs, t.roundingRupiah, t.totalRupiah]),
  ],
);

export const refundLines = sqliteTable(
  "refund_lines",
  {
    refundId: text("refund_id")
      .notNull()
      .references(() => refunds.id),
    saleId: text("sale_id")
      .notNull()
      .references(() => sales.id),
    lineNo: integer("line_no").notNull(),
    businessDay: text("business_day").notNull(),
    productId: integer("product_id")
      .notNull()
      .references(() => products.id),
    stallId: integer("stall_id")
      .notNull()
      .references(() => stalls.id),
    category: text("category").notNull(),
    program: text("program").notNull(),
    countsAsPiece: integer("counts_as_piece", { mode: "boolean" }).notNull(),
    quantityMilli: milli("quantity_milli").notNull(),
    restock: integer("restock", { mode: "boolean" }).notNull(),
    netRupiah: rupiahs("net_rupiah").notNull(),
    costRecorded: integer("cost_recorded", { mode: "boolean" }).notNull(),
    costRupiah: rupiahs("cost_rupiah").notNull(),
    sharesRupiah: rupiahs("shares_rupiah").notNull(),
    marginRupiah: rupiahs("margin_rupiah").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.refundId, t.lineNo] }),
    index("refund_lines_sale").on(t.saleId, t.lineNo),
    index("refund_lines_figures").on(
      t.businessDay,
      t.productId,
      t.stallId,
      t.category,
      t.program,
      t.costRecorded,
      t.countsAsPiece,
      t.quantityMilli,
      t.netRupiah,
      t.marginRupiah,
    ),
    wholeNumbers("refund_lines", [
      t.quantityMilli,
      t.netRupiah,
      t.costRupiah,
      t.sharesRupiah,
      t.marginRupiah,
    ]),
  ],
);

export const refundPayments = sqliteTable(
  "refund_payments",
  {
    refundId: text("refund_id")
      .notNull()
      .references(() => refunds.id),
    /** Which of the sale's payments is given back. */
    position: integer("position").notNull(),
    saleId: text("sale_id")
      .notNull()
      .references(() => sales.id),
    businessDay: text("business_day").notNull(),
    method: text("method").notNull(),
    amountRupiah: rupiahs("amount_rupiah").notNull(),
    netRupiah: rupiahs("net_rupiah").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.refundId, t.position] }),
    index("refund_payments_sale").on(t.saleId),
    index("refund_payments_figures").on(t.businessDay, t.method, t.netRupiah),
    wholeNumbers("refund_payments", [t.amountRupiah, t.netRupiah]),
  ],
);
