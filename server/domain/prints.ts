// Prints: a paper that is asked for, which copy of it that is, and the job that brings it to a printer.
import { createHash } from "node:crypto";
import { actQueries } from "#db/queries/acts";
import { printJobQueries, printQueries } from "#db/queries/prints";
import { saleQueries } from "#db/queries/sales";
import type { Language } from "#rules/business-day";
import type { PaperKind } from "#rules/paper";
import type { PrintAnswer, PrintCommand, PrintJob, RetryPrint } from "#rules/prints";
import { refuse } from "#rules/refusal";
import { lastSeq, perform } from "./acts.ts";
import { paperOf, rightFor, rowId } from "./papers.ts";
import { wakePrinter } from "./print-jobs.ts";
import { printerById, printerOfTill } from "./printers.ts";
import { countInShift, inShift } from "./shift-totals.ts";
import { stillOpen } from "./shifts.ts";
import { requireRight, requireStall, type Shop, type Who } from "./shop.ts";
import { ticketById } from "./tickets.ts";
import { tillById } from "./tills.ts";

/** Papers that are new each time: none is a copy of another. */
const neverCopies: ReadonlySet<PaperKind> = new Set(["x", "test"]);

/**
 * Prints a paper, or only answers it for the browser. The first is the original; each later one is SALINAN n and is counted (P5). Refuses
 * what the person may not see, and a paper about nothing.
 */
export function printPaper(shop: Shop, who: Who, command: PrintCommand): PrintAnswer {
  const { id, paper: kind, about, language, tillId } = command;
  requireSight(shop, who, kind, about);
  const askedMs = shop.now();
  perform(shop, { kind: "printed", command, who, atMs: askedMs }, () => {
    const prints = shop.book.statements(printQueries);
    const copy = prints.times.get({ paper: kind, about })?.times ?? 0;
    const paper = paperOf(shop, who, { paper: kind, about, copy, language });
    const till = tillId === null ? null : tillById(shop, tillId);
    const printerId = printerFor(shop, command);
    // From here it must succeed.
    const { number } = paper;
    prints.insert({ id, paper: kind, about, number, copy, language, tillId, askedMs, askedBy: who.staffId });
    if (printerId !== null) {
      const opensDrawer = paper.opensDrawer && opensOwnDrawer(shop, command, printerId);
      queueJob(shop, { printId: id, printerId, opensDrawer });
    }
    if (copy > 0) countCopy(shop, kind, about);
    return {
      facts: {
        paper: kind,
        number,
        copy,
        language,
        till: till?.code ?? null,
        // What has an act of its own is named by it; the rest (a ticket, a printer) by the paper's number alone.
        about: kind === "ticket" || kind === "test" ? null : about,
      },
      answer: () => ({ printId: id }),
    };
  });
  return printAnswer(shop, who, id);
}

/** A paper is for whoever may see what it is about, and an order for whoever works at its stall. */
function requireSight(shop: Shop, who: Who, kind: PaperKind, about: string): void {
  requireRight(who, rightFor[kind]);
  if (kind !== "ticket") return;
  const { stallId, stall } = ticketById(shop, rowId(about));
  requireStall(who, stallId, stall);
}

/** Null: the browser prints. */
function printerFor(shop: Shop, { to, tillId }: PrintCommand): number | null {
  if (to === "screen") return null;
  if (to !== "till") return printerById(shop, to).id;
  return tillId === null ? null : (printerOfTill(shop, tillId)?.id ?? null);
}

/**
 * Whether the drawer is its till's own and the paper is about what that till did last: no printer opens a neighbour's drawer, and no
 * receipt that was left unprinted opens one later. What has no till's number (a payout) is a manager's.
 */
function opensOwnDrawer(
  shop: Shop,
  { opensDrawer, about, tillId }: PrintCommand,
  printerId: number,
): boolean {
  if (!opensDrawer || tillId === null || printerOfTill(shop, tillId)?.id !== printerId) return false;
  const stamp = shop.book.statements(actQueries).stampOf.get({ id: about });
  return stamp?.tillSeq == null || (stamp.tillId === tillId && stamp.tillSeq === lastSeq(shop, tillId));
}

function queueJob(
  shop: Shop,
  { printId, printerId, opensDrawer }: { printId: string; printerId: number; opensDrawer: boolean },
): void {
  const nowMs = shop.now();
  shop.book.statements(printJobQueries).insert({
    printId,
    printerId,
    opensDrawer,
    state: "queued",
    failure: null,
    attempts: 0,
    queuedMs: nowMs,
    changedMs: nowMs,
  });
  shop.book.afterCommit(() => wakePrinter(shop, printerId));
}

/** A Z says how many receipts of its shift were printed again (H4). */
function countCopy(shop: Shop, kind: PaperKind, about: string): void {
  const shiftId =
    kind === "receipt"
      ? shop.book.statements(saleQueries).byId.get({ id: about })?.sale.shiftId
      : kind === "refund"
        ? shop.book.statements(printQueries).refund.get({ id: about })?.shiftId
        : undefined;
  if (shiftId !== undefined && stillOpen(shop, shiftId)) countInShift(shop, shiftId, [inShift(0, "copy")]);
}

/** A print again, as it was asked for, and how far its job is; refuses `nothing_to_print`. */
export function printAnswer(shop: Shop, who: Who, printId: string): PrintAnswer {
  const row = shop.book.statements(printQueries).byId.get({ id: printId }) ?? refuse("nothing_to_print");
  const { about, copy } = row.print;
  const kind = row.print.paper as PaperKind;
  requireSight(shop, who, kind, about);
  const paper = paperOf(shop, who, { paper: kind, about, copy, language: row.print.language as Language });
  return { paper, job: jobOf(row) };
}

/** The newest prints, of one till or of all. */
export function listPrints(shop: Shop, tillId: number | undefined, limit: number): PrintJob[] {
  const { newest, newestOfTill } = shop.book.statements(printQueries);
  const rows = tillId === undefined ? newest.all({ limit }) : newestOfTill.all({ tillId, limit });
  return rows.map(jobOf);
}

type PrintRow = NonNullable<ReturnType<ReturnType<typeof printQueries>["byId"]["get"]>>;

function jobOf({ print, job, printer, by }: PrintRow): PrintJob {
  return {
    printId: print.id,
    paper: print.paper as PaperKind,
    number: print.number,
    copy: neverCopies.has(print.paper as PaperKind) ? 0 : print.copy,
    state: (job?.state ?? "screen") as PrintJob["state"],
    failure: (job?.failure ?? null) as PrintJob["failure"],
    printer,
    askedMs: print.askedMs,
    by,
  };
}

/** Sends a failed print, or one that only a screen showed, to a printer; any other stays as it is. It is the same paper, no new copy. */
export function retryPrint(shop: Shop, who: Who, command: RetryPrint): PrintJob {
  const { printId } = command;
  const find = () =>
    shop.book.statements(printQueries).byId.get({ id: printId }) ?? refuse("nothing_to_print");
  perform(shop, { kind: "print_retried", command, who, atMs: shop.now() }, () => {
    const { print, job } = find();
    requireSight(shop, who, print.paper as PaperKind, print.about);
    const { id: printerId, name } = printerById(shop, command.printerId);
    if (!job) queueJob(shop, { printId, printerId, opensDrawer: false });
    else if (job.state === "failed") {
      const nowMs = shop.now();
      const again = { state: "queued", failure: null, attempts: 0, queuedMs: nowMs, changedMs: nowMs };
      const opensDrawer = job.opensDrawer && printerId === job.printerId;
      shop.book.statements(printJobQueries).change(printId, { ...again, printerId, opensDrawer });
      shop.book.afterCommit(() => wakePrinter(shop, printerId));
    }
    return { facts: { number: print.number, printer: name }, answer: () => ({ printId }) };
  });
  return jobOf(find());
}

/** Prints a new order at its stall's printer; called once the sale is saved, which must not fail or wait for it. */
export function printTicket(shop: Shop, ticketId: number, who: Who): void {
  const { book } = shop;
  book
    .soon(() => {
      const { printerId } = ticketById(shop, ticketId);
      printPaper(shop, who, {
        id: idOfTicket(ticketId),
        paper: "ticket",
        about: String(ticketId),
        tillId: null,
        // A printer that was taken away leaves the order to be printed elsewhere, by a person.
        to: printerId ?? "screen",
        opensDrawer: false,
        language: "id",
      });
    })
    .catch(shop.printer.broke);
}

/** The same id for the same ticket, so that its first paper is printed once however often it is asked for. */
function idOfTicket(ticketId: number): string {
  const hex = createHash("sha256").update(`ticket ${ticketId}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
