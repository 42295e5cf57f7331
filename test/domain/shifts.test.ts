// Shifts and visitors: what opens, counts and closes, and what is refused in between.
import { describe, expect, test } from "vitest";
import { holds } from "#domain/journal";
import { moneyView, moveMoney } from "#domain/money";
import { listShifts, shiftView } from "#domain/shift-views";
import { closeShift, openShift } from "#domain/shifts";
import { createTill, listTills, tillView } from "#domain/tills";
import { visitsOf } from "#domain/visits";
import { account } from "#rules/entry";
import { rupiah } from "#rules/money";
import { contents, rowCounts } from "../contents.ts";
import {
  allFigures,
  cleanBook,
  close,
  countDrawer,
  newId,
  nextStamp,
  OPENING,
  open,
  testShop,
} from "../shop.ts";
import { count, payOut, refund, saleCommand, sell } from "../till.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });

describe("a shift", () => {
  test("S7 an empty one closes; its float comes back to the safe", async () => {
    const shop = await testShop();
    expect(close(shop)).toMatchObject({
      sales: 0,
      refunds: 0,
      expectedRupiah: 200_000,
      differenceRupiah: 0,
      byMethod: {},
    });
    expect(holds(shop, account.safe)).toBe(OPENING.safe);
    await cleanBook(shop);
  });

  test("S8 one of refunds only closes too", async () => {
    const shop = await testShop();
    const sale = sell(shop, ["BATIK"]);
    close(shop);
    open(shop);
    refund(shop, sale, [[1, 1]]);
    expect(close(shop)).toMatchObject({
      number: 2,
      sales: 0,
      refunds: 1,
      refundsRupiah: 170_000,
      expectedRupiah: 30_000,
      byMethod: { cash: -170_000 },
    });
    await cleanBook(shop);
  });

  test("C1 tells what the drawer should hold only once it was counted", async () => {
    const shop = await testShop();
    sell(shop, ["BATIK"]);
    expect(shiftView(shop, shop.shiftId)).toMatchObject({
      expectedRupiah: null,
      countedRupiah: null,
      differenceRupiah: null,
      closedAtMs: null,
    });
  });

  test("C2 a difference needs a reason and is kept for ever; nothing was saved by the refusal", async () => {
    const shop = await testShop();
    sell(shop, ["AIR"]);
    const before = contents(shop);
    expect(() => close(shop, 200_000)).toThrow(refusedAs("difference_needs_reason"));
    expect(() => close(shop, 200_000, "   ")).toThrow(refusedAs("difference_needs_reason"));
    expect(contents(shop)).toEqual(before);
    expect(close(shop, 205_000, "Uang lebih di laci")).toMatchObject({
      differenceRupiah: 1_000,
      expectedRupiah: 204_000,
    });
    open(shop);
    close(shop, 199_000, "Kurang");
    expect(holds(shop, account.cashDifference)).toBe(0 - 1_000 + 1_000);
    expect(holds(shop, account.safe)).toBe(OPENING.safe + 4_000 + 1_000 - 1_000);
    await cleanBook(shop);
  });

  test("S9 one open shift a drawer; another till has its own", async () => {
    const shop = await testShop();
    expect(() => open(shop)).toThrow(refusedAs("shift_already_open"));
    const second = createTill(shop, shop.manager, { id: newId(), name: "Kasir belakang" });
    expect(second).toMatchObject({ code: "K2", lastSeq: 0, lastReceiptCount: 0, shift: null });
    const opened = openShift(shop, shop.manager, {
      id: newId(),
      till: { tillId: second.tillId, seq: 1 },
      floatRupiah: rupiah(0),
      openedAtMs: shop.tick(),
    });
    expect(opened).toMatchObject({ tillCode: "K2", number: 1, openedBy: "Ibu Ratna" });
    expect(listTills(shop).map((till) => till.shift?.tillCode)).toEqual(["K1", "K2"]);
  });

  test("S4 S11 after closing, the till sells, refunds and pays nothing", async () => {
    const shop = await testShop();
    const sale = sell(shop, ["BATIK"]);
    const closed = shop.shiftId;
    close(shop);
    const before = contents(shop);
    expect(() => sell(shop, ["AIR"])).toThrow(refusedAs("shift_not_open"));
    expect(() => refund(shop, sale, [[1, 1]])).toThrow(refusedAs("shift_not_open"));
    expect(() => payOut(shop, "SARI", 1, { source: "drawer", shiftId: closed })).toThrow(
      refusedAs("shift_not_open"),
    );
    expect(() => countDrawer(shop)).toThrow(refusedAs("shift_not_open"));
    expect(contents(shop)).toEqual(before);
    await cleanBook(shop);
  });

  test("S3 a sale belongs to the shift it names, on its own till only", async () => {
    const shop = await testShop();
    const second = createTill(shop, shop.manager, { id: newId(), name: "Kasir belakang" });
    const command = saleCommand(shop, ["AIR"]);
    const stray = { ...command, till: { tillId: second.tillId, seq: 1 }, receiptNumber: "UJI-K2-000001" };
    const { recordSale } = await import("#domain/sales");
    expect(() => recordSale(shop, shop.cashier, stray)).toThrow(refusedAs("shift_not_open"));
    await cleanBook(shop);
  });

  test("S6 S12 closing again under its id gives the same Z, and so does reading it later", async () => {
    const shop = await testShop();
    sell(shop, ["AIR"]);
    const { countId } = countDrawer(shop);
    const command = {
      id: newId<string>(),
      till: nextStamp(shop),
      shiftId: shop.shiftId,
      countId,
      closedAtMs: shop.tick(),
    };
    const z = closeShift(shop, shop.cashier, command);
    const before = rowCounts(shop);
    expect(closeShift(shop, shop.cashier, command)).toEqual(z);
    expect(rowCounts(shop)).toEqual(before);
    open(shop);
    sell(shop, ["AIR"]);
    expect(shiftView(shop, z.id)).toEqual(z);
  });

  test("a float larger than the safe is refused", async () => {
    const shop = await testShop();
    close(shop);
    // How much there is, is not told to who may not see the money.
    expect(() => open(shop, OPENING.safe + 1)).toThrow(refusedAs("safe_too_empty"));
  });

  test("L9 N1 a till's acts and papers run without a hole, refunds among them", async () => {
    const shop = await testShop();
    const sale = sell(shop, ["AIR"]);
    const back = refund(shop, sale, [[1, 1]]);
    const next = sell(shop, ["AIR"]);
    expect([sale, back, next].map((paper) => paper.receiptNumber)).toEqual([
      "UJI-K1-000001",
      "UJI-K1-000002",
      "UJI-K1-000003",
    ]);
    expect(tillView(shop, shop.till.tillId)).toMatchObject({ lastSeq: 4, lastReceiptCount: 3 });
  });
});

describe("the list of shifts", () => {
  test("is newest first, by pages", async () => {
    const shop = await testShop();
    for (let day = 0; day < 3; day += 1) {
      close(shop);
      shop.later(24);
      open(shop);
    }
    const all = listShifts(shop, { limit: 50 });
    expect(all.map(({ number, state, zNumber }) => [number, state, zNumber])).toEqual([
      [4, "open", null],
      [3, "closed", "UJI-K1-Z-000003"],
      [2, "closed", "UJI-K1-Z-000002"],
      [1, "closed", "UJI-K1-Z-000001"],
    ]);
    const page = listShifts(shop, { limit: 2 });
    expect(listShifts(shop, { limit: 2, before: page.at(-1)?.openedAtMs })).toEqual(all.slice(2));
  });
});

describe("money outside the drawers", () => {
  test("is carried between places that hold it, with a reason", async () => {
    const shop = await testShop();
    sell(shop, ["BATIK"], { pay: "qris" });
    const carry = (
      from: "safe" | "bank" | "qris" | "edc" | "outside",
      to: "safe" | "bank" | "outside",
      amount: number,
    ) =>
      moveMoney(shop, shop.manager, {
        id: newId(),
        from,
        to,
        amountRupiah: rupiah(amount),
        movedAtMs: shop.tick(),
        reason: "Setoran",
        reference: "0012345",
      });
    carry("qris", "bank", 170_000);
    carry("outside", "safe", 50_000);
    const view = carry("safe", "outside", 4_850_000);
    expect(Object.fromEntries(view.places.map((place) => [place.place, place.holdsRupiah]))).toEqual({
      "drawer:K1": 200_000,
      safe: 0,
      bank: 10_170_000,
      qris: 0,
      qris_unconfirmed: 0,
      edc: 0,
      treasury: 0,
      tax: 0,
    });
    expect(() => carry("safe", "bank", 1)).toThrow(refusedAs("not_enough_money"));
    expect(() => carry("safe", "safe", 1)).toThrow(refusedAs("same_place_twice"));
    expect(moneyView(shop).moves).toHaveLength(3);
    await cleanBook(shop);
  });
});

describe("V3 visitors", () => {
  test("are counted, corrected with a reason and taken back once, on the day of what is taken back", async () => {
    const shop = await testShop();
    const first = count(shop, 4);
    count(shop, 2, { category: "anak" });
    expect(() => count(shop, -1)).toThrow(refusedAs("reason_needed"));
    expect(count(shop, -1, { reason: "Terhitung dua kali" }).total).toBe(5);
    shop.set("2025-07-16 08:00");
    expect(() => count(shop, -3, { undoes: first.id })).toThrow(refusedAs("already_reversed")); // no exact counter-entry
    expect(() => count(shop, -4, { undoes: first.id })).toThrow(refusedAs("count_below_zero"));
    count(shop, 1, { at: shop.set("2025-07-15 17:00") });
    shop.set("2025-07-16 08:00");
    expect(count(shop, -4, { undoes: first.id })).toMatchObject({ businessDay: "2025-07-15", total: 2 });
    expect(() => count(shop, -4, { undoes: first.id })).toThrow(refusedAs("already_reversed"));
    const view = visitsOf(shop, "2025-07-15" as never);
    expect(view.entries.find((entry) => entry.id === first.id)?.undone).toBe(true);
    expect((await allFigures(shop)).visitors).toBe(2);
    await cleanBook(shop);
  });
});
