// How acts of tills reached the book: under whose sign-in, when and by what clock; what was held for repair; and what never came.

import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { staff, tills } from "./centre.ts";
import { moment, wholeNumbers } from "./columns.ts";

/** Every time a person said who they are: an act that arrives later names the one it was done under. */
export const signIns = sqliteTable(
  "sign_ins",
  {
    id: text("id").primaryKey(),
    staffId: integer("staff_id")
      .notNull()
      .references(() => staff.id),
    atMs: moment("at_ms").notNull(),
    /** The till where nothing answered; null: at the server itself. */
    tillId: integer("till_id").references(() => tills.id),
    /** False: the PIN that was typed while nothing answered was not theirs. */
    proven: integer("proven", { mode: "boolean" }).notNull(),
  },
  (t) => [wholeNumbers("sign_ins", [t.atMs])],
);

/** How an act came, where it did not come straight from the hand that did it, by a clock that was right. */
export const arrivals = sqliteTable(
  "arrivals",
  {
    actId: text("act_id").primaryKey(),
    tillId: integer("till_id")
      .notNull()
      .references(() => tills.id),
    /** The till had said "done" before the server knew of it (N2). */
    offline: integer("offline", { mode: "boolean" }).notNull(),
    /** By the device's clock. */
    keptAtMs: moment("kept_at_ms").notNull(),
    /** By the server's. */
    receivedAtMs: moment("received_at_ms").notNull(),
    /** How far the device's clock was ahead of the server's when it sent the act; below zero it was behind (Z2). */
    aheadMs: moment("ahead_ms").notNull(),
    /** Whose session brought it. */
    sentBy: integer("sent_by")
      .notNull()
      .references(() => staff.id),
  },
  (t) => [
    index("arrivals_received").on(t.receivedAtMs),
    wholeNumbers("arrivals", [t.keptAtMs, t.receivedAtMs, t.aheadMs]),
  ],
);

/** Acts that a till had already said "done" to and the rules refused: kept to the letter, numbers and all, until a manager settles them. */
export const repairs = sqliteTable(
  "repairs",
  {
    id: text("id").primaryKey(),
    actId: text("act_id").notNull(),
    tillId: integer("till_id")
      .notNull()
      .references(() => tills.id),
    kind: text("kind").notNull(),
    /** Its place in the till's sequence; null where that was taken by another act. */
    tillSeq: integer("till_seq"),
    /** Its place among the till's papers; null where it takes none or that was taken. */
    receiptCount: integer("receipt_count"),
    /** JSON text as it arrived, and the digest that came with it. */
    body: text("body").notNull(),
    digest: text("digest").notNull(),
    /** Who is said to have done it, and under which sign-in; null where the session that sent it stands for it, or nobody knows. */
    staffId: integer("staff_id").references(() => staff.id),
    signInId: text("sign_in_id"),
    keptAtMs: moment("kept_at_ms").notNull(),
    receivedAtMs: moment("received_at_ms").notNull(),
    aheadMs: moment("ahead_ms").notNull(),
    sentBy: integer("sent_by")
      .notNull()
      .references(() => staff.id),
    /** Why it was refused: code and facts (JSON). */
    code: text("code").notNull(),
    facts: text("facts").notNull(),
  },
  (t) => [
    uniqueIndex("repairs_act").on(t.actId, t.digest),
    uniqueIndex("repairs_seq").on(t.tillId, t.tillSeq),
    uniqueIndex("repairs_receipt").on(t.tillId, t.receiptCount),
    wholeNumbers("repairs", [t.tillSeq, t.receiptCount, t.keptAtMs, t.receivedAtMs, t.aheadMs]),
  ],
);

/** How a repair ended: `recorded` went through when it was tried again, `accepted` and `set_aside` are a manager's. */
export const repairSettlements = sqliteTable(
  "repair_settlements",
  {
    repairId: text("repair_id")
      .primaryKey()
      .references(() => repairs.id),
    how: text("how").notNull(),
    settledAtMs: moment("settled_at_ms").notNull(),
    /** Null: the shop tried it again by itself. */
    settledBy: integer("settled_by").references(() => staff.id),
    note: text("note"),
  },
  (t) => [
    check("repair_settlements_how", sql`${t.how} in ('recorded', 'accepted', 'set_aside')`),
    wholeNumbers("repair_settlements", [t.settledAtMs]),
  ],
);

/** Numbers that a till has counted and that never arrived: what is missing lies above the `before`s, up to the `last`s. */
export const tillGaps = sqliteTable(
  "till_gaps",
  {
    id: text("id").primaryKey(),
    tillId: integer("till_id")
      .notNull()
      .references(() => tills.id),
    seqBefore: integer("seq_before").notNull(),
    lastSeq: integer("last_seq").notNull(),
    receiptsBefore: integer("receipts_before").notNull(),
    lastReceiptCount: integer("last_receipt_count").notNull(),
    foundAtMs: moment("found_at_ms").notNull(),
  },
  (t) => [
    uniqueIndex("till_gaps_till").on(t.tillId, t.lastSeq, t.lastReceiptCount),
    wholeNumbers("till_gaps", [t.seqBefore, t.lastSeq, t.receiptsBefore, t.lastReceiptCount, t.foundAtMs]),
  ],
);

export const gapExplanations = sqliteTable(
  "gap_explanations",
  {
    gapId: text("gap_id")
      .primaryKey()
      .references(() => tillGaps.id),
    explainedAtMs: moment("explained_at_ms").notNull(),
    explainedBy: integer("explained_by")
      .notNull()
      .references(() => staff.id),
    note: text("note").notNull(),
  },
  (t) => [wholeNumbers("gap_explanations", [t.explainedAtMs])],
);

/** A till was left before everything it had done was sent, and a manager let it be so (L6). */
export const tillLeavings = sqliteTable(
  "till_leavings",
  {
    id: text("id").primaryKey(),
    tillId: integer("till_id")
      .notNull()
      .references(() => tills.id),
    unsent: integer("unsent").notNull(),
    reason: text("reason").notNull(),
    leftAtMs: moment("left_at_ms").notNull(),
    leftBy: integer("left_by")
      .notNull()
      .references(() => staff.id),
  },
  (t) => [wholeNumbers("till_leavings", [t.unsent, t.leftAtMs])],
);

/** The key that PINs typed without the server are sealed to; one row, in every backup, so that a queue from before it opens. */
export const shopKeys = sqliteTable(
  "shop_keys",
  {
    id: integer("id").primaryKey(),
    privateKey: text("private_key").notNull(),
    publicKey: text("public_key").notNull(),
  },
  (t) => [check("shop_keys_one_row", sql`${t.id} = 1`)],
);
