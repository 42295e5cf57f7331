// Every accepted act, once: the hash chain, the first answer that a repeat gets, and each till's sequence.
import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { moment, wholeNumbers } from "./columns.ts";

export const acts = sqliteTable(
  "acts",
  {
    seq: integer("seq").primaryKey(),
    id: text("id").notNull(),
    kind: text("kind").notNull(),
    /** SHA-256 of the command, without PINs; a repeat must match it. */
    digest: text("digest").notNull(),
    /** What the first sender was answered, as JSON. */
    answer: text("answer").notNull(),
    /** The canonical record that the chain covers. */
    record: text("record").notNull(),
    hash: text("hash").notNull(),
    atMs: moment("at_ms").notNull(),
    staffId: integer("staff_id"),
    /** The approval that a manager gave on the spot; each serves one act. */
    approvalId: text("approval_id"),
    /** Who stood for what the rules ask approval for: the manager who gave it, or the one who acts; null where nothing needed it. */
    approverId: integer("approver_id"),
    tillId: integer("till_id"),
    tillSeq: integer("till_seq"),
    /** What a person wrote beside it; outside the chain, since it may name people. */
    note: text("note"),
  },
  (t) => [
    uniqueIndex("acts_id").on(t.id),
    uniqueIndex("acts_till_seq").on(t.tillId, t.tillSeq),
    uniqueIndex("acts_approval").on(t.approvalId),
    wholeNumbers("acts", [t.atMs]),
  ],
);
