// Two cashiers on one drawer, and a shift that a manager closes for a cashier who is gone.
import { describe, expect, test } from "vitest";
import { recordSale } from "#domain/sales";
import { shiftReport } from "#domain/shift-reports";
import { closeShift, countShift } from "#domain/shifts";
import type { Who } from "#domain/shop";
import { addStaff } from "#domain/staff";
import { inNotes } from "#rules/cash";
import { rupiah } from "#rules/money";
import { cleanBook, close, inDrawer, moveCash, newId, open, type TestShop, testShop } from "../shop.ts";
import { refund, saleCommand, sell } from "../till.ts";

function colleague(shop: TestShop, name: string): Who {
  return shop.book.write(() => addStaff(shop, { name, roles: ["cashier"], pinHash: null }));
}

/** Who stands at the till from now on. */
function takesOver(shop: TestShop, who: Who): void {
  Object.assign(shop, { cashier: who });
}

describe("S9 two cashiers on one drawer", () => {
  test("each sale says who made it, the drawer is one, and whoever took part closes it", async () => {
    const shop = await testShop();
    const [dewi, rini] = [shop.cashier, colleague(shop, "Rini")];
    const drawer: [who: string, act: string, rupiah: number][] = [];
    const noted = (act: string) => drawer.push([shop.cashier.name, act, inDrawer(shop)]);
    sell(shop, ["AIR"]);
    noted("sells water");
    takesOver(shop, rini);
    const coffee = sell(shop, [{ sku: "KOPI", quantity: 2 }]);
    noted("sells two coffees");
    takesOver(shop, dewi);
    refund(shop, coffee, [[1, 1]]);
    noted("takes one of Rini's coffees back");
    moveCash(shop, "deposit", 100_000);
    noted("brings money to the safe");
    takesOver(shop, rini);
    sell(shop, ["BATIK"], { pay: "qris" });
    noted("sells a batik by QRIS");
    expect(drawer).toEqual([
      ["Dewi", "sells water", 204_000],
      ["Rini", "sells two coffees", 228_000],
      ["Dewi", "takes one of Rini's coffees back", 216_000],
      ["Dewi", "brings money to the safe", 116_000],
      ["Rini", "sells a batik by QRIS", 116_000],
    ]);
    expect(() => open(shop)).toThrow(expect.objectContaining({ code: "shift_already_open" }));
    expect(close(shop)).toMatchObject({ openedBy: "Dewi", closedBy: "Rini", differenceRupiah: 0 });
    expect(shiftReport(shop, dewi, shop.shiftId).z?.totals.cashiers).toEqual([
      { name: "Dewi", sales: 1, rupiah: 4_000 },
      { name: "Rini", sales: 2, rupiah: 194_000 },
    ]);
    await cleanBook(shop);
  });
});

describe("S10 a shift closed by a manager", () => {
  test("from the office, with the reason; what the till still had on its disk becomes supplements, numbered as they come", async () => {
    const shop = await testShop();
    sell(shop, ["KOPI"]);
    // The shop's Wi-Fi is gone: two more sales stay on the till's disk, and Dewi goes home ill.
    const first = saleCommand(shop, ["AIR"]);
    const kept = [
      first,
      {
        ...saleCommand(shop, ["KOPI"]),
        till: { ...first.till, seq: first.till.seq + 1 },
        receiptNumber: "UJI-K1-000003",
      },
    ];
    const away = { shiftId: shop.shiftId };
    const lying = 212_000 + 4_000 + 12_000; // the money of all of them lies in the drawer
    const { countId, differenceRupiah } = countShift(shop, shop.manager, {
      id: newId(),
      ...away,
      ...inNotes(rupiah(lying)),
      countedAtMs: shop.tick(),
    });
    expect(differenceRupiah).toBe(16_000);
    closeShift(shop, shop.manager, {
      id: newId(),
      ...away,
      countId,
      reason: "Penjualan luring belum terkirim",
      absentReason: "Dewi sakit",
      closedAtMs: shop.tick(),
    });
    const z = shiftReport(shop, shop.manager, shop.shiftId).z;
    for (const sale of kept) recordSale(shop, shop.cashier, sale);
    const report = shiftReport(shop, shop.manager, shop.shiftId);
    expect(report.z).toEqual(z);
    expect(
      report.supplements.map(({ number, receiptNumber, totalRupiah }) => [
        number,
        receiptNumber,
        totalRupiah,
      ]),
    ).toEqual([
      [1, "UJI-K1-000002", 4_000],
      [2, "UJI-K1-000003", 12_000],
    ]);
    expect(z).toMatchObject({
      closedBy: "Ibu Ratna",
      absentReason: "Dewi sakit",
      totals: { sales: { count: 1, rupiah: 12_000 }, lastNumber: "UJI-K1-000001" },
    });
    // Next morning Dewi is back, her till goes on where it was.
    shop.set("2025-07-16 08:00");
    open(shop);
    expect(sell(shop, ["AIR"]).receiptNumber).toBe("UJI-K1-000004");
    close(shop);
    expect(shiftReport(shop, shop.cashier, shop.shiftId).z).toMatchObject({
      openedBy: "Dewi",
      supplements: [{ number: 1 }, { number: 2 }],
      perpetualNetRupiah: 12_000 + 16_000 + 4_000,
    });
    await cleanBook(shop);
  });
});
