// The repair list: what tills had already done and the rules refused, gaps in their sequences, and clocks that were off.
import { z } from "zod";
import { actIdSchema, noteSchema, saleIdSchema, staffIdSchema, tillIdSchema } from "./ids.ts";
import { tillActKinds } from "./till-acts.ts";

export const SETTLED = ["recorded", "accepted", "set_aside"] as const;
export type Settled = (typeof SETTLED)[number];

const factsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

const lineSchema = z.object({
  /** Null where the book knows no such goods. */
  name: z.string().nullable(),
  unit: z.string(),
  quantityMilli: z.int(),
  /** Null where only booking it would tell. */
  unitPriceRupiah: z.int().nullable(),
  netRupiah: z.int().nullable(),
});

/** What else of a held act a person reads, each by what it is; its words are looked up. */
export const DETAILS = [
  "of_receipt",
  "refund_reason",
  "back_in_cash",
  "discount_rupiah",
  "float_rupiah",
  "move",
  "reason",
  "people",
  "category",
  "area",
  "person",
  "unsent",
] as const;
const detailSchema = z.object({ name: z.enum(DETAILS), value: z.union([z.string(), z.int()]) });
export type Detail = z.infer<typeof detailSchema>;

/** What of a held act a person can read; what could not be read is null, and its text is there to the letter. */
export const repairViewSchema = z.object({
  repairId: actIdSchema,
  actId: actIdSchema,
  tillId: tillIdSchema,
  tillCode: z.string(),
  kind: z.enum(tillActKinds),
  /** Its place in the till's sequence; null where another act had already taken that. */
  seq: z.int().nullable(),
  /** As its paper says. */
  receiptNumber: z.string().nullable(),
  /** Another act has its number: it is booked under the till's next one. */
  newNumber: z.boolean(),
  /** The sale in the book that this is, or that this takes back from; null while it is not there. */
  saleId: saleIdSchema.nullable(),
  /** Who is said to have done it; null where nobody knows. */
  by: z.string().nullable(),
  sentBy: z.string(),
  /** By the device's clock. */
  keptAtMs: z.int(),
  receivedAtMs: z.int(),
  /** Why it was refused: code and facts, as any refusal. */
  code: z.string(),
  facts: factsSchema,
  totalRupiah: z.int().nullable(),
  lines: z.array(lineSchema),
  payments: z.array(z.object({ method: z.string(), amountRupiah: z.int() })),
  details: z.array(detailSchema),
  /** The act to the letter. */
  body: z.string(),
  /** Why it cannot be booked as it is; null where it can, and where it is settled. */
  whyNot: z.object({ code: z.string(), facts: factsSchema }).nullable(),
  /** It must be said who did it before it can be booked. */
  asksWho: z.boolean(),
  settled: z
    .object({
      how: z.enum(SETTLED),
      atMs: z.int(),
      /** Null: the shop tried it again by itself, and it went through. */
      by: z.string().nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
});
export type RepairView = z.infer<typeof repairViewSchema>;

/** Numbers of a till that never arrived: shown until somebody says why (L9). */
export const gapViewSchema = z.object({
  gapId: actIdSchema,
  tillCode: z.string(),
  /** The first and the last act that are missing; both null where only receipts are. */
  fromSeq: z.int().nullable(),
  toSeq: z.int().nullable(),
  fromReceipt: z.string().nullable(),
  toReceipt: z.string().nullable(),
  foundAtMs: z.int(),
  explained: z.object({ atMs: z.int(), by: z.string(), note: z.string() }).nullable(),
});
export type GapView = z.infer<typeof gapViewSchema>;

/** A till's clock that was more than two minutes off when it sent its acts (Z2). */
export const clockViewSchema = z.object({
  tillCode: z.string(),
  /** Above zero the device is ahead. */
  aheadMs: z.int(),
  /** Of the acts that came with it. */
  acts: z.int(),
  firstAtMs: z.int(),
  lastAtMs: z.int(),
});
export type ClockView = z.infer<typeof clockViewSchema>;

/** A sale made without the server at a price that was no longer the one in force; it is not priced again (O1). */
export const oldPriceViewSchema = z.object({
  saleId: saleIdSchema,
  receiptNumber: z.string(),
  soldAtMs: z.int(),
  cashier: z.string(),
  lines: z.array(z.object({ name: z.string(), chargedRupiah: z.int(), inForceRupiah: z.int() })),
});
export type OldPriceView = z.infer<typeof oldPriceViewSchema>;

/** Clocks and old prices are told for as long as somebody may still do something about them. */
export const TOLD_DAYS = 30;
/** As many open ones as are shown at once; settling them brings the next. */
export const MOST_OPEN = 200;
export const MOST_SETTLED = 50;

export const repairsViewSchema = z.object({
  /** The oldest that are open, till by till in the order of their sequence, and how many there are in all. */
  open: z.array(repairViewSchema),
  openCount: z.int(),
  /** The newest that are settled, newest first. */
  settled: z.array(repairViewSchema),
  gaps: z.array(gapViewSchema),
  clocks: z.array(clockViewSchema),
  oldPrices: z.array(oldPriceViewSchema),
});
export type RepairsView = z.infer<typeof repairsViewSchema>;

/** How many things wait on the list: acts that are not settled, and gaps that nobody has explained. */
export const repairsWaitingSchema = z.object({ waiting: z.int() });

export const repairSettledSchema = z.object({ repairId: actIdSchema, how: z.enum(SETTLED) });
export type RepairSettled = z.infer<typeof repairSettledSchema>;

const ofRepair = z.object({ id: actIdSchema, repairId: actIdSchema });
export const retryRepairSchema = ofRepair.extend({ note: noteSchema.optional() });
export type RetryRepair = z.infer<typeof retryRepairSchema>;
/** Books it as the till charged it, whatever the rules ask; the manager who does it stands for it. */
export const acceptRepairSchema = ofRepair.extend({
  /** Who did it, where nobody knows that for sure. */
  doneBy: staffIdSchema.optional(),
  note: noteSchema.optional(),
});
export type AcceptRepair = z.infer<typeof acceptRepairSchema>;
/** Settles it without booking anything: it is explained, and stays on the list of what was settled. */
export const setRepairAsideSchema = ofRepair.extend({ note: noteSchema.min(1) });
export type SetRepairAside = z.infer<typeof setRepairAsideSchema>;
export const explainGapSchema = z.object({ id: actIdSchema, gapId: actIdSchema, note: noteSchema.min(1) });
export type ExplainGap = z.infer<typeof explainGapSchema>;

/** More than this between a device's clock and the server's is told (Z2). */
export const CLOCK_TOLERANCE_MS = 2 * 60 * 1000;
