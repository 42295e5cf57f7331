// A sale as it is shown, printed and refunded: everything from the stored rows.
import { z } from "zod";
import { productIdSchema, refundIdSchema, saleIdSchema, shiftIdSchema } from "./ids.ts";
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
    }),
  ),
  /** The original shows its refunds (R4). */
  refunds: z.array(
    z.object({
      id: refundIdSchema,
      receiptNumber: z.string(),
      refundedAtMs: z.int(),
      reason: refundReasonSchema,
      totalRupiah: z.int(),
      payments: z.array(z.object({ method: methodSchema, amountRupiah: z.int() })),
      lines: z.array(z.object({ lineNo: z.int(), quantityMilli: z.int(), netRupiah: z.int() })),
    }),
  ),
  seal: z.string(),
});
export type SaleView = z.infer<typeof saleViewSchema>;

/** What a refund would do, worked out by the refund itself and rolled back. */
export const refundPreviewSchema = z.object({
  totalRupiah: z.int(),
  roundingRupiah: z.int(),
  payments: z.array(z.object({ method: methodSchema, amountRupiah: z.int() })),
  lines: z.array(z.object({ lineNo: z.int(), netRupiah: z.int() })),
});
export type RefundPreview = z.infer<typeof refundPreviewSchema>;
