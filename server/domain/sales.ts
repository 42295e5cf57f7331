// Sales: checks what the till charged against the rules, and books it.
import { saleQueries } from "#db/queries/sales";
import type { ApprovalReason } from "#rules/approval";
import { businessDay, type Day } from "#rules/business-day";
import { account, balance, moneyAccount, type Posting } from "#rules/entry";
import { saleFacts } from "#rules/facts";
import { type Rupiah, rupiah, sum } from "#rules/money";
import {
  discountBasisPoints,
  duesOf,
  netByPayment,
  type RoundingStep,
  type SaleCommand,
  type SaleRecorded,
} from "#rules/sale";
import { approverOf, perform } from "./acts.ts";
import type { Came } from "./came.ts";
import { limitsOf } from "./centre.ts";
import { codesOf } from "./codes.ts";
import { savePart } from "./earnings.ts";
import { post } from "./journal.ts";
import { printTicket } from "./prints.ts";
import { checkPayments, checkTotal } from "./sale-checks.ts";
import { type Line, linePostings, lineRow, partRow, pricedLines, taxRows } from "./sale-lines.ts";
import { countInShift, inShift, type TotalRow } from "./shift-totals.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";
import { moveStock } from "./stock.ts";
import { bookSupplement, shiftFor } from "./supplements.ts";
import { makeTickets } from "./tickets.ts";
import { numberOf, tillById } from "./tills.ts";

/**
 * Records a sale as the till charged it. Refuses, saving nothing: a till or shift that is not there, a number out of turn, an unknown
 * product, goods of a stall that is not the cashier's, parts that do not add up, payments that differ from the total, and (without
 * approval) a discount above the centre's limit, a net below what others take of it or a price below the one in force.
 */
export function recordSale(shop: Shop, who: Who, command: SaleCommand, came?: Came): SaleRecorded {
  const { id, soldAtMs, totalRupiah } = command;
  return perform(shop, { kind: "sale", command, who, atMs: soldAtMs, till: command.till, came }, () => {
    const centre = centreOf(shop);
    const till = tillById(shop, command.till.tillId);
    const { shift, late } = shiftFor(shop, command.shiftId, till.id, soldAtMs, came);
    const number = numberOf(shop, till, command.receiptNumber, centre.code, came);
    const lines = pricedLines(shop, who, command, came);
    checkTotal(command, duesOf(lines), centre.cashRoundingRupiah as RoundingStep, came);
    checkPayments(command);
    const approver = approverOf(shop, who, command, needsOf(shop, command, lines), came);
    const day = businessDay(soldAtMs, centre.timeZone);

    // From here it must succeed.
    const sale = {
      id,
      tillId: till.id,
      ...number,
      shiftId: shift.id,
      soldAtMs,
      receivedAtMs: shop.now(),
      businessDay: day,
      cashierId: who.staffId,
      saleDiscountRupiah: command.saleDiscountRupiah,
      roundingRupiah: command.roundingRupiah,
      totalRupiah,
      cashierName: who.name,
    };
    const rows = {
      sale,
      lines: lines.map((line) => lineRow(id, day, line)),
      taxes: taxRows(id, day, lines),
      notes: lines.flatMap(({ lineNo, note }) => (note === undefined ? [] : [{ saleId: id, lineNo, note }])),
      parts: lines.flatMap((line) =>
        line.parts.map((part, index) => partRow(command, day, line.lineNo, index + 1, part)),
      ),
      payments: paymentRowsOf(command, day, lines),
      unconfirmed: unconfirmedRowsOf(command),
    };
    save(shop, rows);
    for (const line of lines) takeFromShelf(shop, command, day, line);
    const entry = balance([
      ...paymentPostings(command, till.code),
      ...lines.flatMap((line) => linePostings(shop, line)),
    ]);
    post(shop, { eventId: id, kind: "sale", businessDay: day, atMs: soldAtMs }, entry);
    const supplement = late
      ? bookSupplement(shop, {
          shiftId: shift.id,
          eventId: id,
          kind: "sale",
          cashRupiah: cashOf(command),
          tillCode: till.code,
          businessDay: day,
          atMs: soldAtMs,
        })
      : null;
    if (!late) countInShift(shop, shift.id, sumsOf(who, command, lines));
    const { made, toPrint } = makeTickets(shop, { saleId: id, businessDay: day, soldAtMs, lines });
    for (const ticketId of toPrint) shop.book.afterCommit(() => printTicket(shop, ticketId, who));
    return {
      facts: saleFacts({ ...rows, tickets: made, supplement }, codesOf(shop)),
      approver,
      answer: (seal) => ({
        id,
        receiptNumber: number.receiptNumber,
        totalRupiah,
        changeRupiah: changeOf(command),
        businessDay: day,
        seal,
      }),
    };
  });
}

/** What of the sale a cashier may not do alone. */
function needsOf(shop: Shop, command: SaleCommand, lines: readonly Line[]): ApprovalReason[] {
  const gross = sum(lines.map((line) => line.grossRupiah));
  const above = discountBasisPoints(gross, discountsOf(command)) > limitsOf(shop).discountLimitBasisPoints;
  return [
    ...(above ? (["discount_above_limit"] as const) : []),
    ...(lines.some((line) => line.marginRupiah < 0) ? (["net_below_shares"] as const) : []),
    ...(lines.some((line) => line.belowPrice) ? (["price_below"] as const) : []),
  ];
}

/** All that was given away: on lines and on the whole sale. */
function discountsOf(command: SaleCommand): Rupiah {
  return sum([command.saleDiscountRupiah, ...command.lines.map((line) => line.discountRupiah)]);
}

function changeOf(command: SaleCommand): Rupiah {
  return sum(
    command.payments.map(
      (payment) => (payment.tenderedRupiah ?? payment.amountRupiah) - payment.amountRupiah,
    ),
  );
}

function cashOf(command: SaleCommand): Rupiah {
  return sum(
    command.payments.filter(({ method }) => method === "cash").map(({ amountRupiah }) => amountRupiah),
  );
}

function paymentRowsOf(command: SaleCommand, day: Day, lines: readonly Line[]) {
  const nets = netByPayment(sum(lines.map((line) => line.netRupiah)), command.payments);
  return command.payments.map(({ method, amountRupiah, tenderedRupiah, reference }, position) => ({
    saleId: command.id,
    position,
    businessDay: day,
    method,
    amountRupiah,
    tenderedRupiah: tenderedRupiah ?? null,
    reference: reference ?? null,
    netRupiah: nets[position] ?? rupiah(0),
  }));
}

/** What waits for its notification; nobody is notified of nothing. */
function unconfirmedRowsOf(command: SaleCommand) {
  return command.payments.flatMap(({ unconfirmed, amountRupiah }, position) =>
    unconfirmed && amountRupiah > 0 ? [{ saleId: command.id, position, amountRupiah }] : [],
  );
}

interface Rows {
  readonly sale: Parameters<ReturnType<typeof saleQueries>["insert"]>[0];
  readonly lines: readonly ReturnType<typeof lineRow>[];
  readonly taxes: ReturnType<typeof taxRows>;
  readonly notes: readonly { readonly saleId: string; readonly lineNo: number; readonly note: string }[];
  readonly parts: readonly ReturnType<typeof partRow>[];
  readonly payments: ReturnType<typeof paymentRowsOf>;
  readonly unconfirmed: ReturnType<typeof unconfirmedRowsOf>;
}

function save(shop: Shop, rows: Rows): void {
  const sales = shop.book.statements(saleQueries);
  sales.insert(rows.sale);
  for (const line of rows.lines) sales.insertLine(line);
  for (const tax of rows.taxes) sales.insertTax(tax);
  for (const note of rows.notes) sales.insertNote(note);
  for (const payment of rows.payments) sales.insertPayment(payment);
  for (const payment of rows.unconfirmed) sales.insertUnconfirmed(payment);
  for (const part of rows.parts) savePart(shop, part);
}

function takeFromShelf(shop: Shop, command: SaleCommand, businessDay: Day, line: Line): void {
  if (!line.stockTracked) return;
  const { productId, stallId, lineNo, quantityMilli } = line;
  moveStock(shop, {
    eventId: command.id,
    lineNo,
    kind: "sold",
    productId,
    stallId,
    quantityMilli: -quantityMilli,
    businessDay,
    atMs: command.soldAtMs,
  });
}

function paymentPostings(command: SaleCommand, tillCode: string): Posting[] {
  return [
    ...command.payments.map(({ method, amountRupiah, unconfirmed }) => ({
      account: moneyAccount(method, tillCode, unconfirmed),
      amountRupiah,
    })),
    { account: account.rounding, amountRupiah: command.roundingRupiah },
  ];
}

/** What the sale adds to its shift's sums. */
function sumsOf(who: Who, command: SaleCommand, lines: readonly Line[]): TotalRow[] {
  const { totalRupiah, roundingRupiah, payments } = command;
  const discounts = discountsOf(command);
  const cash = cashOf(command);
  return [
    inShift(totalRupiah, "sale"),
    inShift(totalRupiah, "cashier", who.code),
    ...payments.map(({ method, amountRupiah }) => inShift(amountRupiah, "tender", method)),
    ...together(lines.map((line) => [line.category, line.netRupiah] as const)).map(([category, net]) =>
      inShift(net, "category", category),
    ),
    ...together(lines.map((line) => [line.tax?.name ?? "", line.taxRupiah])).flatMap(([name, tax]) =>
      tax === 0 ? [] : [inShift(tax, "tax", name)],
    ),
    ...(cash === 0 ? [] : [inShift(cash, "drawer")]),
    ...(discounts === 0 ? [] : [inShift(discounts, "discount")]),
    ...(roundingRupiah === 0 ? [] : [inShift(-roundingRupiah, "rounding")]),
  ];
}

/** Amounts of the same name as one. */
export function together(amounts: readonly (readonly [name: string, rupiah: number])[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [name, amount] of amounts) sums.set(name, (sums.get(name) ?? 0) + amount);
  return [...sums];
}
