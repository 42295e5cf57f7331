// Money in a shift: cash in and out, deposits, late sales, and a Z that says all of it (S5, C3, C4, H4, N1).
import { describe, expect, test } from "vitest";
import { drawerMove } from "#domain/drawer-moves";
import { holds } from "#domain/journal";
import { saleView } from "#domain/sale-views";
import { shiftReport } from "#domain/shift-reports";
import { shiftView } from "#domain/shift-views";
import { tillView } from "#domain/tills";
import { account } from "#rules/entry";
import { contents } from "../contents.ts";
import { cleanBook, close, closeAway, inDrawer, moveCash, OPENING, open, testShop } from "../shop.ts";
import { payOut, refund, refundCommand, saleCommand, sell, set, takeBack } from "../till.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });

describe("cash into and out of a drawer", () => {
  test("moves with a slip of the till's own count, and every move changes what should be there", async () => {
    const shop = await testShop();
    const moves = [
      moveCash(shop, "cash_in", 50_000, "Uang receh dari ibu kepala"),
      moveCash(shop, "cash_out", 15_000, "Beli es batu"),
      moveCash(shop, "deposit", 100_000, "Setor siang"),
      moveCash(shop, "top_up", 40_000, "Uang kembalian"),
    ];
    expect(moves.map(({ number, kind, by }) => [number, kind, by])).toEqual([
      ["UJI-K1-KAS-000001", "cash_in", "Dewi"],
      ["UJI-K1-KAS-000002", "cash_out", "Dewi"],
      ["UJI-K1-KAS-000003", "deposit", "Dewi"],
      ["UJI-K1-KAS-000004", "top_up", "Dewi"],
    ]);
    expect(inDrawer(shop)).toBe(200_000 + 50_000 - 15_000 - 100_000 + 40_000);
    expect(holds(shop, account.safe)).toBe(OPENING.safe - 200_000 + 100_000 - 40_000);
    expect(holds(shop, account.outside)).toBe(15_000 - 50_000);
    expect(drawerMove(shop, moves[1]?.id ?? "")).toEqual(moves[1]);
    const report = shiftReport(shop, shop.cashier, shop.shiftId);
    expect(report.moves).toEqual(moves);
    expect(report.totals).toMatchObject({
      cashIn: { count: 1, rupiah: 50_000 },
      cashOut: { count: 1, rupiah: 15_000 },
      deposits: { count: 1, rupiah: 100_000 },
      topUps: { count: 1, rupiah: 40_000 },
    });
    expect(close(shop)).toMatchObject({ expectedRupiah: 175_000, differenceRupiah: 0 });
    open(shop);
    expect(moveCash(shop, "cash_in", 1_000).number).toBe("UJI-K1-KAS-000005");
    await cleanBook(shop);
  });

  test("nothing leaves a drawer or the safe that is not there, and the refusal saves nothing", async () => {
    const shop = await testShop();
    const before = contents(shop);
    for (const kind of ["cash_out", "deposit"] as const)
      expect(() => moveCash(shop, kind, 200_001)).toThrow(refusedAs("drawer_too_empty"));
    expect(() => moveCash(shop, "top_up", OPENING.safe)).toThrow(refusedAs("safe_too_empty"));
    expect(contents(shop)).toEqual(before);
    moveCash(shop, "deposit", 200_000);
    expect(inDrawer(shop)).toBe(0);
    close(shop);
    expect(() => moveCash(shop, "cash_in", 1)).toThrow(refusedAs("shift_not_open"));
    await cleanBook(shop);
  });
});

describe("C3 a cash refund leaves the drawer of the shift that pays it", () => {
  test("and a payout from the drawer, and its return while the shift is open, are in it too", async () => {
    const shop = await testShop();
    const sale = sell(shop, ["BATIK", "KOPI"]);
    close(shop);
    const first = shiftView(shop, shop.shiftId);
    open(shop);
    refund(shop, sale, [[1, 1]], { reason: "unwanted", approved: true });
    const paid = payOut(shop, "BUDI", 5_000, { source: "drawer", shiftId: shop.shiftId });
    expect(inDrawer(shop)).toBe(25_000);
    takeBack(shop, paid);
    expect(shiftView(shop, first.id)).toEqual(first);
    expect(close(shop)).toMatchObject({ expectedRupiah: 30_000, sales: 0, refunds: 1 });
    await cleanBook(shop);
  });
});

describe("C4 H4 the Z", () => {
  test("holds everything of the shift: methods, categories, voids, refunds, discounts, rounding, numbers, perpetual totals", async () => {
    const shop = await testShop();
    set(shop, { cashRoundingRupiah: 100 });
    sell(shop, [{ sku: "AIR", price: 4_070 }]); // 4.000 in cash, 70 waived
    const batik = sell(shop, ["BATIK", { sku: "KOPI", quantity: 2 }], { pay: [["qris", 100_000]] });
    sell(shop, [{ sku: "TAS", discount: 5_000 }], { pay: "transfer" });
    const wrong = sell(shop, ["KOPI"]);
    refund(shop, wrong, [[1, 1]], { reason: "mistake", approved: true });
    refund(shop, batik, [[2, 1]]);
    moveCash(shop, "cash_in", 10_000);
    close(shop, inDrawer(shop) - 500, "Kembalian lebih");
    const { z } = shiftReport(shop, shop.cashier, shop.shiftId);
    expect(z?.totals).toEqual({
      sales: { count: 4, rupiah: 4_000 + 194_000 + 80_000 + 12_000 },
      refunds: { count: 1, rupiah: 12_000 },
      voids: { count: 1, rupiah: 12_000 },
      discounts: { count: 1, rupiah: 5_000 },
      roundingRupiah: -70,
      tax: [],
      tenders: [
        {
          method: "cash",
          sold: { count: 3, rupiah: 4_000 + 94_000 + 12_000 },
          refunded: { count: 1, rupiah: 12_000 },
        },
        {
          method: "qris",
          sold: { count: 1, rupiah: 100_000 },
          refunded: { count: 1, rupiah: 12_000 },
        },
        {
          method: "transfer",
          sold: { count: 1, rupiah: 80_000 },
          refunded: { count: 0, rupiah: 0 },
        },
      ],
      categories: [
        { category: "Batik", netRupiah: 170_000 },
        { category: "Kerajinan", netRupiah: 80_000 },
        { category: "Minuman", netRupiah: 4_070 + 24_000 + 12_000 - 12_000 - 12_000 },
      ],
      cashiers: [{ name: "Dewi", sales: 4, rupiah: 290_000 }],
      floatRupiah: 200_000,
      cashIn: { count: 1, rupiah: 10_000 },
      cashOut: { count: 0, rupiah: 0 },
      deposits: { count: 0, rupiah: 0 },
      topUps: { count: 0, rupiah: 0 },
      payouts: { count: 0, rupiah: 0 },
      drawerOpened: 0,
      copies: 0,
      unconfirmedQris: { count: 0, rupiah: 0 },
      firstNumber: "UJI-K1-000001",
      lastNumber: "UJI-K1-000006",
      expectedRupiah: 200_000 + 4_000 + 94_000 + 12_000 - 12_000 + 10_000,
    });
    expect(z).toMatchObject({
      version: 1,
      number: "UJI-K1-Z-000001",
      tillCode: "K1",
      tillName: "Kasir depan",
      shiftNumber: 1,
      businessDay: "2025-07-15",
      zone: "Asia/Jakarta",
      differenceRupiah: -500,
      reason: "Kembalian lebih",
      perpetualNetRupiah: 290_000 - 24_000,
      perpetualAbsoluteRupiah: 290_000 + 24_000,
      supplements: [],
    });
    open(shop);
    sell(shop, ["AIR"]);
    close(shop);
    expect(shiftReport(shop, shop.cashier, shop.shiftId).z).toMatchObject({
      number: "UJI-K1-Z-000002",
      totals: { firstNumber: "UJI-K1-000007", lastNumber: "UJI-K1-000007" },
      perpetualNetRupiah: 270_000,
      perpetualAbsoluteRupiah: 318_000,
    });
    await cleanBook(shop);
  });
});

describe("S5 what arrives late", () => {
  test("a sale of before the closing is booked as a supplement; the Z stays, the drawer stays empty, and the next Z names it", async () => {
    const shop = await testShop();
    sell(shop, ["AIR"]);
    const late = saleCommand(shop, ["BATIK"], { at: shop.tick() });
    const closed = shop.shiftId;
    closeAway(shop, inDrawer(shop) + 170_000, "Ada penjualan yang belum terkirim"); // the cash of the late sale was in the drawer
    const before = shiftReport(shop, shop.manager, closed);
    const { recordSale } = await import("#domain/sales");
    recordSale(shop, shop.cashier, late);
    expect(saleView(shop, late.id)).toMatchObject({ supplement: 1, totalRupiah: 170_000 });
    expect(shiftReport(shop, shop.manager, closed)).toEqual({
      ...before,
      supplements: [
        {
          number: 1,
          kind: "sale",
          receiptNumber: "UJI-K1-000002",
          atMs: late.soldAtMs,
          totalRupiah: 170_000,
        },
      ],
    });
    expect(inDrawer(shop)).toBe(0);
    expect(holds(shop, account.cashDifference)).toBe(0); // what was too much is explained
    await cleanBook(shop);
    open(shop);
    sell(shop, ["AIR"]);
    close(shop);
    expect(shiftReport(shop, shop.manager, shop.shiftId).z).toMatchObject({
      totals: {
        firstNumber: "UJI-K1-000003",
        lastNumber: "UJI-K1-000003",
        sales: { count: 1, rupiah: 4_000 },
      },
      supplements: [{ shiftNumber: 1, number: 1, receiptNumber: "UJI-K1-000002", totalRupiah: 170_000 }],
      perpetualNetRupiah: 178_000,
      perpetualAbsoluteRupiah: 178_000,
    });
    await cleanBook(shop);
  });

  test("a late refund takes its cash out of the difference, also while the next shift is open at that till", async () => {
    const shop = await testShop();
    const sale = sell(shop, ["BATIK"]);
    const at = shop.tick();
    const closed = shop.shiftId;
    closeAway(shop);
    const opened = open(shop);
    const late = { ...refundCommand(shop, sale.id, [[1, 1]], { at }), shiftId: closed };
    const { recordRefund } = await import("#domain/refunds");
    recordRefund(shop, shop.manager, late);
    expect(shiftReport(shop, shop.manager, closed).supplements).toMatchObject([
      { number: 1, kind: "refund" },
    ]);
    expect(inDrawer(shop)).toBe(200_000);
    expect(holds(shop, account.cashDifference)).toBe(-170_000);
    expect(shiftView(shop, opened.id)).toMatchObject({ refunds: 0 });
    expect(close(shop)).toMatchObject({ expectedRupiah: 200_000 });
    await cleanBook(shop);
  });

  test("S4 what was sold after the closing is refused, and so is what names another till's shift", async () => {
    const shop = await testShop();
    const closed = shop.shiftId;
    closeAway(shop);
    expect(() => sell(shop, ["AIR"])).toThrow(refusedAs("shift_not_open"));
    expect(shiftReport(shop, shop.manager, closed).supplements).toEqual([]);
    await cleanBook(shop);
  });
});

describe("D7 N1 a till set up anew", () => {
  test("learns the highest numbers the server has, supplements among them", async () => {
    const shop = await testShop();
    sell(shop, ["AIR"]);
    const late = saleCommand(shop, ["AIR"], { at: shop.tick() });
    closeAway(shop);
    const { recordSale } = await import("#domain/sales");
    recordSale(shop, shop.cashier, late);
    expect(tillView(shop, shop.till.tillId)).toMatchObject({
      lastSeq: 3, // opened, two sales; the manager closed away from the till
      lastReceiptCount: 2,
      printerId: null,
      shift: null,
    });
    await cleanBook(shop);
  });
});
