// Shifts of a till, their counts, closings, Zs and drawer moves.
import { and, asc, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { acts } from "../tables/acts.ts";
import { staff, tills } from "../tables/centre.ts";
import {
  drawerMoves,
  drawerOpenings,
  shiftClosings,
  shiftCounts,
  shifts,
  zReports,
} from "../tables/shifts.ts";
import { nameAt } from "./staff-names.ts";

const place = (name: string) => sql.placeholder(name);

/** The shift and its till, with its closing and its Z when it has them. */
const whole = (orm: Orm) =>
  orm
    .select({
      shift: shifts,
      closing: shiftClosings,
      tillCode: tills.code,
      tillName: tills.name,
      openedBy: staff.name,
      zNumber: zReports.number,
    })
    .from(shifts)
    .innerJoin(tills, eq(tills.id, shifts.tillId))
    .innerJoin(staff, eq(staff.id, shifts.openedBy))
    .leftJoin(shiftClosings, eq(shiftClosings.shiftId, shifts.id))
    .leftJoin(zReports, eq(zReports.shiftId, shifts.id))
    .$dynamic();

export const shiftQueries = (orm: Orm) => ({
  insert: inserter(orm, shifts),
  insertClosing: inserter(orm, shiftClosings),
  openOfTill: orm
    .select({ id: shifts.id })
    .from(shifts)
    .leftJoin(shiftClosings, eq(shiftClosings.shiftId, shifts.id))
    .where(and(eq(shifts.tillId, place("tillId")), isNull(shiftClosings.shiftId)))
    .orderBy(desc(shifts.number))
    .limit(1)
    .prepare(),
  lastClosedOfTill: orm
    .select({ id: shifts.id })
    .from(shifts)
    .innerJoin(shiftClosings, eq(shiftClosings.shiftId, shifts.id))
    .where(eq(shifts.tillId, place("tillId")))
    .orderBy(desc(shifts.number))
    .limit(1)
    .prepare(),
  /** Only what a sale must know of its shift. */
  gate: orm
    .select({
      tillId: shifts.tillId,
      number: shifts.number,
      tillCode: tills.code,
      closedAtMs: shiftClosings.closedAtMs,
    })
    .from(shifts)
    .innerJoin(tills, eq(tills.id, shifts.tillId))
    .leftJoin(shiftClosings, eq(shiftClosings.shiftId, shifts.id))
    .where(eq(shifts.id, place("id")))
    .prepare(),
  lastNumber: orm
    .select({ number: sql<number>`coalesce(max(${shifts.number}), 0)` })
    .from(shifts)
    .where(eq(shifts.tillId, place("tillId")))
    .prepare(),
  byId: whole(orm)
    .where(eq(shifts.id, place("id")))
    .prepare(),
  /** The closing, and the act that made it; none is known of a closing from before Zs were kept. */
  closedBy: orm
    .select({ actId: zReports.actId })
    .from(shiftClosings)
    .leftJoin(zReports, eq(zReports.shiftId, shiftClosings.shiftId))
    .where(eq(shiftClosings.shiftId, place("shiftId")))
    .prepare(),
  /** Newest first, those opened before a moment. */
  openedBefore: whole(orm)
    .where(lt(shifts.openedAtMs, place("beforeMs")))
    .orderBy(desc(shifts.openedAtMs), desc(shifts.number))
    .limit(place("limit"))
    .prepare(),
  staffByCode: orm
    .select({ name: staff.name })
    .from(staff)
    .where(eq(staff.code, place("code")))
    .prepare(),
});

export const countQueries = (orm: Orm) => ({
  insert: inserter(orm, shiftCounts),
  ofShift: orm
    .select()
    .from(shiftCounts)
    .where(eq(shiftCounts.shiftId, place("shiftId")))
    .orderBy(asc(shiftCounts.position))
    .prepare(),
});

export const drawerMoveQueries = (orm: Orm) => ({
  insert: inserter(orm, drawerMoves),
  lastNumber: orm
    .select({ number: sql<number>`coalesce(max(${drawerMoves.number}), 0)` })
    .from(drawerMoves)
    .where(eq(drawerMoves.tillId, place("tillId")))
    .prepare(),
  byId: orm
    .select({
      move: drawerMoves,
      by: nameAt(drawerMoves.movedBy, drawerMoves.movedAtMs),
      tillCode: tills.code,
    })
    .from(drawerMoves)
    .innerJoin(tills, eq(tills.id, drawerMoves.tillId))
    .where(eq(drawerMoves.id, place("id")))
    .prepare(),
  ofShift: orm
    .select({
      move: drawerMoves,
      by: nameAt(drawerMoves.movedBy, drawerMoves.movedAtMs),
      tillCode: tills.code,
    })
    .from(drawerMoves)
    .innerJoin(tills, eq(tills.id, drawerMoves.tillId))
    .where(eq(drawerMoves.shiftId, place("shiftId")))
    .orderBy(asc(drawerMoves.number))
    .prepare(),
  /** Whether a person moved money in a shift's drawer. */
  movedBy: orm
    .select({ id: drawerMoves.id })
    .from(drawerMoves)
    .where(and(eq(drawerMoves.shiftId, place("shiftId")), eq(drawerMoves.movedBy, place("staffId"))))
    .limit(1)
    .prepare(),
  openings: orm
    .select({
      atMs: drawerOpenings.openedAtMs,
      by: staff.name,
      approvedBy: sql<string | null>`(select name from staff where staff.id = ${acts.approverId})`,
      reason: drawerOpenings.reason,
    })
    .from(drawerOpenings)
    .innerJoin(staff, eq(staff.id, drawerOpenings.openedBy))
    .leftJoin(acts, eq(acts.id, drawerOpenings.id))
    .where(eq(drawerOpenings.shiftId, place("shiftId")))
    .orderBy(asc(drawerOpenings.openedAtMs))
    .prepare(),
});
