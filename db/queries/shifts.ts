// Shifts of a till, open and closed, and what was sold and refunded in one.
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { staff, tills } from "../tables/centre.ts";
import { refundPayments, refunds } from "../tables/refunds.ts";
import { payments, sales } from "../tables/sales.ts";
import { shiftClosings, shifts } from "../tables/shifts.ts";

const place = (name: string) => sql.placeholder(name);

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
  /** The shift and its till, with its closing when it has one. */
  byId: orm
    .select({ shift: shifts, closing: shiftClosings, tillCode: tills.code, openedBy: staff.name })
    .from(shifts)
    .innerJoin(tills, eq(tills.id, shifts.tillId))
    .innerJoin(staff, eq(staff.id, shifts.openedBy))
    .leftJoin(shiftClosings, eq(shiftClosings.shiftId, shifts.id))
    .where(eq(shifts.id, place("id")))
    .prepare(),
  soldByMethod: orm
    .select({ method: payments.method, rupiah: sql<number>`sum(${payments.amountRupiah})` })
    .from(sales)
    .innerJoin(payments, eq(payments.saleId, sales.id))
    .where(eq(sales.shiftId, place("shiftId")))
    .groupBy(payments.method)
    .prepare(),
  sold: orm
    .select({ count: sql<number>`count(*)`, rupiah: sql<number>`coalesce(sum(${sales.totalRupiah}), 0)` })
    .from(sales)
    .where(eq(sales.shiftId, place("shiftId")))
    .prepare(),
  refundedByMethod: orm
    .select({ method: refundPayments.method, rupiah: sql<number>`sum(${refundPayments.amountRupiah})` })
    .from(refunds)
    .innerJoin(refundPayments, eq(refundPayments.refundId, refunds.id))
    .where(eq(refunds.shiftId, place("shiftId")))
    .groupBy(refundPayments.method)
    .prepare(),
  refunded: orm
    .select({ count: sql<number>`count(*)`, rupiah: sql<number>`coalesce(sum(${refunds.totalRupiah}), 0)` })
    .from(refunds)
    .where(eq(refunds.shiftId, place("shiftId")))
    .prepare(),
});
