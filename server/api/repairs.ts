// Routes of the repair list: what waits, each way of settling a held act, and gaps that are explained.
import { z } from "@hono/zod-openapi";
import { repairsView } from "#domain/repair-views";
import {
  acceptRepair,
  explainGap,
  judgeHeld,
  repairsWaiting,
  retryRepair,
  setRepairAside,
} from "#domain/repairs";
import type { Shop } from "#domain/shop";
import { actIdSchema } from "#rules/ids";
import {
  acceptRepairSchema,
  explainGapSchema,
  repairSettledSchema,
  repairsViewSchema,
  repairsWaitingSchema,
  retryRepairSchema,
  setRepairAsideSchema,
} from "#rules/repairs";
import { get, postTo, routes } from "./routes.ts";

const repairParam = z.object({ repairId: actIdSchema });
const gapParam = z.object({ gapId: actIdSchema });

/** `POST /repairs/{repairId}/<way>`. */
const settle = <W extends string, B extends z.ZodType>(way: W, command: B) =>
  postTo(`/repairs/{repairId}/${way}`, "settle_repairs", repairParam, command, repairSettledSchema);

export const repairs = (shop: Shop) =>
  routes()
    .openapi(get("/repairs", "see_repairs", repairsViewSchema), (c) =>
      c.json(repairsView(shop, c.get("who")), 200),
    )
    .openapi(get("/repairs/waiting", "see_repairs", repairsWaitingSchema), (c) =>
      c.json(repairsWaiting(shop), 200),
    )
    .openapi(settle("retry", retryRepairSchema), async (c) => {
      const command = { ...c.req.valid("json"), ...c.req.valid("param") };
      await judgeHeld(shop, command.repairId);
      return c.json(await shop.book.soon(() => retryRepair(shop, c.get("who"), command)), 200);
    })
    .openapi(settle("accept", acceptRepairSchema), async (c) => {
      const command = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await shop.book.soon(() => acceptRepair(shop, c.get("who"), command)), 200);
    })
    .openapi(settle("set-aside", setRepairAsideSchema), async (c) => {
      const command = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await shop.book.soon(() => setRepairAside(shop, c.get("who"), command)), 200);
    })
    .openapi(
      postTo(
        "/till-gaps/{gapId}/explain",
        "settle_repairs",
        gapParam,
        explainGapSchema,
        z.object({ gapId: actIdSchema }),
      ),
      async (c) => {
        const command = { ...c.req.valid("json"), ...c.req.valid("param") };
        return c.json(await shop.book.soon(() => explainGap(shop, c.get("who"), command)), 200);
      },
    );
