// Printers, what was printed and how often, and the jobs that brought it to a printer.
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { moneyMoves } from "../tables/book.ts";
import { staff, tills } from "../tables/centre.ts";
import { printers, printJobs, prints } from "../tables/prints.ts";
import { refunds } from "../tables/refunds.ts";
import { nameAt } from "./staff-names.ts";

const place = (name: string) => sql.placeholder(name);

export const printerQueries = (orm: Orm) => ({
  all: orm.select().from(printers).orderBy(asc(printers.name)).prepare(),
  byId: orm
    .select()
    .from(printers)
    .where(eq(printers.id, place("id")))
    .prepare(),
  insert: inserter(orm, printers, "id"),
  change: (id: number, facts: Omit<typeof printers.$inferInsert, "id">) =>
    orm.update(printers).set(facts).where(eq(printers.id, id)).run(),
  setTill: (tillId: number, printerId: number | null) =>
    orm.update(tills).set({ printerId }).where(eq(tills.id, tillId)).run(),
});

export const printQueries = (orm: Orm) => {
  const whole = () =>
    orm
      .select({ print: prints, job: printJobs, printer: printers.name, by: staff.name })
      .from(prints)
      .innerJoin(staff, eq(staff.id, prints.askedBy))
      .leftJoin(printJobs, eq(printJobs.printId, prints.id))
      .leftJoin(printers, eq(printers.id, printJobs.printerId));
  return {
    insert: inserter(orm, prints),
    /** How often a paper was printed again: its highest copy number. */
    copies: orm
      .select({ copies: sql<number>`coalesce(max(${prints.copy}), 0)` })
      .from(prints)
      .where(and(eq(prints.paper, place("paper")), eq(prints.about, place("about"))))
      .prepare(),
    /** How often a paper was printed, the first time counted. */
    times: orm
      .select({ times: sql<number>`count(*)` })
      .from(prints)
      .where(and(eq(prints.paper, place("paper")), eq(prints.about, place("about"))))
      .prepare(),
    byId: whole()
      .where(eq(prints.id, place("id")))
      .prepare(),
    newest: whole().orderBy(desc(prints.askedMs), desc(prints.id)).limit(place("limit")).prepare(),
    newestOfTill: whole()
      .where(eq(prints.tillId, place("tillId")))
      .orderBy(desc(prints.askedMs), desc(prints.id))
      .limit(place("limit"))
      .prepare(),
    refund: orm
      .select({ saleId: refunds.saleId, shiftId: refunds.shiftId })
      .from(refunds)
      .where(eq(refunds.id, place("id")))
      .prepare(),
    moneyMove: orm
      .select({ move: moneyMoves, by: nameAt(moneyMoves.movedBy, moneyMoves.movedAtMs) })
      .from(moneyMoves)
      .where(eq(moneyMoves.id, place("id")))
      .prepare(),
  };
};

export type PrintJobRow = typeof printJobs.$inferSelect;

export const printJobQueries = (orm: Orm) => ({
  insert: inserter(orm, printJobs),
  byId: orm
    .select()
    .from(printJobs)
    .where(eq(printJobs.printId, place("printId")))
    .prepare(),
  /** The job that has waited longest for a printer. */
  next: orm
    .select()
    .from(printJobs)
    .where(and(eq(printJobs.printerId, place("printerId")), eq(printJobs.state, "queued")))
    .orderBy(asc(printJobs.queuedMs), asc(printJobs.printId))
    .limit(1)
    .prepare(),
  change: (printId: string, facts: Partial<Omit<PrintJobRow, "printId">>) =>
    orm.update(printJobs).set(facts).where(eq(printJobs.printId, printId)).run(),
  /** What a program that has ended left undone. */
  giveUpUnfinished: (changedMs: number) =>
    orm
      .update(printJobs)
      .set({ state: "failed", failure: "too_late", changedMs })
      .where(inArray(printJobs.state, ["queued", "printing"]))
      .run(),
});
