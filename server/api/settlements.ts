// Routes of settlement: how the provider's file is written, a file brought in, and a day laid beside the book.
import { z } from "@hono/zod-openapi";
import { importSettlement, setSettlementFormat, settlementDay, settlementFormat } from "#domain/settlements";
import type { Shop } from "#domain/shop";
import { settlementTable } from "#papers/settlement-file";
import { daySchema } from "#rules/business-day";
import {
  importSettlementSchema,
  setFormatSchema,
  settlementDaySchema,
  settlementFormatSchema,
  settlementImportedSchema,
} from "#rules/settlements";
import { get, getWith, post, put, routes } from "./routes.ts";

const known = z.object({ format: settlementFormatSchema.nullable() });
const done = z.object({ ok: z.literal(true) });
const ofDay = z.object({ day: daySchema.optional() });

export const settlements = (shop: Shop) =>
  routes()
    .openapi(get("/settlements/format", "see_settlements", known), (c) =>
      c.json({ format: settlementFormat(shop) }, 200),
    )
    .openapi(put("/settlements/format", "match_settlements", setFormatSchema, done), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => setSettlementFormat(shop, c.get("who"), command)), 200);
    })
    .openapi(
      post("/settlements", "match_settlements", importSettlementSchema, settlementImportedSchema),
      async (c) => {
        const command = c.req.valid("json");
        const table = settlementTable(command.text, settlementFormat(shop)?.separator ?? ",");
        return c.json(await shop.book.soon(() => importSettlement(shop, c.get("who"), command, table)), 200);
      },
    )
    .openapi(getWith("/settlements", "see_settlements", ofDay, settlementDaySchema), (c) =>
      c.json(settlementDay(shop, c.req.valid("query").day), 200),
    );
