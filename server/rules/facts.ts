// What the chain records of sales, refunds and payouts, from the rows themselves: written with the act, rebuilt by the audit.
import type { Fact } from "./chain.ts";

/** Codes instead of database ids (H2). */
export interface Codes {
  readonly till: (tillId: number) => string;
  readonly stall: (stallId: number) => string;
  readonly product: (productId: number) => string;
  readonly maker: (makerId: number) => string;
}

export interface PartRow {
  readonly lineNo: number;
  readonly account: string;
  readonly makerId: number | null;
  readonly fund: string | null;
  readonly groupId: number | null;
  readonly program: string | null;
  readonly rule: string;
  readonly value: number;
  readonly base: number;
  readonly amountRupiah: number;
}

function part(row: PartRow, codes: Codes): { [name: string]: Fact } {
  return {
    to: row.makerId === null ? (row.fund ?? "") : codes.maker(row.makerId),
    account: row.account,
    via: row.groupId === null ? null : codes.maker(row.groupId),
    program: row.program,
    rule: row.rule,
    value: row.value,
    base: row.base,
    rupiah: row.amountRupiah,
  };
}

export interface SaleRows {
  readonly sale: {
    readonly tillId: number;
    readonly receiptNumber: string;
    readonly businessDay: string;
    readonly soldAtMs: number;
    readonly roundingRupiah: number;
    readonly totalRupiah: number;
  };
  readonly lines: readonly {
    readonly lineNo: number;
    readonly productId: number;
    readonly stallId: number;
    readonly category: string;
    readonly program: string;
    readonly countsAsPiece: boolean;
    readonly quantityMilli: number;
    readonly unitPriceRupiah: number;
    readonly discountRupiah: number;
    readonly saleDiscountPartRupiah: number;
    readonly netRupiah: number;
    readonly costRecorded: boolean;
    readonly costRupiah: number;
    readonly marginRupiah: number;
  }[];
  readonly parts: readonly PartRow[];
  readonly payments: readonly {
    readonly method: string;
    readonly amountRupiah: number;
    readonly netRupiah: number;
  }[];
}

export function saleFacts(
  { sale, lines, parts, payments }: SaleRows,
  codes: Codes,
): { [name: string]: Fact } {
  return {
    till: codes.till(sale.tillId),
    receipt: sale.receiptNumber,
    day: sale.businessDay,
    soldAt: sale.soldAtMs,
    rounding: sale.roundingRupiah,
    total: sale.totalRupiah,
    lines: lines.map((line) => ({
      sku: codes.product(line.productId),
      stall: codes.stall(line.stallId),
      category: line.category,
      program: line.program,
      piece: line.countsAsPiece,
      quantity: line.quantityMilli,
      price: line.unitPriceRupiah,
      discount: line.discountRupiah,
      saleDiscount: line.saleDiscountPartRupiah,
      net: line.netRupiah,
      cost: line.costRecorded ? line.costRupiah : null,
      margin: line.marginRupiah,
      parts: parts.filter((row) => row.lineNo === line.lineNo).map((row) => part(row, codes)),
    })),
    payments: payments.map(({ method, amountRupiah, netRupiah }) => ({
      method,
      rupiah: amountRupiah,
      net: netRupiah,
    })),
  };
}

export interface RefundRows {
  readonly refund: {
    readonly saleId: string;
    readonly tillId: number;
    readonly receiptNumber: string;
    readonly businessDay: string;
    readonly refundedAtMs: number;
    readonly reason: string;
    readonly roundingRupiah: number;
    readonly totalRupiah: number;
  };
  readonly lines: readonly {
    readonly lineNo: number;
    readonly quantityMilli: number;
    readonly restock: boolean;
    readonly netRupiah: number;
    readonly costRupiah: number;
    readonly marginRupiah: number;
  }[];
  readonly parts: readonly PartRow[];
  readonly payments: readonly {
    readonly method: string;
    readonly amountRupiah: number;
    readonly netRupiah: number;
  }[];
  /** What the centre bears of the makers' debts from this refund. */
  readonly borne: readonly PartRow[];
}

export function refundFacts(
  { refund, lines, parts, payments, borne }: RefundRows,
  codes: Codes,
): { [name: string]: Fact } {
  return {
    sale: refund.saleId,
    till: codes.till(refund.tillId),
    receipt: refund.receiptNumber,
    day: refund.businessDay,
    refundedAt: refund.refundedAtMs,
    reason: refund.reason,
    rounding: refund.roundingRupiah,
    total: refund.totalRupiah,
    lines: lines.map((line) => ({
      line: line.lineNo,
      quantity: line.quantityMilli,
      restock: line.restock,
      net: line.netRupiah,
      cost: line.costRupiah,
      margin: line.marginRupiah,
      parts: parts.filter((row) => row.lineNo === line.lineNo).map((row) => part(row, codes)),
    })),
    payments: payments.map(({ method, amountRupiah, netRupiah }) => ({
      method,
      rupiah: amountRupiah,
      net: netRupiah,
    })),
    borne: borne.map((row) => ({ line: row.lineNo, ...part(row, codes) })),
  };
}

export interface PayoutRows {
  readonly payout: {
    readonly number: number;
    readonly makerId: number;
    readonly account: string;
    readonly amountRupiah: number;
    readonly source: string;
    readonly businessDay: string;
    readonly paidAtMs: number;
    readonly receivedBy: string;
    readonly acknowledgedBy: string;
    readonly owedAfterRupiah: number;
  };
  readonly allocations: readonly {
    readonly saleId: string;
    readonly lineNo: number;
    readonly partNo: number;
    readonly amountRupiah: number;
  }[];
}

export function payoutFacts({ payout, allocations }: PayoutRows, codes: Codes): { [name: string]: Fact } {
  return {
    number: payout.number,
    maker: codes.maker(payout.makerId),
    account: payout.account,
    rupiah: payout.amountRupiah,
    source: payout.source,
    day: payout.businessDay,
    paidAt: payout.paidAtMs,
    receivedBy: payout.receivedBy,
    acknowledgedBy: payout.acknowledgedBy,
    owedAfter: payout.owedAfterRupiah,
    covers: allocations.map(({ saleId, lineNo, partNo, amountRupiah }) => ({
      sale: saleId,
      line: lineNo,
      part: partNo,
      rupiah: amountRupiah,
    })),
  };
}

export interface VisitRow {
  readonly category: string;
  readonly count: number;
  readonly businessDay: string;
  readonly undoes: string | null;
}

export function visitFacts(visit: VisitRow, area: string): { [name: string]: Fact } {
  return { area, category: visit.category, count: visit.count, day: visit.businessDay, undoes: visit.undoes };
}
