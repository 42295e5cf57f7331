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
  readonly taxes: readonly TaxRow[];
  readonly parts: readonly PartRow[];
  readonly payments: readonly {
    readonly position: number;
    readonly method: string;
    readonly amountRupiah: number;
    readonly netRupiah: number;
  }[];
  /** Which of the payments waited for their notification. */
  readonly unconfirmed: readonly { readonly position: number; readonly amountRupiah: number }[];
  /** Order tickets that it made. */
  readonly tickets: readonly { readonly stall: string; readonly number: number }[];
  /** The supplement's number, where it came after its shift was closed; null otherwise. */
  readonly supplement: number | null;
}

/** PBJT of a line; below zero on a refund. */
export interface TaxRow {
  readonly lineNo: number;
  readonly name: string;
  readonly mode: string;
  readonly rateBasisPoints: number;
  readonly taxRupiah: number;
}

/** Only lines that bear tax say so, as only late sales say that: what a book recorded before there was any still reads the same. */
function taxFacts(taxes: readonly TaxRow[], lineNo: number): { [name: string]: Fact } {
  const tax = taxes.find((row) => row.lineNo === lineNo);
  if (!tax) return {};
  const { name, mode, rateBasisPoints, taxRupiah } = tax;
  return { tax: { name, mode, rate: rateBasisPoints, rupiah: taxRupiah } };
}

const lateFacts = (supplement: number | null): { [name: string]: Fact } =>
  supplement === null ? {} : { supplement };

export function saleFacts(
  { sale, lines, taxes, parts, payments, unconfirmed, tickets, supplement }: SaleRows,
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
      ...taxFacts(taxes, line.lineNo),
      parts: parts.filter((row) => row.lineNo === line.lineNo).map((row) => part(row, codes)),
    })),
    payments: payments.map(({ position, method, amountRupiah, netRupiah }) => {
      const waits = unconfirmed.find((row) => row.position === position);
      return {
        method,
        rupiah: amountRupiah,
        net: netRupiah,
        ...(waits ? { unconfirmed: waits.amountRupiah } : {}),
      };
    }),
    ...(tickets.length > 0 ? { tickets: tickets.map(({ stall, number }) => ({ stall, number })) } : {}),
    ...lateFacts(supplement),
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
  readonly taxes: readonly TaxRow[];
  readonly parts: readonly PartRow[];
  readonly payments: readonly {
    readonly method: string;
    readonly amountRupiah: number;
    readonly netRupiah: number;
  }[];
  readonly supplement: number | null;
  /** What the centre bears of the makers' debts from this refund. */
  readonly borne: readonly PartRow[];
}

export function refundFacts(
  { refund, lines, taxes, parts, payments, supplement, borne }: RefundRows,
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
      ...taxFacts(taxes, line.lineNo),
      parts: parts.filter((row) => row.lineNo === line.lineNo).map((row) => part(row, codes)),
    })),
    payments: payments.map(({ method, amountRupiah, netRupiah }) => ({
      method,
      rupiah: amountRupiah,
      net: netRupiah,
    })),
    ...lateFacts(supplement),
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
