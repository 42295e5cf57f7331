// Shifts: opening a till with a float out of the safe, and closing it with the cash counted into the safe.

import { staffQueries } from "#db/queries/centre";
import { shiftQueries } from "#db/queries/shifts";
import { businessDay } from "#rules/business-day";
import { account, balance, move } from "#rules/entry";
import type { ShiftId } from "#rules/ids";
import { formatRupiah, rupiah } from "#rules/money";
import { refuse } from "#rules/refusal";
import type { CloseShiftCommand, OpenShiftCommand, ShiftView } from "#rules/shift";
import { perform } from "./acts.ts";
import { holds, post } from "./journal.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";
import { tillById } from "./tills.ts";

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
export function openShift(shop: Shop, who: Who, command: OpenShiftCommand): ShiftView {
  const { id, floatRupiah, openedAtMs } = command;
  return perform(shop, { kind: "shift_opened", command, who, atMs: openedAtMs, till: command.till }, () => {
    const shifts = shop.book.statements(shiftQueries);
    const till = tillById(shop, command.till.tillId);
    if (shifts.openOfTill.get({ tillId: till.id })) refuse("shift_already_open");
    const inSafe = holds(shop, account.safe);
    if (floatRupiah > inSafe) refuse("not_enough_money", { holds: formatRupiah(inSafe) });
    const day = businessDay(openedAtMs, centreOf(shop).timeZone);
    const number = (shifts.lastNumber.get({ tillId: till.id })?.number ?? 0) + 1;
    // From here it must succeed.
    shifts.insert({
      id,
      tillId: till.id,
      number,
      openedAtMs,
      businessDay: day,
      openedBy: who.staffId,
      floatRupiah,
    });
    post(
      shop,
      { eventId: id, kind: "shift_opened", businessDay: day, atMs: openedAtMs },
      balance(move(floatRupiah, account.safe, account.drawer(till.code))),
    );
    return {
      facts: { till: till.code, shift: number, float: floatRupiah, day },
      answer: () => shiftView(shop, id),
    };
  });
}

/** Closes a shift: the count goes to the safe, a difference stays in an account of its own for ever (C2) and needs a reason. */
export function closeShift(shop: Shop, who: Who, command: CloseShiftCommand): ShiftView {
  const { shiftId, countedRupiah, closedAtMs } = command;
  return perform(
    shop,
    { kind: "shift_closed", command, who, atMs: closedAtMs, till: command.till, note: command.reason },
    () => {
      const shift = openShiftOf(shop, shiftId, command.till.tillId);
      const drawer = account.drawer(shift.tillCode);
      const expected = holds(shop, drawer);
      const difference = rupiah(countedRupiah - expected);
      const reason = command.reason?.trim() ? command.reason.trim() : null;
      if (difference !== 0 && reason === null)
        refuse("difference_needs_reason", { difference: formatRupiah(difference) });
      const day = businessDay(closedAtMs, centreOf(shop).timeZone);
      // From here it must succeed.
      shop.book.afterCommit(shop.backUp);
      shop.book.statements(shiftQueries).insertClosing({
        shiftId,
        closedAtMs,
        closedBy: who.staffId,
        countedRupiah,
        expectedRupiah: expected,
        reason,
      });
      post(
        shop,
        { eventId: shiftId, kind: "shift_closed", businessDay: day, atMs: closedAtMs },
        balance([
          ...move(countedRupiah, drawer, account.safe),
          ...move(difference, account.cashDifference, drawer),
        ]),
      );
      return {
        facts: {
          till: shift.tillCode,
          shift: shift.number,
          counted: countedRupiah,
          expected,
          difference,
          day,
        },
        answer: () => shiftView(shop, shiftId),
      };
    },
  );
}

/** A shift as its cashier sees it; what the drawer should hold, and what would give it away, is told only after the count (C1). */
export function shiftView(shop: Shop, shiftId: string): ShiftView {
  const shifts = shop.book.statements(shiftQueries);
  const { shift, closing, tillCode, openedBy } = shifts.byId.get({ id: shiftId }) ?? refuse("not_found");
  const sold = shifts.sold.get({ shiftId });
  const refunded = shifts.refunded.get({ shiftId });
  return {
    id: shift.id as ShiftId,
    tillCode,
    number: shift.number,
    openedAtMs: shift.openedAtMs,
    openedBy,
    businessDay: shift.businessDay,
    floatRupiah: shift.floatRupiah,
    closedAtMs: closing?.closedAtMs ?? null,
    closedBy: closing
      ? (shop.book.statements(staffQueries).byId.get({ id: closing.closedBy })?.name ?? null)
      : null,
    expectedRupiah: closing?.expectedRupiah ?? null,
    countedRupiah: closing?.countedRupiah ?? null,
    differenceRupiah: closing ? closing.countedRupiah - closing.expectedRupiah : null,
    reason: closing?.reason ?? null,
    sales: sold?.count ?? 0,
    refunds: refunded?.count ?? 0,
    salesRupiah: closing ? (sold?.rupiah ?? 0) : null,
    refundsRupiah: closing ? (refunded?.rupiah ?? 0) : null,
    byMethod: closing ? takenByMethod(shop, shiftId) : {},
  };
}

function takenByMethod(shop: Shop, shiftId: string): Record<string, number> {
  const shifts = shop.book.statements(shiftQueries);
  const byMethod: Record<string, number> = {};
  for (const row of shifts.soldByMethod.all({ shiftId })) byMethod[row.method] = row.rupiah;
  for (const row of shifts.refundedByMethod.all({ shiftId }))
    byMethod[row.method] = (byMethod[row.method] ?? 0) - row.rupiah;
  return byMethod;
}
