// Visit entries: counts of people by area and category; corrections are entries below zero.
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { areas, staff } from "./centre.ts";
import { moment, wholeNumbers } from "./columns.ts";

export const visits = sqliteTable(
  "visits",
  {
    id: text("id").primaryKey(),
    areaId: integer("area_id")
      .notNull()
      .references(() => areas.id),
    category: text("category").notNull(),
    count: integer("count").notNull(),
    countedAtMs: moment("counted_at_ms").notNull(),
    businessDay: text("business_day").notNull(),
    countedBy: integer("counted_by")
      .notNull()
      .references(() => staff.id),
    reason: text("reason"),
    undoes: text("undoes").unique(),
  },
  (t) => [
    index("visits_day").on(t.businessDay, t.areaId, t.category, t.count),
    wholeNumbers("visits", [t.count, t.countedAtMs]),
  ],
);
