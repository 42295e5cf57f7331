// PBJT of a stall: on the sale, back with the goods, held apart from turnover, and from its day on only.
import { describe, expect, test } from "vitest";
import { readFigures, wholePeriod } from "#domain/figures";
import { holds } from "#domain/journal";
import { catalogue } from "#domain/products";
import { saleView } from "#domain/sale-views";
import { recordSale } from "#domain/sales";
import { setTax } from "#domain/taxes";
import { account } from "#rules/entry";
import { rupiah } from "#rules/money";
import type { Tax } from "#rules/tax";
import { allFigures, cleanBook, inDrawer, newId, type StallCode, type TestShop, testShop } from "../shop.ts";
import { refund, saleCommand, sell } from "../till.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });
const PBJT = { name: "PBJT makanan dan minuman", rateBasisPoints: 1000 };

function bearTax(shop: TestShop, stall: StallCode, mode: Tax["mode"], fromMs = shop.tick()): void {
  setTax(shop, shop.manager, { id: newId(), stallId: shop.stall[stall], fromMs, mode, ...PBJT });
}

describe("a stall that bears tax", () => {
  test("inclusive: the price stays, the net is without it, and shares and turnover are of the net", async () => {
    const shop = await testShop();
    bearTax(shop, "KAFE", "inclusive");
    // Three coffees 36.000: net 32.727 (36.000 × 100 / 110 = 32.727,27), tax 3.273; cost 12.000, Budi 15.000.
    const sale = sell(shop, [{ sku: "KOPI", quantity: 3 }, "BATIK"]);
    expect(sale.totalRupiah).toBe(36_000 + 170_000);
    expect(
      saleView(shop, sale.id).lines.map(({ netRupiah, taxRupiah, tax }) => [netRupiah, taxRupiah, tax]),
    ).toEqual([
      [32_727, 3_273, { mode: "inclusive", ...PBJT }],
      [170_000, 0, null],
    ]);
    expect(await allFigures(shop)).toMatchObject({
      turnover: 202_727,
      byStall: { KAFE: { turnover: 32_727, grossProfit: 32_727 - 12_000 - 15_000 } },
      byPaymentMethod: { cash: 202_727 },
      beneficiaryOwed: { BUDI: 15_000 },
    });
    expect(holds(shop, account.tax)).toBe(-3_273);
    const { taxByStall } = await readFigures(shop, await wholePeriod(shop));
    expect(taxByStall).toEqual({ KAFE: 3_273 });
    await cleanBook(shop);
  });

  test("exclusive: it comes on top, in what is paid and in the drawer", async () => {
    const shop = await testShop();
    bearTax(shop, "KAFE", "exclusive");
    const before = inDrawer(shop);
    const sale = sell(shop, [{ sku: "KOPI", quantity: 3 }, "AIR"]); // 36.000 + 3.600, 4.000 + 400
    expect(sale.totalRupiah).toBe(44_000);
    expect(inDrawer(shop) - before).toBe(44_000);
    expect(await allFigures(shop)).toMatchObject({ turnover: 40_000, byPaymentMethod: { cash: 40_000 } });
    expect(holds(shop, account.tax)).toBe(-4_000);
    await cleanBook(shop);
  });

  test.each(["inclusive", "exclusive"] as const)(
    "%s: comes back with the goods by the same rule, and all of it at the end",
    async (mode) => {
      const shop = await testShop();
      bearTax(shop, "KAFE", mode);
      const sale = sell(shop, [{ sku: "KOPI", quantity: 3, discount: 1 }]);
      const { netRupiah = 0, taxRupiah = 0 } = saleView(shop, sale.id).lines[0] ?? {};
      const third = Math.floor(netRupiah / 3) + Math.floor(taxRupiah / 3);
      expect(refund(shop, sale, [[1, 1]]).totalRupiah).toBe(third);
      refund(shop, sale, [[1, 2]]);
      expect(holds(shop, account.tax)).toBe(0);
      expect(await allFigures(shop)).toMatchObject({
        turnover: 0,
        grossProfit: 0,
        byPaymentMethod: { cash: 0 },
      });
      expect(saleView(shop, sale.id).refunds.map((back) => back.lines[0]?.taxRupiah)).toEqual([
        Math.floor(taxRupiah / 3),
        taxRupiah - Math.floor(taxRupiah / 3),
      ]);
      await cleanBook(shop);
    },
  );

  test("a till that left it out, or has it wrong, is told so and nothing is saved (L5)", async () => {
    const shop = await testShop();
    const unaware = saleCommand(shop, ["KOPI"]);
    bearTax(shop, "KAFE", "exclusive");
    const sale = { ...unaware, soldAtMs: shop.tick() };
    const refusal = expect.objectContaining({
      code: "parts_do_not_add_up",
      facts: { part: "lines.1.tax", expected: 1_200, got: 0 },
    });
    expect(() => recordSale(shop, shop.cashier, sale)).toThrow(refusal);
    await cleanBook(shop);
  });
});

describe("a tax begins on its day", () => {
  test("what was sold before bears none, whenever it arrives; later changes move nothing", async () => {
    const shop = await testShop();
    const before = sell(shop, ["KOPI"]);
    const late = saleCommand(shop, ["KOPI"]);
    bearTax(shop, "KAFE", "inclusive");
    recordSale(shop, shop.cashier, late);
    const within = sell(shop, ["KOPI"]);
    bearTax(shop, "KAFE", "none");
    const after = sell(shop, ["KOPI"]);
    const taxes = [before, late, within, after].map(({ id }) => saleView(shop, id).lines[0]?.taxRupiah);
    expect(taxes).toEqual([0, 0, 1_091, 0]);
    expect(catalogue(shop, shop.cashier).stalls.find((stall) => stall.code === "KAFE")?.tax).toBeNull();
    await cleanBook(shop);
  });

  test("set a few minutes late, or while a till's clock is ahead: what was sold by then keeps its tax, and the book is in order", async () => {
    const shop = await testShop();
    bearTax(shop, "KAFE", "exclusive");
    const asTheFormOpened = shop.tick();
    const meanwhile = sell(shop, ["KOPI"]);
    const ahead = sell(shop, ["KOPI"], { at: shop.now() + 300_000 });
    shop.tick();
    bearTax(shop, "KAFE", "inclusive", asTheFormOpened);
    bearTax(shop, "KAFE", "none");
    refund(shop, ahead, [[1, 1]], { at: shop.now() + 300_000 });
    const taxes = [meanwhile, ahead].map(({ id }) => saleView(shop, id).lines[0]?.taxRupiah);
    expect(taxes).toEqual([1_200, 1_200]);
    await cleanBook(shop);
  });

  test("never in the past, and never before its last change", async () => {
    const shop = await testShop();
    const yesterday = shop.now() - 24 * 3_600_000;
    expect(() => bearTax(shop, "KAFE", "inclusive", yesterday)).toThrow(refusedAs("tax_has_begun"));
    const tomorrow = shop.now() + 24 * 3_600_000;
    bearTax(shop, "KAFE", "inclusive", tomorrow);
    expect(() => bearTax(shop, "KAFE", "none", tomorrow - 1)).toThrow(refusedAs("tax_has_begun"));
    expect(sell(shop, ["KOPI"]).totalRupiah).toBe(12_000);
    expect(saleCommand(shop, ["KOPI"]).lines[0]?.netRupiah).toBe(rupiah(12_000));
    await cleanBook(shop);
  });
});
