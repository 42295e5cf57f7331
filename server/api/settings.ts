// Routes of what a centre may change: its facts, stalls, visitor areas, people and money; and the check of the book.
import { z } from "@hono/zod-openapi";
import { chainHead } from "#domain/acts";
import {
  changeArea,
  changeSettings,
  changeStall,
  createArea,
  createStall,
  settings as settingsOf,
} from "#domain/centre";
import { stalls } from "#domain/products";
import type { Shop } from "#domain/shop";
import { changeStaff, createStaff, listStaff } from "#domain/staff";
import { taxChanges } from "#domain/taxes";
import { IMPORT_TILL } from "#domain/tills";
import { areas } from "#domain/visits";
import { stallViewSchema } from "#rules/catalogue";
import {
  centreSchema,
  changeAreaSchema,
  changeSettingsSchema,
  changeStaffSchema,
  changeStallSchema,
  newAreaSchema,
  newStaffSchema,
  newStallSchema,
  settingsSchema,
  staffViewSchema,
} from "#rules/centre";
import { areaIdSchema, type StaffId, type StallId, staffIdSchema, stallIdSchema } from "#rules/ids";
import { taxChangeSchema } from "#rules/tax";
import { get, idParam, post, put, putTo, routes } from "./routes.ts";

const view = z.object({
  settings: settingsSchema,
  centre: centreSchema.extend({ bpsCode: z.string() }),
  stalls: z.array(stallViewSchema),
  taxes: z.array(taxChangeSchema),
  areas: z.array(z.object({ areaId: areaIdSchema, name: z.string(), active: z.boolean() })),
});
const audited = z.object({
  promises: z.array(z.object({ name: z.string(), broken: z.int(), examples: z.array(z.string()) })),
  acts: z.int(),
  head: z.string(),
});
const stallChanged = z.object({ stallId: stallIdSchema });
const areaChanged = z.object({ areaId: areaIdSchema });
const staffChanged = z.object({ staffId: z.int() });

export const settings = (shop: Shop) =>
  routes()
    .openapi(get("/settings", "see_settings", view), (c) =>
      c.json({ ...settingsOf(shop), stalls: stalls(shop), taxes: taxChanges(shop), areas: areas(shop) }, 200),
    )
    .openapi(put("/settings", "manage_settings", changeSettingsSchema, z.object({})), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => changeSettings(shop, c.get("who"), command)), 200);
    })
    .openapi(post("/stalls", "manage_settings", newStallSchema, stallChanged), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => createStall(shop, c.get("who"), command)), 200);
    })
    .openapi(
      putTo(
        "/stalls/{stallId}",
        "manage_settings",
        idParam("stallId", stallIdSchema),
        changeStallSchema,
        stallChanged,
      ),
      async (c) => {
        const command = { ...c.req.valid("json"), ...c.req.valid("param") };
        return c.json(await shop.book.soon(() => changeStall(shop, c.get("who"), command)), 200);
      },
    )
    .openapi(post("/areas", "manage_settings", newAreaSchema, areaChanged), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => createArea(shop, c.get("who"), command)), 200);
    })
    .openapi(
      putTo(
        "/areas/{areaId}",
        "manage_settings",
        idParam("areaId", areaIdSchema),
        changeAreaSchema,
        areaChanged,
      ),
      async (c) => {
        const command = { ...c.req.valid("json"), ...c.req.valid("param") };
        return c.json(await shop.book.soon(() => changeArea(shop, c.get("who"), command)), 200);
      },
    )
    .openapi(get("/staff", "see_staff", z.object({ staff: z.array(staffViewSchema) })), (c) =>
      c.json({ staff: staffRows(shop) }, 200),
    )
    .openapi(post("/staff", "manage_staff", newStaffSchema, staffChanged), async (c) =>
      c.json(await createStaff(shop, c.get("who"), c.req.valid("json")), 200),
    )
    .openapi(
      putTo(
        "/staff/{staffId}",
        "manage_staff",
        idParam("staffId", staffIdSchema),
        changeStaffSchema,
        staffChanged,
      ),
      async (c) =>
        c.json(
          await changeStaff(shop, c.get("who"), { ...c.req.valid("json"), ...c.req.valid("param") }),
          200,
        ),
    )
    .openapi(get("/audit", "audit", audited), async (c) =>
      c.json({ promises: await shop.book.reader.read("audit", {}), ...chainHead(shop) }, 200),
    );

function staffRows(shop: Shop): z.output<typeof staffViewSchema>[] {
  return listStaff(shop)
    .filter((person) => person.code !== IMPORT_TILL)
    .map(({ id, name, roles, stallIds, active, hasPin }) => ({
      staffId: id as StaffId,
      name,
      roles,
      stallIds: (stallIds ?? []) as StallId[],
      active,
      hasPin,
    }));
}
