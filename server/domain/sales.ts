// Sales: checks what the till charged against the rules, and books it.

import { productQueries } from "#db/queries/products";
import { saleQueries } from "#db/queries/sales";
import { type Part, programOf } from "#rules/arrangement";
import { businessDay, type Day } from "#rules/business-day";
import { account, balance, moneyAccount, move, type Posting } from "#rules/entry";
import { saleFacts } from "#rules/facts";
import { type Rupiah, rupiah, sum } from "#rules/money";
import { refuse } from "#rules/refusal";
import {
  type LineSplit,
  lineSplit,
  type NetLine,
  netByPayment,
  netLines,
  type RoundingStep,
  type SaleCommand,
  type SaleRecorded,
} from "#rules/sale";
import { approvedBy, perform } from "./acts.ts";
import { sharesInForce } from "./arrangements.ts";
import { codesOf } from "./codes.ts";
import { partPostings, savePart } from "./earnings.ts";
import { post } from "./journal.ts";
import { checkPayments, checkTotal } from "./sale-checks.ts";
import { openShiftOf } from "./shifts.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";
import { moveStock } from "./stock.ts";
import { nextReceiptCount, tillById } from "./tills.ts";

/**
 * Records a sale as the till charged it. Refuses, saving nothing: a till or shift that is not there, a number out of turn, an unknown
 * product, parts that do not add up, payments that differ from the total, and (without approval) a net below
 * what others take of it or a price below the one in force.
 */
export function recordSale(shop: Shop, who: Who, command: SaleCommand): SaleRecorded {
  const { id, soldAtMs, totalRupiah } = command;
  return perform(
    shop,
    { kind: "sale", command, who, atMs: soldAtMs, till: command.till, approvalId: command.approvalId },
    () => {
      const centre = centreOf(shop);
      const till = tillById(shop, command.till.tillId);
      const shift = openShiftOf(shop, command.shiftId, till.id);
      const receiptCount = nextReceiptCount(shop, till, command.receiptNumber, centre.code);
      const lines = pricedLines(shop, command);
      checkTotal(
        command,
        lines.map((line) => line.netRupiah),
        centre.cashRoundingRupiah as RoundingStep,
      );
      checkPayments(command);
      if (lines.some((line) => line.marginRupiah < 0 || line.belowPrice))
        approvedBy(shop, who, command.approvalId);
      const day = businessDay(soldAtMs, centre.timeZone);

      // From here it must succeed.
      const sale = {
        id,
        tillId: till.id,
        receiptCount,
        receiptNumber: command.receiptNumber,
        shiftId: shift.id,
        soldAtMs,
        receivedAtMs: shop.now(),
        businessDay: day,
        cashierId: who.staffId,
        saleDiscountRupiah: command.saleDiscountRupiah,
        roundingRupiah: command.roundingRupiah,
        totalRupiah,
      };
      const lineRows = lines.map((line) => lineRow(id, day, line));
      const partRows = lines.flatMap((line) =>
        line.parts.map((part, index) => partRow(command, day, line.lineNo, index + 1, part)),
      );
      const paymentRows = paymentRowsOf(command, day, lines);
      save(shop, { sale, lines: lineRows, parts: partRows, payments: paymentRows });
      for (const line of lines) {
        if (!line.stockTracked) continue;
        const { productId, stallId, lineNo, quantityMilli } = line;
        moveStock(shop, {
          eventId: id,
          lineNo,
          kind: "sold",
          productId,
          stallId,
          quantityMilli: -quantityMilli,
          businessDay: day,
          atMs: soldAtMs,
        });
      }
      const entry = balance([
        ...paymentPostings(command, till.code),
        ...lines.flatMap((line) => linePostings(shop, line)),
      ]);
      post(shop, { eventId: id, kind: "sale", businessDay: day, atMs: soldAtMs }, entry);
      return {
        facts: saleFacts({ sale, lines: lineRows, parts: partRows, payments: paymentRows }, codesOf(shop)),
        answer: (seal) => ({
          id,
          receiptNumber: command.receiptNumber,
          totalRupiah,
          changeRupiah: changeOf(command),
          businessDay: day,
          seal,
        }),
      };
    },
  );
}

type Charged = SaleCommand["lines"][number];
type Line = Omit<Charged, "netRupiah"> &
  NetLine &
  LineSplit & {
    readonly lineNo: number;
    readonly versionId: number;
    readonly stallId: number;
    readonly stallCode: string;
    readonly category: string;
    readonly program: string;
    readonly stockTracked: boolean;
    readonly countsAsPiece: boolean;
    readonly costRecorded: boolean;
    /** Charged less a unit than the price in force; a discount is given as a discount. */
    readonly belowPrice: boolean;
  };

/** Each line with what was in force at the moment of the sale; what the till worked out must agree (L5). */
function pricedLines(shop: Shop, command: SaleCommand): Line[] {
  const nets = netLines(command.lines, command.saleDiscountRupiah) ?? refuse("discount_too_large");
  return command.lines.map((charged, index): Line => {
    const net = nets[index] ?? refuse("discount_too_large");
    const lineNo = index + 1;
    if (net.netRupiah !== charged.netRupiah) {
      refuse("parts_do_not_add_up", {
        part: `lines.${lineNo}.net`,
        expected: net.netRupiah,
        got: charged.netRupiah,
      });
    }
    const product = inForce(shop, charged.productId, command.soldAtMs);
    const shares = sharesInForce(shop, product.versionId, command.soldAtMs);
    const unitCost = product.unitCostRupiah === null ? null : rupiah(product.unitCostRupiah);
    const { versionId, stallId, stallCode, category, stockTracked, countsAsPiece } = product;
    return {
      ...charged,
      ...net,
      ...lineSplit({ netRupiah: net.netRupiah, quantityMilli: charged.quantityMilli }, unitCost, shares),
      lineNo,
      versionId,
      stallId,
      stallCode,
      category,
      stockTracked,
      countsAsPiece,
      program: programOf(shares),
      costRecorded: unitCost !== null,
      belowPrice: charged.unitPriceRupiah < (product.priceRupiah ?? 0),
    };
  });
}

/** The product as it was in force at a moment; refuses `unknown_product`. */
function inForce(shop: Shop, productId: number, atMs: number) {
  const { versions } = shop.book.statements(productQueries);
  const all = shop.book.recall(`product ${productId}`, () => versions.all({ productId }));
  return all.find((version) => version.fromMs <= atMs) ?? refuse("unknown_product");
}

function changeOf(command: SaleCommand): Rupiah {
  return sum(
    command.payments.map(
      (payment) => (payment.tenderedRupiah ?? payment.amountRupiah) - payment.amountRupiah,
    ),
  );
}

function lineRow(saleId: string, day: Day, line: Line) {
  const {
    lineNo,
    productId,
    versionId,
    stallId,
    category,
    program,
    countsAsPiece,
    quantityMilli,
    unitPriceRupiah,
    grossRupiah,
    discountRupiah,
    saleDiscountPartRupiah,
    netRupiah,
    costRecorded,
    costRupiah,
    sharesRupiah,
    marginRupiah,
  } = line;
  return {
    saleId,
    lineNo,
    businessDay: day,
    productId,
    versionId,
    stallId,
    category,
    program,
    countsAsPiece,
    quantityMilli,
    unitPriceRupiah,
    grossRupiah,
    discountRupiah,
    saleDiscountPartRupiah,
    netRupiah,
    costRecorded,
    costRupiah,
    sharesRupiah,
    marginRupiah,
  };
}

function partRow(command: SaleCommand, day: Day, lineNo: number, partNo: number, part: Part) {
  const { account: kindOfAccount, makerId, fund, groupId, program, rule, base, amountRupiah } = part;
  return {
    eventId: command.id,
    kind: "sale",
    lineNo,
    partNo,
    saleId: command.id,
    businessDay: day,
    atMs: command.soldAtMs,
    account: kindOfAccount,
    makerId,
    fund,
    groupId,
    program,
    rule: rule.kind,
    value: rule.kind === "fixed" ? rule.rupiahPerUnit : rule.basisPoints,
    base,
    amountRupiah,
  };
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

interface Rows {
  readonly sale: Parameters<ReturnType<typeof saleQueries>["insert"]>[0];
  readonly lines: readonly ReturnType<typeof lineRow>[];
  readonly parts: readonly ReturnType<typeof partRow>[];
  readonly payments: ReturnType<typeof paymentRowsOf>;
}

function save(shop: Shop, rows: Rows): void {
  const sales = shop.book.statements(saleQueries);
  sales.insert(rows.sale);
  for (const line of rows.lines) sales.insertLine(line);
  for (const payment of rows.payments) sales.insertPayment(payment);
  for (const part of rows.parts) savePart(shop, part);
}

function paymentPostings(command: SaleCommand, tillCode: string): Posting[] {
  return [
    ...command.payments.map(({ method, amountRupiah }) => ({
      account: moneyAccount(method, tillCode),
      amountRupiah,
    })),
    { account: account.rounding, amountRupiah: command.roundingRupiah },
  ];
}

function linePostings(shop: Shop, line: Line): Posting[] {
  return [
    { account: account.sales(line.stallCode), amountRupiah: rupiah(-line.netRupiah) },
    ...move(line.costRupiah, account.goods, account.cost(line.stallCode)),
    ...line.parts.flatMap((part) =>
      partPostings(part.amountRupiah, part, line.stallCode, codesOf(shop).maker),
    ),
  ];
}
