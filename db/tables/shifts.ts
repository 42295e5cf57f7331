// Shifts: opened and closed once each; a closing is a row of its own, so that nothing is ever changed.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { staff, tills } from "./centre.ts";
import { moment, rupiahs, wholeNumbers } from "./columns.ts";

export const shifts = sqliteTable(
  "shifts",
  {
    id: text("id").primaryKey(),
    tillId: integer("till_id")
      .notNull()
      .references(() => tills.id),
    number: integer("number").notNull(),
    openedAtMs: moment("opened_at_ms").notNull(),
    businessDay: text("business_day").notNull(),
    openedBy: integer("opened_by")
      .notNull()
      .references(() => staff.id),
    floatRupiah: rupiahs("float_rupiah").notNull(),
    /** The till's receipt count when the shift began; its first receipt is the next. */
    receiptsBefore: integer("receipts_before").notNull().default(0),
  },
  (t) => [
    uniqueIndex("shifts_number").on(t.tillId, t.number),
    index("shifts_day").on(t.businessDay),
    wholeNumbers("shifts", [t.openedAtMs, t.floatRupiah]),
  ],
);

export const shiftClosings = sqliteTable(
  "shift_closings",
  {
    shiftId: text("shift_id")
      .primaryKey()
      .references(() => shifts.id),
    closedAtMs: moment("closed_at_ms").notNull(),
    closedBy: integer("closed_by")
      .notNull()
      .references(() => staff.id),
    countedRupiah: rupiahs("counted_rupiah").notNull(),
    expectedRupiah: rupiahs("expected_rupiah").notNull(),
    reason: text("reason"),
    /** Why somebody closed who had not sold in it (S10). */
    absentReason: text("absent_reason"),
    /** The count that was closed with. */
    countId: text("count_id"),
  },
  (t) => [wholeNumbers("shift_closings", [t.closedAtMs, t.countedRupiah, t.expectedRupiah])],
);

/** Each blind count of a drawer; the first is kept for ever (C1). */
export const shiftCounts = sqliteTable(
  "shift_counts",
  {
    id: text("id").primaryKey(),
    shiftId: text("shift_id")
      .notNull()
      .references(() => shifts.id),
    position: integer("position").notNull(),
    countedAtMs: moment("counted_at_ms").notNull(),
    countedBy: integer("counted_by")
      .notNull()
      .references(() => staff.id),
    countedRupiah: rupiahs("counted_rupiah").notNull(),
    expectedRupiah: rupiahs("expected_rupiah").notNull(),
    /** `[{"valueRupiah":100000,"count":3}, …]`. */
    notes: text("notes").notNull(),
  },
  (t) => [
    uniqueIndex("shift_counts_position").on(t.shiftId, t.position),
    wholeNumbers("shift_counts", [t.countedAtMs, t.countedRupiah, t.expectedRupiah]),
  ],
);

/**
 * What a shift comes to so far, added up act by act, so that closing it reads a handful of rows however much was sold (S1); `audit`
 * compares. Kinds and keys are named in server/domain/shift-totals.ts.
 */
export const shiftTotals = sqliteTable(
  "shift_totals",
  {
    shiftId: text("shift_id")
      .notNull()
      .references(() => shifts.id),
    kind: text("kind").notNull(),
    key: text("key").notNull(),
    count: integer("count").notNull(),
    rupiah: rupiahs("rupiah").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shiftId, t.kind, t.key] }),
    wholeNumbers("shift_totals", [t.count, t.rupiah]),
  ],
);

/** A closed shift as it was (H4), written once and printed from for ever. */
export const zReports = sqliteTable(
  "z_reports",
  {
    shiftId: text("shift_id")
      .primaryKey()
      .references(() => shifts.id),
    number: text("number").notNull(),
    /** The act that closed the shift; its hash seals the paper. */
    actId: text("act_id").notNull(),
    /** How many supplements of the till had been booked by then: these are in it or in an earlier one. */
    supplementsTo: integer("supplements_to").notNull(),
    /** The whole report as JSON, by `zReportSchema`. */
    report: text("report").notNull(),
    perpetualNetRupiah: rupiahs("perpetual_net_rupiah").notNull(),
    perpetualAbsoluteRupiah: rupiahs("perpetual_absolute_rupiah").notNull(),
  },
  (t) => [
    uniqueIndex("z_reports_number").on(t.number),
    wholeNumbers("z_reports", [t.supplementsTo, t.perpetualNetRupiah, t.perpetualAbsoluteRupiah]),
  ],
);

/** What reached the server after its shift was closed (S5). */
export const supplements = sqliteTable(
  "supplements",
  {
    eventId: text("event_id").primaryKey(),
    shiftId: text("shift_id")
      .notNull()
      .references(() => shifts.id),
    number: integer("number").notNull(),
    kind: text("kind").notNull(),
    tillId: integer("till_id")
      .notNull()
      .references(() => tills.id),
    /** The till's how-manieth; its next Z names what came since its last. */
    position: integer("position").notNull(),
  },
  (t) => [
    uniqueIndex("supplements_number").on(t.shiftId, t.number),
    uniqueIndex("supplements_position").on(t.tillId, t.position),
    wholeNumbers("supplements", [t.number, t.position]),
  ],
);

/** Cash in and out of a drawer during its shift, deposits to the safe and top-ups out of it. */
export const drawerMoves = sqliteTable(
  "drawer_moves",
  {
    id: text("id").primaryKey(),
    shiftId: text("shift_id")
      .notNull()
      .references(() => shifts.id),
    tillId: integer("till_id")
      .notNull()
      .references(() => tills.id),
    /** The till's how-manieth slip. */
    number: integer("number").notNull(),
    kind: text("kind").notNull(),
    amountRupiah: rupiahs("amount_rupiah").notNull(),
    movedAtMs: moment("moved_at_ms").notNull(),
    businessDay: text("business_day").notNull(),
    movedBy: integer("moved_by")
      .notNull()
      .references(() => staff.id),
    reason: text("reason").notNull(),
  },
  (t) => [
    index("drawer_moves_shift").on(t.shiftId),
    uniqueIndex("drawer_moves_number").on(t.tillId, t.number),
    wholeNumbers("drawer_moves", [t.number, t.amountRupiah, t.movedAtMs]),
  ],
);

/** A drawer opened without a sale, and why. */
export const drawerOpenings = sqliteTable(
  "drawer_openings",
  {
    id: text("id").primaryKey(),
    shiftId: text("shift_id")
      .notNull()
      .references(() => shifts.id),
    openedAtMs: moment("opened_at_ms").notNull(),
    openedBy: integer("opened_by")
      .notNull()
      .references(() => staff.id),
    reason: text("reason").notNull(),
  },
  (t) => [index("drawer_openings_shift").on(t.shiftId), wholeNumbers("drawer_openings", [t.openedAtMs])],
);
