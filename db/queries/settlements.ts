// Settlement files: how they are written, the rows they brought, and the QRIS payments of a day that they should hold.
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { refunds } from "../tables/refunds.ts";
import { paymentConfirmations, payments, sales, unconfirmedPayments } from "../tables/sales.ts";
import { settlementFiles, settlementFormats, settlementRows } from "../tables/settlements.ts";

const place = (name: string) => sql.placeholder(name);

const waited = sql`exists (select 1 from ${unconfirmedPayments} where ${unconfirmedPayments.saleId} = ${payments.saleId}
    and ${unconfirmedPayments.position} = ${payments.position})
  and not exists (select 1 from ${paymentConfirmations} where ${paymentConfirmations.saleId} = ${payments.saleId}
    and ${paymentConfirmations.position} = ${payments.position})`;
const takenBack = sql`exists (select 1 from ${refunds} where ${refunds.saleId} = ${payments.saleId})`;

export const settlementQueries = (orm: Orm) => ({
  format: orm.select().from(settlementFormats).where(eq(settlementFormats.id, 1)).prepare(),
  setFormat: (row: Omit<typeof settlementFormats.$inferInsert, "id">) =>
    orm
      .insert(settlementFormats)
      .values({ id: 1, ...row })
      .onConflictDoUpdate({ target: settlementFormats.id, set: row })
      .run(),
  insertFile: inserter(orm, settlementFiles),
  insertRow: inserter(orm, settlementRows, "id"),
  known: orm
    .select({ id: settlementRows.id })
    .from(settlementRows)
    .where(
      and(
        eq(settlementRows.reference, place("reference")),
        eq(settlementRows.day, place("day")),
        eq(settlementRows.amountRupiah, place("amountRupiah")),
        sql`${settlementRows.time} is ${place("time")}`,
      ),
    )
    .prepare(),
  ofDay: orm
    .select({
      rowId: settlementRows.id,
      day: settlementRows.day,
      time: settlementRows.time,
      amountRupiah: settlementRows.amountRupiah,
      reference: settlementRows.reference,
    })
    .from(settlementRows)
    .where(eq(settlementRows.day, place("day")))
    .orderBy(asc(settlementRows.id))
    .prepare(),
  /**
   * A payment that was voided while it waited is not expected: nobody ever saw its money. One that was confirmed is, whatever came back
   * of its sale since.
   */
  expected: orm
    .select({
      saleId: payments.saleId,
      position: payments.position,
      receiptNumber: sales.receiptNumber,
      soldAtMs: sales.soldAtMs,
      amountRupiah: payments.amountRupiah,
      unconfirmed: sql<number>`${waited}`,
    })
    .from(payments)
    .innerJoin(sales, eq(sales.id, payments.saleId))
    .where(
      and(
        eq(payments.businessDay, place("day")),
        eq(payments.method, "qris"),
        gt(payments.amountRupiah, 0),
        sql`not (${waited} and ${takenBack})`,
      ),
    )
    .orderBy(asc(sales.soldAtMs), asc(payments.saleId), asc(payments.position))
    .prepare(),
});
