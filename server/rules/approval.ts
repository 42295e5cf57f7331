// What a cashier may not do alone: the reasons a manager's approval is asked for, and the limits a centre sets.
import { z } from "zod";
import { amountSchema } from "./money.ts";

export const APPROVAL_REASONS = [
  "discount_above_limit",
  "net_below_shares",
  "price_below",
  "refund_above_limit",
  "void",
  "cash_for_cashless",
  "centre_bears",
  "open_drawer",
] as const;
export type ApprovalReason = (typeof APPROVAL_REASONS)[number];

export const tillLimitsSchema = z.object({
  /** All discounts of a sale together, in hundredths of a percent of its gross. */
  discountLimitBasisPoints: z.int().min(0).max(10_000),
  /** A refund that pays back more needs approval. */
  refundLimitRupiah: amountSchema,
  /** Minutes without a touch until the till locks itself, keeping its cart; 0 is never. */
  lockAfterMinutes: z.int().min(0).max(120),
});
export type TillLimits = z.infer<typeof tillLimitsSchema>;

/** What holds until a manager says otherwise. */
export const TILL_LIMITS: z.input<typeof tillLimitsSchema> = {
  discountLimitBasisPoints: 1000,
  refundLimitRupiah: 100_000,
  lockAfterMinutes: 5,
};
