// Route of a till's queue: its next acts, in order, each answered.
import { createRoute } from "@hono/zod-openapi";
import type { Shop } from "#domain/shop";
import { sendTillActs } from "#domain/till-acts";
import { tillIdSchema } from "#rules/ids";
import { actsSentSchema, sendActsSchema } from "#rules/till-acts";
import { idParam, postTo, routes } from "./routes.ts";
import { mustBeSignedIn } from "./who.ts";

export const tillActs = (shop: Shop) =>
  routes().openapi(
    createRoute({
      ...postTo(
        "/tills/{tillId}/acts",
        "open",
        idParam("tillId", tillIdSchema),
        sendActsSchema,
        actsSentSchema,
      ),
      middleware: [mustBeSignedIn] as const,
      "x-right": "signed_in",
    }),
    async (c) => {
      const { tillId } = c.req.valid("param");
      return c.json(await sendTillActs(shop, c.get("who"), tillId, c.req.valid("json")), 200);
    },
  );
