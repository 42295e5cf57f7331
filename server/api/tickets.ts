// Routes of order tickets: a stall's screen, ready and not ready, and how a stall hears of orders.
import { z } from "@hono/zod-openapi";
import type { Shop } from "#domain/shop";
import { listTickets, serveTicket, setStallTickets } from "#domain/tickets";
import { stallIdSchema, ticketIdSchema } from "#rules/ids";
import { serveTicketSchema, stallTicketsSchema, ticketSchema, ticketsSchema } from "#rules/tickets";
import { getWith, idParam, postTo, putTo, routes } from "./routes.ts";

const ofStall = idParam("stallId", stallIdSchema).partial();
const stallChanged = z.object({ stallId: stallIdSchema });

export const tickets = (shop: Shop) =>
  routes()
    .openapi(getWith("/tickets", "see_tickets", ofStall, ticketsSchema), (c) =>
      c.json(listTickets(shop, c.get("who"), c.req.valid("query").stallId), 200),
    )
    .openapi(
      postTo(
        "/tickets/{ticketId}/serve",
        "serve_tickets",
        idParam("ticketId", ticketIdSchema),
        serveTicketSchema,
        ticketSchema,
      ),
      async (c) => {
        const command = { ...c.req.valid("json"), ...c.req.valid("param") };
        return c.json(await shop.book.soon(() => serveTicket(shop, c.get("who"), command)), 200);
      },
    )
    .openapi(
      putTo(
        "/stalls/{stallId}/tickets",
        "manage_settings",
        idParam("stallId", stallIdSchema),
        stallTicketsSchema,
        stallChanged,
      ),
      async (c) => {
        const command = { ...c.req.valid("json"), ...c.req.valid("param") };
        return c.json(await shop.book.soon(() => setStallTickets(shop, c.get("who"), command)), 200);
      },
    );
