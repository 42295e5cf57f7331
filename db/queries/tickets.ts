// Order tickets, what is on them, and how far they are.
import { and, asc, desc, eq, max, ne, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { staff, stalls } from "../tables/centre.ts";
import { printers } from "../tables/prints.ts";
import { products } from "../tables/products.ts";
import { refundLines } from "../tables/refunds.ts";
import { lineNotes, saleLines, sales } from "../tables/sales.ts";
import { ticketEvents, tickets } from "../tables/tickets.ts";

const place = (name: string) => sql.placeholder(name);

export const ticketQueries = (orm: Orm) => {
  const whole = orm
    .select({
      id: tickets.id,
      number: tickets.number,
      businessDay: tickets.businessDay,
      saleId: tickets.saleId,
      stallId: tickets.stallId,
      stall: stalls.name,
      stallCode: stalls.code,
      /** Only while it is in use; a stall still has its screen. */
      printerId: printers.id,
      receiptNumber: sales.receiptNumber,
      orderedAtMs: sales.soldAtMs,
      cashier: sql<string>`coalesce(nullif(${sales.cashierName}, ''), ${staff.name})`,
    })
    .from(tickets)
    .innerJoin(sales, eq(sales.id, tickets.saleId))
    .innerJoin(stalls, eq(stalls.id, tickets.stallId))
    .innerJoin(staff, eq(staff.id, sales.cashierId))
    .leftJoin(printers, and(eq(printers.id, stalls.printerId), eq(printers.active, true)))
    .$dynamic();
  return {
    insert: inserter(orm, tickets, "id"),
    insertEvent: inserter(orm, ticketEvents),
    /** The stalls that hear of orders; few, if any. */
    stallsWithTickets: orm
      .select({ id: stalls.id, code: stalls.code, tickets: stalls.tickets })
      .from(stalls)
      .where(ne(stalls.tickets, "none"))
      .orderBy(asc(stalls.id))
      .prepare(),
    lastNumber: orm
      .select({ number: max(tickets.number) })
      .from(tickets)
      .where(and(eq(tickets.stallId, place("stallId")), eq(tickets.businessDay, place("day"))))
      .prepare(),
    byId: whole.where(eq(tickets.id, place("id"))).prepare(),
    /** By way of the stalls, or all tickets ever would be read: the index begins with the stall. */
    ofDay: orm
      .select({ id: tickets.id })
      .from(stalls)
      .innerJoin(tickets, and(eq(tickets.stallId, stalls.id), eq(tickets.businessDay, place("day"))))
      .orderBy(asc(tickets.id))
      .prepare(),
    ofDayAndStall: orm
      .select({ id: tickets.id })
      .from(tickets)
      .where(and(eq(tickets.businessDay, place("day")), eq(tickets.stallId, place("stallId"))))
      .orderBy(asc(tickets.number))
      .prepare(),
    lines: orm
      .select({
        name: sql<string>`coalesce(nullif(${saleLines.name}, ''), ${products.name})`,
        unit: sql<string>`coalesce(nullif(${saleLines.unit}, ''), ${products.unit})`,
        quantityMilli: saleLines.quantityMilli,
        refundedMilli: sql<number>`(select coalesce(sum(${refundLines.quantityMilli}), 0) from ${refundLines}
          where ${refundLines.saleId} = ${saleLines.saleId} and ${refundLines.lineNo} = ${saleLines.lineNo})`,
        note: lineNotes.note,
      })
      .from(saleLines)
      .innerJoin(products, eq(products.id, saleLines.productId))
      .leftJoin(
        lineNotes,
        and(eq(lineNotes.saleId, saleLines.saleId), eq(lineNotes.lineNo, saleLines.lineNo)),
      )
      .where(and(eq(saleLines.saleId, place("saleId")), eq(saleLines.stallId, place("stallId"))))
      .orderBy(asc(saleLines.lineNo))
      .prepare(),
    lastEvent: orm
      .select({ ready: ticketEvents.ready, atMs: ticketEvents.atMs })
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, place("ticketId")))
      .orderBy(desc(sql`rowid`))
      .limit(1)
      .prepare(),
    printer: orm
      .select({ name: printers.name })
      .from(printers)
      .where(and(eq(printers.id, place("id")), eq(printers.active, true)))
      .prepare(),
    setStall: (stallId: number, how: { tickets: string; printerId: number | null }) =>
      orm.update(stalls).set(how).where(eq(stalls.id, stallId)).run(),
  };
};
