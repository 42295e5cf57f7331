// Tills: enrolled by a manager, each with a code on its receipts and a count of its own.

import type { z } from "zod";
import { centreQueries } from "#db/queries/centre";
import { saleQueries } from "#db/queries/sales";
import { shiftQueries } from "#db/queries/shifts";
import { type newTillSchema, type ResumeTill, tooFarAhead } from "#rules/centre";
import type { TillId } from "#rules/ids";
import { receiptNumber } from "#rules/receipt";
import { refuse } from "#rules/refusal";
import type { TillView } from "#rules/shift";
import { lastSeq, perform } from "./acts.ts";
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

/** Adds a till inside an act that is already being done. */
export function addTill(shop: Shop, code: string, name: string): number {
  return shop.book.statements(centreQueries).insertTill({ code, name, printerId: null });
}

export function lastReceiptCount(shop: Shop, tillId: number): number {
  return shop.book.statements(saleQueries).lastReceiptCount.get({ tillId })?.count ?? 0;
}

/** The count of a paper the till has just numbered; refuses `receipt_number_wrong` unless it is the till's next one (N1, D7). */
export function nextReceiptCount(
  shop: Shop,
  till: { id: number; code: string },
  number: string,
  centreCode: string,
): number {
  const count = lastReceiptCount(shop, till.id) + 1;
  const expected = receiptNumber(centreCode, till.code, count);
  if (number !== expected) refuse("receipt_number_wrong", { expected, got: number });
  return count;
}
