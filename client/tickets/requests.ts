// Asks the server for a stall's orders, and tells it which are ready.
import { catalogueSchema } from "#rules/catalogue";
import { type ServeTicket, ticketSchema, ticketsSchema } from "#rules/tickets";
import { answerOf, api } from "../api.ts";

export const readTickets = (stallId: number) =>
  answerOf(ticketsSchema, api.tickets.$get({ query: { stallId: String(stallId) } }));

export const serveTicket = (json: ServeTicket) =>
  answerOf(
    ticketSchema,
    api.tickets[":ticketId"].serve.$post({ param: { ticketId: String(json.ticketId) }, json }),
  );

export const readStalls = async () => (await answerOf(catalogueSchema, api.catalogue.$get())).stalls;
