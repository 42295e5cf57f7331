// Routes of sales: recording one, listing a day's, and one as it is shown and printed.
import { z } from "@hono/zod-openapi";
import { listSales, saleView } from "#domain/sale-views";
import { recordSale } from "#domain/sales";
import type { Shop } from "#domain/shop";
import { daySchema } from "#rules/business-day";
import { saleIdSchema } from "#rules/ids";
import { saleCommandSchema, saleRecordedSchema } from "#rules/sale";
import { saleRowSchema, saleViewSchema } from "#rules/sale-view";
import { getOne, getWith, post, routes } from "./routes.ts";

const listQuery = z.object({
  day: daySchema.optional(),
  q: z.string().trim().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

export const sales = (shop: Shop) =>
  routes()
    .openapi(post("/sales", "sell", saleCommandSchema, saleRecordedSchema), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => recordSale(shop, c.get("who"), command)), 200);
    })
    .openapi(
      getWith("/sales", "see_sales", listQuery, z.object({ sales: z.array(saleRowSchema) })),
      async (c) => {
        const { day, q, limit } = c.req.valid("query");
        return c.json({ sales: await listSales(shop, { day, number: q, limit }) }, 200);
      },
    )
    .openapi(
      getOne("/sales/{saleId}", "see_sales", z.object({ saleId: saleIdSchema }), saleViewSchema),
      (c) => c.json(saleView(shop, c.req.valid("param").saleId), 200),
    );
