// Refunds: takes back part or all of a sale by the cumulative rule, and pays the customer back.
import { stockQueries } from "#db/queries/book";
import { earningQueries } from "#db/queries/makers";
import { refundQueries, saleQueries } from "#db/queries/sales";
import { businessDay, type Day } from "#rules/business-day";
import { account, balance, moneyAccount, move, type Posting } from "#rules/entry";
import { refundFacts } from "#rules/facts";
import { type Rupiah, rupiah, sum } from "#rules/money";
import { formatQuantity } from "#rules/quantity";
import {
  netBack,
  type PaidBack,
  payBack,
  type RefundCommand,
  type RefundRecorded,
  refundedPart,
} from "#rules/refund";
import { refuse } from "#rules/refusal";
import type { RoundingStep } from "#rules/sale";
import type { RefundPreview } from "#rules/sale-view";
import { approvedBy, perform } from "./acts.ts";
import { bearDebts } from "./borne.ts";
import { codesOf } from "./codes.ts";
import { partPostings, savePart } from "./earnings.ts";
import { post } from "./journal.ts";
import { everythingIsBack, paidSoFar, paidWithoutCash } from "./refund-state.ts";
import { openShiftOf } from "./shifts.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";
import { moveStock } from "./stock.ts";
import { nextReceiptCount, tillById } from "./tills.ts";

/**
 * Records a refund in the shift that pays it (C3). Refuses, saving nothing: more than was sold and has not come back yet (R1), an
 * unknown sale, a refund before its sale, and (without approval) cash for what was not paid in cash.
 */
export function recordRefund(shop: Shop, who: Who, command: RefundCommand): RefundRecorded {
  return refund(shop, who, command).recorded;
}

/** What the refund would do: the refund itself, rolled back. */
export function previewRefund(shop: Shop, who: Who, command: RefundCommand): RefundPreview {
  return shop.book.preview(() => refund(shop, who, command).preview);
}

interface Answer {
  readonly recorded: RefundRecorded;
  readonly preview: RefundPreview;
}

function refund(shop: Shop, who: Who, command: RefundCommand): Answer {
  const { id, saleId, refundedAtMs, reason, note } = command;
  return perform(
    shop,
    {
      kind: "refund",
      command,
      who,
      atMs: refundedAtMs,
      till: command.till,
      approvalId: command.approvalId,
      note,
    },
    () => {
      const centre = centreOf(shop);
      const till = tillById(shop, command.till.tillId);
      const shift = openShiftOf(shop, command.shiftId, till.id);
      const receiptCount = nextReceiptCount(shop, till, command.receiptNumber, centre.code);
      const { sale } = shop.book.statements(saleQueries).byId.get({ id: saleId }) ?? refuse("unknown_sale");
      if (refundedAtMs < sale.soldAtMs) refuse("refund_before_sale");
      const lines = returnedLines(shop, command);
      const dueRupiah = sum(lines.map((line) => line.netRupiah));
      const paid = paidSoFar(shop, saleId);
      const back = payBack(dueRupiah, paid, centre.cashRoundingRupiah as RoundingStep, command.inCash);
      const needsApproval = command.centreBears === true || (command.inCash && paidWithoutCash(shop, saleId));
      if (needsApproval) approvedBy(shop, who, command.approvalId);
      const day = businessDay(refundedAtMs, centre.timeZone);

      // From here it must succeed.
      const totalRupiah = sum(back.payments.map((payment) => payment.amountRupiah));
      const row = {
        id,
        saleId,
        tillId: till.id,
        receiptCount,
        receiptNumber: command.receiptNumber,
        shiftId: shift.id,
        refundedAtMs,
        businessDay: day,
        cashierId: who.staffId,
        reason,
        note: note?.trim() ? note.trim() : null,
        roundingRupiah: back.roundingRupiah,
        totalRupiah,
      };
      const lineRows = lines.map((line) => lineRow(command, day, line));
      const partRows = lines.flatMap((line) =>
        line.parts.map((part) => ({
          ...part,
          eventId: id,
          kind: "refund",
          businessDay: day,
          atMs: refundedAtMs,
        })),
      );
      const nets = netBack(dueRupiah, back.payments, paid, everythingIsBack(shop, command));
      const paymentRows = nets.map((row) => ({ ...row, refundId: id, saleId, businessDay: day }));
      save(shop, { refund: row, lines: lineRows, parts: partRows, payments: paymentRows });
      for (const line of lines) moveGoods(shop, command, day, line);
      const entry = balance([
        ...moneyPostings(back, till.code),
        ...lines.flatMap((line) => linePostings(shop, line)),
      ]);
      post(shop, { eventId: id, kind: "refund", businessDay: day, atMs: refundedAtMs }, entry);
      const centreBears = command.centreBears ?? centre.refundAfterPayout === "centre";
      const borne = centreBears
        ? bearDebts(shop, { eventId: id, businessDay: day, atMs: refundedAtMs }, partRows)
        : [];
      const payments = back.payments.map(({ method, amountRupiah }) => ({ method, amountRupiah }));
      return {
        facts: refundFacts(
          { refund: row, lines: lineRows, parts: partRows, payments: paymentRows, borne },
          codesOf(shop),
        ),
        answer: (seal): Answer => ({
          recorded: {
            id,
            receiptNumber: command.receiptNumber,
            totalRupiah,
            payments,
            businessDay: day,
            seal,
          },
          preview: {
            totalRupiah,
            roundingRupiah: back.roundingRupiah,
            payments,
            lines: lines.map(({ lineNo, netRupiah }) => ({ lineNo, netRupiah })),
          },
        }),
      };
    },
  );
}

type SoldLine = ReturnType<ReturnType<typeof saleQueries>["lines"]["all"]>[number];
type EarnedPart = ReturnType<ReturnType<typeof earningQueries>["ofSaleLine"]["all"]>[number];

interface Returned {
  readonly sold: SoldLine;
  readonly lineNo: number;
  readonly quantityMilli: number;
  readonly restock: boolean;
  readonly netRupiah: Rupiah;
  readonly costRupiah: Rupiah;
  readonly sharesRupiah: Rupiah;
  readonly marginRupiah: Rupiah;
  /** Below zero: what each recipient gives back. */
  readonly parts: readonly EarnedPart[];
}

function returnedLines(shop: Shop, command: RefundCommand): Returned[] {
  const sold = shop.book.statements(saleQueries).lines.all({ saleId: command.saleId });
  const named = new Set(command.lines.map((line) => line.lineNo));
  if (named.size !== command.lines.length) refuse("line_twice");
  const inOrder = command.lines.toSorted((a, b) => a.lineNo - b.lineNo);
  return inOrder.map(({ lineNo, quantityMilli, restock }) => {
    const line =
      sold.find((row) => row.line.lineNo === lineNo) ??
      refuse("refund_more_than_sold", { line: lineNo, left: "0" });
    return returnedLine(shop, line, quantityMilli, restock);
  });
}

function returnedLine(shop: Shop, sold: SoldLine, quantityMilli: number, restock: boolean): Returned {
  const { line } = sold;
  const { saleId, lineNo } = line;
  const before = shop.book.statements(refundQueries).refundedMilli.get({ saleId, lineNo })?.milli ?? 0;
  const after = before + quantityMilli;
  if (after > line.quantityMilli)
    refuse("refund_more_than_sold", { line: lineNo, left: formatQuantity(line.quantityMilli - before) });
  const back = (amount: number): Rupiah => refundedPart(rupiah(amount), line.quantityMilli, before, after);
  const parts = shop.book
    .statements(earningQueries)
    .ofSaleLine.all({ saleId, lineNo })
    .map((part) => ({
      ...part,
      amountRupiah: rupiah(-back(part.amountRupiah)),
    }));
  const netRupiah = back(line.netRupiah);
  const costRupiah = back(line.costRupiah);
  const sharesRupiah = sum(parts.filter((part) => part.makerId !== null).map((part) => -part.amountRupiah));
  const marginRupiah = rupiah(netRupiah - costRupiah - sharesRupiah);
  return { sold, lineNo, quantityMilli, restock, netRupiah, costRupiah, sharesRupiah, marginRupiah, parts };
}

function lineRow(command: RefundCommand, day: Day, line: Returned) {
  const { productId, stallId, category, program, countsAsPiece, costRecorded } = line.sold.line;
  const { lineNo, quantityMilli, restock, netRupiah, costRupiah, sharesRupiah, marginRupiah } = line;
  return {
    refundId: command.id,
    saleId: command.saleId,
    lineNo,
    businessDay: day,
    productId,
    stallId,
    category,
    program,
    countsAsPiece,
    quantityMilli,
    restock,
    netRupiah,
    costRecorded,
    costRupiah,
    sharesRupiah,
    marginRupiah,
  };
}

interface Rows {
  readonly refund: Parameters<ReturnType<typeof refundQueries>["insert"]>[0];
  readonly lines: readonly ReturnType<typeof lineRow>[];
  readonly parts: readonly EarnedPart[];
  readonly payments: readonly Parameters<ReturnType<typeof refundQueries>["insertPayment"]>[0][];
}

function save(shop: Shop, rows: Rows): void {
  const refunds = shop.book.statements(refundQueries);
  refunds.insert(rows.refund);
  for (const line of rows.lines) refunds.insertLine(line);
  for (const payment of rows.payments) refunds.insertPayment(payment);
  for (const part of rows.parts) savePart(shop, part);
}

/** Goods come back from the customer; what does not go to the shelf is written off as damaged. */
function moveGoods(shop: Shop, command: RefundCommand, day: Day, line: Returned): void {
  const { productId, stallId, saleId, lineNo } = line.sold.line;
  // Whether the product is tracked may have changed since: what comes back is what the sale took.
  if (!shop.book.statements(stockQueries).soldOn.get({ saleId, lineNo })) return;
  const moved = {
    eventId: command.id,
    lineNo,
    productId,
    stallId,
    businessDay: day,
    atMs: command.refundedAtMs,
  };
  moveStock(shop, { ...moved, kind: "returned_by_customer", quantityMilli: line.quantityMilli });
  if (!line.restock) moveStock(shop, { ...moved, kind: "damaged", quantityMilli: -line.quantityMilli });
}

function moneyPostings(back: PaidBack, tillCode: string): Posting[] {
  return [
    ...back.payments.map(({ method, amountRupiah }) => ({
      account: moneyAccount(method, tillCode),
      amountRupiah: rupiah(-amountRupiah),
    })),
    { account: account.rounding, amountRupiah: back.roundingRupiah },
  ];
}

function linePostings(shop: Shop, line: Returned): Posting[] {
  const { stallCode } = line.sold;
  return [
    { account: account.sales(stallCode), amountRupiah: line.netRupiah },
    ...move(line.costRupiah, account.cost(stallCode), line.restock ? account.goods : account.writeOff),
    ...line.parts.flatMap((part) => partPostings(part.amountRupiah, part, stallCode, codesOf(shop).maker)),
  ];
}
