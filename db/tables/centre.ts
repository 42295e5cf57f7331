// The centre, its stalls, areas, people, tills and sessions: what changes by a manager's act, each act in the chain.
import { sql } from "drizzle-orm";
import { check, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { moment, rupiahs, wholeNumbers } from "./columns.ts";

/** One row. */
export const centre = sqliteTable(
  "centre",
  {
    id: integer("id").primaryKey(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    place: text("place").notNull(),
    province: text("province").notNull(),
    regionCode: text("region_code").notNull(),
    timeZone: text("time_zone").notNull(),
    practice: integer("practice", { mode: "boolean" }).notNull(),
    cashRoundingRupiah: rupiahs("cash_rounding_rupiah").notNull(),
    protectedFloorBasisPoints: integer("protected_floor_basis_points").notNull(),
    refundAfterPayout: text("refund_after_payout").notNull(),
    receiptFooter: text("receipt_footer").notNull(),
  },
  (t) => [
    check("centre_one_row", sql`${t.id} = 1`),
    wholeNumbers("centre", [t.cashRoundingRupiah, t.protectedFloorBasisPoints]),
  ],
);

export const stalls = sqliteTable(
  "stalls",
  {
    id: integer("id").primaryKey(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    active: integer("active", { mode: "boolean" }).notNull(),
    /** none, screen or printer: how the stall hears of orders. */
    tickets: text("tickets").notNull().default("none"),
    printerId: integer("printer_id"),
  },
  (t) => [uniqueIndex("stalls_code").on(t.code)],
);

export const areas = sqliteTable(
  "areas",
  {
    id: integer("id").primaryKey(),
    /** What the chain records; the name may change. */
    code: text("code").notNull(),
    name: text("name").notNull(),
    active: integer("active", { mode: "boolean" }).notNull(),
  },
  (t) => [uniqueIndex("areas_code").on(t.code), uniqueIndex("areas_name").on(t.name)],
);

/** `code` is pseudonymous and stands in the chain; the name never does. */
export const staff = sqliteTable(
  "staff",
  {
    id: integer("id").primaryKey(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    pinHash: text("pin_hash"),
    active: integer("active", { mode: "boolean" }).notNull(),
  },
  (t) => [uniqueIndex("staff_code").on(t.code)],
);

/** What a person was called from a moment on, once they are renamed: a copy of a paper names who stood on it (P5). */
export const staffNames = sqliteTable(
  "staff_names",
  {
    staffId: integer("staff_id")
      .notNull()
      .references(() => staff.id),
    fromMs: moment("from_ms").notNull(),
    name: text("name").notNull(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.fromMs] }), wholeNumbers("staff_names", [t.fromMs])],
);

export const staffRoles = sqliteTable(
  "staff_roles",
  {
    staffId: integer("staff_id")
      .notNull()
      .references(() => staff.id),
    role: text("role").notNull(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.role] })],
);

export const tills = sqliteTable(
  "tills",
  {
    id: integer("id").primaryKey(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    /** Where its papers go; null: the browser prints them. */
    printerId: integer("printer_id"),
  },
  (t) => [uniqueIndex("tills_code").on(t.code)],
);

/**
 * A till that was set up anew knew higher numbers than the book (a backup was put back): it goes on above them, and what lies between
 * is a gap that is explained.
 */
export const tillResumes = sqliteTable(
  "till_resumes",
  {
    id: text("id").primaryKey(),
    tillId: integer("till_id")
      .notNull()
      .references(() => tills.id),
    seqBefore: integer("seq_before").notNull(),
    lastSeq: integer("last_seq").notNull(),
    receiptsBefore: integer("receipts_before").notNull(),
    lastReceiptCount: integer("last_receipt_count").notNull(),
    resumedAtMs: moment("resumed_at_ms").notNull(),
    resumedBy: integer("resumed_by")
      .notNull()
      .references(() => staff.id),
  },
  (t) => [
    uniqueIndex("till_resumes_till").on(t.tillId, t.lastSeq, t.lastReceiptCount),
    wholeNumbers("till_resumes", [
      t.seqBefore,
      t.lastSeq,
      t.receiptsBefore,
      t.lastReceiptCount,
      t.resumedAtMs,
    ]),
  ],
);

/** The stalls that a cashier or storekeeper is limited to; without a row they are all theirs. */
export const staffStalls = sqliteTable(
  "staff_stalls",
  {
    staffId: integer("staff_id")
      .notNull()
      .references(() => staff.id),
    stallId: integer("stall_id")
      .notNull()
      .references(() => stalls.id),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.stallId] })],
);

/** One row, once a manager has changed a limit: what a cashier may without approval. */
export const tillLimits = sqliteTable(
  "till_limits",
  {
    id: integer("id").primaryKey(),
    discountLimitBasisPoints: integer("discount_limit_basis_points").notNull(),
    refundLimitRupiah: rupiahs("refund_limit_rupiah").notNull(),
    lockAfterMinutes: integer("lock_after_minutes").notNull(),
  },
  (t) => [
    check("till_limits_one_row", sql`${t.id} = 1`),
    wholeNumbers("till_limits", [t.discountLimitBasisPoints, t.refundLimitRupiah, t.lockAfterMinutes]),
  ],
);

/** A stall's PBJT from a moment on; later versions move nothing. */
export const stallTaxes = sqliteTable(
  "stall_taxes",
  {
    id: integer("id").primaryKey(),
    stallId: integer("stall_id")
      .notNull()
      .references(() => stalls.id),
    fromMs: moment("from_ms").notNull(),
    mode: text("mode").notNull(),
    rateBasisPoints: integer("rate_basis_points").notNull(),
    name: text("name").notNull(),
  },
  (t) => [
    uniqueIndex("stall_taxes_from").on(t.stallId, t.fromMs),
    wholeNumbers("stall_taxes", [t.fromMs, t.rateBasisPoints]),
  ],
);

/** The head and foot of papers from a moment on, so that a copy printed years later is the same paper (P5). */
export const letterheads = sqliteTable(
  "letterheads",
  {
    fromMs: moment("from_ms").primaryKey(),
    name: text("name").notNull(),
    place: text("place").notNull(),
    footer: text("footer").notNull(),
  },
  (t) => [wholeNumbers("letterheads", [t.fromMs])],
);

/** The centre's (stall null) and the stalls' own QRIS codes, newest counts; an empty payload took the code away. */
export const qrisCodes = sqliteTable(
  "qris_codes",
  {
    id: integer("id").primaryKey(),
    stallId: integer("stall_id").references(() => stalls.id),
    fromMs: moment("from_ms").notNull(),
    payload: text("payload").notNull(),
  },
  (t) => [wholeNumbers("qris_codes", [t.fromMs])],
);

/** Wrong PINs in a row by door, so that a restart opens none. */
export const doorLocks = sqliteTable(
  "door_locks",
  {
    door: text("door").primaryKey(),
    wrong: integer("wrong").notNull(),
    untilMs: moment("until_ms").notNull(),
  },
  (t) => [wholeNumbers("door_locks", [t.wrong, t.untilMs])],
);

/** Who is signed in: a member of staff, a maker reading their own page, or a customer's screen. Only the token's hash is kept. */
export const sessions = sqliteTable(
  "sessions",
  {
    tokenHash: text("token_hash").primaryKey(),
    staffId: integer("staff_id").references(() => staff.id),
    makerId: integer("maker_id"),
    /** A customer's screen that follows this till, and may do nothing else. */
    tillId: integer("till_id"),
    startedMs: moment("started_ms").notNull(),
    expiresMs: moment("expires_ms").notNull(),
    /** What acts of this session name as the sign-in they were done under. */
    signInId: text("sign_in_id"),
  },
  (t) => [wholeNumbers("sessions", [t.startedMs, t.expiresMs])],
);

/** A manager's approval given on the spot; the act that used it names it. */
export const approvals = sqliteTable(
  "approvals",
  {
    id: text("id").primaryKey(),
    staffId: integer("staff_id")
      .notNull()
      .references(() => staff.id),
    approvedMs: moment("approved_ms").notNull(),
    /** The act that it is for, and no other. Empty in books from before it was kept. */
    forId: text("for_id").notNull().default(""),
    /** What that act said when it was approved: with another discount or another sum it is no longer approved. */
    mark: text("mark").notNull().default(""),
  },
  (t) => [wholeNumbers("approvals", [t.approvedMs])],
);
