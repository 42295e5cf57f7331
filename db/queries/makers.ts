// Makers, what each has earned and been paid month by month, and their earnings line by line.
import { asc, eq, sql } from "drizzle-orm";
import { adder, inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { earnings, makerMonths } from "../tables/earnings.ts";
import { makers } from "../tables/makers.ts";

const place = (name: string) => sql.placeholder(name);

export const makerQueries = (orm: Orm) => ({
  all: orm.select().from(makers).orderBy(asc(makers.code)).prepare(),
  byId: orm
    .select()
    .from(makers)
    .where(eq(makers.id, place("id")))
    .prepare(),
  byCode: orm
    .select()
    .from(makers)
    .where(eq(makers.code, place("code")))
    .prepare(),
  insert: inserter(orm, makers, "id"),
  change: (id: number, facts: Partial<typeof makers.$inferInsert>) =>
    orm.update(makers).set(facts).where(eq(makers.id, id)).run(),
});

export const earningQueries = (orm: Orm) => ({
  insert: inserter(orm, earnings),
  ofSaleLine: orm
    .select()
    .from(earnings)
    .where(
      sql`${earnings.eventId} = ${place("saleId")} and ${earnings.kind} = 'sale' and ${earnings.lineNo} = ${place("lineNo")}`,
    )
    .orderBy(asc(earnings.partNo))
    .prepare(),
  addToMonth: adder(orm, makerMonths, ["earnedRupiah", "paidRupiah"]),
  /** All of a maker's months, added up. */
  totals: orm
    .select({
      makerId: makerMonths.makerId,
      account: makerMonths.account,
      earnedRupiah: sql<number>`sum(${makerMonths.earnedRupiah})`,
      paidRupiah: sql<number>`sum(${makerMonths.paidRupiah})`,
    })
    .from(makerMonths)
    .groupBy(makerMonths.makerId, makerMonths.account)
    .prepare(),
});
