// Papers without money: an order ticket for whoever makes it, and a printer's test page.
import { formatMoment } from "./business-day.ts";
import type { Letterhead, Paper, PaperColumns, PaperRow } from "./paper.ts";
import {
  centredStrong,
  fact,
  headOf,
  marked,
  marksOf,
  type PaperSetting,
  RULE,
  said,
  stressed,
  titled,
} from "./paper-rows.ts";
import { paperWords } from "./paper-words.ts";
import { formatQuantity } from "./quantity.ts";
import type { Ticket } from "./tickets.ts";

/** What a stall is asked to make: its number large, no prices. */
export function orderTicket(ticket: Ticket, setting: PaperSetting): Paper {
  const w = paperWords(setting.language);
  return {
    kind: "ticket",
    number: `${ticket.receiptNumber}-${ticket.number}`,
    opensDrawer: false,
    rows: [
      ...marksOf(setting),
      ...(ticket.state === "cancelled" ? [marked(w.void)] : []),
      centredStrong(ticket.stall),
      titled(`${w.ticket} ${ticket.number}`),
      said(formatMoment(ticket.orderedAtMs, setting.zone, setting.language)),
      fact(w.receipt, ticket.receiptNumber),
      fact(w.cashier, ticket.cashier),
      RULE,
      ...ticket.lines.flatMap((line): PaperRow[] => [
        stressed(`${formatQuantity(line.quantityMilli)} ${line.unit} ${line.name}`),
        ...(line.note === null ? [] : [stressed(`>> ${line.note}`)]),
        ...(line.refundedMilli === 0
          ? []
          : [said(`${w.takenBack}: ${formatQuantity(line.refundedMilli)} ${line.unit}`)]),
      ]),
      RULE,
    ],
  };
}

/** What shows that a printer works: its width to the edge, letters of its code page, a code to scan. */
export function testPage(
  printer: { name: string; columns: PaperColumns },
  atMs: number,
  letterhead: Letterhead,
  setting: PaperSetting,
): Paper {
  const w = paperWords(setting.language);
  const ruler = "1234567890".repeat(5).slice(0, printer.columns);
  return {
    kind: "test",
    number: printer.name,
    opensDrawer: false,
    rows: [
      ...headOf(letterhead),
      titled(w.test),
      centredStrong(printer.name),
      said(formatMoment(atMs, setting.zone, setting.language)),
      said(w.testIs),
      said(w.testWidth),
      said(ruler),
      fact(w.testLetters, "é è ü ñ ç å ø × ½ °"),
      { is: "pair", left: w.total, right: "Rp1.234.567", strong: true },
      { is: "qr", text: printer.name },
    ],
  };
}
