// Sales, lines and payments as they are written and as a refund needs them.
import { and, asc, eq, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { staff, stalls, tillResumes, tills } from "../tables/centre.ts";
import { products } from "../tables/products.ts";
import { refundLines, refundPayments, refunds } from "../tables/refunds.ts";
import {
  lineNotes,
  lineTaxes,
  paymentConfirmations,
  payments,
  saleLines,
  sales,
  unconfirmedPayments,
} from "../tables/sales.ts";
import { repairs, tillGaps } from "../tables/till-acts.ts";
import { nameAt } from "./staff-names.ts";

const place = (name: string) => sql.placeholder(name);

export const saleQueries = (orm: Orm) => ({
  insert: inserter(orm, sales),
  insertLine: inserter(orm, saleLines),
  insertPayment: inserter(orm, payments),
  insertTax: inserter(orm, lineTaxes),
  insertNote: inserter(orm, lineNotes),
  insertUnconfirmed: inserter(orm, unconfirmedPayments),
  /** The highest count on any paper of a till, which sales and refunds share, held ones among them, or where it went on above a gap. */
  lastReceiptCount: orm
    .select({
      count: sql<number>`max(
        coalesce((select max(${sales.receiptCount}) from ${sales} where ${sales.tillId} = ${place("tillId")}), 0),
        coalesce((select max(${refunds.receiptCount}) from ${refunds} where ${refunds.tillId} = ${place("tillId")}), 0),
        coalesce((select max(${repairs.receiptCount}) from ${repairs} where ${repairs.tillId} = ${place("tillId")}), 0),
        coalesce((select max(${tillGaps.lastReceiptCount}) from ${tillGaps} where ${tillGaps.tillId} = ${place("tillId")}), 0),
        coalesce((select max(${tillResumes.lastReceiptCount}) from ${tillResumes} where ${tillResumes.tillId} = ${place("tillId")}), 0))`,
    })
    .from(sql`(select 1)`)
    .prepare(),
  byId: orm
    .select({
      sale: sales,
      cashier: staff.name,
      till: tills.name,
      tillCode: tills.code,
    })
    .from(sales)
    .innerJoin(staff, eq(staff.id, sales.cashierId))
    .innerJoin(tills, eq(tills.id, sales.tillId))
    .where(eq(sales.id, place("id")))
    .prepare(),
  lines: orm
    .select({
      line: saleLines,
      sku: products.sku,
      /** As the receipt named it; books from before that was kept have the product's own. */
      name: sql<string>`coalesce(nullif(${saleLines.name}, ''), ${products.name})`,
      unit: sql<string>`coalesce(nullif(${saleLines.unit}, ''), ${products.unit})`,
      stall: stalls.name,
      stallCode: stalls.code,
      note: lineNotes.note,
      tax: lineTaxes,
    })
    .from(saleLines)
    .innerJoin(products, eq(products.id, saleLines.productId))
    .innerJoin(stalls, eq(stalls.id, saleLines.stallId))
    .leftJoin(lineNotes, and(eq(lineNotes.saleId, saleLines.saleId), eq(lineNotes.lineNo, saleLines.lineNo)))
    .leftJoin(lineTaxes, and(eq(lineTaxes.eventId, saleLines.saleId), eq(lineTaxes.lineNo, saleLines.lineNo)))
    .where(eq(saleLines.saleId, place("saleId")))
    .orderBy(asc(saleLines.lineNo))
    .prepare(),
  payments: orm
    .select()
    .from(payments)
    .where(eq(payments.saleId, place("saleId")))
    .orderBy(asc(payments.position))
    .prepare(),
  /** Payments that were taken before their notification, with who saw it since, if anybody has. */
  unconfirmed: orm
    .select({
      position: unconfirmedPayments.position,
      amountRupiah: unconfirmedPayments.amountRupiah,
      confirmedAtMs: paymentConfirmations.confirmedAtMs,
      confirmedBy: sql<
        string | null
      >`${nameAt(paymentConfirmations.confirmedBy, paymentConfirmations.confirmedAtMs)}`,
    })
    .from(unconfirmedPayments)
    .leftJoin(
      paymentConfirmations,
      and(
        eq(paymentConfirmations.saleId, unconfirmedPayments.saleId),
        eq(paymentConfirmations.position, unconfirmedPayments.position),
      ),
    )
    .where(eq(unconfirmedPayments.saleId, place("saleId")))
    .prepare(),
});

export const refundQueries = (orm: Orm) => ({
  insert: inserter(orm, refunds),
  insertLine: inserter(orm, refundLines),
  insertPayment: inserter(orm, refundPayments),
  insertTax: inserter(orm, lineTaxes),
  /** What refunds have taken of each line's tax, below zero. */
  taxesOf: orm
    .select()
    .from(lineTaxes)
    .where(eq(lineTaxes.eventId, place("refundId")))
    .prepare(),
  ofSale: orm
    .select({ refund: refunds, cashier: staff.name })
    .from(refunds)
    .innerJoin(staff, eq(staff.id, refunds.cashierId))
    .where(eq(refunds.saleId, place("saleId")))
    .orderBy(asc(refunds.refundedAtMs))
    .prepare(),
  linesOf: orm
    .select()
    .from(refundLines)
    .where(eq(refundLines.refundId, place("refundId")))
    .orderBy(asc(refundLines.lineNo))
    .prepare(),
  paymentsOf: orm
    .select()
    .from(refundPayments)
    .where(eq(refundPayments.refundId, place("refundId")))
    .orderBy(asc(refundPayments.position))
    .prepare(),
  refundedMilli: orm
    .select({ milli: sql<number>`coalesce(sum(${refundLines.quantityMilli}), 0)` })
    .from(refundLines)
    .where(and(eq(refundLines.saleId, place("saleId")), eq(refundLines.lineNo, place("lineNo"))))
    .prepare(),
  paidBack: orm
    .select({
      position: refundPayments.position,
      rupiah: sql<number>`sum(${refundPayments.amountRupiah})`,
      netRupiah: sql<number>`sum(${refundPayments.netRupiah})`,
    })
    .from(refundPayments)
    .where(eq(refundPayments.saleId, place("saleId")))
    .groupBy(refundPayments.position)
    .prepare(),
});
