// Refunds: takes back part or all of a sale by the cumulative rule, and pays the customer back.
import { refundQueries, saleQueries } from "#db/queries/sales";
import type { ApprovalReason } from "#rules/approval";
import { businessDay } from "#rules/business-day";
import { account, balance, moneyAccount, type Posting } from "#rules/entry";
import { refundFacts } from "#rules/facts";
import { type Rupiah, rupiah, sum } from "#rules/money";
import {
  netBack,
  type PaidBack,
  type PaidSoFar,
  payBack,
  type RefundCommand,
  type RefundRecorded,
} from "#rules/refund";
import { refuse } from "#rules/refusal";
import { duesOf, ROUNDING_STEPS, type RoundingStep } from "#rules/sale";
import type { RefundPreview } from "#rules/sale-view";
import { approverOf, perform } from "./acts.ts";
import { bearDebts } from "./borne.ts";
import { type Came, isAccepted } from "./came.ts";
import { limitsOf } from "./centre.ts";
import { codesOf } from "./codes.ts";
import { savePart } from "./earnings.ts";
import { post } from "./journal.ts";
import { linePostings, lineRow, moveGoods, type Returned, returnedLines, taxRows } from "./refund-lines.ts";
import { everythingIsBack, paidSoFar } from "./refund-state.ts";
import { together } from "./sales.ts";
import { countInShift, inShift, type TotalRow } from "./shift-totals.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";
import { bookSupplement, shiftFor } from "./supplements.ts";
import { numberOf, tillById } from "./tills.ts";

/**
 * Records a refund in the shift that pays it (C3). Refuses, saving nothing: more than was sold and has not come back yet (R1), an
 * unknown sale, a refund before its sale, goods of a stall that is not the cashier's, a void of less than everything, anything but a void
 * while a QRIS payment waits, and (without approval) a void, a refund above the centre's limit, and cash for what was not paid in cash.
 */
export function recordRefund(shop: Shop, who: Who, command: RefundCommand, came?: Came): RefundRecorded {
  return refund(shop, who, command, "for_good", came).recorded;
}

/** What the refund would do, and what of it a manager must approve: the refund itself, rolled back. */
export function previewRefund(shop: Shop, who: Who, command: RefundCommand): RefundPreview {
  return shop.book.preview(() => refund(shop, who, command, "preview").preview);
}

interface Answer {
  readonly recorded: RefundRecorded;
  readonly preview: RefundPreview;
}

function refund(
  shop: Shop,
  who: Who,
  command: RefundCommand,
  how: "for_good" | "preview",
  came?: Came,
): Answer {
  const { id, saleId, refundedAtMs, reason, note, till: stamp } = command;
  const act = { kind: "refund", command, who, atMs: refundedAtMs, till: stamp, note, came };
  return perform(shop, act, () => {
    const centre = centreOf(shop);
    const till = tillById(shop, stamp.tillId);
    const { shift, late } = shiftFor(shop, command.shiftId, till.id, refundedAtMs, came);
    const number = numberOf(shop, till, command.receiptNumber, centre.code, came);
    const { sale } = shop.book.statements(saleQueries).byId.get({ id: saleId }) ?? refuse("unknown_sale");
    // A till whose clock was ahead sold later than it was: by the time the server heard of the sale it was made.
    const madeBy = Math.min(sale.soldAtMs, sale.receivedAtMs);
    if (refundedAtMs < madeBy && !isAccepted(came)) refuse("refund_before_sale");
    const lines = returnedLines(shop, who, command, came);
    const everything = everythingIsBack(shop, command);
    if (reason === "mistake" && !everything) refuse("void_takes_all");
    const paid = paidSoFar(shop, saleId);
    const waits = paid.some((payment) => payment.unconfirmed);
    if (waits && (reason !== "mistake" || command.inCash)) refuse("confirm_first");
    const dueRupiah = sum(duesOf(lines));
    const back = paidBackAs(command, dueRupiah, paid, centre.cashRoundingRupiah as RoundingStep, came);
    const totalRupiah = totalOf(back);
    const needs = needsOf(
      command,
      // What came back of this sale before counts too, or a limit could be passed in small steps.
      sum([totalRupiah, ...paid.map((payment) => payment.refundedRupiah)]) > limitsOf(shop).refundLimitRupiah,
      paid.some((payment) => payment.method !== "cash"),
    );
    const approver = how === "preview" ? null : approverOf(shop, who, command, needs, came);
    const day = businessDay(refundedAtMs, centre.timeZone);

    // From here it must succeed.
    const row = {
      id,
      saleId,
      tillId: till.id,
      ...number,
      shiftId: shift.id,
      refundedAtMs,
      businessDay: day,
      cashierId: who.staffId,
      reason,
      note: note?.trim() ? note.trim() : null,
      roundingRupiah: back.roundingRupiah,
      totalRupiah,
      cashierName: who.name,
    };
    const event = { eventId: id, kind: "refund" as const, businessDay: day, atMs: refundedAtMs };
    const netRupiah = sum(lines.map((line) => line.netRupiah));
    const rows = {
      refund: row,
      lines: lines.map((line) => lineRow(command, day, line)),
      taxes: taxRows(command, day, lines),
      parts: lines.flatMap((line) => line.parts.map((part) => ({ ...part, ...event }))),
      payments: netBack(netRupiah, back.payments, paid, everything).map((payment) => ({
        ...payment,
        refundId: id,
        saleId,
        businessDay: day,
      })),
    };
    save(shop, rows);
    for (const line of lines) moveGoods(shop, command, day, line);
    const entry = balance([
      ...moneyPostings(back, till.code, paid),
      ...lines.flatMap((line) => linePostings(shop, line)),
    ]);
    post(shop, event, entry);
    const cashRupiah = rupiah(-cashOf(back));
    const supplement = late
      ? bookSupplement(shop, { shiftId: shift.id, ...event, cashRupiah, tillCode: till.code })
      : null;
    if (!late) countInShift(shop, shift.id, sumsOf(command, totalRupiah, back, lines));
    const centreBears = command.centreBears ?? centre.refundAfterPayout === "centre";
    const borne = centreBears ? bearDebts(shop, event, rows.parts) : [];
    const payments = back.payments.map(({ method, amountRupiah }) => ({ method, amountRupiah }));
    return {
      facts: refundFacts({ ...rows, supplement, borne }, codesOf(shop)),
      approver,
      answer: (seal): Answer => ({
        recorded: {
          id,
          receiptNumber: number.receiptNumber,
          totalRupiah,
          payments,
          businessDay: day,
          seal,
        },
        preview: {
          totalRupiah,
          roundingRupiah: back.roundingRupiah,
          payments,
          lines: lines.map(({ lineNo, netRupiah: net, taxRupiah }) => ({
            lineNo,
            netRupiah: net,
            taxRupiah,
          })),
          needs,
        },
      }),
    };
  });
}

/**
 * What goes back, by the centre's rounding or, where a manager stands for what a till paid back, by any. Refuses `parts_do_not_add_up` where
 * the till paid back something else (L5).
 */
function paidBackAs(
  command: RefundCommand,
  dueRupiah: Rupiah,
  paid: readonly PaidSoFar[],
  stepNow: RoundingStep,
  came: Came | undefined,
): PaidBack {
  const now = payBack(dueRupiah, paid, stepNow, command.inCash);
  const { totalRupiah: got = totalOf(now) } = command;
  const others = isAccepted(came)
    ? ROUNDING_STEPS.map((step) => payBack(dueRupiah, paid, step, command.inCash))
    : [];
  const expected = totalOf(now);
  return (
    [now, ...others].find((back) => totalOf(back) === got) ??
    refuse("parts_do_not_add_up", { part: "total", expected, got })
  );
}

function totalOf(back: PaidBack): Rupiah {
  return sum(back.payments.map((payment) => payment.amountRupiah));
}

/** What of the refund a cashier may not do alone. */
function needsOf(command: RefundCommand, aboveLimit: boolean, paidWithoutCash: boolean): ApprovalReason[] {
  return [
    ...(command.reason === "mistake" ? (["void"] as const) : []),
    ...(command.reason !== "mistake" && aboveLimit ? (["refund_above_limit"] as const) : []),
    ...(command.inCash && paidWithoutCash ? (["cash_for_cashless"] as const) : []),
    ...(command.centreBears ? (["centre_bears"] as const) : []),
  ];
}

interface Rows {
  readonly refund: Parameters<ReturnType<typeof refundQueries>["insert"]>[0];
  readonly lines: readonly ReturnType<typeof lineRow>[];
  readonly taxes: ReturnType<typeof taxRows>;
  readonly parts: readonly Returned["parts"][number][];
  readonly payments: readonly Parameters<ReturnType<typeof refundQueries>["insertPayment"]>[0][];
}

function save(shop: Shop, rows: Rows): void {
  const refunds = shop.book.statements(refundQueries);
  refunds.insert(rows.refund);
  for (const line of rows.lines) refunds.insertLine(line);
  for (const tax of rows.taxes) refunds.insertTax(tax);
  for (const payment of rows.payments) refunds.insertPayment(payment);
  for (const part of rows.parts) savePart(shop, part);
}

function moneyPostings(
  back: PaidBack,
  tillCode: string,
  paid: readonly { readonly unconfirmed: boolean }[],
): Posting[] {
  return [
    ...back.payments.map(({ position, method, amountRupiah }) => ({
      account: moneyAccount(method, tillCode, paid[position]?.unconfirmed),
      amountRupiah: rupiah(-amountRupiah),
    })),
    { account: account.rounding, amountRupiah: back.roundingRupiah },
  ];
}

function cashOf(back: PaidBack): number {
  return back.payments.reduce(
    (all, { method, amountRupiah }) => all + (method === "cash" ? amountRupiah : 0),
    0,
  );
}

/** What the refund adds to the sums of the shift that pays it. */
function sumsOf(
  command: RefundCommand,
  totalRupiah: number,
  back: PaidBack,
  lines: readonly Returned[],
): TotalRow[] {
  const cash = cashOf(back);
  return [
    inShift(totalRupiah, command.reason === "mistake" ? "void" : "refund"),
    ...back.payments.flatMap(({ method, amountRupiah }) =>
      amountRupiah === 0 ? [] : [inShift(amountRupiah, "tender_back", method)],
    ),
    ...together(lines.map(({ sold, netRupiah }) => [sold.line.category, netRupiah])).map(([category, net]) =>
      inShift(net, "category_back", category),
    ),
    ...together(lines.map(({ sold, taxRupiah }) => [sold.tax?.name ?? "", -taxRupiah])).flatMap(
      ([name, tax]) => (tax === 0 ? [] : [inShift(tax, "tax", name)]),
    ),
    ...(cash === 0 ? [] : [inShift(-cash, "drawer")]),
    ...(back.roundingRupiah === 0 ? [] : [inShift(-back.roundingRupiah, "rounding")]),
  ];
}
