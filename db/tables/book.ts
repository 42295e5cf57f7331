// The journal: entries that balance, their postings, and the accounts they stand in; and money carried from place to place.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { staff } from "./centre.ts";
import { moment, rupiahs, wholeNumbers } from "./columns.ts";

export const accounts = sqliteTable(
  "accounts",
  { id: integer("id").primaryKey(), code: text("code").notNull() },
  (t) => [uniqueIndex("accounts_code").on(t.code)],
);

export const entries = sqliteTable(
  "entries",
  {
    id: integer("id").primaryKey(),
    /** The sale, refund, payout, shift … that moved the money. */
    eventId: text("event_id").notNull(),
    kind: text("kind").notNull(),
    businessDay: text("business_day").notNull(),
    atMs: moment("at_ms").notNull(),
  },
  (t) => [uniqueIndex("entries_event").on(t.eventId, t.kind), wholeNumbers("entries", [t.atMs])],
);

export const postings = sqliteTable(
  "postings",
  {
    entryId: integer("entry_id")
      .notNull()
      .references(() => entries.id),
    accountId: integer("account_id")
      .notNull()
      .references(() => accounts.id),
    amountRupiah: rupiahs("amount_rupiah").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.entryId, t.accountId] }),
    index("postings_account").on(t.accountId, t.amountRupiah),
    wholeNumbers("postings", [t.amountRupiah]),
  ],
);

export const moneyMoves = sqliteTable(
  "money_moves",
  {
    id: text("id").primaryKey(),
    fromPlace: text("from_place").notNull(),
    toPlace: text("to_place").notNull(),
    amountRupiah: rupiahs("amount_rupiah").notNull(),
    movedAtMs: moment("moved_at_ms").notNull(),
    movedBy: integer("moved_by")
      .notNull()
      .references(() => staff.id),
    reason: text("reason").notNull(),
    /** The number on the slip of the bank, the treasury or the tax office. */
    reference: text("reference"),
    /** The centre's how-manieth slip, where money was carried to the bank, the treasury or the tax office. */
    number: integer("number"),
  },
  (t) => [wholeNumbers("money_moves", [t.amountRupiah, t.movedAtMs])],
);
