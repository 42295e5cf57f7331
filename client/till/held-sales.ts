// The sales that this device holds: made from what lies on its own disk, with the refunds it made of them, answered or not (R2).
import { z } from "zod";
import { businessDay, type Zone } from "#rules/business-day";
import type { RefundId, SaleId, ShiftId } from "#rules/ids";
import { rupiah, sum } from "#rules/money";
import type { ReceiptSale } from "#rules/paper-sale";
import {
  type NetSoFar,
  type PaidSoFar,
  type RefundCommand,
  refundCommandSchema,
  refundRecordedSchema,
} from "#rules/refund";
import { netByPayment, type SaleCommand, saleCommandSchema, saleRecordedSchema } from "#rules/sale";
import { type SaleRow, type SaleView, saleViewSchema } from "#rules/sale-view";
import type { KeptAct } from "../commands.ts";
import { receiptSaleSchema } from "./offline-receipt.ts";

/** unsent: nobody but this device knows of it. recorded: it is in the book. held: the server put it on its repair list. */
export type HeldState = "unsent" | "recorded" | "held";

/** What a refund took of one of the sale's payments, by its place among them. */
export const takenBackSchema = z.object({
  position: z.int(),
  method: saleViewSchema.shape.payments.element.shape.method,
  amountRupiah: z.int(),
  netRupiah: z.int(),
});
export type TakenBack = z.infer<typeof takenBackSchema>;

const refundSchema = saleViewSchema.shape.refunds.element;

/** Kept with every refund: its paper, and what the next refund of the same sale must know. */
export const refundMemoSchema = z.object({
  of: saleViewSchema.pick({ receiptNumber: true, letterhead: true, lines: true }),
  refund: refundSchema.omit({ id: true, receiptNumber: true, refundedAtMs: true, seal: true }),
  takenBack: z.array(takenBackSchema),
});
export type RefundMemo = z.infer<typeof refundMemoSchema>;

export type HeldPayment = PaidSoFar & NetSoFar & { readonly unconfirmed: boolean };

export interface HeldSale {
  readonly view: SaleView;
  readonly paid: readonly HeldPayment[];
  readonly state: HeldState;
  /** Only this device knows all of it: the sale, or a refund of it, is not sent yet. */
  readonly knownHereOnly: boolean;
  /** The till had said "paid" before any server knew (N2). */
  readonly offline: boolean;
}

export interface HeldRefund {
  readonly of: RefundMemo["of"];
  readonly refund: SaleView["refunds"][number];
  readonly saleId: SaleId;
  readonly takenBack: readonly TakenBack[];
  readonly state: HeldState;
  readonly offline: boolean;
}

/** Newest first. What cannot be read is none of them: the queue shows and sends it all the same. */
export function heldSales(papers: readonly KeptAct[], zone: Zone): HeldSale[] {
  const refunds = papers.flatMap((act) => heldRefund(act) ?? []);
  return papers
    .flatMap((act) => heldSale(act, refunds, zone) ?? [])
    .sort((a, b) => b.view.soldAtMs - a.view.soldAtMs);
}

export function heldRefund(act: KeptAct): HeldRefund | null {
  const letter = letterOf(act);
  if (letter?.kind !== "refund") return null;
  const { receiptNumber, refundedAtMs, saleId } = letter.body;
  const { of, refund, takenBack } = letter.memo;
  const seal = sealOf(refundRecordedSchema, act);
  return {
    of,
    refund: { ...refund, id: act.id as RefundId, receiptNumber, refundedAtMs, seal, offline: act.promised },
    saleId,
    takenBack,
    state: stateOf(act),
    offline: act.promised,
  };
}

function heldSale(act: KeptAct, refunds: readonly HeldRefund[], zone: Zone): HeldSale | null {
  const letter = letterOf(act);
  if (letter?.kind !== "sale") return null;
  const { body, memo } = letter;
  const { receiptNumber, shiftId, soldAtMs } = body;
  const own = refunds
    .filter((one) => one.saleId === body.id)
    .sort((a, b) => a.refund.refundedAtMs - b.refund.refundedAtMs);
  const backOf = (lineNo: number) =>
    own
      .flatMap(({ refund }) => refund.lines)
      .reduce((all, line) => (line.lineNo === lineNo ? all + line.quantityMilli : all), 0);
  const view: SaleView = {
    ...memo,
    id: act.id as SaleId,
    receiptNumber,
    shiftId: shiftId as ShiftId,
    businessDay: businessDay(soldAtMs, zone),
    offline: act.promised,
    lines: memo.lines.map((line) => ({ ...line, refundedMilli: backOf(line.lineNo) })),
    refunds: own.map(({ refund }) => refund),
    copies: 0,
    seal: sealOf(saleRecordedSchema, act),
  };
  return {
    view,
    paid: paidOf(view, own),
    state: stateOf(act),
    knownHereOnly: [stateOf(act), ...own.map((refund) => refund.state)].includes("unsent"),
    offline: act.promised,
  };
}

type Letter =
  | { readonly kind: "sale"; readonly body: SaleCommand; readonly memo: ReceiptSale }
  | { readonly kind: "refund"; readonly body: RefundCommand; readonly memo: RefundMemo };

/** A thousand papers are read once each, and not with every step of the queue. */
const letters = new WeakMap<KeptAct, Letter | null>();

function letterOf(act: KeptAct): Letter | null {
  const known = letters.get(act);
  if (known !== undefined) return known;
  const letter = act.outcome?.is === "refused" ? null : read(act);
  letters.set(act, letter);
  return letter;
}

function read(act: KeptAct): Letter | null {
  if (act.kind === "sale") {
    const [body, memo] = [bodyOf(saleCommandSchema, act), receiptSaleSchema.safeParse(act.memo)];
    return body && memo.success ? { kind: "sale", body, memo: memo.data } : null;
  }
  if (act.kind !== "refund") return null;
  const [body, memo] = [bodyOf(refundCommandSchema, act), refundMemoSchema.safeParse(act.memo)];
  return body && memo.success ? { kind: "refund", body, memo: memo.data } : null;
}

/** The sale's payments in order, each with its part of Σ net and with what this device's refunds took of it. */
function paidOf(view: SaleView, refunds: readonly HeldRefund[]): HeldPayment[] {
  const payments = view.payments.map((payment) => ({
    ...payment,
    amountRupiah: rupiah(payment.amountRupiah),
  }));
  const nets = netByPayment(sum(view.lines.map((line) => line.netRupiah)), payments);
  const back = refunds.flatMap((one) => one.takenBack);
  return payments.map((payment, position) => {
    const own = back.filter((one) => one.position === position);
    return {
      ...payment,
      netRupiah: rupiah(nets[position] ?? 0),
      refundedRupiah: sum(own.map((one) => one.amountRupiah)),
      refundedNetRupiah: sum(own.map((one) => one.netRupiah)),
    };
  });
}

function stateOf(act: KeptAct): HeldState {
  if (act.outcome === null) return "unsent";
  return act.outcome.is === "held" ? "held" : "recorded";
}

/** The characters of the act's hash, once the book has answered with them (H3). */
function sealOf(answer: z.ZodType<{ seal: string }>, act: KeptAct): string {
  if (act.outcome?.is !== "accepted") return "";
  const read = answer.safeParse(act.outcome.answer);
  return read.success ? read.data.seal : "";
}

function bodyOf<T>(schema: z.ZodType<T>, act: KeptAct): T | null {
  try {
    const read = schema.safeParse(JSON.parse(act.body));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** As the list of sales shows one. */
export function heldRow({ view }: HeldSale): SaleRow {
  const { id, receiptNumber, soldAtMs, businessDay: day, cashier, totalRupiah, lines, payments } = view;
  return {
    id,
    receiptNumber,
    soldAtMs,
    businessDay: day,
    cashier,
    totalRupiah,
    refundedRupiah: sum(view.refunds.map((refund) => refund.totalRupiah)),
    methods: [...new Set(payments.map((payment) => payment.method))],
    firstName: lines[0]?.name ?? "",
    lineCount: lines.length,
  };
}
