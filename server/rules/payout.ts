// Payouts: what may be paid to a maker now, and which earnings it covers.
import { z } from "zod";
import { assert } from "./assert.ts";
import {
  actIdSchema,
  lineOfText,
  makerIdSchema,
  momentSchema,
  noteSchema,
  payoutIdSchema,
  shiftIdSchema,
} from "./ids.ts";
import { amountSchema, partOf, type Rupiah, rupiah, sum, timesOver } from "./money.ts";

export const PAYOUT_SOURCES = ["drawer", "safe", "bank"] as const;
export const RECEIVERS = ["self", "guardian", "companion"] as const;
export const ACKNOWLEDGEMENTS = ["signature", "thumbprint", "witness"] as const;

export const payoutCommandSchema = z.object({
  id: payoutIdSchema,
  makerId: makerIdSchema,
  amountRupiah: amountSchema.refine((amount) => amount > 0),
  /** Proceeds that may be paid any time, or savings, which are paid out only as savings. */
  of: z.enum(["proceeds", "savings"]),
  source: z.enum(PAYOUT_SOURCES),
  /** The open shift whose drawer pays, when the source is a drawer. */
  shiftId: shiftIdSchema.optional(),
  paidAtMs: momentSchema,
  receivedBy: z.enum(RECEIVERS),
  /** Who received it, when not the maker. */
  receiverName: lineOfText.optional(),
  acknowledgedBy: z.enum(ACKNOWLEDGEMENTS),
});
export type PayoutCommand = z.infer<typeof payoutCommandSchema>;

export const reversePayoutSchema = z.object({
  id: actIdSchema,
  payoutId: payoutIdSchema,
  reason: noteSchema.min(1),
  reversedAtMs: momentSchema,
});
export type ReversePayout = z.infer<typeof reversePayoutSchema>;

export const payoutRecordedSchema = z.object({
  id: payoutIdSchema,
  number: z.string(),
  amountRupiah: z.int(),
  businessDay: z.string(),
  /** What is still owed afterwards. */
  owedAfterRupiah: z.int(),
  seal: z.string(),
});
export type PayoutRecorded = z.infer<typeof payoutRecordedSchema>;

/** One earning of a maker (one part of one sold line) and what of it is still to be paid; below zero where it was refunded after payout. */
export interface OpenEarning {
  readonly saleId: string;
  readonly lineNo: number;
  readonly partNo: number;
  readonly openRupiah: Rupiah;
}

export interface Payable {
  /** Unpaid earnings. */
  readonly unpaidRupiah: Rupiah;
  /** What was refunded after it had been paid, and not yet taken from later proceeds. */
  readonly debtRupiah: Rupiah;
  /** What of that debt comes off now: never more than leaves the protected part of the unpaid earnings. */
  readonly recoveredRupiah: Rupiah;
  /** What may be paid now. */
  readonly payableRupiah: Rupiah;
}

/** What may be paid of these earnings when `protectedBasisPoints` of each payout stay the maker's (K5). */
export function payable(earnings: readonly OpenEarning[], protectedBasisPoints: number): Payable {
  const unpaidRupiah = sum(earnings.map((earning) => Math.max(earning.openRupiah, 0)));
  const debtRupiah = sum(earnings.map((earning) => Math.max(-earning.openRupiah, 0)));
  const floor = partOf(unpaidRupiah, protectedBasisPoints, "up");
  const recoveredRupiah = rupiah(Math.min(debtRupiah, unpaidRupiah - floor));
  return { unpaidRupiah, debtRupiah, recoveredRupiah, payableRupiah: rupiah(unpaidRupiah - recoveredRupiah) };
}

export interface Allocation {
  readonly saleId: string;
  readonly lineNo: number;
  readonly partNo: number;
  readonly amountRupiah: Rupiah;
}

/**
 * Which earnings a payout covers: the oldest first, the last perhaps in part. A debt that is recovered appears as allocations below
 * zero, so the allocations always add up to what was paid. `earnings` come oldest first; amount ≤ payable.
 */
export function allocate(
  earnings: readonly OpenEarning[],
  amountRupiah: Rupiah,
  protectedBasisPoints: number,
): Allocation[] {
  const { recoveredRupiah, payableRupiah } = payable(earnings, protectedBasisPoints);
  assert(amountRupiah <= payableRupiah, "a payout above what may be paid");
  const recovered = recoveryWithin(amountRupiah, payableRupiah, recoveredRupiah);
  const covered = cover(
    earnings.filter((earning) => earning.openRupiah > 0),
    rupiah(amountRupiah + recovered),
  );
  const debts = cover(
    earnings
      .filter((earning) => earning.openRupiah < 0)
      .map((earning) => ({ ...earning, openRupiah: rupiah(-earning.openRupiah) })),
    recovered,
  );
  return [...covered, ...debts.map((debt) => ({ ...debt, amountRupiah: rupiah(-debt.amountRupiah) }))];
}

/** A payout of a part of what is payable recovers the same part of the debt, rounded down: in the maker's favour. */
function recoveryWithin(amountRupiah: Rupiah, payableRupiah: Rupiah, recoveredRupiah: Rupiah): Rupiah {
  if (payableRupiah === 0) return rupiah(0);
  return timesOver(recoveredRupiah, amountRupiah, payableRupiah, "down");
}

function cover(earnings: readonly OpenEarning[], amountRupiah: Rupiah): Allocation[] {
  const allocations: Allocation[] = [];
  let left: number = amountRupiah;
  for (const { saleId, lineNo, partNo, openRupiah } of earnings) {
    if (left === 0) break;
    const part = Math.min(openRupiah, left);
    left -= part;
    allocations.push({ saleId, lineNo, partNo, amountRupiah: rupiah(part) });
  }
  assert(left === 0, `a payout left ${left} unallocated`);
  return allocations;
}
