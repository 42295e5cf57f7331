// What was in force at the moment of the sale counts: price, cost, arrangement, members; later changes move nothing.
import { describe, expect, test } from "vitest";
import { changeMaker, createMaker } from "#domain/makers";
import { changeProduct, createProduct, listProducts, stalls } from "#domain/products";
import { recordSale } from "#domain/sales";
import type { Share } from "#rules/arrangement";
import { rupiah } from "#rules/money";
import {
  allFigures,
  cleanBook,
  fixed,
  newId,
  percent,
  type Sku,
  type TestShop,
  testShop,
  toMaker,
} from "../shop.ts";
import { refund, saleCommand, sell } from "../till.ts";

/** The same product with another price, cost or arrangement from now on. */
function change(
  shop: TestShop,
  sku: Sku,
  to: { price?: number; cost?: number | null; shares?: Share[]; active?: boolean },
): void {
  const product = listProducts(shop).find((row) => row.sku === sku);
  if (!product) throw new Error(sku);
  const { name, category, unit, countsAsPiece, stockTracked, priceRupiah, unitCostRupiah, shares } = product;
  changeProduct(shop, shop.manager, {
    id: newId(),
    productId: shop.product[sku],
    name,
    category,
    unit,
    countsAsPiece,
    stockTracked,
    active: to.active ?? true,
    priceRupiah: to.price === undefined ? (priceRupiah as never) : rupiah(to.price),
    unitCostRupiah:
      to.cost === undefined ? (unitCostRupiah as never) : to.cost === null ? null : rupiah(to.cost),
    shares: to.shares ?? shares,
  });
}

describe("what was in force at the moment of the sale counts", () => {
  test("price, cost and arrangement change between two sales; an offline sale of the earlier moment keeps the earlier ones", async () => {
    const shop = await testShop();
    sell(shop, ["BATIK"]); // 170.000: cost 20.000, Sari 136.000
    const earlier = shop.tick();
    shop.set("2025-07-16 09:00");
    change(shop, "BATIK", {
      price: 200_000,
      cost: 30_000,
      shares: [toMaker(shop.maker.WATI, percent(5000))],
    });
    sell(shop, ["BATIK"]); // 200.000: cost 30.000, Wati 100.000
    sell(shop, [{ sku: "BATIK", price: 170_000 }], { at: earlier }); // as the first
    const figures = await allFigures(shop);
    expect(figures.byDay).toEqual({
      "2025-07-15": { turnover: 340_000, grossProfit: 28_000, pieces: 2 },
      "2025-07-16": { turnover: 200_000, grossProfit: 70_000, pieces: 1 },
    });
    expect(figures.beneficiaryEarned).toEqual({ SARI: 272_000, WATI: 100_000 });
    await cleanBook(shop);
  });

  test("a group's members change between two sales, and a refund takes back from those of its sale (K2)", async () => {
    const shop = await testShop();
    const first = sell(shop, ["TAS"]); // 51.000: Sari 17.000, Budi 34.000
    shop.tick();
    const { WATI, BUDI, KELOMPOK } = shop.maker;
    changeMaker(shop, shop.manager, {
      id: newId(),
      makerId: KELOMPOK,
      name: "Kelompok Batik Mekar",
      program: "KUBE",
      active: true,
      members: [
        { makerId: WATI, weight: 1 },
        { makerId: BUDI, weight: 1 },
      ],
    });
    sell(shop, ["TAS"]); // 51.000: Wati 25.500, Budi 25.500
    expect((await allFigures(shop)).beneficiaryOwed).toEqual({ SARI: 17_000, BUDI: 59_500, WATI: 25_500 });
    refund(shop, first, [[1, 1]]);
    expect((await allFigures(shop)).beneficiaryOwed).toEqual({ SARI: 0, BUDI: 25_500, WATI: 25_500 });
    await cleanBook(shop);
  });

  test("a maker's programme changes: later sales count under the new one, earlier ones stay", async () => {
    const shop = await testShop();
    sell(shop, ["BATIK"]);
    shop.tick();
    const { SARI: makerId } = shop.maker;
    changeMaker(shop, shop.manager, {
      id: newId(),
      makerId,
      name: "Sari Lestari",
      program: "PROKUS",
      active: true,
      members: [],
    });
    sell(shop, ["BATIK"]);
    const figures = await allFigures(shop);
    expect(Object.keys(figures.byProgram).sort()).toEqual(["ATENSI", "PROKUS"]);
    expect(figures.earnedByProgram).toEqual({ ATENSI: 136_000, PROKUS: 136_000 });
    await cleanBook(shop);
  });

  test("a cost that is recorded later does not reach back: turnover without cost stays what it was", async () => {
    const shop = await testShop();
    const sale = sell(shop, [{ sku: "KERIPIK", quantity: 2 }]);
    shop.tick();
    change(shop, "KERIPIK", { cost: 3_000 });
    sell(shop, ["KERIPIK"]);
    expect(await allFigures(shop)).toMatchObject({
      turnover: 45_000,
      turnoverWithoutCost: 30_000,
      grossProfit: 8_000 + 1_000,
    });
    refund(shop, sale, [[1, 1]]);
    expect(await allFigures(shop)).toMatchObject({ turnoverWithoutCost: 15_000 });
    await cleanBook(shop);
  });

  test("Z2 a till whose clock is slow sells what was only just added, and a new group is paid", async () => {
    const shop = await testShop();
    const stallId = stalls(shop)[0]?.stallId as never;
    const { SARI, WATI } = shop.maker;
    const { makerId: group } = createMaker(shop, shop.manager, {
      id: newId(),
      code: "BARU",
      name: "Kelompok Baru",
      kind: "group",
      program: "KUBE",
      members: [SARI, WATI].map((makerId) => ({ makerId, weight: 1 })),
    });
    const { productId } = createProduct(shop, shop.manager, {
      id: newId(),
      sku: "BARU",
      name: "barang baru",
      category: "Kerajinan",
      stallId,
      unit: "buah",
      priceRupiah: rupiah(10_000),
      unitCostRupiah: rupiah(0),
      countsAsPiece: true,
      stockTracked: false,
      shares: [toMaker(group, fixed(5_000))],
    });
    const command = saleCommand(shop, [{ sku: "AIR", price: 10_000 }], { at: shop.now() - 90_000 });
    recordSale(shop, shop.cashier, {
      ...command,
      lines: command.lines.map((line) => ({ ...line, productId })),
    });
    expect((await allFigures(shop)).beneficiaryOwed).toEqual({ SARI: 2_500, WATI: 2_500 });
    await cleanBook(shop);
  });
});
