// A maker's statement: each sold line from the maker's side, refunds, payouts, and what is owed.
import { z } from "zod";
import { makerIdSchema, payoutIdSchema } from "./ids.ts";
import { makerKindSchema } from "./makers.ts";
import { ACKNOWLEDGEMENTS, PAYOUT_SOURCES, RECEIVERS } from "./payout.ts";

export const makerRowSchema = z.object({
  makerId: makerIdSchema,
  code: z.string(),
  name: z.string(),
  kind: makerKindSchema,
  program: z.string().nullable(),
  active: z.boolean(),
  hasCard: z.boolean(),
  earnedRupiah: z.int(),
  paidRupiah: z.int(),
  owedRupiah: z.int(),
  savingsRupiah: z.int(),
  /** A group's members with their weights, in order. */
  members: z.array(z.object({ makerId: makerIdSchema, name: z.string(), weight: z.int() })),
});
export type MakerRow = z.infer<typeof makerRowSchema>;

/** One thing that happened to a maker's money; positive is theirs, negative went back or was paid. Newest first. */
export const statementRowSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.enum(["sale", "refund"]),
    atMs: z.int(),
    businessDay: z.string(),
    product: z.string(),
    quantityMilli: z.int(),
    unit: z.string(),
    unitPriceRupiah: z.int(),
    /** All discounts on the line. */
    discountRupiah: z.int(),
    netRupiah: z.int(),
    /** Through a group: its name. */
    group: z.string().nullable(),
    savings: z.boolean(),
    amountRupiah: z.int(),
  }),
  z.object({
    kind: z.literal("borne"),
    atMs: z.int(),
    businessDay: z.string(),
    product: z.string(),
    amountRupiah: z.int(),
  }),
  z.object({
    kind: z.enum(["payout", "payout_reversed"]),
    payoutId: payoutIdSchema,
    number: z.string(),
    atMs: z.int(),
    businessDay: z.string(),
    savings: z.boolean(),
    amountRupiah: z.int(),
  }),
]);
export type StatementRow = z.infer<typeof statementRowSchema>;

export const statementSchema = z.object({
  maker: makerRowSchema,
  /** Unpaid earnings, what of a debt comes off, and what may be paid now. */
  unpaidRupiah: z.int(),
  debtRupiah: z.int(),
  recoveredRupiah: z.int(),
  payableRupiah: z.int(),
  rows: z.array(statementRowSchema),
  /** Whether older rows were left out of `rows`. */
  more: z.boolean(),
});
export type Statement = z.infer<typeof statementSchema>;

export const payoutPreviewSchema = z.object({
  amountRupiah: z.int(),
  owedBeforeRupiah: z.int(),
  owedAfterRupiah: z.int(),
  recoveredRupiah: z.int(),
  /** What the drawer, safe or bank holds afterwards. */
  sourceHoldsAfterRupiah: z.int(),
  /** How many sold lines it covers, and the days of the oldest and newest of them. */
  coveredLines: z.int(),
  coveredFrom: z.string().nullable(),
  coveredTo: z.string().nullable(),
});
export type PayoutPreview = z.infer<typeof payoutPreviewSchema>;

export const payoutViewSchema = z.object({
  id: payoutIdSchema,
  number: z.string(),
  maker: z.object({ makerId: makerIdSchema, code: z.string(), name: z.string() }),
  amountRupiah: z.int(),
  of: z.enum(["proceeds", "savings"]),
  source: z.enum(PAYOUT_SOURCES),
  paidAtMs: z.int(),
  businessDay: z.string(),
  paidBy: z.string(),
  receivedBy: z.enum(RECEIVERS),
  receiverName: z.string().nullable(),
  acknowledgedBy: z.enum(ACKNOWLEDGEMENTS),
  owedAfterRupiah: z.int(),
  reversedAtMs: z.int().nullable(),
  reversalReason: z.string().nullable(),
  seal: z.string(),
});
export type PayoutView = z.infer<typeof payoutViewSchema>;
