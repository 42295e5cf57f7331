// Sales: approvals, midnight at the centre, cash rounding, and sums that the till must have right.
import { describe, expect, test } from "vitest";
import { recordRefund } from "#domain/refunds";
import { saleView } from "#domain/sale-views";
import { recordSale } from "#domain/sales";
import type { SaleId } from "#rules/ids";
import { rupiah } from "#rules/money";
import { contents } from "../contents.ts";
import { allFigures, cleanBook, newId, testShop } from "../shop.ts";
import { approval, count, receive, refund, refundCommand, saleCommand, sell, set } from "../till.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });
const needing = (needs: string) =>
  expect.objectContaining({ code: "approval_needed", facts: expect.objectContaining({ needs }) });

describe("what a cashier may not do alone", () => {
  test("a net below what makers, vendors and cost take of it needs approval; one approval serves the one sale it was given for", async () => {
    const shop = await testShop();
    const cheap = [{ sku: "KOPI", discount: 4_000 }] as const; // net 8.000, cost 4.000, Budi 5.000
    const before = contents(shop);
    const refusal = needing("net_below_shares");
    expect(() => sell(shop, cheap)).toThrow(refusal);
    expect(contents(shop)).toEqual(before);
    const id = newId<SaleId>();
    const yes = approval(shop, saleCommand(shop, cheap, { id }));
    expect(() => sell(shop, cheap, { approvalId: yes })).toThrow(refusal); // another sale's
    sell(shop, cheap, { id, approvalId: yes });
    expect(() => sell(shop, cheap, { approvalId: yes })).toThrow(refusal);
    expect(() => sell(shop, cheap, { approvalId: newId() })).toThrow(refusal);
    expect(saleView(shop, id)).toMatchObject({ cashier: "Dewi", approvedBy: "Ibu Ratna" });
    expect(await allFigures(shop)).toMatchObject({
      turnover: 8_000,
      grossProfit: -1_000,
      beneficiaryOwed: { BUDI: 5_000 },
    });
    await cleanBook(shop);
  });

  test("exactly what they take needs none; a manager at the till stands for it themself, and that is recorded", async () => {
    const shop = await testShop();
    const alone = sell(shop, [{ sku: "KOPI", discount: 3_000 }]);
    const given = recordSale(shop, shop.manager, saleCommand(shop, [{ sku: "KOPI", discount: 12_000 }]));
    expect(saleView(shop, alone.id).approvedBy).toBeNull();
    expect(saleView(shop, given.id)).toMatchObject({ cashier: "Ibu Ratna", approvedBy: "Ibu Ratna" });
    expect(await allFigures(shop)).toMatchObject({ turnover: 9_000, grossProfit: -9_000, transactions: 2 });
    await cleanBook(shop);
  });

  test("discounts above the centre's limit, all of a sale's together, whatever the makers take", async () => {
    const shop = await testShop({ limits: "default" }); // 10 %
    const two = (saleDiscount: number) =>
      [[{ sku: "AIR", quantity: 2, discount: 400 }], { saleDiscount }] as const;
    sell(shop, ...two(400)); // 800 of 8.000 is 10 %
    const refusal = needing("discount_above_limit");
    expect(() => sell(shop, ...two(401))).toThrow(refusal);
    const [cart, how] = two(401);
    sell(shop, cart, { ...how, approved: true });
    set(shop, { discountLimitBasisPoints: 1100 });
    sell(shop, ...two(401));
    await cleanBook(shop);
  });

  test("a cashier who is limited to stalls sells and takes back only their goods", async () => {
    const shop = await testShop();
    const kafe = shop.stall.KAFE;
    const barista = { ...shop.cashier, stallIds: [kafe] };
    recordSale(shop, barista, saleCommand(shop, ["KOPI"]));
    const refusal = expect.objectContaining({ code: "not_your_stall", facts: { stall: "GALERI" } });
    expect(() => recordSale(shop, barista, saleCommand(shop, ["KOPI", "BATIK"]))).toThrow(refusal);
    const sale = sell(shop, ["KOPI", "BATIK"]);
    expect(() => recordRefund(shop, barista, refundCommand(shop, sale.id, [[2, 1]]))).toThrow(refusal);
    recordRefund(shop, barista, refundCommand(shop, sale.id, [[1, 1]]));
    await cleanBook(shop);
  });
});

describe("Z3 Z4 midnight at the centre", () => {
  test.each([
    ["Asia/Jakarta", "2025-07-15", "2025-07-16"],
    ["Asia/Makassar", "2025-07-15", "2025-07-16"],
    ["Asia/Jayapura", "2025-07-15", "2025-07-16"],
  ] as const)(
    "in %s a minute before and a minute after it are two business days",
    async (zone, before, after) => {
      const shop = await testShop({ zone });
      shop.set("2025-07-15 23:58");
      const late = sell(shop, ["AIR"]);
      expect(late.businessDay).toBe(before);
      count(shop, 3, { at: shop.set("2025-07-15 23:59") });
      shop.set("2025-07-15 23:59");
      expect(sell(shop, ["KOPI"]).businessDay).toBe(after); // the builder's minute has passed
      refund(shop, late, [[1, 1]]);
      expect((await allFigures(shop)).byDay).toEqual({
        [before]: { turnover: 4_000, grossProfit: 1_500, pieces: 1 },
        [after]: { turnover: 12_000 - 4_000, grossProfit: 3_000 - 1_500, pieces: 0 },
      });
      await cleanBook(shop);
    },
  );
});

describe("cash rounding (C4)", () => {
  test("is a line of its own, down on the sale and up on the refund, and neither turnover nor a maker's loss", async () => {
    const shop = await testShop();
    set(shop, { cashRoundingRupiah: 100 });
    const sale = sell(shop, [{ sku: "LELE", quantity: 1.234 }]); // 37.020, cash 37.000
    expect(sale.totalRupiah).toBe(37_000);
    expect(saleView(shop, sale.id)).toMatchObject({ roundingRupiah: 20, totalRupiah: 37_000 });
    expect(await allFigures(shop)).toMatchObject({ turnover: 37_020, byPaymentMethod: { cash: 37_020 } });
    const back = refund(shop, sale, [[1, 0.5]]); // 15.000
    expect(back.totalRupiah).toBe(15_000);
    refund(shop, sale, [[1, 0.734]]); // the rest: 22.020, of the 22.000 that cash still brought
    const figures = await allFigures(shop);
    expect(figures).toMatchObject({
      turnover: 0,
      grossProfit: 0,
      byPaymentMethod: { cash: 0 },
      beneficiaryOwed: { WATI: 0 },
    });
    await cleanBook(shop);
  });

  test("does not touch what is paid without cash", async () => {
    const shop = await testShop();
    set(shop, { cashRoundingRupiah: 100 });
    expect(sell(shop, [{ sku: "LELE", quantity: 1.234 }], { pay: "qris" }).totalRupiah).toBe(37_020);
    const command = saleCommand(shop, [{ sku: "LELE", quantity: 1.234 }], { pay: "qris" });
    const waived = {
      ...command,
      roundingRupiah: rupiah(20),
      totalRupiah: rupiah(37_000),
      payments: [{ method: "qris" as const, amountRupiah: rupiah(37_000) }],
    };
    expect(() => recordSale(shop, shop.cashier, waived)).toThrow(refusedAs("parts_do_not_add_up"));
    const mixed = sell(shop, [{ sku: "LELE", quantity: 1.234 }], { pay: [["qris", 30_000]] });
    expect(mixed.totalRupiah).toBe(37_000);
    await cleanBook(shop);
  });

  test("a refund whose cash had all gone back still takes its turnover off: the methods add up to the turnover", async () => {
    const shop = await testShop();
    set(shop, { cashRoundingRupiah: 100 });
    const sale = sell(shop, [{ sku: "KOPI", quantity: 2, price: 5_030 }], { approved: true }); // 10.060, cash 10.000
    expect(refund(shop, sale, [[1, 1]]).totalRupiah).toBe(5_100);
    expect(refund(shop, sale, [[1, 1]]).totalRupiah).toBe(4_900);
    expect(await allFigures(shop)).toMatchObject({ turnover: 0, byPaymentMethod: { cash: 0 } });
    const small = sell(shop, [{ sku: "AIR", quantity: 2, price: 70 }], { approved: true }); // 140, cash 100
    expect(refund(shop, small, [[1, 1]]).totalRupiah).toBe(100);
    expect(refund(shop, small, [[1, 1]]).totalRupiah).toBe(0);
    expect(await allFigures(shop)).toMatchObject({ turnover: 0, byPaymentMethod: { cash: 0 } });
    await cleanBook(shop);
  });
});

describe("stock follows the sale (I1, I2)", () => {
  test("selling below zero is recorded: the goods are in the customer's hand", async () => {
    const shop = await testShop();
    receive(shop, "AIR", 2);
    sell(shop, [{ sku: "AIR", quantity: 5 }]);
    expect((await allFigures(shop)).stockOnHandMilli).toEqual({ AIR: -3_000 });
    await cleanBook(shop);
  });
});

describe("a sale that is worth nothing, and one that is worth very much", () => {
  test("all of it given away, with approval: nothing is paid, and the stock still moves", async () => {
    const shop = await testShop();
    const sale = sell(shop, [{ sku: "AIR", discount: 4_000 }], { approved: true });
    expect(sale).toMatchObject({ totalRupiah: 0, changeRupiah: 0 });
    refund(shop, sale, [[1, 1]]);
    expect(await allFigures(shop)).toMatchObject({
      turnover: 0,
      grossProfit: 0,
      transactions: 1,
      refunds: 1,
    });
    await cleanBook(shop);
  });

  test("change is what was handed over less what was due, from cash alone", async () => {
    const shop = await testShop();
    const command = saleCommand(shop, ["KOPI"]);
    const paid = {
      ...command,
      payments: [{ method: "cash" as const, amountRupiah: rupiah(12_000), tenderedRupiah: rupiah(50_000) }],
    };
    expect(recordSale(shop, shop.cashier, paid).changeRupiah).toBe(38_000);
    await cleanBook(shop);
  });
});
