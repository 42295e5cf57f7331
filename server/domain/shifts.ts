// Shifts: opening a till with a float out of the safe, counting its drawer blind, and closing it with the count into the safe.
import { countQueries, drawerMoveQueries, shiftQueries } from "#db/queries/shifts";
import { businessDay } from "#rules/business-day";
import { notesWorth } from "#rules/cash";
import { account, balance, move } from "#rules/entry";
import type { ShiftId, TillStamp } from "#rules/ids";
import { formatRupiah, rupiah, ZERO } from "#rules/money";
import { may } from "#rules/permissions";
import { refuse } from "#rules/refusal";
import type { CloseShiftCommand, CountShift, OpenShiftCommand, ShiftCounted, ShiftView } from "#rules/shift";
import { perform } from "./acts.ts";
import type { Came } from "./came.ts";
import { mustBeInSafe, post } from "./journal.ts";
import { saveZ } from "./shift-reports.ts";
import { countInShift, inShift } from "./shift-totals.ts";
import { expectedIn, shiftView, sumOf, sumsOf } from "./shift-views.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";
import { receiptsBeforeShift, tillById } from "./tills.ts";

declare const open: unique symbol;
/** A shift that is open; a verb that needs one takes this (S11). */
export interface OpenShift {
  readonly id: ShiftId;
  readonly tillId: number;
  readonly tillCode: string;
  readonly number: number;
  readonly [open]: true;
}

/** The open shift, checked in the act's own write; refuses `shift_not_open` (S4, S11). */
export function openShiftOf(shop: Shop, shiftId: string, tillId?: number): OpenShift {
  const shift = stillOpen(shop, shiftId);
  return shift && (tillId === undefined || shift.tillId === tillId) ? shift : refuse("shift_not_open");
}

/** The shift if it is open, else null. */
export function stillOpen(shop: Shop, shiftId: string): OpenShift | null {
  const row = shop.book.statements(shiftQueries).gate.get({ id: shiftId });
  if (!row || row.closedAtMs !== null) return null;
  const { tillId, tillCode, number } = row;
  return { id: shiftId, tillId, tillCode, number } as OpenShift;
}

/** Opens a shift; refuses `shift_already_open` (S9), and a float that the safe does not hold. */
export function openShift(shop: Shop, who: Who, command: OpenShiftCommand, came?: Came): ShiftView {
  const { id, floatRupiah, openedAtMs, till: stamp } = command;
  return perform(shop, { kind: "shift_opened", command, who, atMs: openedAtMs, till: stamp, came }, () => {
    const shifts = shop.book.statements(shiftQueries);
    const till = tillById(shop, stamp.tillId);
    if (shifts.openOfTill.get({ tillId: till.id })) refuse("shift_already_open");
    mustBeInSafe(shop, who, floatRupiah, came);
    const day = businessDay(openedAtMs, centreOf(shop).timeZone);
    const number = (shifts.lastNumber.get({ tillId: till.id })?.number ?? 0) + 1;
    const receiptsBefore = receiptsBeforeShift(shop, till.id, id);
    // From here it must succeed.
    shifts.insert({
      id,
      tillId: till.id,
      number,
      openedAtMs,
      businessDay: day,
      openedBy: who.staffId,
      floatRupiah,
      receiptsBefore,
    });
    countInShift(shop, id, [inShift(floatRupiah, "drawer")]);
    post(
      shop,
      { eventId: id, kind: "shift_opened", businessDay: day, atMs: openedAtMs },
      balance(move(floatRupiah, account.safe, account.drawer(till.code))),
    );
    return {
      facts: { till: till.code, shift: number, float: floatRupiah, day, receiptsBefore },
      answer: () => shiftView(shop, id),
    };
  });
}

/** Counts a drawer: what should be there is told only now (C1). Every count is kept, the first among them. */
export function countShift(shop: Shop, who: Who, command: CountShift, came?: Came): ShiftCounted {
  const { id, shiftId, countedAtMs, till } = command;
  return perform(shop, { kind: "shift_counted", command, who, atMs: countedAtMs, till, came }, () => {
    const shift = shiftAt(shop, who, shiftId, till);
    const counts = shop.book.statements(countQueries);
    const position = counts.ofShift.all({ shiftId }).length + 1;
    const notes = command.notes
      .filter((note) => note.count > 0)
      .toSorted((a, b) => b.valueRupiah - a.valueRupiah);
    const otherRupiah = command.otherRupiah ?? ZERO;
    const counted = rupiah(notesWorth(notes) + otherRupiah);
    const expected = expectedIn(shop, shift);
    // From here it must succeed.
    counts.insert({
      id,
      shiftId,
      position,
      countedAtMs,
      countedBy: who.staffId,
      countedRupiah: counted,
      expectedRupiah: expected,
      notes: JSON.stringify(notes),
    });
    return {
      facts: { till: shift.tillCode, shift: shift.number, count: position, counted, expected, notes },
      answer: () => ({
        countId: id,
        countedRupiah: counted,
        expectedRupiah: expected,
        differenceRupiah: counted - expected,
      }),
    };
  });
}

/**
 * Closes a shift with its last count: the money goes to the safe, a difference stays in an account of its own for ever (C2) and needs a
 * reason, and its Z is written (H4). Nothing is summed up over the sales (S1). Closing it again, under any id, is an act that changes
 * nothing and answers the same shift (S6): whoever closed it elsewhere, the till's own closing still finds its place in the till's row.
 */
export function closeShift(shop: Shop, who: Who, command: CloseShiftCommand, came?: Came): ShiftView {
  const { id, shiftId, closedAtMs } = command;
  return shop.book.write((): never => {
    const closedBy = shop.book.statements(shiftQueries).closedBy.get({ shiftId });
    const again = closedBy !== undefined && closedBy.actId !== id;
    const act = {
      kind: again ? "shift_closed_again" : "shift_closed",
      command,
      who,
      atMs: closedAtMs,
      till: command.till,
      note: command.reason ?? command.absentReason,
      came,
    };
    return perform(shop, act, () =>
      again ? closedAgain(shop, who, command) : close(shop, who, command),
    ) as never;
  });
}

function closedAgain(shop: Shop, who: Who, { shiftId, till }: CloseShiftCommand) {
  const row = shop.book.statements(shiftQueries).gate.get({ id: shiftId });
  if (!row || (till && till.tillId !== row.tillId)) return refuse("shift_not_open");
  stampedOrManaged(who, till);
  return {
    facts: { till: row.tillCode, shift: row.number },
    answer: () => shiftView(shop, shiftId),
  };
}

function close(shop: Shop, who: Who, command: CloseShiftCommand) {
  const { id, shiftId, closedAtMs } = command;
  const shift = shiftAt(shop, who, shiftId, command.till);
  const counts = shop.book.statements(countQueries).ofShift.all({ shiftId });
  const last = counts.at(-1) ?? refuse("count_first");
  const expected = expectedIn(shop, shift);
  if (last.id !== command.countId || last.expectedRupiah !== expected) refuse("count_again");
  const counted = rupiah(last.countedRupiah);
  const difference = rupiah(counted - expected);
  const reason = textOf(command.reason);
  if (difference !== 0 && reason === null)
    refuse("difference_needs_reason", { difference: formatRupiah(difference) });
  const absentReason = textOf(command.absentReason);
  if (!tookPart(shop, who, shift)) {
    if (!may(who.roles, "approve")) refuse("not_allowed");
    if (absentReason === null) refuse("reason_needed");
  }
  const day = businessDay(closedAtMs, centreOf(shop).timeZone);
  // From here it must succeed.
  shop.book.afterCommit(shop.backUp);
  const closing = {
    shiftId,
    closedAtMs,
    closedBy: who.staffId,
    countedRupiah: counted,
    expectedRupiah: expected,
    reason,
    absentReason,
    countId: last.id,
  };
  const z = saveZ(shop, { actId: id, closing, counts });
  shop.book.statements(shiftQueries).insertClosing(closing);
  const drawer = account.drawer(shift.tillCode);
  post(
    shop,
    { eventId: shiftId, kind: "shift_closed", businessDay: day, atMs: closedAtMs },
    balance([...move(counted, drawer, account.safe), ...move(difference, account.cashDifference, drawer)]),
  );
  return {
    facts: { till: shift.tillCode, shift: shift.number, counted, expected, difference, day, ...z },
    answer: () => shiftView(shop, shiftId),
  };
}

/** The open shift, asked for at its own till, or from anywhere by who may approve (S10). */
function shiftAt(shop: Shop, who: Who, shiftId: string, till: TillStamp | undefined): OpenShift {
  const shift = openShiftOf(shop, shiftId, till?.tillId);
  stampedOrManaged(who, till);
  return shift;
}

/** Refuses `till_stamp_needed` where somebody who may not approve counts or closes away from the till. */
function stampedOrManaged(who: Who, till: TillStamp | undefined): void {
  if (till === undefined && !may(who.roles, "approve")) refuse("till_stamp_needed");
}

/** Whether the person opened the shift, sold in it or moved money in its drawer. */
function tookPart(shop: Shop, who: Who, shift: OpenShift): boolean {
  const { shift: row } = shop.book.statements(shiftQueries).byId.get({ id: shift.id }) ?? refuse("not_found");
  return (
    row.openedBy === who.staffId ||
    sumOf(sumsOf(shop, shift.id), "cashier", who.code).count > 0 ||
    shop.book.statements(drawerMoveQueries).movedBy.get({ shiftId: shift.id, staffId: who.staffId }) !==
      undefined
  );
}

function textOf(words: string | undefined): string | null {
  return words?.trim() ? words.trim() : null;
}
