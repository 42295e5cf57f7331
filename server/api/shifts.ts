// Routes of tills and their shifts.
import { z } from "@hono/zod-openapi";
import { shiftReport } from "#domain/shift-reports";
import { listShifts, shiftView } from "#domain/shift-views";
import { closeShift, countShift, openShift } from "#domain/shifts";
import type { Shop } from "#domain/shop";
import { createTill, listTills, resumeTill, tillView } from "#domain/tills";
import { newTillSchema, resumeTillSchema } from "#rules/centre";
import { momentSchema, shiftIdSchema, tillIdSchema } from "#rules/ids";
import {
  closeShiftCommandSchema,
  countShiftSchema,
  openShiftCommandSchema,
  shiftCountedSchema,
  shiftReportSchema,
  shiftViewSchema,
  tillViewSchema,
} from "#rules/shift";
import { get, getOne, getWith, idParam, post, postTo, routes } from "./routes.ts";

const shiftId = z.object({ shiftId: shiftIdSchema });
const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.coerce.number<string>().pipe(momentSchema).optional(),
});

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
    .openapi(
      postTo(
        "/tills/{tillId}/resume",
        "manage_tills",
        idParam("tillId", tillIdSchema),
        resumeTillSchema,
        tillViewSchema,
      ),
      async (c) => {
        const command = { ...c.req.valid("json"), ...c.req.valid("param") };
        return c.json(await shop.book.soon(() => resumeTill(shop, c.get("who"), command)), 200);
      },
    )
    .openapi(post("/shifts", "run_shift", openShiftCommandSchema, shiftViewSchema), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => openShift(shop, c.get("who"), command)), 200);
    })
    .openapi(
      getWith("/shifts", "see_shift", listQuery, z.object({ shifts: z.array(shiftViewSchema) })),
      (c) => c.json({ shifts: listShifts(shop, c.req.valid("query")) }, 200),
    )
    .openapi(getOne("/shifts/{shiftId}", "see_shift", shiftId, shiftViewSchema), (c) =>
      c.json(shiftView(shop, c.req.valid("param").shiftId), 200),
    )
    .openapi(getOne("/shifts/{shiftId}/report", "see_shift", shiftId, shiftReportSchema), (c) =>
      c.json(shiftReport(shop, c.get("who"), c.req.valid("param").shiftId), 200),
    )
    .openapi(
      postTo("/shifts/{shiftId}/count", "run_shift", shiftId, countShiftSchema, shiftCountedSchema),
      async (c) => {
        const command = { ...c.req.valid("json"), ...c.req.valid("param") };
        return c.json(await shop.book.soon(() => countShift(shop, c.get("who"), command)), 200);
      },
    )
    .openapi(
      postTo("/shifts/{shiftId}/close", "run_shift", shiftId, closeShiftCommandSchema, shiftViewSchema),
      async (c) => {
        const command = { ...c.req.valid("json"), ...c.req.valid("param") };
        return c.json(await shop.book.soon(() => closeShift(shop, c.get("who"), command)), 200);
      },
    );
