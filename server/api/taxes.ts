// Routes of the stalls' taxes.
import { z } from "@hono/zod-openapi";
import type { Shop } from "#domain/shop";
import { setTax } from "#domain/taxes";
import { stallIdSchema } from "#rules/ids";
import { setTaxSchema } from "#rules/tax";
import { idParam, putTo, routes } from "./routes.ts";

export const taxes = (shop: Shop) =>
  routes().openapi(
    putTo(
      "/stalls/{stallId}/tax",
      "manage_settings",
      idParam("stallId", stallIdSchema),
      setTaxSchema,
      z.object({ stallId: stallIdSchema }),
    ),
    async (c) => {
      const command = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await shop.book.soon(() => setTax(shop, c.get("who"), command)), 200);
    },
  );
