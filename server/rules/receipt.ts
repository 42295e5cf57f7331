// Receipt numbers: the centre, the till, and the till's own consecutive count (N1).

/** `KARTINI-K1-000123`. Sales and refunds of a till share one count. */
export function receiptNumber(centreCode: string, tillCode: string, count: number): string {
  return `${centreCode}-${tillCode}-${String(count).padStart(6, "0")}`;
}

/** `KARTINI-TT-000007`: receipts for money handed to makers, counted by the centre. */
export function payoutNumber(centreCode: string, count: number): string {
  return `${centreCode}-TT-${String(count).padStart(6, "0")}`;
}

/** `KARTINI-K1-Z-000007`: a closed shift's report. */
export function zNumber(centreCode: string, tillCode: string, shiftNumber: number): string {
  return `${centreCode}-${tillCode}-Z-${String(shiftNumber).padStart(6, "0")}`;
}

/** `KARTINI-K1-KAS-000003`: a slip for money into or out of a drawer. */
export function drawerMoveNumber(centreCode: string, tillCode: string, count: number): string {
  return `${centreCode}-${tillCode}-KAS-${String(count).padStart(6, "0")}`;
}

/** `KARTINI-SETOR-000012`: a slip for money carried to the bank, the treasury or elsewhere. */
export function depositNumber(centreCode: string, count: number): string {
  return `${centreCode}-SETOR-${String(count).padStart(6, "0")}`;
}

/** `LATIHAN-K1-0004`: training has its own numbers (H7). */
export function trainingNumber(tillCode: string, count: number): string {
  return `LATIHAN-${tillCode}-${String(count).padStart(4, "0")}`;
}
