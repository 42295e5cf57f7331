// What has already come back of a sale, as the next refund of it must know.
import { refundQueries, saleQueries } from "#db/queries/sales";
import { rupiah } from "#rules/money";
import type { RefundCommand } from "#rules/refund";
import type { Method } from "#rules/sale";
import type { Shop } from "./shop.ts";

/** The sale's payments in order, with what refunds have given back of each. */
export function paidSoFar(shop: Shop, saleId: string) {
  const given = new Map(
    shop.book
      .statements(refundQueries)
      .paidBack.all({ saleId })
      .map((row) => [row.position, row]),
  );
  return shop.book
    .statements(saleQueries)
    .payments.all({ saleId })
    .map(({ position, method, amountRupiah, netRupiah }) => ({
      method: method as Method,
      amountRupiah: rupiah(amountRupiah),
      refundedRupiah: rupiah(given.get(position)?.rupiah ?? 0),
      netRupiah: rupiah(netRupiah),
      refundedNetRupiah: rupiah(given.get(position)?.netRupiah ?? 0),
    }));
}

/** Whether this refund brings back the last that was still out of the sale. */
export function everythingIsBack(shop: Shop, command: RefundCommand): boolean {
  const { saleId } = command;
  const refunded = shop.book.statements(refundQueries).refundedMilli;
  return shop.book
    .statements(saleQueries)
    .lines.all({ saleId })
    .every(({ line }) => {
      const now = command.lines.find((row) => row.lineNo === line.lineNo)?.quantityMilli ?? 0;
      return (refunded.get({ saleId, lineNo: line.lineNo })?.milli ?? 0) + now === line.quantityMilli;
    });
}

/** Whether any of the sale was paid in another way than cash. */
export function paidWithoutCash(shop: Shop, saleId: string): boolean {
  return shop.book
    .statements(saleQueries)
    .payments.all({ saleId })
    .some((payment) => payment.method !== "cash");
}
