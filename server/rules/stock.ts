// Stock: goods that come in, and the kinds of movement whose sum is what is on the shelf.
import { z } from "zod";
import { actIdSchema, momentSchema, noteSchema, productIdSchema } from "./ids.ts";
import { quantitySchema } from "./quantity.ts";

export const MOVEMENTS = [
  "received",
  "sold",
  "returned_by_customer",
  "returned_to_maker",
  "transferred_out",
  "transferred_in",
  "counted",
  "damaged",
  "lost",
  "used",
] as const;
export type Movement = (typeof MOVEMENTS)[number];

export const receiveStockSchema = z.object({
  id: actIdSchema,
  productId: productIdSchema,
  quantityMilli: quantitySchema,
  receivedAtMs: momentSchema,
  note: noteSchema.optional(),
});
export type ReceiveStock = z.infer<typeof receiveStockSchema>;

export const stockViewSchema = z.array(
  z.object({
    productId: productIdSchema,
    sku: z.string(),
    name: z.string(),
    stall: z.string(),
    unit: z.string(),
    receivedMilli: z.int(),
    soldMilli: z.int(),
    onHandMilli: z.int(),
  }),
);
export type StockView = z.infer<typeof stockViewSchema>;
