// Order tickets: a sale makes one for each stall that hears of orders; the stall says when it is ready.
import { centreQueries } from "#db/queries/centre";
import { ticketQueries } from "#db/queries/tickets";
import { businessDay, type Day } from "#rules/business-day";
import type { PrinterId, StallId, TicketId } from "#rules/ids";
import { refuse } from "#rules/refusal";
import type { ServeTicket, StallTickets, Ticket } from "#rules/tickets";
import { perform } from "./acts.ts";
import { centreOf, handles, requireStall, type Shop, type Who } from "./shop.ts";

export interface Ordered {
  readonly saleId: string;
  readonly businessDay: Day;
  readonly soldAtMs: number;
  readonly lines: readonly { readonly stallId: number }[];
}

export interface MadeTickets {
  /** What the chain keeps of them. */
  readonly made: readonly { readonly stall: string; readonly number: number }[];
  /** For their stalls' printers, once the sale is saved. */
  readonly toPrint: readonly TicketId[];
}

const NONE: MadeTickets = { made: [], toPrint: [] };

/** An order that reached the server later than this was made without its ticket: paper now would have it made twice (P4). */
const STALE_MS = 15 * 60 * 1000;

/** Makes the tickets of a sale inside its own write; where no stall hears of orders this costs nothing. */
export function makeTickets(shop: Shop, { saleId, businessDay: day, soldAtMs, lines }: Ordered): MadeTickets {
  const queries = shop.book.statements(ticketQueries);
  const hearing = shop.book.recall("stalls with tickets", () => queries.stallsWithTickets.all());
  const told = hearing.filter((stall) => lines.some((line) => line.stallId === stall.id));
  if (told.length === 0) return NONE;
  const fresh = shop.now() - soldAtMs < STALE_MS;
  const made = told.map(({ id: stallId, code, tickets }) => {
    const number = (queries.lastNumber.get({ stallId, day })?.number ?? 0) + 1;
    const ticketId = queries.insert({ saleId, stallId, businessDay: day, number }) as TicketId;
    return { stall: code, number, ticketId, prints: tickets === "printer" && fresh };
  });
  return {
    made: made.map(({ stall, number }) => ({ stall, number })),
    toPrint: made.filter((ticket) => ticket.prints).map((ticket) => ticket.ticketId),
  };
}

/** A ticket with its stall's printer; refuses `unknown_ticket`. */
export function ticketById(shop: Shop, ticketId: number): Ticket & { readonly printerId: PrinterId | null } {
  const queries = shop.book.statements(ticketQueries);
  const row = queries.byId.get({ id: ticketId }) ?? refuse("unknown_ticket");
  const lines = queries.lines.all({ saleId: row.saleId, stallId: row.stallId });
  const event = queries.lastEvent.get({ ticketId });
  const gone = lines.every((line) => line.refundedMilli >= line.quantityMilli);
  return {
    ticketId: row.id as TicketId,
    number: row.number,
    stallId: row.stallId as StallId,
    stall: row.stall,
    receiptNumber: row.receiptNumber,
    orderedAtMs: row.orderedAtMs,
    cashier: row.cashier,
    lines,
    state: gone ? "cancelled" : event?.ready ? "ready" : "waiting",
    readyAtMs: event?.ready ? event.atMs : null,
    printerId: row.printerId as PrinterId | null,
  };
}

/** Today's tickets of a stall, or of every stall that is theirs: those that wait first, the oldest of them first. */
export function listTickets(
  shop: Shop,
  who: Who,
  stallId: StallId | undefined,
): { tickets: Ticket[]; asOfMs: number } {
  const asOfMs = shop.now();
  const day = businessDay(asOfMs, centreOf(shop).timeZone);
  const { ofDay, ofDayAndStall } = shop.book.statements(ticketQueries);
  const rows = stallId === undefined ? ofDay.all({ day }) : ofDayAndStall.all({ day, stallId });
  const tickets = rows
    .map(({ id }) => withoutPrinter(ticketById(shop, id)))
    .filter((ticket) => handles(who, ticket.stallId))
    .toSorted((a, b) => order[a.state] - order[b.state] || a.orderedAtMs - b.orderedAtMs);
  return { tickets, asOfMs };
}

const order: Record<Ticket["state"], number> = { waiting: 0, ready: 1, cancelled: 2 };

function withoutPrinter({ printerId: _printer, ...ticket }: ReturnType<typeof ticketById>): Ticket {
  return ticket;
}

/** Says that an order is ready, or that it is not after all; refuses `unknown_ticket`, and `not_your_stall`. */
export function serveTicket(shop: Shop, who: Who, command: ServeTicket): Ticket {
  const { id, ticketId, ready } = command;
  const atMs = shop.now();
  return perform(shop, { kind: "ticket_served", command, who, atMs }, () => {
    const queries = shop.book.statements(ticketQueries);
    const {
      number,
      businessDay: day,
      stallId,
      stallCode,
    } = queries.byId.get({ id: ticketId }) ?? refuse("unknown_ticket");
    requireStall(who, stallId, stallCode);
    queries.insertEvent({ id, ticketId, ready, atMs, by: who.staffId });
    return {
      facts: { stall: stallCode, day, ticket: number, ready },
      answer: () => withoutPrinter(ticketById(shop, ticketId)),
    };
  });
}

/** Says how a stall hears of orders; refuses `unknown_stall`, and `unknown_printer` where it is to print on none. */
export function setStallTickets(shop: Shop, who: Who, command: StallTickets): { stallId: StallId } {
  return perform(shop, { kind: "stall_tickets_set", command, who, atMs: shop.now() }, () => {
    const { stallId, tickets } = command;
    const stall =
      shop.book.statements(centreQueries).stallById.get({ id: stallId }) ?? refuse("unknown_stall");
    const queries = shop.book.statements(ticketQueries);
    const printerId = tickets === "printer" ? (command.printerId ?? refuse("unknown_printer")) : null;
    const printer =
      printerId === null ? null : (queries.printer.get({ id: printerId }) ?? refuse("unknown_printer"));
    queries.setStall(stallId, { tickets, printerId });
    return {
      facts: { stall: stall.code, tickets, printer: printer?.name ?? null },
      answer: () => ({ stallId }),
    };
  });
}
