// Sales as they are listed, shown, printed and refunded, from their stored rows.
import { actQueries } from "#db/queries/acts";
import { refundQueries, saleQueries } from "#db/queries/sales";
import { businessDay, type Day } from "#rules/business-day";
import { seal } from "#rules/chain";
import type { ProductId, RefundId, SaleId, ShiftId } from "#rules/ids";
import type { RefundReason } from "#rules/refund";
import { refuse } from "#rules/refusal";
import type { Method } from "#rules/sale";
import type { SaleRow, SaleView } from "#rules/sale-view";
import { centreOf, type Shop } from "./shop.ts";

/** Sales whose receipt number holds `number`, or those of a day (today unless told); newest first. */
export function listSales(
  shop: Shop,
  asked: { day?: Day | undefined; number?: string | undefined; limit: number },
): Promise<SaleRow[]> {
  const day = asked.day ?? businessDay(shop.now(), centreOf(shop).timeZone);
  return shop.book.reader.read("sales", { ...asked, day });
}

/** Refuses `unknown_sale`. */
export function saleView(shop: Shop, saleId: string): SaleView {
  const sales = shop.book.statements(saleQueries);
  const { sale, cashier, till } = sales.byId.get({ id: saleId }) ?? refuse("unknown_sale");
  const refunds = refundsOf(shop, saleId);
  const back = (lineNo: number): number =>
    refunds
      .flatMap((refund) => refund.lines)
      .filter((line) => line.lineNo === lineNo)
      .reduce((all, line) => all + line.quantityMilli, 0);
  return {
    id: sale.id as SaleId,
    receiptNumber: sale.receiptNumber,
    soldAtMs: sale.soldAtMs,
    businessDay: sale.businessDay,
    cashier,
    till,
    shiftId: sale.shiftId as ShiftId,
    lines: sales.lines.all({ saleId }).map(({ line, sku, name, unit, stall }) => ({
      lineNo: line.lineNo,
      productId: line.productId as ProductId,
      sku,
      name,
      unit,
      stall,
      quantityMilli: line.quantityMilli,
      unitPriceRupiah: line.unitPriceRupiah,
      grossRupiah: line.grossRupiah,
      discountRupiah: line.discountRupiah,
      saleDiscountPartRupiah: line.saleDiscountPartRupiah,
      netRupiah: line.netRupiah,
      refundedMilli: back(line.lineNo),
    })),
    saleDiscountRupiah: sale.saleDiscountRupiah,
    roundingRupiah: sale.roundingRupiah,
    totalRupiah: sale.totalRupiah,
    payments: sales.payments.all({ saleId }).map(({ method, amountRupiah, tenderedRupiah, reference }) => ({
      method: method as Method,
      amountRupiah,
      tenderedRupiah,
      reference,
    })),
    refunds,
    seal: seal(shop.book.statements(actQueries).hashOf.get({ id: saleId })?.hash ?? ""),
  };
}

function refundsOf(shop: Shop, saleId: string): SaleView["refunds"] {
  const queries = shop.book.statements(refundQueries);
  return queries.ofSale.all({ saleId }).map((refund) => ({
    id: refund.id as RefundId,
    receiptNumber: refund.receiptNumber,
    refundedAtMs: refund.refundedAtMs,
    reason: refund.reason as RefundReason,
    totalRupiah: refund.totalRupiah,
    payments: queries.paymentsOf
      .all({ refundId: refund.id })
      .map(({ method, amountRupiah }) => ({ method: method as Method, amountRupiah })),
    lines: queries.linesOf
      .all({ refundId: refund.id })
      .map(({ lineNo, quantityMilli, netRupiah }) => ({ lineNo, quantityMilli, netRupiah })),
  }));
}
