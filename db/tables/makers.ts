// Makers, and the members that a group had from a moment on.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { moment, wholeNumbers } from "./columns.ts";

export const makers = sqliteTable(
  "makers",
  {
    id: integer("id").primaryKey(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    program: text("program"),
    active: integer("active", { mode: "boolean" }).notNull(),
    cardCode: text("card_code"),
    pinHash: text("pin_hash"),
  },
  (t) => [uniqueIndex("makers_code").on(t.code), uniqueIndex("makers_card").on(t.cardCode)],
);

/** What a maker was called from a moment on, once they are renamed: a copy of what they signed for names them as it did (P5). */
export const makerNames = sqliteTable(
  "maker_names",
  {
    makerId: integer("maker_id")
      .notNull()
      .references(() => makers.id),
    fromMs: moment("from_ms").notNull(),
    name: text("name").notNull(),
  },
  (t) => [primaryKey({ columns: [t.makerId, t.fromMs] }), wholeNumbers("maker_names", [t.fromMs])],
);

export const groupVersions = sqliteTable(
  "group_versions",
  {
    id: integer("id").primaryKey(),
    groupId: integer("group_id")
      .notNull()
      .references(() => makers.id),
    fromMs: moment("from_ms").notNull(),
  },
  (t) => [index("group_versions_from").on(t.groupId, t.fromMs), wholeNumbers("group_versions", [t.fromMs])],
);

export const groupMembers = sqliteTable(
  "group_members",
  {
    versionId: integer("version_id")
      .notNull()
      .references(() => groupVersions.id),
    position: integer("position").notNull(),
    makerId: integer("maker_id")
      .notNull()
      .references(() => makers.id),
    weight: integer("weight").notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.position] }), wholeNumbers("group_members", [t.weight])],
);
