// Routes of tills and their shifts.
import { z } from "@hono/zod-openapi";
import { closeShift, openShift, shiftView } from "#domain/shifts";
import type { Shop } from "#domain/shop";
import { createTill, listTills, tillView } from "#domain/tills";
import { newTillSchema } from "#rules/centre";
import { shiftIdSchema, tillIdSchema } from "#rules/ids";
import {
  closeShiftCommandSchema,
  openShiftCommandSchema,
  shiftViewSchema,
  tillViewSchema,
} from "#rules/shift";
import { get, getOne, idParam, post, postTo, routes } from "./routes.ts";

const shiftId = z.object({ shiftId: shiftIdSchema });

export const shifts = (shop: Shop) =>
  routes()
    .openapi(get("/tills", "see_shift", z.object({ tills: z.array(tillViewSchema) })), (c) =>
      c.json({ tills: listTills(shop) }, 200),
    )
    .openapi(getOne("/tills/{tillId}", "see_shift", idParam("tillId", tillIdSchema), tillViewSchema), (c) =>
      c.json(tillView(shop, c.req.valid("param").tillId), 200),
    )
    .openapi(post("/tills", "manage_tills", newTillSchema, tillViewSchema), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => createTill(shop, c.get("who"), command)), 200);
    })
    .openapi(post("/shifts", "run_shift", openShiftCommandSchema, shiftViewSchema), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => openShift(shop, c.get("who"), command)), 200);
    })
    .openapi(getOne("/shifts/{shiftId}", "see_shift", shiftId, shiftViewSchema), (c) =>
      c.json(shiftView(shop, c.req.valid("param").shiftId), 200),
    )
    .openapi(
      postTo("/shifts/{shiftId}/close", "run_shift", shiftId, closeShiftCommandSchema, shiftViewSchema),
      async (c) => {
        const command = { ...c.req.valid("json"), ...c.req.valid("param") };
        return c.json(await shop.book.soon(() => closeShift(shop, c.get("who"), command)), 200);
      },
    );
