// Stock: the one function that moves goods, goods coming in, and what is on the shelf.
import { stockQueries } from "#db/queries/book";
import { centreQueries } from "#db/queries/centre";
import { productQueries } from "#db/queries/products";
import { businessDay, type Day } from "#rules/business-day";
import type { ProductId } from "#rules/ids";
import { refuse } from "#rules/refusal";
import type { Movement, ReceiveStock, StockView } from "#rules/stock";
import { perform } from "./acts.ts";
import { productsFor, stalls } from "./products.ts";
import { centreOf, requireStall, type Shop, type Who } from "./shop.ts";

export interface Moved {
  readonly eventId: string;
  readonly lineNo: number;
  readonly kind: Movement;
  readonly productId: number;
  readonly stallId: number;
  /** Above zero came in, below zero went out. */
  readonly quantityMilli: number;
  readonly businessDay: Day;
  readonly atMs: number;
}

/** Moves goods (I5): the movement, and the month's sum beside it. */
export function moveStock(shop: Shop, moved: Moved): void {
  const { productId, stallId, quantityMilli } = moved;
  const stock = shop.book.statements(stockQueries);
  stock.insert(moved);
  stock.addToMonth({ productId, stallId, month: moved.businessDay.slice(0, 7), quantityMilli });
}

/** Goods that came in; refuses `unknown_product`, and `not_your_stall` to who receives for other stalls. Answers what is then on the shelf. */
export function receiveStock(shop: Shop, who: Who, command: ReceiveStock): { onHandMilli: number } {
  const { id, productId, quantityMilli, receivedAtMs, note } = command;
  return perform(shop, { kind: "stock_received", command, who, atMs: receivedAtMs, note }, () => {
    const product = shop.book.statements(productQueries).byId.get({ id: productId });
    if (!product?.stockTracked) refuse("unknown_product");
    requireStall(who, product.stallId, stallCode(shop, product.stallId));
    const day = businessDay(receivedAtMs, centreOf(shop).timeZone);
    moveStock(shop, {
      eventId: id,
      lineNo: 1,
      kind: "received",
      productId,
      stallId: product.stallId,
      quantityMilli,
      businessDay: day,
      atMs: receivedAtMs,
    });
    const onHandMilli = shop.book.statements(stockQueries).onHand.get({ productId })?.milli ?? 0;
    return { facts: { sku: product.sku, quantity: quantityMilli, day }, answer: () => ({ onHandMilli }) };
  });
}

function stallCode(shop: Shop, stallId: number): string {
  return shop.book.statements(centreQueries).stallById.get({ id: stallId })?.code ?? "";
}

/** Every stock-tracked product that a person handles: received, sold (net of returns) and on the shelf. */
export function stockOnShelf(shop: Shop, who: Who): StockView {
  const moved = Map.groupBy(shop.book.statements(stockQueries).byKind.all(), (row) => row.productId);
  const stallNames = new Map(stalls(shop).map((stall) => [stall.stallId, stall.name]));
  return productsFor(shop, who)
    .filter((product) => product.stockTracked && (product.active || product.onHandMilli !== 0))
    .map(({ productId, sku, name, unit, stallId, onHandMilli }) => {
      const kinds = moved.get(productId) ?? [];
      const of = (...names: Movement[]) =>
        kinds.filter((row) => names.includes(row.kind as Movement)).reduce((all, row) => all + row.milli, 0);
      return {
        productId: productId as ProductId,
        sku,
        name,
        unit,
        stall: stallNames.get(stallId) ?? "",
        onHandMilli,
        receivedMilli: of("received"),
        soldMilli: of("sold", "returned_by_customer") === 0 ? 0 : -of("sold", "returned_by_customer"),
      };
    });
}
