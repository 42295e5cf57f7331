// The cash that a trading record needs to lie ready: for its payouts, and for what goes back to customers.
import { businessDay, type Day } from "#rules/business-day";
import { rupiah } from "#rules/money";
import type { TradingRecord } from "#rules/record";
import { grossOf } from "#rules/sale";

export function paidBy(record: TradingRecord, method: "cash" | "transfer"): number {
  return record.payouts
    .filter((payout) => payout.method === method)
    .reduce((all, payout) => all + payout.amountRupiah, 0);
}

/** A ceiling of the cash that goes back to customers on each business day: what the returned units were sold for. */
export function cashRefunds(record: TradingRecord): Map<Day, number> {
  const sales = new Map(record.sales.map((sale) => [sale.ref, sale]));
  const byDay = new Map<Day, number>();
  for (const refund of record.refunds) {
    const sale = sales.get(refund.saleRef);
    const line = sale?.lines.find((row) => row.sku === refund.sku);
    if (!line || sale?.method !== "cash") continue;
    const day = businessDay(refund.atMs, record.centre.timeZone);
    byDay.set(
      day,
      (byDay.get(day) ?? 0) + grossOf({ ...line, unitPriceRupiah: rupiah(line.unitPriceRupiah) }),
    );
  }
  return byDay;
}

export function largestFloat(record: TradingRecord): number {
  return Math.max(0, ...cashRefunds(record).values());
}
