// Routes of a maker's own page: in with card and PIN, one's own statement and nobody else's.
import { createRoute, z } from "@hono/zod-openapi";
import { signInMaker, signOut } from "#domain/sessions";
import type { Shop } from "#domain/shop";
import { statement } from "#domain/statements";
import type { MakerId } from "#rules/ids";
import { cardCodeSchema } from "#rules/makers";
import { cardSessionSchema, makerSessionSchema } from "#rules/session";
import { statementSchema } from "#rules/statement";
import { get, post, routes } from "./routes.ts";
import { cardToken, dropCardToken, keepCardToken, mustHoldCard } from "./who.ts";

const cardIn = cardSessionSchema.extend({ cardCode: cardCodeSchema });

export const myMoney = (shop: Shop) =>
  routes()
    .openapi(post("/my-money/session", "open", cardIn, makerSessionSchema), async (c) => {
      const { cardCode, pin } = c.req.valid("json");
      const { token, makerId, name } = await signInMaker(shop, cardCode, pin, cardToken(c));
      keepCardToken(c, token);
      return c.json({ makerId: makerId as MakerId, name }, 200);
    })
    .openapi(
      createRoute({
        method: "delete",
        path: "/my-money/session",
        "x-right": "own_page",
        responses: {
          200: {
            description: "Signed out",
            content: { "application/json": { schema: z.object({ ok: z.literal(true) }) } },
          },
        },
      }),
      (c) => {
        signOut(shop, cardToken(c));
        dropCardToken(c);
        return c.json({ ok: true as const }, 200);
      },
    )
    .openapi(
      createRoute({
        ...get("/my-money", "open", statementSchema),
        middleware: [mustHoldCard] as const,
        "x-right": "own_page",
      }),
      async (c) => c.json(await statement(shop, c.get("makerId")), 200),
    );
