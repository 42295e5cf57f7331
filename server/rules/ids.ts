// Names of things that must not be mistaken for one another.
import { z } from "zod";

/** An act's name, made where the act is made (a till, a screen), before it is sent: a UUID in lower case. */
export const actIdSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  .meta({ description: "UUID made by the sender; the same id and body is answered with the first result" });

export const saleIdSchema = actIdSchema.brand<"SaleId">();
export const refundIdSchema = actIdSchema.brand<"RefundId">();
export const payoutIdSchema = actIdSchema.brand<"PayoutId">();
export const shiftIdSchema = actIdSchema.brand<"ShiftId">();
export const visitIdSchema = actIdSchema.brand<"VisitId">();

const rowId = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
export const productIdSchema = rowId.brand<"ProductId">();
export const makerIdSchema = rowId.brand<"MakerId">();
export const stallIdSchema = rowId.brand<"StallId">();
export const staffIdSchema = rowId.brand<"StaffId">();
export const tillIdSchema = rowId.brand<"TillId">();
export const areaIdSchema = rowId.brand<"AreaId">();
export const printerIdSchema = rowId.brand<"PrinterId">();
export const ticketIdSchema = rowId.brand<"TicketId">();

export type SaleId = z.infer<typeof saleIdSchema>;
export type RefundId = z.infer<typeof refundIdSchema>;
export type PayoutId = z.infer<typeof payoutIdSchema>;
export type ShiftId = z.infer<typeof shiftIdSchema>;
export type VisitId = z.infer<typeof visitIdSchema>;
export type ProductId = z.infer<typeof productIdSchema>;
export type MakerId = z.infer<typeof makerIdSchema>;
export type StallId = z.infer<typeof stallIdSchema>;
export type StaffId = z.infer<typeof staffIdSchema>;
export type TillId = z.infer<typeof tillIdSchema>;
export type AreaId = z.infer<typeof areaIdSchema>;
export type PrinterId = z.infer<typeof printerIdSchema>;
export type TicketId = z.infer<typeof ticketIdSchema>;

/** A short public code: letters, digits and hyphens in upper case (`KARTINI`, `PM-001`, `BTK-KATUN-170`). */
export const codeSchema = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,39}$/, { error: "code_malformed" });

/** The part of every command of a till: which till, and the how-manieth act of that till this is (no holes, L9). */
export const tillStampSchema = z.object({ tillId: tillIdSchema, seq: z.int().min(1).max(1e12) });
export type TillStamp = z.infer<typeof tillStampSchema>;

/** A moment on the wire: milliseconds since 1970 UTC, within the years 2000 to 2100. */
export const momentSchema = z.int().min(946_684_800_000).max(4_102_444_800_000);

/** What a person writes in one line. */
export const lineOfText = z.string().trim().min(1).max(120);
export const noteSchema = z.string().trim().max(500);
