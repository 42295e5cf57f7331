// What may still be done with a sale of the book: a void on its day, a return of what is left, or a word about its QRIS money.
import type { SaleView } from "#rules/sale-view";

export interface SaleWays {
  /** Taken back whole already. */
  readonly isVoid: boolean;
  readonly nothingLeft: boolean;
  readonly mayVoid: boolean;
  readonly mayReturn: boolean;
  /** QRIS payments that nobody has seen arrive: position, and how much. */
  readonly waiting: readonly { position: number; amountRupiah: number }[];
}

/** A mistake is of today; what is not confirmed may be void on any day, and nothing else. */
export function waysOf(sale: SaleView, today: string): SaleWays {
  const isVoid = sale.refunds.some((refund) => refund.reason === "mistake");
  const untouched = sale.refunds.length === 0;
  const nothingLeft = sale.lines.every((line) => line.refundedMilli >= line.quantityMilli);
  const waiting = sale.payments.flatMap(({ unconfirmed, amountRupiah }, position) =>
    unconfirmed && !isVoid ? [{ position, amountRupiah }] : [],
  );
  return {
    isVoid,
    nothingLeft,
    waiting,
    mayVoid: untouched && (sale.businessDay === today || waiting.length > 0),
    mayReturn: !nothingLeft && waiting.length === 0,
  };
}
