// Routes of products: the till's catalogue, and what a manager changes of it.
import { createRoute, z } from "@hono/zod-openapi";
import { catalogue, changeProduct, createProduct, photo, productsFor, setPhoto } from "#domain/products";
import type { Shop } from "#domain/shop";
import { catalogueSchema, productViewSchema } from "#rules/catalogue";
import { productIdSchema } from "#rules/ids";
import { changeProductSchema, newProductSchema, productPhotoSchema } from "#rules/products";
import { get, idParam, post, putTo, routes } from "./routes.ts";
import { mustHave } from "./who.ts";

const productId = idParam("productId", productIdSchema);
const changed = z.object({ productId: productIdSchema });

export const products = (shop: Shop) =>
  routes()
    .openapi(get("/catalogue", "see_catalogue", catalogueSchema), (c) =>
      c.json(catalogue(shop, c.get("who")), 200),
    )
    .openapi(get("/products", "see_products", z.object({ products: z.array(productViewSchema) })), (c) =>
      c.json({ products: productsFor(shop, c.get("who")) }, 200),
    )
    .openapi(post("/products", "manage_products", newProductSchema, changed), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => createProduct(shop, c.get("who"), command)), 200);
    })
    .openapi(
      putTo("/products/{productId}", "manage_products", productId, changeProductSchema, changed),
      async (c) => {
        const command = { ...c.req.valid("json"), ...c.req.valid("param") };
        return c.json(await shop.book.soon(() => changeProduct(shop, c.get("who"), command)), 200);
      },
    )
    .openapi(
      putTo("/products/{productId}/photo", "manage_products", productId, productPhotoSchema, changed),
      async (c) => {
        const command = { ...c.req.valid("json"), ...c.req.valid("param") };
        return c.json(await shop.book.soon(() => setPhoto(shop, c.get("who"), command)), 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/products/{productId}/photo",
        middleware: [mustHave("see_catalogue")] as const,
        "x-right": "see_catalogue",
        request: { params: productId },
        responses: { 200: { description: "The picture", content: { "image/*": { schema: z.string() } } } },
      }),
      (c) => {
        const { type, bytes, digest } = photo(shop, c.req.valid("param").productId);
        return c.body(bytes, 200, {
          "content-type": type,
          "cache-control": "private, max-age=31536000, immutable",
          etag: `"${digest}"`,
        });
      },
    );
