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
  const sales = shop.book.statements(saleQueries);
  const waiting = new Set(
    sales.unconfirmed
      .all({ saleId })
      .filter((row) => row.confirmedAtMs === null)
      .map((row) => row.position),
  );
  return sales.payments.all({ saleId }).map(({ position, method, amountRupiah, netRupiah }) => ({
    method: method as Method,
    /** Its notification has not come: the money is not there to be given back. */
    unconfirmed: waiting.has(position),
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
