// Routes of payouts: what one would do, doing it, its receipt, and taking it back.
import { z } from "@hono/zod-openapi";
import { payoutView, previewPayout, recordPayout, reversePayout } from "#domain/payouts";
import type { Shop } from "#domain/shop";
import { payoutIdSchema } from "#rules/ids";
import { payoutCommandSchema, payoutRecordedSchema, reversePayoutSchema } from "#rules/payout";
import { payoutPreviewSchema, payoutViewSchema } from "#rules/statement";
import { getOne, post, postTo, routes } from "./routes.ts";

const payoutId = z.object({ payoutId: payoutIdSchema });

export const payouts = (shop: Shop) =>
  routes()
    .openapi(post("/payouts/preview", "pay_out", payoutCommandSchema, payoutPreviewSchema), (c) =>
      c.json(previewPayout(shop, c.get("who"), c.req.valid("json")), 200),
    )
    .openapi(post("/payouts", "pay_out", payoutCommandSchema, payoutRecordedSchema), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => recordPayout(shop, c.get("who"), command)), 200);
    })
    .openapi(getOne("/payouts/{payoutId}", "see_makers", payoutId, payoutViewSchema), (c) =>
      c.json(payoutView(shop, c.req.valid("param").payoutId), 200),
    )
    .openapi(
      postTo("/payouts/{payoutId}/reverse", "pay_out", payoutId, reversePayoutSchema, payoutViewSchema),
      async (c) => {
        const command = { ...c.req.valid("json"), ...c.req.valid("param") };
        return c.json(await shop.book.soon(() => reversePayout(shop, c.get("who"), command)), 200);
      },
    );
