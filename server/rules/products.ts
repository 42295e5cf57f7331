// Products: what is sold, at what price and cost, and whom it pays.
import { z } from "zod";
import { shareSchema } from "./arrangement.ts";
import { actIdSchema, codeSchema, lineOfText, productIdSchema, stallIdSchema } from "./ids.ts";
import { amountSchema } from "./money.ts";

const product = z.object({
  name: lineOfText,
  category: lineOfText,
  unit: z.string().trim().min(1).max(20),
  /** null: asked at the till. */
  priceRupiah: amountSchema.nullable(),
  /** null: not recorded, which is not zero. */
  unitCostRupiah: amountSchema.nullable(),
  countsAsPiece: z.boolean(),
  stockTracked: z.boolean(),
  /** In order; none: the centre's own goods. */
  shares: z.array(shareSchema).max(20),
});

export const newProductSchema = product.extend({ id: actIdSchema, sku: codeSchema, stallId: stallIdSchema });
export type NewProduct = z.infer<typeof newProductSchema>;

export const changeProductSchema = product.extend({
  id: actIdSchema,
  productId: productIdSchema,
  active: z.boolean(),
});
export type ChangeProduct = z.infer<typeof changeProductSchema>;

/** A tile's picture: a small JPEG, PNG or WebP, as the browser has already shrunk it. */
export const productPhotoSchema = z.object({
  id: actIdSchema,
  productId: productIdSchema,
  type: z.enum(["image/jpeg", "image/png", "image/webp"]),
  base64: z.base64().max(400_000),
});
export type ProductPhoto = z.infer<typeof productPhotoSchema>;
