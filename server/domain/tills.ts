// Tills: enrolled by a manager, each with a code on its receipts and a count of its own.

import type { z } from "zod";
import { arrivalQueries } from "#db/queries/arrivals";
import { centreQueries } from "#db/queries/centre";
import { saleQueries } from "#db/queries/sales";
import { shiftQueries } from "#db/queries/shifts";
import { type newTillSchema, type ResumeTill, tooFarAhead } from "#rules/centre";
import type { TillId } from "#rules/ids";
import { refuse } from "#rules/refusal";
import type { TillView } from "#rules/shift";
import type { LeaveTill } from "#rules/till-acts";
import { lastSeq, perform } from "./acts.ts";
import { type Came, paperNumber } from "./came.ts";
import { shiftView } from "./shift-views.ts";
import type { Shop, Who } from "./shop.ts";

/** The till of an imported record: its papers are history, and nobody sells at it. */
export const IMPORT_TILL = "IMPOR";

export function tillById(shop: Shop, tillId: number) {
  return shop.book.statements(centreQueries).tillById.get({ id: tillId }) ?? refuse("unknown_till");
}

/** A till, how far it has counted, and its open shift. */
export function tillView(shop: Shop, tillId: number): TillView {
  const { id, code, name, printerId } = tillById(shop, tillId);
  const open = shop.book.statements(shiftQueries).openOfTill.get({ tillId });
  return {
    tillId: id as TillId,
    code,
    name,
    lastSeq: lastSeq(shop, id),
    lastReceiptCount: lastReceiptCount(shop, id),
    printerId: printerId as TillView["printerId"],
    shift: open ? shiftView(shop, open.id) : null,
  };
}

export function listTills(shop: Shop): TillView[] {
  return shop.book
    .statements(centreQueries)
    .tills.all()
    .filter((till) => till.code !== IMPORT_TILL)
    .map((till) => tillView(shop, till.id));
}

export function createTill(shop: Shop, who: Who, command: z.infer<typeof newTillSchema>): TillView {
  return perform(shop, { kind: "till_added", command, who, atMs: shop.now() }, () => {
    const count = shop.book
      .statements(centreQueries)
      .tills.all()
      .filter((till) => till.code.startsWith("K")).length;
    const code = `K${count + 1}`;
    const tillId = addTill(shop, code, command.name);
    return { facts: { till: code }, answer: () => tillView(shop, tillId) };
  });
}

/**
 * A till that was set up anew goes on above the highest number that either knows (D7): the device's, after a backup was put back. What
 * lies between is a gap that this act explains. Refuses `nothing_to_resume` where the book already knows as much.
 */
export function resumeTill(shop: Shop, who: Who, command: ResumeTill): TillView {
  return perform(shop, { kind: "till_resumed", command, who, atMs: shop.now() }, () => {
    const { id, tillId } = command;
    const till = tillById(shop, tillId);
    const seqBefore = lastSeq(shop, tillId);
    const receiptsBefore = lastReceiptCount(shop, tillId);
    const upTo = {
      lastSeq: Math.max(seqBefore, command.lastSeq),
      lastReceiptCount: Math.max(receiptsBefore, command.lastReceiptCount),
    };
    const nothing = upTo.lastSeq === seqBefore && upTo.lastReceiptCount === receiptsBefore;
    if (nothing || tooFarAhead(seqBefore, upTo.lastSeq) || tooFarAhead(receiptsBefore, upTo.lastReceiptCount))
      refuse("nothing_to_resume");
    const gap = { seqBefore, receiptsBefore, ...upTo };
    const resumed = { resumedAtMs: shop.now(), resumedBy: who.staffId };
    shop.book.statements(centreQueries).insertResume({ id, tillId, ...gap, ...resumed });
    return { facts: { till: till.code, ...gap }, answer: () => tillView(shop, tillId) };
  });
}

/** Somebody leaves the till before everything it did was sent, and the manager who says so lets it be (L6). */
export function leaveTill(shop: Shop, who: Who, command: LeaveTill, came?: Came): { id: string } {
  const { id, till: stamp, unsent, reason, leftAtMs } = command;
  const act = { kind: "till_left", command, who, atMs: leftAtMs, till: stamp, note: reason, came };
  return perform(shop, act, () => {
    const till = tillById(shop, stamp.tillId);
    const leaving = { id, tillId: till.id, unsent, reason, leftAtMs, leftBy: who.staffId };
    shop.book.statements(arrivalQueries).insertLeaving(leaving);
    return { facts: { till: till.code, unsent }, answer: () => ({ id }) };
  });
}

/** Adds a till inside an act that is already being done. */
export function addTill(shop: Shop, code: string, name: string): number {
  return shop.book.statements(centreQueries).insertTill({ code, name, printerId: null });
}

export function lastReceiptCount(shop: Shop, tillId: number): number {
  return shop.book.statements(saleQueries).lastReceiptCount.get({ tillId })?.count ?? 0;
}

/** The count of the last paper before a shift that is being opened; what is held and waits for it comes after, whatever its number. */
export function receiptsBeforeShift(shop: Shop, tillId: number, shiftId: string): number {
  const last = lastReceiptCount(shop, tillId);
  const waits = shop.book.statements(arrivalQueries).firstPaperFor.get({ tillId, shiftId })?.count ?? null;
  return waits === null ? last : Math.min(last, waits - 1);
}

/** How a paper is numbered; refuses `receipt_number_wrong` unless the number is the till's next, or was kept for it (N1, D7). */
export function numberOf(
  shop: Shop,
  till: { readonly id: number; readonly code: string },
  printed: string,
  centreCode: string,
  came: Came | undefined,
): { receiptCount: number; receiptNumber: string } {
  return paperNumber(till, centreCode, printed, lastReceiptCount(shop, till.id), came);
}
