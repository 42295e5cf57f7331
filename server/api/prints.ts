// Routes of prints: asking for a paper, how far it is, sending it again; and opening a drawer without a sale.
import { z } from "@hono/zod-openapi";
import { openDrawer } from "#domain/drawer-openings";
import { listPrints, printAnswer, printPaper, retryPrint } from "#domain/prints";
import type { Shop } from "#domain/shop";
import { actIdSchema, tillIdSchema } from "#rules/ids";
import { printAnswerSchema, printCommandSchema, printJobSchema, retryPrintSchema } from "#rules/prints";
import { openDrawerSchema } from "#rules/shift";
import { getOne, getWith, idParam, post, postTo, routes } from "./routes.ts";

const asked = z.object({
  ...idParam("tillId", tillIdSchema).partial().shape,
  limit: z.coerce.number<string>().pipe(z.int().min(1).max(200)).default(20),
});
const printId = z.object({ printId: actIdSchema });

export const prints = (shop: Shop) =>
  routes()
    .openapi(post("/prints", "print", printCommandSchema, printAnswerSchema), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => printPaper(shop, c.get("who"), command)), 200);
    })
    .openapi(getWith("/prints", "print", asked, z.object({ jobs: z.array(printJobSchema) })), (c) => {
      const { tillId, limit } = c.req.valid("query");
      return c.json({ jobs: listPrints(shop, tillId, limit) }, 200);
    })
    .openapi(getOne("/prints/{printId}", "print", printId, printAnswerSchema), (c) =>
      c.json(printAnswer(shop, c.get("who"), c.req.valid("param").printId), 200),
    )
    .openapi(
      postTo("/prints/{printId}/retry", "print", printId, retryPrintSchema, printJobSchema),
      async (c) => {
        const command = { ...c.req.valid("json"), ...c.req.valid("param") };
        return c.json(await shop.book.soon(() => retryPrint(shop, c.get("who"), command)), 200);
      },
    )
    .openapi(
      post("/drawer-openings", "open_drawer", openDrawerSchema, z.object({ id: actIdSchema })),
      async (c) => {
        const command = c.req.valid("json");
        return c.json(await shop.book.soon(() => openDrawer(shop, c.get("who"), command)), 200);
      },
    );
