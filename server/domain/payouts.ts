// Payouts: pays a maker what is owed, oldest earnings first, and takes a payout back by a counter-entry.

import { actQueries } from "#db/queries/acts";
import { openEarnings, payoutQueries } from "#db/queries/payouts";
import { businessDay } from "#rules/business-day";
import { seal as sealOf } from "#rules/chain";
import { type Account, account, balance, move } from "#rules/entry";
import { payoutFacts } from "#rules/facts";
import type { MakerId, PayoutId } from "#rules/ids";
import { formatRupiah, rupiah } from "#rules/money";
import {
  allocate,
  type PayoutCommand,
  type PayoutRecorded,
  payable,
  type ReversePayout,
} from "#rules/payout";
import { payoutNumber } from "#rules/receipt";
import { refuse } from "#rules/refusal";
import type { PayoutPreview, PayoutView } from "#rules/statement";
import { perform } from "./acts.ts";
import { codesOf } from "./codes.ts";
import { addToMonth, ownAccount } from "./earnings.ts";
import { holds, post } from "./journal.ts";
import { makerById } from "./makers.ts";
import { countInShift, inShift } from "./shift-totals.ts";
import { openShiftOf, stillOpen } from "./shifts.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";

/**
 * Pays a maker. Refuses, saving nothing: a group (its members are paid), more than may be paid now, more than the drawer, safe or bank
 * holds, and a receiver who is not the maker and has no name.
 */
export function recordPayout(shop: Shop, who: Who, command: PayoutCommand): PayoutRecorded {
  return payOut(shop, who, command).recorded;
}

/** What the payout would do: the payout itself, rolled back. */
export function previewPayout(shop: Shop, who: Who, command: PayoutCommand): PayoutPreview {
  return shop.book.preview(() => payOut(shop, who, command).preview);
}

interface Answer {
  readonly recorded: PayoutRecorded;
  readonly preview: PayoutPreview;
}

function payOut(shop: Shop, who: Who, command: PayoutCommand): Answer {
  const { id, amountRupiah, paidAtMs, source } = command;
  return perform(shop, { kind: "payout", command, who, atMs: paidAtMs }, () => {
    const centre = centreOf(shop);
    const maker = makerById(shop, command.makerId);
    if (maker.kind === "group") refuse("groups_are_not_paid");
    if (command.receivedBy !== "self" && command.receiverName === undefined) refuse("receiver_needed");
    const kind = command.of === "savings" ? "savings" : maker.kind === "vendor" ? "vendor" : "payable";
    const open = openEarnings(shop.book.orm, maker.id, kind).map((row) => ({
      ...row,
      openRupiah: rupiah(row.openRupiah),
    }));
    const now = payable(open, centre.protectedFloorBasisPoints);
    if (amountRupiah > now.payableRupiah)
      refuse("more_than_owed", { payable: formatRupiah(now.payableRupiah) });
    const { from, shiftId } = sourceOf(shop, command);
    const held = holds(shop, from);
    if (amountRupiah > held) refuse("not_enough_money", { holds: formatRupiah(held) });
    const day = businessDay(paidAtMs, centre.timeZone);
    const payouts = shop.book.statements(payoutQueries);
    const number = (payouts.lastNumber.get()?.number ?? 0) + 1;
    const owedBefore = rupiah(now.unpaidRupiah - now.debtRupiah);
    const owedAfter = rupiah(owedBefore - amountRupiah);

    // From here it must succeed.
    const payout = {
      id,
      number,
      makerId: maker.id,
      account: kind,
      amountRupiah,
      source,
      shiftId,
      paidAtMs,
      businessDay: day,
      paidBy: who.staffId,
      receivedBy: command.receivedBy,
      receiverName: command.receiverName ?? null,
      acknowledgedBy: command.acknowledgedBy,
      owedAfterRupiah: owedAfter,
    };
    const allocations = allocate(open, amountRupiah, centre.protectedFloorBasisPoints);
    payouts.insert(payout);
    for (const [position, allocation] of allocations.entries()) {
      payouts.insertAllocation({
        eventId: id,
        position,
        payoutId: id,
        makerId: maker.id,
        account: kind,
        ...allocation,
      });
    }
    addToMonth(shop, { makerId: maker.id, account: kind, day, earnedRupiah: 0, paidRupiah: amountRupiah });
    post(
      shop,
      { eventId: id, kind: "payout", businessDay: day, atMs: paidAtMs },
      balance(move(amountRupiah, from, ownAccount(kind, maker.code))),
    );
    if (shiftId !== null)
      countInShift(shop, shiftId, [inShift(amountRupiah, "payout"), inShift(-amountRupiah, "drawer")]);
    const covered = open.filter((row) =>
      allocations.some((part) => part.amountRupiah > 0 && isSame(part, row)),
    );
    return {
      facts: payoutFacts({ payout, allocations }, codesOf(shop)),
      answer: (seal): Answer => ({
        recorded: {
          id,
          number: payoutNumber(centre.code, number),
          amountRupiah,
          businessDay: day,
          owedAfterRupiah: owedAfter,
          seal,
        },
        preview: {
          amountRupiah,
          owedBeforeRupiah: owedBefore,
          owedAfterRupiah: owedAfter,
          recoveredRupiah:
            -allocations
              .filter((part) => part.amountRupiah < 0)
              .reduce((all, part) => all + part.amountRupiah, 0) || 0,
          sourceHoldsAfterRupiah: held - amountRupiah,
          coveredLines: covered.length,
          coveredFrom: covered[0]?.businessDay ?? null,
          coveredTo: covered.at(-1)?.businessDay ?? null,
        },
      }),
    };
  });
}

type Part = { readonly saleId: string; readonly lineNo: number; readonly partNo: number };
const isSame = (a: Part, b: Part): boolean =>
  a.saleId === b.saleId && a.lineNo === b.lineNo && a.partNo === b.partNo;

function sourceOf(shop: Shop, command: PayoutCommand): { from: Account; shiftId: string | null } {
  if (command.source !== "drawer") return { from: account[command.source], shiftId: null };
  if (command.shiftId === undefined) refuse("shift_not_open");
  const shift = openShiftOf(shop, command.shiftId);
  return { from: account.drawer(shift.tillCode), shiftId: shift.id };
}

/** Takes a payout back with a reason; the money returns to where it came from, or to the safe when that drawer is closed. */
export function reversePayout(shop: Shop, who: Who, command: ReversePayout): PayoutView {
  const { id, payoutId, reversedAtMs, reason } = command;
  return perform(shop, { kind: "payout_reversed", command, who, atMs: reversedAtMs, note: reason }, () => {
    const payouts = shop.book.statements(payoutQueries);
    const { payout, makerCode } = payouts.byId.get({ id: payoutId }) ?? refuse("not_found");
    if (payouts.reversalOf.get({ payoutId })) refuse("already_reversed");
    if (payouts.borneOf.get({ payoutId })) refuse("payout_was_borne");
    const day = businessDay(reversedAtMs, centreOf(shop).timeZone);
    const { makerId, account: kind } = payout;
    const amountRupiah = rupiah(payout.amountRupiah);

    // From here it must succeed.
    payouts.insertReversal({ payoutId, id, reversedAtMs, businessDay: day, reversedBy: who.staffId, reason });
    for (const [position, { saleId, lineNo, partNo, amountRupiah: covered }] of payouts.allocationsOf
      .all({ eventId: payoutId })
      .entries()) {
      payouts.insertAllocation({
        eventId: id,
        position,
        payoutId,
        makerId,
        account: kind,
        saleId,
        lineNo,
        partNo,
        amountRupiah: -covered,
      });
    }
    addToMonth(shop, { makerId, account: kind, day, earnedRupiah: 0, paidRupiah: -amountRupiah });
    const { to, shiftId } = returnsTo(shop, payout);
    if (shiftId !== null)
      countInShift(shop, shiftId, [
        inShift(-amountRupiah, "payout", "", -1),
        inShift(amountRupiah, "drawer"),
      ]);
    const entry = balance(move(amountRupiah, ownAccount(kind, makerCode), to));
    post(shop, { eventId: id, kind: "payout_reversed", businessDay: day, atMs: reversedAtMs }, entry);
    return {
      facts: { payout: payout.number, maker: makerCode, rupiah: amountRupiah, day },
      answer: () => payoutView(shop, payoutId),
    };
  });
}

function returnsTo(
  shop: Shop,
  payout: { source: string; shiftId: string | null },
): { to: Account; shiftId: string | null } {
  if (payout.source !== "drawer" || payout.shiftId === null) return { to: payout.source, shiftId: null };
  const shift = stillOpen(shop, payout.shiftId);
  return shift
    ? { to: account.drawer(shift.tillCode), shiftId: shift.id }
    : { to: account.safe, shiftId: null };
}

/** A payout as its receipt shows it. */
export function payoutView(shop: Shop, payoutId: string): PayoutView {
  const payouts = shop.book.statements(payoutQueries);
  const { payout, makerCode, makerName, paidBy } = payouts.byId.get({ id: payoutId }) ?? refuse("not_found");
  const reversal = payouts.reversalOf.get({ payoutId });
  return {
    id: payout.id as PayoutId,
    number: payoutNumber(centreOf(shop).code, payout.number),
    maker: { makerId: payout.makerId as MakerId, code: makerCode, name: makerName },
    amountRupiah: payout.amountRupiah,
    of: payout.account === "savings" ? "savings" : "proceeds",
    source: payout.source as PayoutView["source"],
    paidAtMs: payout.paidAtMs,
    businessDay: payout.businessDay,
    paidBy,
    receivedBy: payout.receivedBy as PayoutView["receivedBy"],
    receiverName: payout.receiverName,
    acknowledgedBy: payout.acknowledgedBy as PayoutView["acknowledgedBy"],
    owedAfterRupiah: payout.owedAfterRupiah,
    reversedAtMs: reversal?.reversedAtMs ?? null,
    reversalReason: reversal?.reason ?? null,
    seal: sealOf(shop.book.statements(actQueries).hashOf.get({ id: payoutId })?.hash ?? ""),
  };
}
