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
  },
  (t) => [uniqueIndex("tills_code").on(t.code)],
);

/** Who is signed in: a member of staff, or a maker reading their own page. Only the token's hash is kept. */
export const sessions = sqliteTable(
  "sessions",
  {
    tokenHash: text("token_hash").primaryKey(),
    staffId: integer("staff_id").references(() => staff.id),
    makerId: integer("maker_id"),
    startedMs: moment("started_ms").notNull(),
    expiresMs: moment("expires_ms").notNull(),
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
  },
  (t) => [wholeNumbers("approvals", [t.approvedMs])],
);
