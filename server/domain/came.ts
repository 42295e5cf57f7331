// How an act reached the book: straight from the hand that did it, or later, through its till's queue or the repair list.

import { arrivalQueries } from "#db/queries/arrivals";
import type { Fact } from "#rules/chain";
import type { TillStamp } from "#rules/ids";
import { receiptNumber } from "#rules/receipt";
import { refuse } from "#rules/refusal";
import { CLOCK_TOLERANCE_MS } from "#rules/repairs";
import type { Shop, Who } from "./shop.ts";

/** The last parameter of a till's verbs; without it the act is done here and now. */
export interface Came {
  /** The act, as it was filed. */
  readonly actId: string;
  /** The till whose queue brought it. */
  readonly tillId: number;
  /** The till had said "done" before the server knew of it. */
  readonly offline: boolean;
  /** By the device's clock, as it stood. */
  readonly keptAtMs: number;
  readonly receivedAtMs: number;
  /** How far the device's clock was ahead of the server's when it was sent. */
  readonly aheadMs: number;
  /** Whose session brought it. */
  readonly sentBy: Who;
  /** It was held: the numbers that wait for it, null where another act had taken them. */
  readonly repair?: { readonly seq: number | null; readonly receiptCount: number | null } | undefined;
  /** The manager who has it booked as it was charged, whatever the rules ask. */
  readonly acceptedBy?: Who | undefined;
}

/** Whether somebody stands for the act as it is; then only what cannot be booked at all is refused. */
export function isAccepted(came: Came | undefined): boolean {
  return came?.acceptedBy !== undefined;
}

/** Where an act stands in its till's row, and whether that place was kept for it; nowhere if another act took it meanwhile. */
export function placeOf(
  stamp: TillStamp | undefined,
  came: Came | undefined,
): { readonly stamp: TillStamp | undefined; readonly kept: boolean } {
  if (!stamp || !came?.repair) return { stamp, kept: false };
  const { seq } = came.repair;
  if (seq === null && !came.acceptedBy) refuse("till_seq_taken");
  return { stamp: seq === null ? undefined : { ...stamp, seq }, kept: true };
}

/** The number of a paper: its till's next, or the one that was kept for it; a new one where another paper took that meanwhile. */
export function paperNumber(
  till: { readonly id: number; readonly code: string },
  centreCode: string,
  printed: string,
  last: number,
  came: Came | undefined,
): { readonly receiptCount: number; readonly receiptNumber: string } {
  const receiptCount = came?.repair?.receiptCount ?? last + 1;
  const number = receiptNumber(centreCode, till.code, receiptCount);
  const mayDiffer = came?.repair !== undefined && isAccepted(came);
  if (number !== printed && !mayDiffer) refuse("receipt_number_wrong", { expected: number, got: printed });
  return { receiptCount, receiptNumber: number };
}

/** Whether there is something to tell: it was done without the server, brought by somebody else, or the clock was off. */
function tells(came: Came, actor: Who | null): boolean {
  return (
    came.offline || came.sentBy.staffId !== actor?.staffId || Math.abs(came.aheadMs) > CLOCK_TOLERANCE_MS
  );
}

/** Keeps how the act came, inside its own write, and answers what the chain says of it; nothing where it came straight. */
export function arrived(
  shop: Shop,
  actId: string,
  actor: Who | null,
  came: Came | undefined,
): { readonly came?: Fact } {
  if (!came || !tells(came, actor)) return {};
  const { tillId, offline, keptAtMs, receivedAtMs, aheadMs, sentBy } = came;
  const arrivals = shop.book.statements(arrivalQueries);
  arrivals.insert({ actId, tillId, offline, keptAtMs, receivedAtMs, aheadMs, sentBy: sentBy.staffId });
  const till = arrivals.tillCode.get({ tillId })?.code ?? refuse("unknown_till");
  return {
    came: { till, offline, keptAt: keptAtMs, receivedAt: receivedAtMs, ahead: aheadMs, sentBy: sentBy.code },
  };
}

/** Whether the till had said "done" before the server knew of it (N2); null where nothing is kept of how it came. */
export function cameOffline(shop: Shop, actId: string): boolean | null {
  return shop.book.statements(arrivalQueries).byAct.get({ actId })?.offline ?? null;
}
