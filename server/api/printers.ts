// Routes of printers, and of which till's papers go to which.
import { z } from "@hono/zod-openapi";
import { changePrinter, createPrinter, listPrinters, setTillPrinter } from "#domain/printers";
import type { Shop } from "#domain/shop";
import { printerIdSchema, tillIdSchema } from "#rules/ids";
import { changePrinterSchema, newPrinterSchema, printerViewSchema, tillPrinterSchema } from "#rules/prints";
import { get, idParam, post, putTo, routes } from "./routes.ts";

const printerSaved = z.object({ printerId: printerIdSchema });
const tillSaved = z.object({ tillId: tillIdSchema });

export const printers = (shop: Shop) =>
  routes()
    .openapi(get("/printers", "print", z.object({ printers: z.array(printerViewSchema) })), (c) =>
      c.json({ printers: listPrinters(shop) }, 200),
    )
    .openapi(post("/printers", "manage_printers", newPrinterSchema, printerSaved), async (c) => {
      const command = c.req.valid("json");
      return c.json(await shop.book.soon(() => createPrinter(shop, c.get("who"), command)), 200);
    })
    .openapi(
      putTo(
        "/printers/{printerId}",
        "manage_printers",
        idParam("printerId", printerIdSchema),
        changePrinterSchema,
        printerSaved,
      ),
      async (c) => {
        const command = { ...c.req.valid("json"), ...c.req.valid("param") };
        return c.json(await shop.book.soon(() => changePrinter(shop, c.get("who"), command)), 200);
      },
    )
    .openapi(
      putTo(
        "/tills/{tillId}/printer",
        "manage_printers",
        idParam("tillId", tillIdSchema),
        tillPrinterSchema,
        tillSaved,
      ),
      async (c) => {
        const command = { ...c.req.valid("json"), ...c.req.valid("param") };
        return c.json(await shop.book.soon(() => setTillPrinter(shop, c.get("who"), command)), 200);
      },
    );
