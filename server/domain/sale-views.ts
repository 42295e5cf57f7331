// Sales as they are listed, shown, printed and refunded, from their stored rows.
import { actQueries } from "#db/queries/acts";
import { printQueries } from "#db/queries/prints";
import { refundQueries, saleQueries } from "#db/queries/sales";
import { businessDay, type Day } from "#rules/business-day";
import { seal } from "#rules/chain";
import type { ProductId, RefundId, SaleId, ShiftId } from "#rules/ids";
import type { RefundReason } from "#rules/refund";
import { refuse } from "#rules/refusal";
import { CLOCK_TOLERANCE_MS } from "#rules/repairs";
import type { Method } from "#rules/sale";
import type { SaleRow, SaleView } from "#rules/sale-view";
import { cameOffline } from "./came.ts";
import { letterheadAt } from "./letterheads.ts";
import { centreOf, type Shop } from "./shop.ts";
import { supplementOf } from "./supplements.ts";
import { IMPORT_TILL } from "./tills.ts";

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
  const acts = shop.book.statements(actQueries);
  const refunds = refundsOf(shop, saleId);
  const waited = sales.unconfirmed.all({ saleId });
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
    cashier: sale.cashierName || cashier,
    till,
    shiftId: sale.shiftId as ShiftId,
    lines: sales.lines.all({ saleId }).map(({ line, sku, name, unit, stall, note, tax }) => ({
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
      taxRupiah: tax?.taxRupiah ?? 0,
      tax: tax
        ? {
            name: tax.name,
            mode: tax.mode === "inclusive" ? "inclusive" : "exclusive",
            rateBasisPoints: tax.rateBasisPoints,
          }
        : null,
      note,
      refundedMilli: back(line.lineNo),
    })),
    saleDiscountRupiah: sale.saleDiscountRupiah,
    roundingRupiah: sale.roundingRupiah,
    totalRupiah: sale.totalRupiah,
    payments: sales.payments
      .all({ saleId })
      .map(({ position, method, amountRupiah, tenderedRupiah, reference }) => ({
        method: method as Method,
        amountRupiah,
        tenderedRupiah,
        reference,
        ...confirmation(
          method,
          sale,
          waited.find((row) => row.position === position),
        ),
      })),
    approvedBy: acts.approverOf.get({ id: saleId })?.name ?? null,
    supplement: supplementOf(shop, saleId),
    offline: cameOffline(shop, saleId) ?? tookLong(sale, till),
    refunds,
    letterhead: letterheadAt(shop, sale.soldAtMs),
    copies: shop.book.statements(printQueries).copies.get({ paper: "receipt", about: saleId })?.copies ?? 0,
    seal: seal(acts.hashOf.get({ id: saleId })?.hash ?? ""),
  };
}

/** What no queue brought was made without the server if it took long to arrive; what a record brought in arrived long after in any case. */
function tookLong(
  { soldAtMs, receivedAtMs }: { readonly soldAtMs: number; readonly receivedAtMs: number },
  till: string,
): boolean {
  return till !== IMPORT_TILL && receivedAtMs - soldAtMs > CLOCK_TOLERANCE_MS;
}

/** Who saw a QRIS payment's notification: the cashier at once, or whoever confirmed it later; nobody yet. */
function confirmation(
  method: string,
  sale: { readonly cashierName: string; readonly soldAtMs: number },
  waited: { readonly confirmedAtMs: number | null; readonly confirmedBy: string | null } | undefined,
) {
  if (method !== "qris") return { unconfirmed: false, confirmedBy: null, confirmedAtMs: null };
  if (!waited)
    return { unconfirmed: false, confirmedBy: sale.cashierName || null, confirmedAtMs: sale.soldAtMs };
  const { confirmedAtMs, confirmedBy } = waited;
  return { unconfirmed: confirmedAtMs === null, confirmedBy, confirmedAtMs };
}

function refundsOf(shop: Shop, saleId: string): SaleView["refunds"] {
  const queries = shop.book.statements(refundQueries);
  const acts = shop.book.statements(actQueries);
  return queries.ofSale.all({ saleId }).map(({ refund, cashier }) => {
    const taxes = queries.taxesOf.all({ refundId: refund.id });
    const taxOf = (lineNo: number): number =>
      -(taxes.find((row) => row.lineNo === lineNo)?.taxRupiah ?? 0) || 0;
    return {
      id: refund.id as RefundId,
      receiptNumber: refund.receiptNumber,
      refundedAtMs: refund.refundedAtMs,
      reason: refund.reason as RefundReason,
      cashier: refund.cashierName || cashier,
      approvedBy: acts.approverOf.get({ id: refund.id })?.name ?? null,
      offline: cameOffline(shop, refund.id) ?? false,
      roundingRupiah: refund.roundingRupiah,
      totalRupiah: refund.totalRupiah,
      payments: queries.paymentsOf
        .all({ refundId: refund.id })
        .map(({ method, amountRupiah }) => ({ method: method as Method, amountRupiah })),
      lines: queries.linesOf
        .all({ refundId: refund.id })
        .map(({ lineNo, quantityMilli, restock, netRupiah }) => ({
          lineNo,
          quantityMilli,
          restock,
          netRupiah,
          taxRupiah: taxOf(lineNo),
        })),
      seal: seal(acts.hashOf.get({ id: refund.id })?.hash ?? ""),
    };
  });
}
