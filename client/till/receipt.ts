// A receipt as rows with meaning, from a sale just charged or from one in the book, before it is a sheet or a screen.
import { type Rupiah, rupiah, sum, ZERO } from "#rules/money";
import { grossOf, type Method, netLines, type SaleRecorded } from "#rules/sale";
import type { SaleView } from "#rules/sale-view";
import type { Body } from "../commands.ts";

export interface ReceiptLine {
  readonly name: string;
  readonly unit: string;
  readonly quantityMilli: number;
  readonly unitPriceRupiah: number;
  readonly grossRupiah: number;
  readonly discountRupiah: number;
}

export interface Receipt {
  readonly receiptNumber: string;
  readonly soldAtMs: number;
  readonly cashier: string;
  readonly lines: readonly ReceiptLine[];
  readonly subtotalRupiah: number;
  readonly saleDiscountRupiah: number;
  readonly roundingRupiah: number;
  readonly totalRupiah: number;
  readonly payments: readonly { method: Method; amountRupiah: number; tenderedRupiah: number | null }[];
  readonly changeRupiah: Rupiah;
  readonly seal: string;
  /** A sheet from the book is a copy, and says so (P5). */
  readonly copy: boolean;
}

interface Named {
  name: string;
  unit: string;
}

/** What the till charged, with the server's answer; names come from the catalogue. */
export function receiptOf(
  body: Body<"sale">,
  answer: SaleRecorded,
  named: (productId: number) => Named | null,
  cashier: string,
): Receipt {
  const lines = body.lines.map((line) => {
    const { name, unit } = named(line.productId) ?? { name: `#${line.productId}`, unit: "" };
    const unitPriceRupiah = rupiah(line.unitPriceRupiah);
    const grossRupiah = grossOf({ quantityMilli: line.quantityMilli, unitPriceRupiah });
    return { ...line, name, unit, unitPriceRupiah, discountRupiah: rupiah(line.discountRupiah), grossRupiah };
  });
  return {
    receiptNumber: answer.receiptNumber,
    soldAtMs: body.soldAtMs,
    cashier,
    lines,
    subtotalRupiah: sum((netLines(lines, ZERO) ?? []).map((line) => line.netRupiah)),
    saleDiscountRupiah: body.saleDiscountRupiah,
    roundingRupiah: body.roundingRupiah,
    totalRupiah: answer.totalRupiah,
    payments: body.payments.map((payment) => ({
      ...payment,
      tenderedRupiah: payment.tenderedRupiah ?? null,
    })),
    changeRupiah: rupiah(answer.changeRupiah),
    seal: answer.seal,
    copy: false,
  };
}

export function receiptOfSale(sale: SaleView): Receipt {
  return {
    receiptNumber: sale.receiptNumber,
    soldAtMs: sale.soldAtMs,
    cashier: sale.cashier,
    lines: sale.lines,
    subtotalRupiah: sum(sale.lines.map((line) => line.grossRupiah - line.discountRupiah)),
    saleDiscountRupiah: sale.saleDiscountRupiah,
    roundingRupiah: sale.roundingRupiah,
    totalRupiah: sale.totalRupiah,
    payments: sale.payments,
    changeRupiah: sum(
      sale.payments.map((payment) => (payment.tenderedRupiah ?? payment.amountRupiah) - payment.amountRupiah),
    ),
    seal: sale.seal,
    copy: true,
  };
}
