// Routes of refunds: what one would do, and doing it.
import { previewRefund, recordRefund } from "#domain/refunds";
import type { Shop } from "#domain/shop";
import { refundCommandSchema, refundRecordedSchema } from "#rules/refund";
import { refundPreviewSchema } from "#rules/sale-view";
import { post, routes } from "./routes.ts";

export const refunds = (shop: Shop) =>
  routes()
    .openapi(post("/refunds", "refund", refundCommandSchema, refundRecordedSchema), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => recordRefund(shop, c.get("who"), command)), 200);
    })
    .openapi(post("/refunds/preview", "refund", refundCommandSchema, refundPreviewSchema), (c) =>
      c.json(previewRefund(shop, c.get("who"), c.req.valid("json")), 200),
    );
