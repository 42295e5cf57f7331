// Earnings: every recipient's part of every sold line, frozen with its rule; refunds of it stand below zero (K1–K3).
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment, rupiahs, wholeNumbers } from "./columns.ts";
import { makers } from "./makers.ts";
import { sales } from "./sales.ts";

export const earnings = sqliteTable(
  "earnings",
  {
    /** The sale, the refund, or the refund again where the centre bears it. */
    eventId: text("event_id").notNull(),
    kind: text("kind").notNull(),
    lineNo: integer("line_no").notNull(),
    partNo: integer("part_no").notNull(),
    saleId: text("sale_id")
      .notNull()
      .references(() => sales.id),
    businessDay: text("business_day").notNull(),
    atMs: moment("at_ms").notNull(),
    /** payable, savings, vendor or fund. */
    account: text("account").notNull(),
    makerId: integer("maker_id").references(() => makers.id),
    fund: text("fund"),
    groupId: integer("group_id").references(() => makers.id),
    program: text("program"),
    rule: text("rule").notNull(),
    value: integer("value").notNull(),
    base: integer("base").notNull(),
    amountRupiah: rupiahs("amount_rupiah").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.kind, t.lineNo, t.partNo] }),
    index("earnings_maker").on(t.makerId, t.account, t.saleId, t.lineNo, t.partNo, t.amountRupiah),
    index("earnings_sale").on(t.saleId, t.lineNo, t.partNo),
    index("earnings_figures").on(t.businessDay, t.makerId, t.account, t.kind, t.program, t.amountRupiah),
    wholeNumbers("earnings", [t.atMs, t.value, t.base, t.amountRupiah]),
  ],
);

/** Each maker's earnings and payouts added up by month, so that what is owed on any day is read without its whole past; `audit` compares. */
export const makerMonths = sqliteTable(
  "maker_months",
  {
    makerId: integer("maker_id")
      .notNull()
      .references(() => makers.id),
    account: text("account").notNull(),
    month: text("month").notNull(),
    earnedRupiah: rupiahs("earned_rupiah").notNull(),
    paidRupiah: rupiahs("paid_rupiah").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.makerId, t.account, t.month] }),
    wholeNumbers("maker_months", [t.earnedRupiah, t.paidRupiah]),
  ],
);
