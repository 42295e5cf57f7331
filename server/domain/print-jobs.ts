// The jobs that bring papers to printers: one queue a printer, so that a dead one holds up nobody (P1, P4).
import { type PrintJobRow, printerQueries, printJobQueries, printQueries } from "#db/queries/prints";
import type { Language } from "#rules/business-day";
import type { PaperColumns, PaperKind } from "#rules/paper";
import type { PrintFailure, PrintOutcome, PrintTarget } from "#rules/prints";
import { paperOf } from "./papers.ts";
import type { PrinterRow } from "./printers.ts";
import type { Shop } from "./shop.ts";
import { staffById } from "./staff.ts";

/** A printer is tried once and twice again, within so long; then the second printer once; then a person decides. */
const TRIES = 3;
const LATE_MS = 120_000;
const AGAIN_AFTER_MS = [5_000, 20_000] as const;
/** Nobody stands at the drawer any more. */
const KICK_WITHIN_MS = 30_000;

interface Queue {
  /** Moments at which opening the drawer was asked for. */
  readonly kicks: number[];
  working: Promise<void> | null;
}

const queues = new WeakMap<Shop, Map<number, Queue>>();

function queueOf(shop: Shop, printerId: number): Queue {
  const ofShop = queues.get(shop) ?? new Map<number, Queue>();
  queues.set(shop, ofShop);
  const queue = ofShop.get(printerId) ?? { kicks: [], working: null };
  ofShop.set(printerId, queue);
  return queue;
}

/** Lets a printer's queue go on; to be called once a job is saved. */
export function wakePrinter(shop: Shop, printerId: number): void {
  const queue = queueOf(shop, printerId);
  queue.working ??= workThrough(shop, printerId, queue).catch((failure: Error) => {
    queue.working = null;
    shop.printer.broke(failure);
  });
}

/** Sends the pulse that opens the drawer on a printer's cable, between two papers; too late, it is dropped. */
export function kickDrawer(shop: Shop, printerId: number): void {
  queueOf(shop, printerId).kicks.push(shop.now());
  wakePrinter(shop, printerId);
}

/** Once every queue has nothing left to do. */
export async function printersAreQuiet(shop: Shop): Promise<void> {
  const working = [...(queues.get(shop)?.values() ?? [])].flatMap((queue) => queue.working ?? []);
  if (working.length === 0) return;
  await Promise.all(working);
  await printersAreQuiet(shop);
}

/** What an ended program left undone is too late: a printer that wakes does not print yesterday's papers (P4). */
export function giveUpUnfinished(shop: Shop): void {
  shop.book.write(() => void shop.book.statements(printJobQueries).giveUpUnfinished(shop.now()));
}

async function workThrough(shop: Shop, printerId: number, queue: Queue): Promise<void> {
  await null; // whoever woke it goes on first
  for (;;) {
    const kick = queue.kicks.shift();
    if (kick !== undefined) {
      await openDrawerOf(shop, printerId, kick);
      continue;
    }
    const job = shop.book.statements(printJobQueries).next.get({ printerId });
    if (!job) {
      queue.working = null;
      return;
    }
    await work(shop, job).catch((failure: Error) => {
      // A bug in one paper must not leave it half way for ever, nor hold up the next.
      shop.printer.broke(failure);
      change(shop, job, { state: "failed", failure: null });
    });
  }
}

async function openDrawerOf(shop: Shop, printerId: number, askedMs: number): Promise<void> {
  const printer = shop.book.statements(printerQueries).byId.get({ id: printerId });
  if (!printer?.active || !printer.hasDrawer || shop.now() - askedMs > KICK_WITHIN_MS) return;
  const pulse = { kind: "test", number: "", rows: [], opensDrawer: true } as const;
  await shop.printer.print(targetOf(printer, true), { ...pulse, rows: [] });
}

/** One try at one job, and what follows from it. */
async function work(shop: Shop, job: PrintJobRow): Promise<void> {
  const printer = shop.book.statements(printerQueries).byId.get({ id: job.printerId });
  if (!printer?.active || shop.now() - job.queuedMs > LATE_MS) {
    handOn(shop, job, "too_late", printer);
    return;
  }
  const attempts = job.attempts + 1;
  change(shop, job, { state: "printing", attempts });
  const outcome = await tryAt(shop, printer, job);
  if (outcome.state !== "not_printed") {
    change(shop, job, { state: outcome.state, failure: null });
    return;
  }
  const pauseMs = AGAIN_AFTER_MS[attempts - 1] ?? LATE_MS;
  const inTime = shop.now() + pauseMs - job.queuedMs < LATE_MS;
  if (!outcome.retry || attempts >= TRIES || !inTime) {
    handOn(shop, { ...job, attempts }, outcome.why, printer);
    return;
  }
  change(shop, job, { state: "queued", failure: outcome.why });
  await shop.printer.wait(pauseMs);
}

async function tryAt(shop: Shop, printer: PrinterRow, job: PrintJobRow): Promise<PrintOutcome> {
  const found = shop.book.statements(printQueries).byId.get({ id: job.printId });
  if (!found) return { state: "not_printed", why: "too_late", retry: false };
  const { print } = found;
  const paper = paperOf(shop, staffById(shop, print.askedBy), {
    paper: print.paper as PaperKind,
    about: print.about,
    copy: print.copy,
    language: print.language as Language,
  });
  const opensDrawer = job.opensDrawer && shop.now() - print.askedMs < KICK_WITHIN_MS;
  return shop.printer.print(targetOf(printer, opensDrawer && printer.hasDrawer), paper);
}

/** To the second printer, which tries once and leaves its own drawer shut; from there, and where there is none, to a person. */
function handOn(shop: Shop, job: PrintJobRow, why: PrintFailure, printer: PrinterRow | undefined): void {
  const isMoved = job.attempts > TRIES || (why === "too_late" && job.attempts >= TRIES);
  const second = printer?.secondId
    ? shop.book.statements(printerQueries).byId.get({ id: printer.secondId })
    : undefined;
  if (isMoved || !second?.active) {
    change(shop, job, { state: "failed", failure: why });
    return;
  }
  change(shop, job, {
    state: "queued",
    failure: why,
    printerId: second.id,
    opensDrawer: false,
    attempts: TRIES,
    queuedMs: shop.now(),
  });
  wakePrinter(shop, second.id);
}

function targetOf(printer: PrinterRow, opensDrawer: boolean): PrintTarget {
  const { kind, address, columns, cuts } = printer;
  return {
    kind: kind === "file" ? "file" : "network",
    address,
    columns: columns as PaperColumns,
    cuts,
    opensDrawer,
  };
}

function change(shop: Shop, { printId }: PrintJobRow, facts: Partial<Omit<PrintJobRow, "printId">>): void {
  shop.book.write(
    () => void shop.book.statements(printJobQueries).change(printId, { ...facts, changedMs: shop.now() }),
  );
}
