// What a shift's report needs beside its running sums: its Z, its first and last paper, what still waits, and what its till sold before.
import { desc, eq, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { acts } from "../tables/acts.ts";
import { refunds } from "../tables/refunds.ts";
import { paymentConfirmations, sales, unconfirmedPayments } from "../tables/sales.ts";
import { shifts, supplements, zReports } from "../tables/shifts.ts";

const place = (name: string) => sql.placeholder(name);

/** One end of a shift's papers, walked from that end of the till's own count; the plus keeps SQLite from reading the whole shift. */
const paperAt = (orm: Orm, table: typeof sales | typeof refunds, end: "asc" | "desc") =>
  orm
    .select({ count: table.receiptCount, number: table.receiptNumber })
    .from(table)
    .where(
      sql`${table.tillId} = ${place("tillId")} and ${table.receiptCount} > ${place("after")} and +${table.shiftId} = ${place("shiftId")}`,
    )
    .orderBy(sql`${table.receiptCount} ${sql.raw(end)}`)
    .limit(1)
    .prepare();

export const shiftReportQueries = (orm: Orm) => ({
  insertZ: inserter(orm, zReports),
  zOf: orm
    .select({ report: zReports.report, actId: zReports.actId, hash: acts.hash })
    .from(zReports)
    .leftJoin(acts, eq(acts.id, zReports.actId))
    .where(eq(zReports.shiftId, place("shiftId")))
    .prepare(),
  lastZOfTill: orm
    .select({
      net: zReports.perpetualNetRupiah,
      absolute: zReports.perpetualAbsoluteRupiah,
      supplementsTo: zReports.supplementsTo,
    })
    .from(shifts)
    .innerJoin(zReports, eq(zReports.shiftId, shifts.id))
    .where(eq(shifts.tillId, place("tillId")))
    .orderBy(desc(shifts.number))
    .limit(1)
    .prepare(),
  firstSale: paperAt(orm, sales, "asc"),
  firstRefund: paperAt(orm, refunds, "asc"),
  lastSale: paperAt(orm, sales, "desc"),
  lastRefund: paperAt(orm, refunds, "desc"),
  /** What a till sold and took back before a paper, for its first Z; supplements apart. */
  soldBefore: orm
    .select({
      sold: sql<number>`(select coalesce(sum(${sales.totalRupiah}), 0) from ${sales} where ${sales.tillId} = ${place("tillId")}
        and ${sales.receiptCount} < ${place("before")} and ${sales.id} not in (select ${supplements.eventId} from ${supplements}))`,
      back: sql<number>`(select coalesce(sum(${refunds.totalRupiah}), 0) from ${refunds} where ${refunds.tillId} = ${place("tillId")}
        and ${refunds.receiptCount} < ${place("before")} and ${refunds.id} not in (select ${supplements.eventId} from ${supplements}))`,
    })
    .from(sql`(select 1)`)
    .prepare(),
  /** QRIS payments of a shift whose notification nobody has seen; only few ever wait, so that they are looked through first. */
  waiting: orm
    .select({
      count: sql<number>`count(*)`,
      rupiah: sql<number>`coalesce(sum(${unconfirmedPayments.amountRupiah}), 0)`,
    })
    .from(unconfirmedPayments)
    .crossJoin(sales)
    .where(
      sql`${sales.id} = ${unconfirmedPayments.saleId} and ${sales.shiftId} = ${place("shiftId")}
        and not exists (select 1 from ${paymentConfirmations} c where c.sale_id = ${unconfirmedPayments.saleId}
          and c.position = ${unconfirmedPayments.position})
        and not exists (select 1 from ${refunds} r where r.sale_id = ${unconfirmedPayments.saleId})`,
    )
    .prepare(),
});
