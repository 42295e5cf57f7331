// A sale as it is shown, printed and refunded: everything from the stored rows.
import { z } from "zod";
import { APPROVAL_REASONS } from "./approval.ts";
import { productIdSchema, refundIdSchema, saleIdSchema, shiftIdSchema } from "./ids.ts";
import { letterheadSchema } from "./paper.ts";
import { refundReasonSchema } from "./refund.ts";
import { methodSchema } from "./sale.ts";

export const saleRowSchema = z.object({
  id: saleIdSchema,
  receiptNumber: z.string(),
  soldAtMs: z.int(),
  businessDay: z.string(),
  cashier: z.string(),
  totalRupiah: z.int(),
  refundedRupiah: z.int(),
  methods: z.array(methodSchema),
  /** The first product's name, and how many lines there are. */
  firstName: z.string(),
  lineCount: z.int(),
});
export type SaleRow = z.infer<typeof saleRowSchema>;

export const saleViewSchema = z.object({
  id: saleIdSchema,
  receiptNumber: z.string(),
  soldAtMs: z.int(),
  businessDay: z.string(),
  cashier: z.string(),
  till: z.string(),
  shiftId: shiftIdSchema,
  lines: z.array(
    z.object({
      lineNo: z.int(),
      productId: productIdSchema,
      sku: z.string(),
      name: z.string(),
      unit: z.string(),
      stall: z.string(),
      quantityMilli: z.int(),
      unitPriceRupiah: z.int(),
      grossRupiah: z.int(),
      discountRupiah: z.int(),
      saleDiscountPartRupiah: z.int(),
      netRupiah: z.int(),
      taxRupiah: z.int(),
      /** As papers call it, `PBJT makanan dan minuman`; null where the line bears none. */
      tax: z
        .object({ name: z.string(), mode: z.enum(["inclusive", "exclusive"]), rateBasisPoints: z.int() })
        .nullable(),
      note: z.string().nullable(),
      refundedMilli: z.int(),
    }),
  ),
  saleDiscountRupiah: z.int(),
  roundingRupiah: z.int(),
  totalRupiah: z.int(),
  payments: z.array(
    z.object({
      method: methodSchema,
      amountRupiah: z.int(),
      tenderedRupiah: z.int().nullable(),
      reference: z.string().nullable(),
      /** A QRIS payment that waits for its notification; `confirmedBy` says who saw it. */
      unconfirmed: z.boolean(),
      confirmedBy: z.string().nullable(),
      confirmedAtMs: z.int().nullable(),
    }),
  ),
  /** Who approved what the cashier may not; null where nothing needed it. */
  approvedBy: z.string().nullable(),
  /** It reached the server after its shift was closed (S5): the supplement's number in that shift. */
  supplement: z.int().nullable(),
  /** It was made without the server, and its papers say so (N2). */
  offline: z.boolean(),
  /** The original shows its refunds (R4). */
  refunds: z.array(
    z.object({
      id: refundIdSchema,
      receiptNumber: z.string(),
      refundedAtMs: z.int(),
      reason: refundReasonSchema,
      cashier: z.string(),
      approvedBy: z.string().nullable(),
      /** It was made without the server (N2). */
      offline: z.boolean(),
      roundingRupiah: z.int(),
      totalRupiah: z.int(),
      payments: z.array(z.object({ method: methodSchema, amountRupiah: z.int() })),
      lines: z.array(
        z.object({
          lineNo: z.int(),
          quantityMilli: z.int(),
          restock: z.boolean(),
          netRupiah: z.int(),
          taxRupiah: z.int(),
        }),
      ),
      seal: z.string(),
    }),
  ),
  /** The letterhead as it stood when the sale was made. */
  letterhead: letterheadSchema,
  /** How often its receipt has been printed again (SALINAN n). */
  copies: z.int(),
  seal: z.string(),
});
export type SaleView = z.infer<typeof saleViewSchema>;

/** What a refund would do, worked out by the refund itself and rolled back. */
export const refundPreviewSchema = z.object({
  totalRupiah: z.int(),
  roundingRupiah: z.int(),
  payments: z.array(z.object({ method: methodSchema, amountRupiah: z.int() })),
  lines: z.array(z.object({ lineNo: z.int(), netRupiah: z.int(), taxRupiah: z.int() })),
  /** What a manager must approve before it is recorded; empty where the cashier may. */
  needs: z.array(z.enum(APPROVAL_REASONS)),
});
export type RefundPreview = z.infer<typeof refundPreviewSchema>;
