// QRIS payments that wait for their notification: neither confirmed since, nor taken back with their whole sale.
import { and, asc, eq, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { staff, tills } from "../tables/centre.ts";
import { refunds } from "../tables/refunds.ts";
import { paymentConfirmations, sales, unconfirmedPayments } from "../tables/sales.ts";

const place = (name: string) => sql.placeholder(name);

/** While a payment waits only a void of everything is allowed, so that any refund of its sale is that void. */
const stillWaits = sql`not exists (select 1 from ${paymentConfirmations} where ${paymentConfirmations.saleId} = ${unconfirmedPayments.saleId}
    and ${paymentConfirmations.position} = ${unconfirmedPayments.position})
  and not exists (select 1 from ${refunds} where ${refunds.saleId} = ${unconfirmedPayments.saleId})`;

export const qrisPaymentQueries = (orm: Orm) => ({
  /** Reads what ever waited (few sales do) and its own indexes, never the sales of years. */
  waiting: orm
    .select({
      saleId: unconfirmedPayments.saleId,
      position: unconfirmedPayments.position,
      amountRupiah: unconfirmedPayments.amountRupiah,
      receiptNumber: sales.receiptNumber,
      soldAtMs: sales.soldAtMs,
      businessDay: sales.businessDay,
      cashier: sql<string>`coalesce(nullif(${sales.cashierName}, ''), ${staff.name})`,
      till: tills.name,
    })
    .from(unconfirmedPayments)
    .innerJoin(sales, eq(sales.id, unconfirmedPayments.saleId))
    .innerJoin(staff, eq(staff.id, sales.cashierId))
    .innerJoin(tills, eq(tills.id, sales.tillId))
    .where(stillWaits)
    .orderBy(asc(sales.soldAtMs), asc(unconfirmedPayments.position))
    .prepare(),
  waits: orm
    .select({ amountRupiah: unconfirmedPayments.amountRupiah, receiptNumber: sales.receiptNumber })
    .from(unconfirmedPayments)
    .innerJoin(sales, eq(sales.id, unconfirmedPayments.saleId))
    .where(
      and(
        eq(unconfirmedPayments.saleId, place("saleId")),
        eq(unconfirmedPayments.position, place("position")),
        stillWaits,
      ),
    )
    .prepare(),
  confirm: inserter(orm, paymentConfirmations),
});
