// Receipt numbers: the centre, the till, and the till's own consecutive count (N1).

/** `KARTINI-K1-000123`. Sales and refunds of a till share one count. */
export function receiptNumber(centreCode: string, tillCode: string, count: number): string {
  return `${centreCode}-${tillCode}-${String(count).padStart(6, "0")}`;
}

/** `KARTINI-TT-000007`: receipts for money handed to makers, counted by the centre. */
export function payoutNumber(centreCode: string, count: number): string {
  return `${centreCode}-TT-${String(count).padStart(6, "0")}`;
}
