// Supplements: sales, refunds and drawer moves that reach the server after their shift was closed; booked and numbered, its Z untouched (S5).
import { arrivalQueries } from "#db/queries/arrivals";
import { shiftQueries } from "#db/queries/shifts";
import { supplementQueries } from "#db/queries/supplements";
import { present } from "#rules/assert";
import { account, balance, move } from "#rules/entry";
import type { ShiftId } from "#rules/ids";
import { refuse } from "#rules/refusal";
import type { SupplementKind } from "#rules/shift";
import { type Came, isAccepted } from "./came.ts";
import { post } from "./journal.ts";
import { type OpenShift, stillOpen } from "./shifts.ts";
import type { Shop } from "./shop.ts";

/** A shift that is closed, for what was sold before it was. */
export interface ClosedShift {
  readonly id: ShiftId;
  readonly tillId: number;
  readonly tillCode: string;
  readonly number: number;
  readonly closedAtMs: number;
}

export type ShiftFor =
  | { readonly shift: OpenShift; readonly late: false }
  | { readonly shift: ClosedShift; readonly late: true };

/**
 * The shift that an act of a till names. It is open; or it was closed while this was still on the way, and then it is late.
 * Refuses `shift_not_open` for another till's shift, and, unless a manager stands for it, for what happened after the closing (S3, S4, S11).
 */
export function shiftFor(shop: Shop, shiftId: string, tillId: number, atMs: number, came?: Came): ShiftFor {
  const open = stillOpen(shop, shiftId);
  if (open) return open.tillId === tillId ? { shift: open, late: false } : refuse("shift_not_open");
  const row = shop.book.statements(shiftQueries).gate.get({ id: shiftId });
  if (!row && isAccepted(came)) return shiftFor(shop, insteadOf(shop, shiftId, tillId), tillId, atMs, came);
  if (!row || row.tillId !== tillId || row.closedAtMs === null) return refuse("shift_not_open");
  if (atMs > row.closedAtMs && !isAccepted(came)) return refuse("shift_not_open");
  const { tillCode, number, closedAtMs } = row;
  return { shift: { id: shiftId as ShiftId, tillId, tillCode, number, closedAtMs }, late: true };
}

/**
 * What was sold in a shift whose opening never came, or was set aside, is booked behind the till's last closed one. Refuses
 * `shift_not_open` while the opening is held and can still be booked.
 */
function insteadOf(shop: Shop, shiftId: string, tillId: number): string {
  if (shop.book.statements(arrivalQueries).stillHeld.get({ actId: shiftId })) refuse("shift_not_open");
  return shop.book.statements(shiftQueries).lastClosedOfTill.get({ tillId })?.id ?? refuse("shift_not_open");
}

export interface Late {
  readonly shiftId: string;
  readonly tillCode: string;
  readonly eventId: string;
  readonly kind: SupplementKind;
  /** What it brought into the drawer; below zero what it took out. */
  readonly cashRupiah: number;
  readonly businessDay: string;
  readonly atMs: number;
}

/**
 * Numbers a late sale, refund or drawer move within its closed shift, inside the event's own write, and answers the number. Its cash was in the
 * drawer when that was counted, so it meets the difference of that count there, and the closed till's drawer stays empty.
 */
export function bookSupplement(shop: Shop, late: Late): number {
  const { shiftId, tillCode, eventId, kind, cashRupiah, businessDay, atMs } = late;
  const supplements = shop.book.statements(supplementQueries);
  const { tillId } = present(shop.book.statements(shiftQueries).gate.get({ id: shiftId }), "the late shift");
  const number = (supplements.lastNumber.get({ shiftId })?.number ?? 0) + 1;
  const position = (supplements.lastPosition.get({ tillId })?.position ?? 0) + 1;
  supplements.insert({ eventId, shiftId, number, kind, tillId, position });
  if (cashRupiah !== 0) {
    post(
      shop,
      { eventId, kind: "supplement", businessDay, atMs },
      balance(move(cashRupiah, account.drawer(tillCode), account.cashDifference)),
    );
  }
  return number;
}

/** The number of a sale, refund or drawer move among its shift's supplements; null where it came in time. */
export function supplementOf(shop: Shop, eventId: string): number | null {
  return shop.book.statements(supplementQueries).byEvent.get({ eventId })?.number ?? null;
}
