// Refunds: what comes back of a line, by the cumulative rule, and how the money goes back.
import { z } from "zod";
import {
  actIdSchema,
  momentSchema,
  noteSchema,
  refundIdSchema,
  saleIdSchema,
  shiftIdSchema,
  tillStampSchema,
} from "./ids.ts";
import { amountSchema, type Rupiah, roundUpTo, rupiah, timesOver } from "./money.ts";
import { quantitySchema } from "./quantity.ts";
import { type Method, methodSchema, netByPayment, type RoundingStep } from "./sale.ts";

/** Why goods or money came back. `mistake` is a void: the customer had not left (R3). */
export const REFUND_REASONS = ["mistake", "damaged", "wrong_item", "unwanted", "other"] as const;
export const refundReasonSchema = z.enum(REFUND_REASONS);
export type RefundReason = z.infer<typeof refundReasonSchema>;

export const refundCommandSchema = z.object({
  id: refundIdSchema,
  till: tillStampSchema,
  shiftId: shiftIdSchema,
  receiptNumber: z.string().max(80),
  saleId: saleIdSchema,
  refundedAtMs: momentSchema,
  reason: refundReasonSchema,
  note: noteSchema.optional(),
  lines: z
    .array(z.object({ lineNo: z.int().min(1).max(200), quantityMilli: quantitySchema, restock: z.boolean() }))
    .min(1)
    .max(200),
  /** What the till paid back, where it had to work that out by itself; the server works it out again and refuses a difference (L5). */
  totalRupiah: amountSchema.optional(),
  /** Pay everything back in cash, whatever the sale was paid with; needs approval. */
  inCash: z.boolean(),
  /** The centre stands for what makers had already been paid, whatever its setting; needs approval. */
  centreBears: z.boolean().optional(),
  approvalId: actIdSchema.optional(),
});
export type RefundCommand = z.infer<typeof refundCommandSchema>;

export const refundRecordedSchema = z.object({
  id: refundIdSchema,
  receiptNumber: z.string(),
  totalRupiah: z.int(),
  payments: z.array(z.object({ method: methodSchema, amountRupiah: z.int() })),
  businessDay: z.string(),
  seal: z.string(),
});
export type RefundRecorded = z.infer<typeof refundRecordedSchema>;

/**
 * What one refund takes back of an amount X of a line: floor(X × after ÷ sold) − floor(X × before ÷ sold), and so exactly X
 * once everything has come back (rules.md, Refunds). Quantities in thousandths; before < after ≤ sold.
 */
export function refundedPart(
  amount: Rupiah,
  soldMilli: number,
  beforeMilli: number,
  afterMilli: number,
): Rupiah {
  return rupiah(
    timesOver(amount, afterMilli, soldMilli, "down") - timesOver(amount, beforeMilli, soldMilli, "down"),
  );
}

export interface PaidSoFar {
  readonly method: Method;
  readonly amountRupiah: Rupiah;
  readonly refundedRupiah: Rupiah;
}

export interface PaidBack {
  readonly payments: { position: number; method: Method; amountRupiah: Rupiah }[];
  /** Paid back more (above zero) or less than what the lines are worth, because cash was rounded. */
  readonly roundingRupiah: Rupiah;
}

/**
 * How a refund's due amount goes back: by the sale's own methods in the order of payment, each up to what it brought and has not
 * given back yet; the cash part rounded up in the customer's favour. `inCash` pays all of it in cash.
 */
export function payBack(
  dueRupiah: Rupiah,
  paid: readonly PaidSoFar[],
  step: RoundingStep,
  inCash: boolean,
): PaidBack {
  const payments: { position: number; method: Method; amountRupiah: Rupiah }[] = [];
  let left = dueRupiah;
  paid.forEach((payment, position) => {
    const available = payment.amountRupiah - payment.refundedRupiah;
    if (left === 0 || available === 0) return;
    const method = inCash ? "cash" : payment.method;
    const wanted = method === "cash" && left <= available && step > 0 ? roundUpTo(left, step) : left;
    const amountRupiah = rupiah(Math.min(wanted, available));
    left = rupiah(Math.max(left - amountRupiah, 0));
    payments.push({ position, method, amountRupiah });
  });
  // What cash rounding had waived is due, but nothing is left to give: it still leaves the turnover of the way it was paid.
  if (payments.length === 0 && dueRupiah > 0) {
    const cash = paid.findLastIndex((payment) => payment.method === "cash");
    const position = Math.max(cash, 0);
    const method = inCash ? "cash" : (paid[position]?.method ?? "cash");
    payments.push({ position, method, amountRupiah: rupiah(0) });
  }
  const paidBack = payments.reduce((all, payment) => all + payment.amountRupiah, 0);
  return { payments, roundingRupiah: rupiah(paidBack - dueRupiah) };
}

/** What a payment brought of Σ net, and what refunds have taken back of that so far. */
export interface NetSoFar {
  readonly method: Method;
  readonly netRupiah: Rupiah;
  readonly refundedNetRupiah: Rupiah;
}

/**
 * A refund's rows by payment, each with its part of the refunded nets, for turnover by payment method: in proportion to what is paid
 * back, and once everything has come back exactly what is left of each, so that every method ends where it began.
 */
export function netBack(
  dueRupiah: Rupiah,
  back: PaidBack["payments"],
  paid: readonly NetSoFar[],
  everything: boolean,
): (PaidBack["payments"][number] & { netRupiah: Rupiah })[] {
  if (!everything) {
    const nets = back.length === 0 ? [] : netByPayment(dueRupiah, back);
    return back.map((payment, index) => ({ ...payment, netRupiah: rupiah(nets[index] ?? 0) }));
  }
  return paid.flatMap(({ method, netRupiah, refundedNetRupiah }, position) => {
    const payment = back.find((row) => row.position === position);
    const left = rupiah(netRupiah - refundedNetRupiah);
    if (!payment && left === 0) return [];
    return [{ position, method, amountRupiah: rupiah(0), ...payment, netRupiah: left }];
  });
}

/** What goes back, each way of paying once, for whoever hands it over. */
export function backByMethod<M extends string>(
  payments: readonly { readonly method: M; readonly amountRupiah: number }[],
): { method: M; amountRupiah: Rupiah }[] {
  const sums = new Map<M, number>();
  for (const { method, amountRupiah } of payments) sums.set(method, (sums.get(method) ?? 0) + amountRupiah);
  return [...sums].map(([method, amountRupiah]) => ({ method, amountRupiah: rupiah(amountRupiah) }));
}
