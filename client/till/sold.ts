// A sale that was just paid, as the screen after it and the customer's own say it.
import { type Rupiah, rupiah, sum } from "#rules/money";
import type { Paper } from "#rules/paper";
import type { SaleRecorded } from "#rules/sale";
import type { Body, KeptAct } from "../commands.ts";

/** What the screen after paying says; its paper comes from the server, or from this device where that has not answered. */
export interface Sold {
  readonly saleId: string;
  readonly receiptNumber: string;
  readonly totalRupiah: number;
  readonly changeRupiah: Rupiah;
  readonly hasCash: boolean;
  readonly unconfirmedRupiah: Rupiah;
  /** The till said "paid" by itself: its paper is of this device, and its stalls have heard of no order yet. */
  readonly kept: KeptAct | null;
  readonly orders: readonly string[];
  /** Only of training: what would have been printed. */
  readonly training: Paper | null;
}

/** Promised or recorded: whatever cart carries its id was paid, and is nobody's to sell again (L3). */
export function isSale(act: KeptAct): boolean {
  return act.kind === "sale" && (act.promised || act.outcome?.is === "accepted");
}

export function soldOf(
  body: Pick<Body<"sale">, "id" | "payments">,
  answer: Pick<SaleRecorded, "receiptNumber" | "totalRupiah" | "changeRupiah">,
): Sold {
  return {
    saleId: body.id,
    receiptNumber: answer.receiptNumber,
    totalRupiah: answer.totalRupiah,
    changeRupiah: rupiah(answer.changeRupiah),
    hasCash: body.payments.some((payment) => payment.method === "cash"),
    unconfirmedRupiah: sum(
      body.payments.filter((payment) => payment.unconfirmed).map((payment) => payment.amountRupiah),
    ),
    kept: null,
    orders: [],
    training: null,
  };
}
