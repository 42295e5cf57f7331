// Asks the server for products, the makers they may pay and the stalls they stand at, and sends what a manager writes.
import { z } from "zod";
import { catalogueSchema, productViewSchema } from "#rules/catalogue";
import { productIdSchema } from "#rules/ids";
import type { ChangeProduct, NewProduct, ProductPhoto } from "#rules/products";
import { makerRowSchema } from "#rules/statement";
import { answerOf, api } from "../api.ts";

const kept = z.object({ productId: productIdSchema });

/** Everything the screen needs, so that a product never shows without its stall and, for who may see them, its makers. */
export async function readShelf(withMakers: boolean) {
  const [products, makers, catalogue] = await Promise.all([
    answerOf(z.object({ products: z.array(productViewSchema) }), api.products.$get()),
    withMakers ? answerOf(z.object({ makers: z.array(makerRowSchema) }), api.makers.$get()) : { makers: [] },
    answerOf(catalogueSchema, api.catalogue.$get()),
  ]);
  return { products: products.products, makers: makers.makers, stalls: catalogue.stalls };
}
export type Shelf = Awaited<ReturnType<typeof readShelf>>;

export const saveNewProduct = (product: NewProduct) => answerOf(kept, api.products.$post({ json: product }));

export const saveProduct = (product: ChangeProduct) =>
  answerOf(
    kept,
    api.products[":productId"].$put({ param: { productId: String(product.productId) }, json: product }),
  );

export const savePhoto = (photo: ProductPhoto) =>
  answerOf(
    kept,
    api.products[":productId"].photo.$put({ param: { productId: String(photo.productId) }, json: photo }),
  );

export function photoAddress(product: { productId: number; photo: string | null }): string | undefined {
  return product.photo === null ? undefined : `/api/products/${product.productId}/photo?v=${product.photo}`;
}
