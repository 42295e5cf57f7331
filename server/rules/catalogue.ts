// The catalogue: what a till sells from, and what a manager sees of each product.
import { z } from "zod";
import { shareSchema } from "./arrangement.ts";
import { printerIdSchema, productIdSchema, stallIdSchema } from "./ids.ts";
import { qrisCodeSchema } from "./qris-codes.ts";
import { taxSchema } from "./tax.ts";
import { TICKET_WAYS } from "./tickets.ts";

export const stallViewSchema = z.object({
  stallId: stallIdSchema,
  code: z.string(),
  name: z.string(),
  active: z.boolean(),
  /** The tax in force now; null without one. */
  tax: taxSchema.nullable(),
  tickets: z.enum(TICKET_WAYS),
  printerId: printerIdSchema.nullable(),
});
export type StallView = z.infer<typeof stallViewSchema>;

export const catalogueProductSchema = z.object({
  productId: productIdSchema,
  sku: z.string(),
  name: z.string(),
  category: z.string(),
  stallId: stallIdSchema,
  unit: z.string(),
  /** null: asked at the till. */
  priceRupiah: z.int().nullable(),
  countsAsPiece: z.boolean(),
  stockTracked: z.boolean(),
  onHandMilli: z.int(),
  /** Changes when the picture does; null without one. GET /api/products/{id}/photo?v=… */
  photo: z.string().nullable(),
});
export type CatalogueProduct = z.infer<typeof catalogueProductSchema>;

export const catalogueSchema = z.object({
  stalls: z.array(stallViewSchema),
  /** Of a person limited to stalls only theirs. */
  products: z.array(catalogueProductSchema),
  qrisCodes: z.array(qrisCodeSchema),
  asOfMs: z.int(),
});
export type Catalogue = z.infer<typeof catalogueSchema>;

export const productViewSchema = catalogueProductSchema.extend({
  unitCostRupiah: z.int().nullable(),
  shares: z.array(shareSchema),
  active: z.boolean(),
});
export type ProductView = z.infer<typeof productViewSchema>;
