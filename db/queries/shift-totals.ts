// The running sums of shifts: added to row by row, read shift by shift.
import { and, asc, eq, sql } from "drizzle-orm";
import { adder } from "../insert.ts";
import type { Orm } from "../open.ts";
import { shiftTotals } from "../tables/shifts.ts";

const place = (name: string) => sql.placeholder(name);

export const shiftTotalQueries = (orm: Orm) => ({
  add: adder(orm, shiftTotals, ["count", "rupiah"]),
  ofShift: orm
    .select({
      kind: shiftTotals.kind,
      key: shiftTotals.key,
      count: shiftTotals.count,
      rupiah: shiftTotals.rupiah,
    })
    .from(shiftTotals)
    .where(eq(shiftTotals.shiftId, place("shiftId")))
    .orderBy(asc(shiftTotals.kind), asc(shiftTotals.key))
    .prepare(),
  one: orm
    .select({ rupiah: shiftTotals.rupiah })
    .from(shiftTotals)
    .where(
      and(
        eq(shiftTotals.shiftId, place("shiftId")),
        eq(shiftTotals.kind, place("kind")),
        eq(shiftTotals.key, place("key")),
      ),
    )
    .prepare(),
});
