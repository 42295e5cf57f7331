// Routes of visitors: a day's counts, and counting.
import { z } from "@hono/zod-openapi";
import type { Shop } from "#domain/shop";
import { countVisitors, visitsOf } from "#domain/visits";
import { daySchema } from "#rules/business-day";
import { visitCommandSchema, visitRecordedSchema, visitsViewSchema } from "#rules/visits";
import { getWith, post, routes } from "./routes.ts";

export const visits = (shop: Shop) =>
  routes()
    .openapi(
      getWith("/visits", "see_visitors", z.object({ day: daySchema.optional() }), visitsViewSchema),
      (c) => c.json(visitsOf(shop, c.req.valid("query").day), 200),
    )
    .openapi(post("/visits", "count_visitors", visitCommandSchema, visitRecordedSchema), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => countVisitors(shop, c.get("who"), command)), 200);
    });
