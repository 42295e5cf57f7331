// Routes of makers: the list with what each is owed, a statement, and the card for their own page.
import { z } from "@hono/zod-openapi";
import { changeMaker, createMaker, giveCard, listMakers } from "#domain/makers";
import type { Shop } from "#domain/shop";
import { statement } from "#domain/statements";
import { makerIdSchema } from "#rules/ids";
import { changeMakerSchema, makerCardSchema, newMakerSchema } from "#rules/makers";
import { makerRowSchema, statementSchema } from "#rules/statement";
import { get, getOne, idParam, post, postTo, putTo, routes } from "./routes.ts";

const makerId = idParam("makerId", makerIdSchema);
const changed = z.object({ makerId: makerIdSchema });

export const makers = (shop: Shop) =>
  routes()
    .openapi(get("/makers", "see_makers", z.object({ makers: z.array(makerRowSchema) })), (c) =>
      c.json({ makers: listMakers(shop) }, 200),
    )
    .openapi(getOne("/makers/{makerId}", "see_makers", makerId, statementSchema), async (c) =>
      c.json(await statement(shop, c.req.valid("param").makerId), 200),
    )
    .openapi(post("/makers", "manage_makers", newMakerSchema, changed), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => createMaker(shop, c.get("who"), command)), 200);
    })
    .openapi(putTo("/makers/{makerId}", "manage_makers", makerId, changeMakerSchema, changed), async (c) => {
      const command = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await shop.book.soon(() => changeMaker(shop, c.get("who"), command)), 200);
    })
    .openapi(
      postTo(
        "/makers/{makerId}/card",
        "manage_makers",
        makerId,
        makerCardSchema,
        z.object({ cardCode: z.string() }),
      ),
      async (c) =>
        c.json(await giveCard(shop, c.get("who"), { ...c.req.valid("json"), ...c.req.valid("param") }), 200),
    );
