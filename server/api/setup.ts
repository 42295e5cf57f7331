// Routes of the first run: one's own centre, a practice shop, the first manager of an imported book, and the end of practice.

import { fileURLToPath } from "node:url";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { setUp, setUpManager } from "#domain/centre";
import { endPractice, importPractice } from "#domain/practice";
import { sessionOf, signIn } from "#domain/sessions";
import type { Shop } from "#domain/shop";
import { readRecordFolder } from "#papers/record-folder";
import { firstManagerSchema, setUpSchema } from "#rules/centre";
import { actIdSchema } from "#rules/ids";
import { sessionSchema } from "#rules/session";
import { post, routes } from "./routes.ts";
import { dropStaffToken, keepStaffToken } from "./who.ts";

const practiceFolder = fileURLToPath(new URL("../practice/kartini", import.meta.url));

export const setup = (shop: Shop) => {
  /** Signs in with the PIN itself: a set-up that is sent again later opens nothing with a PIN that has since been changed. */
  const welcome = async (c: Context, staffId: number, pin: string) => {
    const token = await signIn(shop, staffId, pin);
    keepStaffToken(c, token);
    return sessionOf(shop, token);
  };
  return routes()
    .openapi(post("/setup", "open", setUpSchema, sessionSchema), async (c) => {
      const command = c.req.valid("json");
      const { staffId } = await setUp(shop, command);
      return c.json(await welcome(c, staffId, command.manager.pin), 200);
    })
    .openapi(post("/setup/practice", "open", firstManagerSchema, sessionSchema), async (c) => {
      const { staffId } = await importPractice(
        shop,
        await readRecordFolder(practiceFolder),
        c.req.valid("json"),
      );
      return c.json(await welcome(c, staffId, c.req.valid("json").pin), 200);
    })
    .openapi(post("/setup/manager", "open", firstManagerSchema, sessionSchema), async (c) => {
      const command = c.req.valid("json");
      const { staffId } = await setUpManager(shop, command);
      return c.json(await welcome(c, staffId, command.pin), 200);
    })
    .openapi(
      post("/setup/end-practice", "manage_settings", z.object({ id: actIdSchema }), sessionSchema),
      async (c) => {
        await endPractice(shop);
        dropStaffToken(c);
        return c.json(sessionOf(shop, null), 200);
      },
    );
};
