// The repair list: what tills had already done and the rules refused, gaps in their sequences, and clocks that were off.
import { z } from "zod";
import { actIdSchema, noteSchema, staffIdSchema, tillIdSchema } from "./ids.ts";
import { tillActKinds } from "./till-acts.ts";

export const SETTLED = ["recorded", "accepted", "set_aside"] as const;

const lineSchema = z.object({
  name: z.string(),
  unit: z.string(),
  quantityMilli: z.int(),
  unitPriceRupiah: z.int(),
  netRupiah: z.int(),
});

/** What of a held act a person can read; what could not be read is null, and its text is there to the letter. */
export const repairViewSchema = z.object({
  repairId: actIdSchema,
  tillId: tillIdSchema,
  tillCode: z.string(),
  kind: z.enum(tillActKinds),
  /** Its place in the till's sequence; null where another act had already taken that. */
  seq: z.int().nullable(),
  receiptNumber: z.string().nullable(),
  /** Who is said to have done it; null where nobody knows. */
  by: z.string().nullable(),
  sentBy: z.string(),
  /** By the device's clock. */
  keptAtMs: z.int(),
  receivedAtMs: z.int(),
  /** Why it was refused: code and facts, as any refusal. */
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  totalRupiah: z.int().nullable(),
  lines: z.array(lineSchema),
  payments: z.array(z.object({ method: z.string(), amountRupiah: z.int() })),
  /** The act to the letter. */
  body: z.string(),
  /** Whether it can be booked as it is; where not, why. */
  canAccept: z.boolean(),
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
  saleId: actIdSchema,
  receiptNumber: z.string(),
  soldAtMs: z.int(),
  cashier: z.string(),
  lines: z.array(z.object({ name: z.string(), chargedRupiah: z.int(), inForceRupiah: z.int() })),
});

export const repairsViewSchema = z.object({
  open: z.array(repairViewSchema),
  /** The newest that are settled, newest first. */
  settled: z.array(repairViewSchema),
  gaps: z.array(gapViewSchema),
  clocks: z.array(clockViewSchema),
  oldPrices: z.array(oldPriceViewSchema),
});
export type RepairsView = z.infer<typeof repairsViewSchema>;

const ofRepair = z.object({ id: actIdSchema, repairId: actIdSchema });
export const retryRepairSchema = ofRepair;
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
