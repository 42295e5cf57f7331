// Shifts as they are shown: what is known of one before and after its drawer was counted, and the list of them.

import { staffQueries } from "#db/queries/centre";
import { sumsFromEvents } from "#db/queries/shift-events";
import { countQueries, type drawerMoveQueries, shiftQueries } from "#db/queries/shifts";
import { account } from "#rules/entry";
import type { ShiftId } from "#rules/ids";
import type { Rupiah } from "#rules/money";
import { drawerMoveNumber } from "#rules/receipt";
import { refuse } from "#rules/refusal";
import type { DrawerMoveView, ShiftView } from "#rules/shift";
import { holds } from "./journal.ts";
import { drawerOf, shiftSums, type TotalKind, type TotalRow } from "./shift-totals.ts";
import type { Shop } from "./shop.ts";

/** A shift's sums; those of a shift that was closed before sums were kept are worked out from its events. */
export function sumsOf(shop: Shop, shiftId: string): TotalRow[] {
  const kept = shiftSums(shop, shiftId);
  return kept.some((row) => row.kind === "drawer")
    ? kept
    : (sumsFromEvents(shop.book.orm, shiftId) as readonly TotalRow[] as TotalRow[]);
}

/** One of them; nothing happened where there is no row. */
export function sumOf(
  sums: readonly TotalRow[],
  kind: TotalKind,
  key = "",
): { count: number; rupiah: number } {
  const row = sums.find((one) => one.kind === kind && one.key === key);
  return { count: row?.count ?? 0, rupiah: row?.rupiah ?? 0 };
}

/** The cash that an open shift's drawer should hold; a drawer is empty between shifts, so that its account says the same. */
export function expectedIn(shop: Shop, shift: { readonly id: string; readonly tillCode: string }): Rupiah {
  return drawerOf(shop, shift.id) ?? holds(shop, account.drawer(shift.tillCode));
}

/** A shift as its cashier sees it; what the drawer should hold, and what would give it away, is told only after the count (C1). */
export function shiftView(shop: Shop, shiftId: string): ShiftView {
  return viewOf(shop, shop.book.statements(shiftQueries).byId.get({ id: shiftId }) ?? refuse("not_found"));
}

const LATER_THAN_ANY_MS = 4_102_444_800_001;

/** Newest first. */
export function listShifts(
  shop: Shop,
  { limit, before }: { limit: number; before?: number | undefined },
): ShiftView[] {
  return shop.book
    .statements(shiftQueries)
    .openedBefore.all({ limit, beforeMs: before ?? LATER_THAN_ANY_MS })
    .map((row) => viewOf(shop, row));
}

type Row = NonNullable<ReturnType<ReturnType<typeof shiftQueries>["byId"]["get"]>>;

function viewOf(shop: Shop, { shift, closing, tillCode, openedBy, zNumber }: Row): ShiftView {
  const sums = sumsOf(shop, shift.id);
  const [sold, refunds, voids] = [sumOf(sums, "sale"), sumOf(sums, "refund"), sumOf(sums, "void")];
  return {
    id: shift.id as ShiftId,
    tillCode,
    number: shift.number,
    openedAtMs: shift.openedAtMs,
    openedBy,
    businessDay: shift.businessDay,
    floatRupiah: shift.floatRupiah,
    closedAtMs: closing?.closedAtMs ?? null,
    closedBy: closing ? nameOf(shop, closing.closedBy) : null,
    state: closing ? "closed" : isCounted(shop, shift.id, tillCode) ? "counting" : "open",
    expectedRupiah: closing?.expectedRupiah ?? null,
    countedRupiah: closing?.countedRupiah ?? null,
    differenceRupiah: closing ? closing.countedRupiah - closing.expectedRupiah : null,
    reason: closing?.reason ?? null,
    sales: sold.count,
    refunds: refunds.count + voids.count,
    salesRupiah: closing ? sold.rupiah : null,
    refundsRupiah: closing ? refunds.rupiah + voids.rupiah : null,
    byMethod: closing ? takenByMethod(sums) : {},
    zNumber,
  };
}

/** Whether the drawer was counted and nothing moved in it since (S2). */
function isCounted(shop: Shop, shiftId: string, tillCode: string): boolean {
  const last = shop.book.statements(countQueries).ofShift.all({ shiftId }).at(-1);
  return last !== undefined && last.expectedRupiah === expectedIn(shop, { id: shiftId, tillCode });
}

export function nameOf(shop: Shop, staffId: number): string {
  return shop.book.statements(staffQueries).byId.get({ id: staffId })?.name ?? "";
}

function takenByMethod(sums: readonly TotalRow[]): Record<string, number> {
  const byMethod: Record<string, number> = {};
  for (const { kind, key, rupiah: amount } of sums) {
    if (kind === "tender") byMethod[key] = (byMethod[key] ?? 0) + amount;
    if (kind === "tender_back") byMethod[key] = (byMethod[key] ?? 0) - amount;
  }
  return byMethod;
}

type MoveRow = NonNullable<ReturnType<ReturnType<typeof drawerMoveQueries>["byId"]["get"]>>;

/** A move as its slip shows it. */
export function moveView(centreCode: string, { move: row, by, tillCode }: MoveRow): DrawerMoveView {
  return {
    id: row.id,
    number: drawerMoveNumber(centreCode, tillCode, row.number),
    kind: row.kind as DrawerMoveView["kind"],
    amountRupiah: row.amountRupiah,
    reason: row.reason,
    movedAtMs: row.movedAtMs,
    by,
  };
}
