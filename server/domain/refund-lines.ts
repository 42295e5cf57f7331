// The lines of a refund: what comes back of each sold line by the cumulative rule, and the rows that keep it.
import { stockQueries } from "#db/queries/book";
import { earningQueries } from "#db/queries/makers";
import { refundQueries, saleQueries } from "#db/queries/sales";
import type { Day } from "#rules/business-day";
import { account, move, type Posting } from "#rules/entry";
import { type Rupiah, rupiah, sum } from "#rules/money";
import { formatQuantity } from "#rules/quantity";
import { type RefundCommand, refundedPart } from "#rules/refund";
import { refuse } from "#rules/refusal";
import type { Came } from "./came.ts";
import { codesOf } from "./codes.ts";
import { partPostings } from "./earnings.ts";
import { requireStall, type Shop, type Who } from "./shop.ts";
import { moveStock } from "./stock.ts";

type SoldLine = ReturnType<ReturnType<typeof saleQueries>["lines"]["all"]>[number];
type EarnedPart = ReturnType<ReturnType<typeof earningQueries>["ofSaleLine"]["all"]>[number];

export interface Returned {
  readonly sold: SoldLine;
  readonly lineNo: number;
  readonly quantityMilli: number;
  readonly restock: boolean;
  readonly netRupiah: Rupiah;
  readonly taxRupiah: Rupiah;
  readonly costRupiah: Rupiah;
  readonly sharesRupiah: Rupiah;
  readonly marginRupiah: Rupiah;
  /** Below zero: what each recipient gives back. */
  readonly parts: readonly EarnedPart[];
}

/** What comes back, line by line; refuses more than was sold and has not come back yet (R1), and a stall that is not the cashier's. */
export function returnedLines(shop: Shop, who: Who, command: RefundCommand, came?: Came): Returned[] {
  const sold = shop.book.statements(saleQueries).lines.all({ saleId: command.saleId });
  const named = new Set(command.lines.map((line) => line.lineNo));
  if (named.size !== command.lines.length) refuse("line_twice");
  const inOrder = command.lines.toSorted((a, b) => a.lineNo - b.lineNo);
  return inOrder.map(({ lineNo, quantityMilli, restock }) => {
    const line =
      sold.find((row) => row.line.lineNo === lineNo) ??
      refuse("refund_more_than_sold", { line: lineNo, left: "0" });
    requireStall(who, line.line.stallId, line.stallCode, came);
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
    .map((part) => ({ ...part, amountRupiah: rupiah(-back(part.amountRupiah)) }));
  const netRupiah = back(line.netRupiah);
  const taxRupiah = back(sold.tax?.taxRupiah ?? 0);
  const costRupiah = back(line.costRupiah);
  const sharesRupiah = sum(parts.filter((part) => part.makerId !== null).map((part) => -part.amountRupiah));
  const marginRupiah = rupiah(netRupiah - costRupiah - sharesRupiah);
  return {
    sold,
    lineNo,
    quantityMilli,
    restock,
    netRupiah,
    taxRupiah,
    costRupiah,
    sharesRupiah,
    marginRupiah,
    parts,
  };
}

export function lineRow(command: RefundCommand, day: Day, line: Returned) {
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

/** What goes back of the tax that the sold lines bore, below zero. */
export function taxRows(command: RefundCommand, day: Day, lines: readonly Returned[]) {
  return lines.flatMap(({ sold, taxRupiah }) =>
    sold.tax ? [{ ...sold.tax, eventId: command.id, businessDay: day, taxRupiah: rupiah(-taxRupiah) }] : [],
  );
}

/** Goods come back from the customer; what does not go to the shelf is written off as damaged. */
export function moveGoods(shop: Shop, command: RefundCommand, day: Day, line: Returned): void {
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

export function linePostings(shop: Shop, line: Returned): Posting[] {
  const { stallCode } = line.sold;
  return [
    { account: account.sales(stallCode), amountRupiah: line.netRupiah },
    { account: account.tax, amountRupiah: line.taxRupiah },
    ...move(line.costRupiah, account.cost(stallCode), line.restock ? account.goods : account.writeOff),
    ...line.parts.flatMap((part) => partPostings(part.amountRupiah, part, stallCode, codesOf(shop).maker)),
  ];
}
