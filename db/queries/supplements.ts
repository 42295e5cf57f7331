// What reached the server after its shift was closed, numbered within the shift, counted along the till.
import { asc, eq, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { refunds } from "../tables/refunds.ts";
import { sales } from "../tables/sales.ts";
import { drawerMoves, supplements } from "../tables/shifts.ts";

const place = (name: string) => sql.placeholder(name);

/** The paper behind a supplement: its number, moment and total, from the sale, the refund or the drawer move's slip. */
const paper = {
  shiftId: supplements.shiftId,
  number: supplements.number,
  kind: supplements.kind,
  receiptNumber: sql<string>`coalesce(${sales.receiptNumber}, ${refunds.receiptNumber},
    (select code from centre) || '-' || (select code from tills where id = ${supplements.tillId}) || printf('-KAS-%06d', ${drawerMoves.number}))`,
  atMs: sql<number>`coalesce(${sales.soldAtMs}, ${refunds.refundedAtMs}, ${drawerMoves.movedAtMs})`,
  totalRupiah: sql<number>`coalesce(${sales.totalRupiah}, ${refunds.totalRupiah}, ${drawerMoves.amountRupiah})`,
};

const papers = (orm: Orm) =>
  orm
    .select(paper)
    .from(supplements)
    .leftJoin(sales, eq(sales.id, supplements.eventId))
    .leftJoin(refunds, eq(refunds.id, supplements.eventId))
    .leftJoin(drawerMoves, eq(drawerMoves.id, supplements.eventId))
    .$dynamic();

export const supplementQueries = (orm: Orm) => ({
  insert: inserter(orm, supplements),
  lastNumber: orm
    .select({ number: sql<number>`coalesce(max(${supplements.number}), 0)` })
    .from(supplements)
    .where(eq(supplements.shiftId, place("shiftId")))
    .prepare(),
  lastPosition: orm
    .select({ position: sql<number>`coalesce(max(${supplements.position}), 0)` })
    .from(supplements)
    .where(eq(supplements.tillId, place("tillId")))
    .prepare(),
  byEvent: orm
    .select({ number: supplements.number })
    .from(supplements)
    .where(eq(supplements.eventId, place("eventId")))
    .prepare(),
  ofShift: papers(orm)
    .where(eq(supplements.shiftId, place("shiftId")))
    .orderBy(asc(supplements.number))
    .prepare(),
  /** The till's, after its `after`-th. */
  ofTillSince: papers(orm)
    .where(sql`${supplements.tillId} = ${place("tillId")} and ${supplements.position} > ${place("after")}`)
    .orderBy(asc(supplements.position))
    .prepare(),
});
