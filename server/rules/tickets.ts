// Order tickets: what a sale asks a stall to make, until it is ready.
import { z } from "zod";
import { actIdSchema, printerIdSchema, stallIdSchema, ticketIdSchema } from "./ids.ts";

/** How a stall hears of orders: not at all, on its screen, or on its printer (and its screen). */
export const TICKET_WAYS = ["none", "screen", "printer"] as const;

export const stallTicketsSchema = z.object({
  id: actIdSchema,
  stallId: stallIdSchema,
  tickets: z.enum(TICKET_WAYS),
  printerId: printerIdSchema.nullable(),
});
export type StallTickets = z.infer<typeof stallTicketsSchema>;

export const ticketSchema = z.object({
  ticketId: ticketIdSchema,
  /** The day's how-manieth ticket of its stall: what is called out. */
  number: z.int(),
  stallId: stallIdSchema,
  stall: z.string(),
  receiptNumber: z.string(),
  orderedAtMs: z.int(),
  cashier: z.string(),
  lines: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      quantityMilli: z.int(),
      /** How much of it was taken back since. */
      refundedMilli: z.int(),
      note: z.string().nullable(),
    }),
  ),
  /** `cancelled` once everything on it was taken back. */
  state: z.enum(["waiting", "ready", "cancelled"]),
  readyAtMs: z.int().nullable(),
});
export type Ticket = z.infer<typeof ticketSchema>;

/** GET /tickets?stallId: today's, waiting ones first, oldest first. */
export const ticketsSchema = z.object({ tickets: z.array(ticketSchema), asOfMs: z.int() });

/** Ready, or not ready after all (undo). */
export const serveTicketSchema = z.object({
  id: actIdSchema,
  ticketId: ticketIdSchema,
  ready: z.boolean(),
});
export type ServeTicket = z.infer<typeof serveTicketSchema>;
