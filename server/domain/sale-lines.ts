// The lines of a sale: what was in force at its moment, what each is worth, and the rows that keep it.
import { productQueries } from "#db/queries/products";
import { type Part, programOf } from "#rules/arrangement";
import type { Day } from "#rules/business-day";
import { account, move, type Posting } from "#rules/entry";
import { rupiah } from "#rules/money";
import { refuse } from "#rules/refusal";
import { type LineSplit, lineSplit, type NetLine, netLines, type SaleCommand } from "#rules/sale";
import type { Tax } from "#rules/tax";
import { sharesInForce } from "./arrangements.ts";
import { type Came, isAccepted } from "./came.ts";
import { codesOf } from "./codes.ts";
import { partPostings } from "./earnings.ts";
import { requireStall, type Shop, type Who } from "./shop.ts";
import { taxAsCharged, taxInForce } from "./taxes.ts";

type Charged = SaleCommand["lines"][number];

/** One line as it was charged, with everything that was in force at the moment of the sale. */
export type Line = Omit<Charged, "netRupiah" | "taxRupiah"> &
  NetLine &
  LineSplit & {
    readonly lineNo: number;
    readonly versionId: number;
    readonly name: string;
    readonly unit: string;
    readonly stallId: number;
    readonly stallCode: string;
    readonly category: string;
    readonly program: string;
    readonly stockTracked: boolean;
    readonly countsAsPiece: boolean;
    readonly costRecorded: boolean;
    readonly tax: Tax | null;
    /** Charged less a unit than the price in force, or nothing where the price is asked; a discount is given as a discount. */
    readonly belowPrice: boolean;
  };

/**
 * Each line with what was in force; what the till worked out must agree (L5). Refuses an unknown product, a stall that is not the
 * cashier's, a discount larger than its price, and parts that do not add up.
 */
export function pricedLines(shop: Shop, who: Who, command: SaleCommand, came?: Came): Line[] {
  const { soldAtMs, saleDiscountRupiah } = command;
  const worth = isAccepted(came) ? (netLines(command.lines, saleDiscountRupiah) ?? []) : [];
  const products = command.lines.map((charged, index) => {
    const { stallId, ...product } = inForce(shop, charged.productId, soldAtMs);
    requireStall(who, stallId, product.stallCode, came);
    const now = taxInForce(shop, stallId, soldAtMs);
    const worthRupiah = worth[index]?.netRupiah;
    const tax = worthRupiah === undefined ? now : taxAsCharged(shop, stallId, now, worthRupiah, charged);
    return { ...product, stallId, tax };
  });
  const taxable = command.lines.map((charged, index) => ({ ...charged, tax: products[index]?.tax }));
  const nets = netLines(taxable, saleDiscountRupiah) ?? refuse("discount_too_large");
  return command.lines.map((charged, index): Line => {
    const net = nets[index] ?? refuse("discount_too_large");
    const product = products[index] ?? refuse("unknown_product");
    const lineNo = index + 1;
    mustAgree(`lines.${lineNo}.net`, net.netRupiah, charged.netRupiah);
    mustAgree(`lines.${lineNo}.tax`, net.taxRupiah, charged.taxRupiah ?? 0);
    const shares = sharesInForce(shop, product.versionId, soldAtMs);
    const unitCost = product.unitCostRupiah === null ? null : rupiah(product.unitCostRupiah);
    const { versionId, name, unit, stallId, stallCode, category, stockTracked, countsAsPiece, tax } = product;
    return {
      ...charged,
      ...net,
      ...lineSplit({ netRupiah: net.netRupiah, quantityMilli: charged.quantityMilli }, unitCost, shares),
      lineNo,
      versionId,
      name,
      unit,
      stallId,
      stallCode,
      category,
      stockTracked,
      countsAsPiece,
      tax,
      program: programOf(shares),
      costRecorded: unitCost !== null,
      belowPrice:
        charged.unitPriceRupiah < (product.priceRupiah ?? 1) &&
        !(came?.offline && wasItsPrice(shop, charged, soldAtMs)),
    };
  });
}

function mustAgree(part: string, expected: number, got: number): void {
  if (expected !== got) refuse("parts_do_not_add_up", { part, expected, got });
}

/** The product as it was in force at a moment; refuses `unknown_product`. */
function inForce(shop: Shop, productId: number, atMs: number) {
  return versionsOf(shop, productId).find((version) => version.fromMs <= atMs) ?? refuse("unknown_product");
}

/** The newest first. */
function versionsOf(shop: Shop, productId: number) {
  const { versions } = shop.book.statements(productQueries);
  return shop.book.recall(`product ${productId}`, () => versions.all({ productId }));
}

/** Without the server a till asks the prices it last heard of, and what was paid is not priced again (O1). */
function wasItsPrice(shop: Shop, { productId, unitPriceRupiah }: Charged, atMs: number): boolean {
  return versionsOf(shop, productId).some(
    ({ fromMs, priceRupiah }) => fromMs <= atMs && priceRupiah === unitPriceRupiah,
  );
}

export function lineRow(saleId: string, day: Day, line: Line) {
  return {
    saleId,
    lineNo: line.lineNo,
    businessDay: day,
    productId: line.productId,
    versionId: line.versionId,
    stallId: line.stallId,
    category: line.category,
    program: line.program,
    countsAsPiece: line.countsAsPiece,
    quantityMilli: line.quantityMilli,
    unitPriceRupiah: line.unitPriceRupiah,
    grossRupiah: line.grossRupiah,
    discountRupiah: line.discountRupiah,
    saleDiscountPartRupiah: line.saleDiscountPartRupiah,
    netRupiah: line.netRupiah,
    costRecorded: line.costRecorded,
    costRupiah: line.costRupiah,
    sharesRupiah: line.sharesRupiah,
    marginRupiah: line.marginRupiah,
    name: line.name,
    unit: line.unit,
  };
}

/** Rows of the lines that bear tax; a rate that rounds to nothing is still a line that bears it. */
export function taxRows(saleId: string, day: Day, lines: readonly Line[]) {
  return lines.flatMap(({ lineNo, stallId, tax, taxRupiah }) =>
    tax
      ? [
          {
            eventId: saleId,
            saleId,
            lineNo,
            businessDay: day,
            stallId,
            name: tax.name,
            mode: tax.mode,
            rateBasisPoints: tax.rateBasisPoints,
            taxRupiah,
          },
        ]
      : [],
  );
}

export function partRow(command: SaleCommand, day: Day, lineNo: number, partNo: number, part: Part) {
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

/** What a line moves: its net, its tax, its cost and everybody's part. */
export function linePostings(shop: Shop, line: Line): Posting[] {
  return [
    { account: account.sales(line.stallCode), amountRupiah: rupiah(-line.netRupiah) },
    { account: account.tax, amountRupiah: rupiah(-line.taxRupiah) },
    ...move(line.costRupiah, account.goods, account.cost(line.stallCode)),
    ...line.parts.flatMap((part) =>
      partPostings(part.amountRupiah, part, line.stallCode, codesOf(shop).maker),
    ),
  ];
}
