// The acts of a shop's day in short words: each builder numbers and adds up like a real till, and hands it to the verbs.

import { markOf } from "#domain/acts";
import { changeSettings, settings } from "#domain/centre";
import { recordPayout, reversePayout } from "#domain/payouts";
import { listProducts, setPhoto } from "#domain/products";
import { recordRefund } from "#domain/refunds";
import { recordSale } from "#domain/sales";
import { recordApproval } from "#domain/sessions";
import type { Who } from "#domain/shop";
import { receiveStock } from "#domain/stock";
import { taxInForce } from "#domain/taxes";
import { lastReceiptCount } from "#domain/tills";
import { countVisitors } from "#domain/visits";
import type { Settings } from "#rules/centre";
import type { PayoutId, RefundId, SaleId, VisitId } from "#rules/ids";
import { rupiah, sum } from "#rules/money";
import type { PayoutCommand, PayoutRecorded } from "#rules/payout";
import { receiptNumber } from "#rules/receipt";
import type { RefundCommand, RefundReason, RefundRecorded } from "#rules/refund";
import {
  duesOf,
  type Method,
  netLines,
  type RoundingStep,
  type SaleCommand,
  type SaleRecorded,
  saleTotal,
} from "#rules/sale";
import type { PayoutView } from "#rules/statement";
import { type MakerCode, newId, nextStamp, type Sku, type TestShop } from "./shop.ts";

export const units = (quantity: number): number => Math.round(quantity * 1000);

/** One line of a cart: what, how much, and where it differs from the product's own price. */
export interface CartLine {
  readonly sku: Sku;
  readonly quantity?: number;
  readonly price?: number;
  readonly discount?: number;
  readonly note?: string;
}

export type Way = Method | "waiting";

export interface Selling {
  /** How it is paid: one method for all of it, or amounts; the rest is then cash. "waiting" is a QRIS nobody has seen come in. */
  readonly pay?: Way | readonly (readonly [Way, number])[];
  readonly saleDiscount?: number;
  readonly approvalId?: string;
  /** The manager approves it on the spot. */
  readonly approved?: true;
  readonly at?: number;
  readonly id?: SaleId;
}

/** What the till would send: prices from the catalogue, nets and total by the rules, the next numbers. */
export function saleCommand(
  shop: TestShop,
  cart: readonly (Sku | CartLine)[],
  how: Selling = {},
): SaleCommand {
  const soldAtMs = how.at ?? shop.tick();
  const products = new Map(listProducts(shop).map((product) => [product.sku, product]));
  const priced = cart.map((item) => {
    const line: CartLine = typeof item === "string" ? { sku: item } : item;
    const product = products.get(line.sku);
    return {
      productId: shop.product[line.sku],
      quantityMilli: units(line.quantity ?? 1),
      unitPriceRupiah: rupiah(line.price ?? product?.priceRupiah ?? 0),
      discountRupiah: rupiah(line.discount ?? 0),
      ...(line.note === undefined ? {} : { note: line.note }),
      tax: taxInForce(shop, product?.stallId ?? 0, soldAtMs),
    };
  });
  const saleDiscountRupiah = rupiah(how.saleDiscount ?? 0);
  const nets = netLines(priced, saleDiscountRupiah) ?? [];
  const lines = priced.map(({ tax: _tax, ...line }, index) => {
    const { netRupiah, taxRupiah } = nets[index] ?? { netRupiah: rupiah(0), taxRupiah: rupiah(0) };
    return { ...line, netRupiah, ...(taxRupiah === 0 ? {} : { taxRupiah }) };
  });
  const step = settings(shop).settings.cashRoundingRupiah as RoundingStep;
  const due = sum(duesOf(lines));
  const given = typeof how.pay === "string" || how.pay === undefined ? [] : how.pay;
  const single = typeof how.pay === "string" ? how.pay : "cash";
  const cashless = given.reduce((all, [, amount]) => all + amount, 0);
  const { roundingRupiah, totalRupiah } = saleTotal(
    duesOf(lines),
    rupiah(single === "cash" ? cashless : due),
    step,
  );
  const rest = totalRupiah - cashless;
  return {
    id: how.id ?? newId<SaleId>(),
    till: nextStamp(shop),
    shiftId: shop.shiftId,
    receiptNumber: nextPaper(shop),
    soldAtMs,
    lines,
    saleDiscountRupiah,
    roundingRupiah,
    totalRupiah,
    payments: [
      ...given.map(([method, amount]) => ({ ...referred(method), amountRupiah: rupiah(amount) })),
      ...(due > cashless || given.length === 0 ? [{ ...referred(single), amountRupiah: rupiah(rest) }] : []),
    ],
    ...(how.approvalId === undefined ? {} : { approvalId: how.approvalId }),
  };
}

/** A card and a transfer carry the number that a bank gave them. */
function referred(method: Way) {
  if (method === "waiting") return { method: "qris" as const, unconfirmed: true as const };
  return method === "edc" || method === "transfer" ? { method, reference: "A-1024" } : { method };
}

export function nextPaper(shop: TestShop): string {
  return receiptNumber("UJI", shop.till.code, lastReceiptCount(shop, shop.till.tillId) + 1);
}

/** The cashier sells. */
export function sell(shop: TestShop, cart: readonly (Sku | CartLine)[], how: Selling = {}): SaleRecorded {
  return recordSale(shop, shop.cashier, approvedIf(shop, how, saleCommand(shop, cart, how)));
}

export interface Refunding {
  readonly reason?: RefundReason;
  readonly inCash?: boolean;
  readonly centreBears?: boolean;
  readonly approvalId?: string;
  /** The manager approves it on the spot. */
  readonly approved?: true;
  readonly at?: number;
  readonly id?: RefundId;
}

/** `[line, units]`, back on the shelf, or `[line, units, "damaged"]`. */
export type Back = readonly [line: number, quantity: number, condition?: "damaged"];

export function refundCommand(
  shop: TestShop,
  saleId: SaleId,
  back: readonly Back[],
  how: Refunding = {},
): RefundCommand {
  const { reason = "unwanted", inCash = false, centreBears, approvalId, at, id } = how;
  return {
    id: id ?? newId<RefundId>(),
    till: nextStamp(shop),
    shiftId: shop.shiftId,
    receiptNumber: nextPaper(shop),
    saleId,
    refundedAtMs: at ?? shop.tick(),
    reason,
    lines: back.map(([lineNo, quantity, condition]) => ({
      lineNo,
      quantityMilli: units(quantity),
      restock: condition !== "damaged",
    })),
    inCash,
    ...(centreBears === undefined ? {} : { centreBears }),
    ...(approvalId === undefined ? {} : { approvalId }),
  };
}

/** The cashier takes goods back. */
export function refund(
  shop: TestShop,
  sale: { readonly id: SaleId },
  back: readonly Back[],
  how: Refunding = {},
): RefundRecorded {
  return recordRefund(shop, shop.cashier, approvedIf(shop, how, refundCommand(shop, sale.id, back, how)));
}

/** The manager's yes to one act as it stands. */
export function approval(shop: TestShop, act: { readonly id: string }, by: Who = shop.manager): string {
  return recordApproval(shop, by, { id: newId(), forId: act.id, mark: markOf(act) }).id;
}

function approvedIf<C extends { id: string }>(shop: TestShop, how: { approved?: true }, command: C): C {
  return how.approved ? { ...command, approvalId: approval(shop, command) } : command;
}

export function payoutCommand(
  shop: TestShop,
  maker: MakerCode,
  amount: number,
  how: Partial<PayoutCommand> = {},
): PayoutCommand {
  return {
    id: newId<PayoutId>(),
    makerId: shop.maker[maker],
    amountRupiah: rupiah(amount),
    of: "proceeds",
    source: "safe",
    paidAtMs: shop.tick(),
    receivedBy: "self",
    acknowledgedBy: "signature",
    ...how,
  };
}

/** The manager pays a maker, from the safe unless told. */
export function payOut(
  shop: TestShop,
  maker: MakerCode,
  amount: number,
  how: Partial<PayoutCommand> = {},
): PayoutRecorded {
  return recordPayout(shop, shop.manager, payoutCommand(shop, maker, amount, how));
}

export function takeBack(
  shop: TestShop,
  payout: { readonly id: PayoutId },
  reason = "Salah orang",
): PayoutView {
  return reversePayout(shop, shop.manager, {
    id: newId(),
    payoutId: payout.id,
    reason,
    reversedAtMs: shop.tick(),
  });
}

export function receive(shop: TestShop, sku: Sku, quantity: number): number {
  return receiveStock(shop, shop.manager, {
    id: newId(),
    productId: shop.product[sku],
    quantityMilli: units(quantity),
    receivedAtMs: shop.tick(),
  }).onHandMilli;
}

export function count(
  shop: TestShop,
  people: number,
  how: {
    readonly reason?: string;
    readonly undoes?: VisitId;
    readonly at?: number;
    readonly category?: "dewasa" | "anak";
  } = {},
): { id: VisitId; businessDay: string; total: number } {
  const { at, category = "dewasa", ...more } = how;
  return countVisitors(shop, shop.cashier, {
    id: newId<VisitId>(),
    areaId: shop.area,
    category,
    count: people,
    countedAtMs: at ?? shop.tick(),
    ...more,
  });
}

export function set(shop: TestShop, changed: Partial<Settings>): void {
  changeSettings(shop, shop.manager, { ...settings(shop).settings, ...changed, id: newId() });
}

/** A product gets a small picture. */
export function photograph(shop: TestShop, sku: Sku): void {
  const base64 = Buffer.from([0xff, 0xd8, 0xff, 0xd9]).toString("base64");
  setPhoto(shop, shop.manager, { id: newId(), productId: shop.product[sku], type: "image/jpeg", base64 });
}
