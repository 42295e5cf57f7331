// Routes of QRIS: the codes that customers scan, and the payments that wait for their notification.
import { z } from "@hono/zod-openapi";
import { qrisCodes, setQrisCode } from "#domain/qris-codes";
import { confirmQris, unconfirmedPayments } from "#domain/qris-payments";
import type { Shop } from "#domain/shop";
import { saleIdSchema } from "#rules/ids";
import { confirmQrisSchema, qrisCodeSchema, setQrisCodeSchema, unconfirmedSchema } from "#rules/qris-codes";
import { get, post, put, routes } from "./routes.ts";

const codes = z.object({ codes: z.array(qrisCodeSchema) });
const codeSet = z.object({ code: qrisCodeSchema.nullable() });
const waiting = z.object({ payments: z.array(unconfirmedSchema) });
const confirmed = z.object({ saleId: saleIdSchema, position: z.int() });

export const qris = (shop: Shop) =>
  routes()
    .openapi(get("/qris-codes", "see_settings", codes), (c) => c.json({ codes: qrisCodes(shop) }, 200))
    .openapi(put("/qris-codes", "manage_settings", setQrisCodeSchema, codeSet), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => setQrisCode(shop, c.get("who"), command)), 200);
    })
    .openapi(get("/qris-payments", "see_sales", waiting), (c) =>
      c.json({ payments: unconfirmedPayments(shop) }, 200),
    )
    .openapi(post("/qris-payments/confirm", "confirm_qris", confirmQrisSchema, confirmed), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => confirmQris(shop, c.get("who"), command)), 200);
    });
