// Counting and closing: blind first, then the difference and its reason; who may close, what closing again says, and the Z that stays (S2–S12, C1, C2).
import { describe, expect, test } from "vitest";
import { shiftReport } from "#domain/shift-reports";
import { shiftView } from "#domain/shift-views";
import { closeShift, countShift } from "#domain/shifts";
import type { Who } from "#domain/shop";
import { addStaff, staffById } from "#domain/staff";
import { tillView } from "#domain/tills";
import { inNotes } from "#rules/cash";
import { rupiah } from "#rules/money";
import type { Notes } from "#rules/shift";
import { contents, rowCounts } from "../contents.ts";
import {
  cleanBook,
  close,
  countDrawer,
  inDrawer,
  moveCash,
  newId,
  nextStamp,
  open,
  type TestShop,
  testShop,
} from "../shop.ts";
import { refund, sell } from "../till.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });

interface Closing {
  readonly who?: Who;
  readonly reason?: string;
  readonly absentReason?: string;
  /** Away from the till. */
  readonly away?: boolean;
  readonly id?: string;
}

function closeWith(shop: TestShop, countId: string, how: Closing = {}) {
  const { who = shop.cashier, away = false, id = newId(), ...words } = how;
  return closeShift(shop, who, {
    id,
    ...(away ? {} : { till: nextStamp(shop) }),
    shiftId: shop.shiftId,
    countId,
    ...words,
    closedAtMs: shop.tick(),
  });
}

const colleague = (shop: TestShop): Who =>
  shop.book.write(() => addStaff(shop, { name: "Rini", roles: ["cashier"], pinHash: null }));

describe("C1 the count", () => {
  test("is blind: what should be there is said by its answer, and nowhere before", async () => {
    const shop = await testShop();
    sell(shop, ["BATIK"]);
    sell(shop, ["AIR"], { pay: "qris" });
    const { totals } = shiftReport(shop, shop.cashier, shop.shiftId);
    expect(totals).toMatchObject({
      sales: null,
      refunds: null,
      voids: null,
      roundingRupiah: null,
      expectedRupiah: null,
      tax: [],
      categories: [
        { category: "Batik", netRupiah: null },
        { category: "Minuman", netRupiah: null },
      ],
      cashiers: [{ name: "Dewi", sales: 2, rupiah: null }],
      tenders: [
        { method: "cash", sold: null, refunded: null },
        { method: "qris", sold: { count: 1, rupiah: 4_000 }, refunded: { count: 0, rupiah: 0 } },
      ],
    });
    expect(shiftReport(shop, shop.manager, shop.shiftId).totals).toMatchObject({
      sales: { count: 2, rupiah: 174_000 },
      expectedRupiah: 370_000,
    });
    expect(countDrawer(shop, 369_000)).toMatchObject({
      countedRupiah: 369_000,
      expectedRupiah: 370_000,
      differenceRupiah: -1_000,
    });
  });

  test("is by note and coin, in any order, with small coins as one amount", async () => {
    const shop = await testShop();
    const notes: Notes = [
      { valueRupiah: 500, count: 2 },
      { valueRupiah: 100_000, count: 1 },
      { valueRupiah: 2_000, count: 0 },
    ];
    const counted = countShift(shop, shop.cashier, {
      id: newId(),
      till: nextStamp(shop),
      shiftId: shop.shiftId,
      notes,
      otherRupiah: rupiah(75),
      countedAtMs: shop.tick(),
    });
    expect(counted.countedRupiah).toBe(101_075);
    closeWith(shop, counted.countId, { reason: "Uang hilang" });
    expect(shiftReport(shop, shop.cashier, shop.shiftId).z).toMatchObject({
      notes: [
        { valueRupiah: 100_000, count: 1 },
        { valueRupiah: 500, count: 2 },
      ],
      otherRupiah: 75,
      countedRupiah: 101_075,
    });
    await cleanBook(shop);
  });

  test("may be done again; the first is kept and stands in the Z", async () => {
    const shop = await testShop();
    countDrawer(shop, 150_000);
    const second = countDrawer(shop, 200_000);
    closeWith(shop, second.countId);
    expect(shiftReport(shop, shop.cashier, shop.shiftId).z).toMatchObject({
      counts: 2,
      firstCountedRupiah: 150_000,
      countedRupiah: 200_000,
      differenceRupiah: 0,
    });
    await cleanBook(shop);
  });

  test("an amount is laid out in as few notes as there are", () => {
    expect(inNotes(rupiah(188_750))).toEqual({
      notes: [
        { valueRupiah: 100_000, count: 1 },
        { valueRupiah: 50_000, count: 1 },
        { valueRupiah: 20_000, count: 1 },
        { valueRupiah: 10_000, count: 1 },
        { valueRupiah: 5_000, count: 1 },
        { valueRupiah: 2_000, count: 1 },
        { valueRupiah: 1_000, count: 1 },
        { valueRupiah: 500, count: 1 },
        { valueRupiah: 200, count: 1 },
      ],
      otherRupiah: 50,
    });
  });
});

describe("S2 open, counting, closed", () => {
  test("a shift says where it stands; a sale in cash after the count makes it open again, one without cash does not", async () => {
    const shop = await testShop();
    const state = () => shiftView(shop, shop.shiftId).state;
    expect(state()).toBe("open");
    const first = countDrawer(shop);
    expect(state()).toBe("counting");
    sell(shop, ["AIR"], { pay: "qris" });
    expect(state()).toBe("counting");
    sell(shop, ["AIR"]);
    expect(state()).toBe("open");
    expect(() => closeWith(shop, first.countId)).toThrow(refusedAs("count_again"));
    closeWith(shop, countDrawer(shop).countId);
    expect(state()).toBe("closed");
    await cleanBook(shop);
  });

  test("each step is refused with one clear reason, and the refusal saves nothing", async () => {
    const shop = await testShop();
    const before = contents(shop);
    expect(() => closeWith(shop, newId())).toThrow(refusedAs("count_first"));
    expect(contents(shop)).toEqual(before);
    const first = countDrawer(shop);
    const second = countDrawer(shop);
    expect(() => closeWith(shop, first.countId)).toThrow(refusedAs("count_again"));
    expect(() => closeWith(shop, newId())).toThrow(refusedAs("count_again"));
    closeWith(shop, second.countId);
    expect(() => countDrawer(shop)).toThrow(refusedAs("shift_not_open"));
    await cleanBook(shop);
  });
});

describe("S6 S12 closing again", () => {
  test("under its own id or any other is answered with the same shift, and the till's row has no hole (L9)", async () => {
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
    const closed = closeShift(shop, shop.cashier, command);
    const rows = rowCounts(shop);
    expect(closeShift(shop, shop.cashier, command)).toEqual(closed);
    expect(rowCounts(shop)).toEqual(rows);
    const { lastSeq } = tillView(shop, shop.till.tillId);
    expect(closeWith(shop, countId)).toEqual(closed);
    expect(closeWith(shop, newId(), { reason: "lain" })).toEqual(closed);
    expect(rowCounts(shop)).toEqual({ ...rows, acts: (rows["acts"] ?? 0) + 2 });
    expect(tillView(shop, shop.till.tillId).lastSeq).toBe(lastSeq + 2);
    expect(closeShift(shop, shop.cashier, command)).toEqual(closed);
    await cleanBook(shop);
  });

  test("the Z is the same whenever it is read, whatever is renamed, sold or changed since", async () => {
    const shop = await testShop();
    const sale = sell(shop, ["BATIK"]);
    close(shop);
    const { shiftId } = shop;
    const before = shiftReport(shop, shop.cashier, shiftId);
    expect(before.z?.number).toBe("UJI-K1-Z-000001");
    expect(before.seal).toMatch(/^[0-9A-F]{8}$/);
    open(shop);
    refund(shop, sale, [[1, 1]]);
    close(shop);
    const { set } = await import("../till.ts");
    set(shop, { name: "Sentra Baru", receiptFooter: "Sampai jumpa" });
    expect(shiftReport(shop, shop.cashier, shiftId)).toEqual(before);
    expect(before.z?.letterhead.name).toBe("Sentra Uji");
    await cleanBook(shop);
  });
});

describe("S10 closing for an absent cashier", () => {
  test("a manager counts and closes away from the till, and says why; both people stand in the Z", async () => {
    const shop = await testShop();
    sell(shop, ["AIR"]);
    const { countId } = countShift(shop, shop.manager, {
      id: newId(),
      shiftId: shop.shiftId,
      ...inNotes(rupiah(inDrawer(shop))),
      countedAtMs: shop.tick(),
    });
    const closing = { who: shop.manager, away: true };
    expect(() => closeWith(shop, countId, closing)).toThrow(refusedAs("reason_needed"));
    expect(() => closeWith(shop, countId, { ...closing, absentReason: "  " })).toThrow(
      refusedAs("reason_needed"),
    );
    const z = closeWith(shop, countId, { ...closing, absentReason: "Dewi sakit" });
    expect(z).toMatchObject({ openedBy: "Dewi", closedBy: "Ibu Ratna", state: "closed" });
    expect(shiftReport(shop, shop.cashier, shop.shiftId).z).toMatchObject({
      openedBy: "Dewi",
      closedBy: "Ibu Ratna",
      absentReason: "Dewi sakit",
      reason: null,
    });
    await cleanBook(shop);
  });

  test("a cashier closes only at the till, and only a shift they took part in", async () => {
    const shop = await testShop();
    const rini = colleague(shop);
    const counting = { shiftId: shop.shiftId, ...inNotes(rupiah(200_000)) };
    expect(() =>
      countShift(shop, shop.cashier, { id: newId(), ...counting, countedAtMs: shop.tick() }),
    ).toThrow(refusedAs("till_stamp_needed"));
    const { countId } = countDrawer(shop);
    expect(() => closeWith(shop, countId, { away: true })).toThrow(refusedAs("till_stamp_needed"));
    expect(() => closeWith(shop, countId, { who: rini, absentReason: "Dewi pulang" })).toThrow(
      refusedAs("not_allowed"),
    );
    expect(closeWith(shop, countId)).toMatchObject({ closedBy: "Dewi" });
    await cleanBook(shop);
  });

  test("S9 who joined by selling or by moving cash may close it without a word", async () => {
    for (const join of [
      (shop: TestShop) => sell(shop, ["AIR"]),
      (shop: TestShop) => moveCash(shop, "cash_in", 5_000),
    ]) {
      const shop = await testShop();
      const rini = colleague(shop);
      const dewi = shop.cashier;
      Object.assign(shop, { cashier: rini });
      join(shop);
      expect(closeWith(shop, countDrawer(shop).countId)).toMatchObject({
        openedBy: "Dewi",
        closedBy: "Rini",
      });
      expect(staffById(shop, dewi.staffId).name).toBe("Dewi");
      await cleanBook(shop);
    }
  });
});
