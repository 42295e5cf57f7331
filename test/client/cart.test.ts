// The cart adds up as the rules say, gives back what was taken out, and outlives a reload.
import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import { type CatalogueProduct, catalogueProductSchema } from "#rules/catalogue";
import { productIdSchema } from "#rules/ids";
import { MOST_RUPIAH, rupiah } from "#rules/money";
import type { Tax } from "#rules/tax";
import { type Cart, createCart } from "../../client/till/cart.ts";
import { sumsShown } from "../../client/till/sums-shown.ts";
import { nothing, worthOf } from "../../client/till/worth.ts";

const product = (productId: number, priceRupiah: number | null, unit = "buah"): CatalogueProduct =>
  catalogueProductSchema.parse({
    productId,
    sku: `BRG-${productId}`,
    name: `Barang ${productId}`,
    category: "Kerajinan",
    stallId: 1,
    unit,
    priceRupiah,
    countsAsPiece: unit !== "kg",
    stockTracked: true,
    onHandMilli: 5000,
    photo: null,
  });

function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

const ids = { last: 0 };
const newId = () => {
  ids.last += 1;
  return `00000000-0000-4000-8000-${String(ids.last).padStart(12, "0")}`;
};

/** Effects run once the root's function has returned, as they do around a screen. */
function withCart<T>(use: (cart: Cart) => T, place = storage()): T {
  return createRoot((dispose) => {
    const cart = createCart({ newId, taxOf: () => null, storage: place, key: "cart" });
    queueMicrotask(dispose);
    return use(cart);
  });
}

test("the same thing at the same price joins its line; an open price asked otherwise does not", () => {
  withCart((cart) => {
    cart.add(product(1, 12_500), rupiah(12_500));
    cart.add(product(1, 12_500), rupiah(12_500));
    cart.add(product(2, null), rupiah(40_000));
    cart.add(product(2, null), rupiah(45_000));
    expect(cart.state.lines.map((line) => line.quantityMilli)).toEqual([2000, 1000, 1000]);
    expect(cart.worth().dueRupiah).toBe(110_000);
    expect(cart.count()).toBe(4);
  });
});

test("2,5 kg is worth what half up makes of it, and counts as one thing", () => {
  withCart((cart) => {
    cart.add(product(1, 87_350, "kg"), rupiah(87_350), 2500);
    expect(cart.worth().dueRupiah).toBe(218_375);
    expect(cart.count()).toBe(1);
  });
});

test("a line's discount in percent follows the quantity; the sale's is spread by the largest remainder", () => {
  withCart((cart) => {
    cart.add(product(1, 10_000), rupiah(10_000));
    cart.add(product(2, 5_000), rupiah(5_000));
    const [first] = cart.state.lines;
    cart.edit(first?.key ?? "", { quantityMilli: 3000, discount: { kind: "percent", basisPoints: 1000 } });
    expect(cart.worth().lines[0]).toMatchObject({
      grossRupiah: 30_000,
      discountRupiah: 3_000,
      worthRupiah: 27_000,
    });
    expect(cart.giveDiscount({ kind: "rupiah", amountRupiah: rupiah(1_001) })).toBe(true);
    expect(cart.worth().lines.map((line) => line.netRupiah)).toEqual([26_155, 4_844]);
    expect(cart.worth().dueRupiah).toBe(30_999);
  });
});

test("a discount larger than what it is taken from is not taken, and nothing else changes", () => {
  withCart((cart) => {
    cart.add(product(1, 10_000), rupiah(10_000));
    const key = cart.state.lines[0]?.key ?? "";
    expect(cart.edit(key, { discount: { kind: "rupiah", amountRupiah: rupiah(10_001) } })).toBe(false);
    expect(cart.giveDiscount({ kind: "rupiah", amountRupiah: rupiah(10_001) })).toBe(false);
    expect(cart.worth().dueRupiah).toBe(10_000);
  });
});

test("a price beyond the ceiling is refused, never rounded", () => {
  withCart((cart) => {
    expect(cart.add(product(1, null), rupiah(MOST_RUPIAH))).toBe(true);
    expect(cart.add(product(2, null), rupiah(MOST_RUPIAH + 1))).toBe(false);
    expect(cart.state.lines).toHaveLength(1);
  });
});

test("a removed line comes back where it stood, whatever was added since", () => {
  withCart((cart) => {
    for (const at of [1, 2, 3]) cart.add(product(at, 1_000 * at), rupiah(1_000 * at));
    const undo = cart.remove(cart.state.lines[1]?.key ?? "");
    cart.add(product(4, 4_000), rupiah(4_000));
    undo();
    expect(cart.state.lines.map((line) => Number(line.productId))).toEqual([1, 2, 3, 4]);
  });
});

test("an emptied cart comes back whole, with its id", () => {
  withCart((cart) => {
    cart.add(product(1, 1_000), rupiah(1_000));
    const { id } = cart.state;
    const undo = cart.clear();
    expect(cart.isEmpty()).toBe(true);
    expect(cart.state.id).not.toBe(id);
    undo();
    expect(cart.state.id).toBe(id);
    expect(cart.worth().dueRupiah).toBe(1_000);
  });
});

test("a line's discount that the rest cannot bear goes with the line that bore it", () => {
  withCart((cart) => {
    cart.add(product(1, 50_000), rupiah(50_000));
    cart.add(product(2, 1_000), rupiah(1_000));
    cart.giveDiscount({ kind: "rupiah", amountRupiah: rupiah(20_000) });
    const undo = cart.remove(cart.state.lines[0]?.key ?? "");
    expect(cart.worth().dueRupiah).toBe(1_000);
    undo();
    expect(cart.worth().dueRupiah).toBe(31_000);
  });
});

test("the unsold cart survives a reload with its id; what cannot be read starts a new one", async () => {
  const place = storage();
  const before = withCart((cart) => {
    cart.add(product(1, 12_500), rupiah(12_500));
    return { id: cart.state.id };
  }, place);
  await Promise.resolve();
  withCart((cart) => {
    expect(cart.state.id).toBe(before.id);
    expect(cart.worth().dueRupiah).toBe(12_500);
  }, place);
  place.kept.set("cart", '{"id":"x","lines":[{"quantityMilli":2.5}]}');
  withCart((cart) => expect(cart.isEmpty()).toBe(true), place);
});

test("only what is paid in cash is rounded, in the customer's favour", () => {
  withCart((cart) => {
    cart.add(product(1, 12_475), rupiah(12_475));
    expect(cart.bill(rupiah(0), 100)).toMatchObject({ roundingRupiah: 75, totalRupiah: 12_400 });
    expect(cart.bill(rupiah(12_475), 100)).toMatchObject({ roundingRupiah: 0, totalRupiah: 12_475 });
  });
});

test("what stands between the lines and the total adds up: discount, tax on top, rounding; a tax in the price is none", () => {
  const taxOf = (productId: number): Tax | null =>
    productId === 1
      ? { mode: "exclusive", rateBasisPoints: 750, name: "PBJT" }
      : { mode: "inclusive", rateBasisPoints: 1000, name: "PBJT makanan" };
  const line = { unit: "porsi", discount: null, note: null, quantityMilli: 1000 };
  const lines = [
    {
      ...line,
      key: newId(),
      productId: productIdSchema.parse(1),
      name: "Kopi",
      unitPriceRupiah: rupiah(16_000),
    },
    {
      ...line,
      key: newId(),
      productId: productIdSchema.parse(2),
      name: "Nasi",
      unitPriceRupiah: rupiah(52_050),
    },
  ];
  const worth = worthOf({ lines, saleDiscount: { kind: "rupiah", amountRupiah: rupiah(3_000) } }, taxOf);
  if (!worth) throw new Error("It can be sold.");
  // 3.000 by largest remainder: 705 and 2.295; 7,5 % of 15.295 is 1.147.
  expect(sumsShown(worth, rupiah(97))).toEqual([
    { of: "discount", amountRupiah: -3_000 },
    { of: "tax", name: "PBJT", amountRupiah: 1_147 },
    { of: "rounding", amountRupiah: -97 },
  ]);
  expect(worth.dueRupiah).toBe(16_000 + 52_050 - 3_000 + 1_147);
  expect(sumsShown(nothing)).toEqual([]);
});
