// Shifts: opened and closed once each; a closing is a row of its own, so that nothing is ever changed.
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
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
  },
  (t) => [wholeNumbers("shift_closings", [t.closedAtMs, t.countedRupiah, t.expectedRupiah])],
);
