// Routes of stock: what is on the shelf, and goods that come in.
import { z } from "@hono/zod-openapi";
import type { Shop } from "#domain/shop";
import { receiveStock, stockOnShelf } from "#domain/stock";
import { receiveStockSchema, stockViewSchema } from "#rules/stock";
import { get, post, routes } from "./routes.ts";

export const stock = (shop: Shop) =>
  routes()
    .openapi(get("/stock", "see_stock", z.object({ stock: stockViewSchema })), (c) =>
      c.json({ stock: stockOnShelf(shop, c.get("who")) }, 200),
    )
    .openapi(
      post("/stock/receipts", "receive_stock", receiveStockSchema, z.object({ onHandMilli: z.int() })),
      async (c) => {
        const command = c.req.valid("json");
        return c.json(await shop.book.soon(() => receiveStock(shop, c.get("who"), command)), 200);
      },
    );
