// A shift: from opening a till with a float to closing it with the cash counted.
import { z } from "zod";
import { actIdSchema, momentSchema, noteSchema, shiftIdSchema, tillStampSchema } from "./ids.ts";
import { amountSchema } from "./money.ts";

export const openShiftCommandSchema = z.object({
  id: shiftIdSchema,
  till: tillStampSchema,
  floatRupiah: amountSchema,
  openedAtMs: momentSchema,
});
export type OpenShiftCommand = z.infer<typeof openShiftCommandSchema>;

export const closeShiftCommandSchema = z.object({
  id: actIdSchema,
  till: tillStampSchema,
  shiftId: shiftIdSchema,
  /** Counted before anything is shown (C1). All of it goes to the safe. */
  countedRupiah: amountSchema,
  reason: noteSchema.optional(),
  closedAtMs: momentSchema,
});
export type CloseShiftCommand = z.infer<typeof closeShiftCommandSchema>;

export const shiftViewSchema = z.object({
  id: shiftIdSchema,
  tillCode: z.string(),
  number: z.int(),
  openedAtMs: z.int(),
  openedBy: z.string(),
  businessDay: z.string(),
  floatRupiah: z.int(),
  closedAtMs: z.int().nullable(),
  closedBy: z.string().nullable(),
  /** Only once it is closed: the count comes first (C1). */
  expectedRupiah: z.int().nullable(),
  countedRupiah: z.int().nullable(),
  differenceRupiah: z.int().nullable(),
  reason: z.string().nullable(),
  sales: z.int(),
  refunds: z.int(),
  /** These too only once it is closed: with the float they say what the drawer should hold. */
  salesRupiah: z.int().nullable(),
  refundsRupiah: z.int().nullable(),
  byMethod: z.record(z.string(), z.int()),
});
export type ShiftView = z.infer<typeof shiftViewSchema>;

export const tillViewSchema = z.object({
  tillId: tillStampSchema.shape.tillId,
  code: z.string(),
  name: z.string(),
  /** The highest numbers the server has of this till. */
  lastSeq: z.int(),
  lastReceiptCount: z.int(),
  shift: shiftViewSchema.nullable(),
});
export type TillView = z.infer<typeof tillViewSchema>;
