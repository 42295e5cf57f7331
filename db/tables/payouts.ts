// Payouts to makers, which earnings each one covers, and their reversals.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { staff } from "./centre.ts";
import { moment, rupiahs, wholeNumbers } from "./columns.ts";
import { makers } from "./makers.ts";
import { shifts } from "./shifts.ts";

export const payouts = sqliteTable(
  "payouts",
  {
    id: text("id").primaryKey(),
    number: integer("number").notNull(),
    makerId: integer("maker_id")
      .notNull()
      .references(() => makers.id),
    account: text("account").notNull(),
    amountRupiah: rupiahs("amount_rupiah").notNull(),
    source: text("source").notNull(),
    shiftId: text("shift_id").references(() => shifts.id),
    paidAtMs: moment("paid_at_ms").notNull(),
    businessDay: text("business_day").notNull(),
    paidBy: integer("paid_by")
      .notNull()
      .references(() => staff.id),
    receivedBy: text("received_by").notNull(),
    receiverName: text("receiver_name"),
    acknowledgedBy: text("acknowledged_by").notNull(),
    owedAfterRupiah: rupiahs("owed_after_rupiah").notNull(),
  },
  (t) => [
    uniqueIndex("payouts_number").on(t.number),
    index("payouts_maker").on(t.makerId, t.paidAtMs),
    index("payouts_figures").on(t.businessDay, t.makerId, t.account, t.amountRupiah),
    wholeNumbers("payouts", [t.amountRupiah, t.paidAtMs, t.owedAfterRupiah]),
  ],
);

/** Which sold line's part is paid by which payout; a reversal's rows stand below zero (K4). */
export const payoutAllocations = sqliteTable(
  "payout_allocations",
  {
    /** The payout, or the reversal that takes it back. */
    eventId: text("event_id").notNull(),
    position: integer("position").notNull(),
    payoutId: text("payout_id")
      .notNull()
      .references(() => payouts.id),
    makerId: integer("maker_id")
      .notNull()
      .references(() => makers.id),
    account: text("account").notNull(),
    saleId: text("sale_id").notNull(),
    lineNo: integer("line_no").notNull(),
    partNo: integer("part_no").notNull(),
    amountRupiah: rupiahs("amount_rupiah").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.position] }),
    index("payout_allocations_maker").on(t.makerId, t.account, t.saleId, t.lineNo, t.partNo, t.amountRupiah),
    index("payout_allocations_payout").on(t.payoutId),
    index("payout_allocations_sale").on(t.saleId, t.lineNo, t.partNo),
    wholeNumbers("payout_allocations", [t.amountRupiah]),
  ],
);

export const payoutReversals = sqliteTable(
  "payout_reversals",
  {
    payoutId: text("payout_id")
      .primaryKey()
      .references(() => payouts.id),
    id: text("id").notNull(),
    reversedAtMs: moment("reversed_at_ms").notNull(),
    businessDay: text("business_day").notNull(),
    reversedBy: integer("reversed_by")
      .notNull()
      .references(() => staff.id),
    reason: text("reason").notNull(),
  },
  (t) => [
    index("payout_reversals_day").on(t.businessDay),
    wholeNumbers("payout_reversals", [t.reversedAtMs]),
  ],
);
