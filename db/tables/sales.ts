// Sales with their lines and payments; the business day stands on each line, so that reports read one index. What few lines have (tax, a note) stands in tables of its own.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { staff, stalls, tills } from "./centre.ts";
import { milli, moment, rupiahs, wholeNumbers } from "./columns.ts";
import { products, productVersions } from "./products.ts";
import { shifts } from "./shifts.ts";

export const sales = sqliteTable(
  "sales",
  {
    id: text("id").primaryKey(),
    tillId: integer("till_id")
      .notNull()
      .references(() => tills.id),
    receiptCount: integer("receipt_count").notNull(),
    receiptNumber: text("receipt_number").notNull(),
    shiftId: text("shift_id")
      .notNull()
      .references(() => shifts.id),
    soldAtMs: moment("sold_at_ms").notNull(),
    receivedAtMs: moment("received_at_ms").notNull(),
    businessDay: text("business_day").notNull(),
    cashierId: integer("cashier_id")
      .notNull()
      .references(() => staff.id),
    saleDiscountRupiah: rupiahs("sale_discount_rupiah").notNull(),
    roundingRupiah: rupiahs("rounding_rupiah").notNull(),
    totalRupiah: rupiahs("total_rupiah").notNull(),
    /** As the receipt names them, whatever they are called later (P5). Empty in books from before it was kept. */
    cashierName: text("cashier_name").notNull().default(""),
  },
  (t) => [
    uniqueIndex("sales_receipt").on(t.tillId, t.receiptCount),
    index("sales_day").on(t.businessDay, t.soldAtMs),
    index("sales_shift").on(t.shiftId),
    wholeNumbers("sales", [
      t.soldAtMs,
      t.receivedAtMs,
      t.saleDiscountRupiah,
      t.roundingRupiah,
      t.totalRupiah,
    ]),
  ],
);

export const saleLines = sqliteTable(
  "sale_lines",
  {
    saleId: text("sale_id")
      .notNull()
      .references(() => sales.id),
    lineNo: integer("line_no").notNull(),
    businessDay: text("business_day").notNull(),
    productId: integer("product_id")
      .notNull()
      .references(() => products.id),
    versionId: integer("version_id")
      .notNull()
      .references(() => productVersions.id),
    stallId: integer("stall_id")
      .notNull()
      .references(() => stalls.id),
    category: text("category").notNull(),
    program: text("program").notNull(),
    countsAsPiece: integer("counts_as_piece", { mode: "boolean" }).notNull(),
    quantityMilli: milli("quantity_milli").notNull(),
    unitPriceRupiah: rupiahs("unit_price_rupiah").notNull(),
    grossRupiah: rupiahs("gross_rupiah").notNull(),
    discountRupiah: rupiahs("discount_rupiah").notNull(),
    saleDiscountPartRupiah: rupiahs("sale_discount_part_rupiah").notNull(),
    netRupiah: rupiahs("net_rupiah").notNull(),
    costRecorded: integer("cost_recorded", { mode: "boolean" }).notNull(),
    costRupiah: rupiahs("cost_rupiah").notNull(),
    sharesRupiah: rupiahs("shares_rupiah").notNull(),
    marginRupiah: rupiahs("margin_rupiah").notNull(),
    /** As the receipt names it (P5). Empty in books from before it was kept. */
    name: text("name").notNull().default(""),
    unit: text("unit").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.saleId, t.lineNo] }),
    index("sale_lines_figures").on(
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
    wholeNumbers("sale_lines", [
      t.quantityMilli,
      t.unitPriceRupiah,
      t.grossRupiah,
      t.discountRupiah,
      t.saleDiscountPartRupiah,
      t.netRupiah,
      t.costRupiah,
      t.sharesRupiah,
      t.marginRupiah,
    ]),
  ],
);

export const payments = sqliteTable(
  "payments",
  {
    saleId: text("sale_id")
      .notNull()
      .references(() => sales.id),
    position: integer("position").notNull(),
    businessDay: text("business_day").notNull(),
    method: text("method").notNull(),
    amountRupiah: rupiahs("amount_rupiah").notNull(),
    tenderedRupiah: rupiahs("tendered_rupiah"),
    reference: text("reference"),
    /** This payment's part of Σ net: turnover by payment method. */
    netRupiah: rupiahs("net_rupiah").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.saleId, t.position] }),
    index("payments_figures").on(t.businessDay, t.method, t.netRupiah),
    wholeNumbers("payments", [t.amountRupiah, t.tenderedRupiah, t.netRupiah]),
  ],
);

/** PBJT of a line, only of lines that bear it; refunds take it back by the same rule as every amount. */
export const lineTaxes = sqliteTable(
  "line_taxes",
  {
    /** The sale, or the refund that takes it back. */
    eventId: text("event_id").notNull(),
    saleId: text("sale_id")
      .notNull()
      .references(() => sales.id),
    lineNo: integer("line_no").notNull(),
    businessDay: text("business_day").notNull(),
    stallId: integer("stall_id")
      .notNull()
      .references(() => stalls.id),
    name: text("name").notNull(),
    mode: text("mode").notNull(),
    rateBasisPoints: integer("rate_basis_points").notNull(),
    /** Above zero on a sale, below zero on a refund. */
    taxRupiah: rupiahs("tax_rupiah").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.lineNo] }),
    index("line_taxes_sale").on(t.saleId, t.lineNo, t.taxRupiah),
    index("line_taxes_figures").on(t.businessDay, t.stallId, t.taxRupiah),
    wholeNumbers("line_taxes", [t.rateBasisPoints, t.taxRupiah]),
  ],
);

export const lineNotes = sqliteTable(
  "line_notes",
  {
    saleId: text("sale_id")
      .notNull()
      .references(() => sales.id),
    lineNo: integer("line_no").notNull(),
    note: text("note").notNull(),
  },
  (t) => [primaryKey({ columns: [t.saleId, t.lineNo] })],
);

/** QRIS payments that were taken before anybody saw the merchant's notification. */
export const unconfirmedPayments = sqliteTable(
  "unconfirmed_payments",
  {
    saleId: text("sale_id")
      .notNull()
      .references(() => sales.id),
    position: integer("position").notNull(),
    amountRupiah: rupiahs("amount_rupiah").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.saleId, t.position] }),
    wholeNumbers("unconfirmed_payments", [t.amountRupiah]),
  ],
);

/** The notification came after all, and who saw it. */
export const paymentConfirmations = sqliteTable(
  "payment_confirmations",
  {
    saleId: text("sale_id")
      .notNull()
      .references(() => sales.id),
    position: integer("position").notNull(),
    id: text("id").notNull(),
    confirmedAtMs: moment("confirmed_at_ms").notNull(),
    businessDay: text("business_day").notNull(),
    confirmedBy: integer("confirmed_by")
      .notNull()
      .references(() => staff.id),
  },
  (t) => [
    primaryKey({ columns: [t.saleId, t.position] }),
    wholeNumbers("payment_confirmations", [t.confirmedAtMs]),
  ],
);
