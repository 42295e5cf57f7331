// The centre's and the stalls' own QRIS codes, and the payments whose notification nobody has seen yet.
import { z } from "zod";
import { actIdSchema, momentSchema, noteSchema, type StallId, saleIdSchema, stallIdSchema } from "./ids.ts";

export const setQrisCodeSchema = z.object({
  id: actIdSchema,
  /** null: the centre's own, used where a stall has none. */
  stallId: stallIdSchema.nullable(),
  /** The text of the printed code, exactly as it was scanned or pasted; null takes the code away. */
  payload: z
    .string()
    .min(20, { error: "qris_not_readable" })
    .max(600, { error: "qris_not_readable" })
    .nullable(),
});
export type SetQrisCode = z.infer<typeof setQrisCodeSchema>;

export const qrisCodeSchema = z.object({
  stallId: stallIdSchema.nullable(),
  payload: z.string(),
  merchantName: z.string(),
  merchantCity: z.string(),
  nmid: z.string().nullable(),
});
export type QrisCode = z.infer<typeof qrisCodeSchema>;

/** One QRIS payment that waits for its notification. */
export const unconfirmedSchema = z.object({
  saleId: saleIdSchema,
  position: z.int(),
  receiptNumber: z.string(),
  soldAtMs: z.int(),
  businessDay: z.string(),
  cashier: z.string(),
  till: z.string(),
  amountRupiah: z.int(),
});
export type Unconfirmed = z.infer<typeof unconfirmedSchema>;

/** "Sudah masuk (saya cek notifikasi)", said later. */
export const confirmQrisSchema = z.object({
  id: actIdSchema,
  saleId: saleIdSchema,
  position: z.int().min(0).max(4),
  confirmedAtMs: momentSchema,
  note: noteSchema.optional(),
});
export type ConfirmQris = z.infer<typeof confirmQrisSchema>;

/** The code that a cart is paid with: its stall's own where all of it is of one stall that has one, else the centre's. */
export function codeFor(stallIds: readonly StallId[], codes: readonly QrisCode[]): QrisCode | null {
  const [stallId, ...others] = new Set(stallIds);
  const own = others.length === 0 ? codes.find((code) => code.stallId === stallId) : undefined;
  return own ?? codes.find((code) => code.stallId === null) ?? null;
}
