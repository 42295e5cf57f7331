// How acts of a till arrived: late, brought by somebody else, under a sign-in, by a clock that was off; and the book says so.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { holds } from "#domain/journal";
import { acceptRepair } from "#domain/repairs";
import { saleView } from "#domain/sale-views";
import { shiftReport } from "#domain/shift-reports";
import { shiftView } from "#domain/shift-views";
import { closeShift, countShift } from "#domain/shifts";
import { changeStaff } from "#domain/staff";
import { account } from "#rules/entry";
import type { SaleId, StaffId } from "#rules/ids";
import { rupiah } from "#rules/money";
import { zReport } from "#rules/paper-shift";
import { refusalSentence } from "#rules/refusal";
import type { ZReport } from "#rules/shift";
import { sealed, typed } from "../sealing.ts";
import { cleanBook, close, inDrawer, newId, OPENING, open, type TestShop, testShop } from "../shop.ts";
import { refund } from "../till.ts";
import { countOf, rowsOf, run, send, tillQueue, told } from "../till-queue.ts";

let shop: TestShop;
beforeEach(async () => {
  shop = await testShop();
});
afterEach(async () => {
  await cleanBook(shop);
  await shop.book.close();
});

const rows = (query: string) => rowsOf(shop, query);
const count = (table: string): number => countOf(shop, table);

describe("S5 what arrives after its shift was closed", () => {
  test("Z4 a sale at 23:59 in WIT that arrives after the closing is a supplement of that day; the Z is untouched", async () => {
    await shop.book.close();
    shop = await testShop({ zone: "Asia/Jayapura" });
    shop.set("2025-07-15 23:57");
    const till = tillQueue(shop);
    const late = till.sale(["KERIPIK"], { at: shop.set("2025-07-15 23:59") });
    // A manager closes from another device, on the next day, before the till has been heard.
    shop.set("2025-07-16 00:20");
    const { countId, expectedRupiah } = countShift(shop, shop.manager, {
      id: newId(),
      shiftId: shop.shiftId,
      notes: [],
      otherRupiah: rupiah(200_000),
      countedAtMs: shop.tick(),
    });
    const closed = closeShift(shop, shop.manager, {
      id: newId(),
      shiftId: shop.shiftId,
      countId,
      absentReason: "Sudah pulang",
      closedAtMs: shop.tick(),
    });
    expect(expectedRupiah).toBe(200_000);
    expect(told(await send(shop, [late]))).toEqual(["recorded"]);
    expect(saleView(shop, late.id as SaleId)).toMatchObject({
      businessDay: "2025-07-15",
      supplement: 1,
      offline: true,
    });
    expect(shiftView(shop, shop.shiftId)).toEqual(closed);
    // What was sold after the closing is no supplement: a manager must stand for it (S4).
    shop.tick();
    expect(told(await send(shop, [till.sale(["KERIPIK"])]))).toEqual(["held shift_not_open"]);
  });

  test("cash that was taken out before somebody closed elsewhere is a supplement too; what was done after it waits for a manager", async () => {
    const till = tillQueue(shop);
    const early = [till.move("deposit", 50_000), till.move("cash_in", 7_000)];
    const counted = { id: newId(), shiftId: shop.shiftId, notes: [], otherRupiah: rupiah(157_000) };
    const { countId, differenceRupiah } = countShift(shop, shop.manager, {
      ...counted,
      countedAtMs: shop.tick(),
    });
    expect(differenceRupiah).toBe(-43_000);
    const closing = {
      id: newId(),
      shiftId: shop.shiftId,
      countId,
      absentReason: "Sudah pulang",
      reason: "Belum tahu",
    };
    const closed = closeShift(shop, shop.manager, { ...closing, closedAtMs: shop.tick() });
    const after = till.move("cash_out", 1_000);
    expect(told(await send(shop, [...early, after]))).toEqual([
      "recorded",
      "recorded",
      "held shift_not_open",
    ]);
    const report = shiftReport(shop, shop.manager, shop.shiftId);
    expect(report.supplements).toMatchObject([
      { number: 1, kind: "deposit", receiptNumber: "UJI-K1-KAS-000001", totalRupiah: 50_000 },
      { number: 2, kind: "cash_in", receiptNumber: "UJI-K1-KAS-000002", totalRupiah: 7_000 },
    ]);
    expect(shiftView(shop, shop.shiftId)).toEqual(closed);
    // The count's difference is met: nothing was missing from the drawer after all.
    expect([holds(shop, account.cashDifference), holds(shop, account.safe)]).toEqual([
      0,
      OPENING.safe + 7_000,
    ]);
    const [held] = rowsOf<{ id: string }>(shop, "select id from repairs");
    acceptRepair(shop, shop.manager, { id: newId(), repairId: held?.id ?? "" });
    expect(inDrawer(shop)).toBe(0);
    open(shop);
    close(shop);
    const next = shiftReport(shop, shop.manager, shop.shiftId);
    const paper = zReport(next.z as ZReport, next.seal, { practice: false, copy: 0, language: "id" });
    expect(JSON.stringify(paper)).toContain("2. Kas masuk");
  });
});

describe("who did it", () => {
  test("the person who signed in, not the one who brings it; and both are kept", async () => {
    const till = tillQueue(shop);
    const signInId = newId();
    run(shop, `insert into sign_ins values ('${signInId}', ${shop.cashier.staffId}, ${shop.now()}, null, 1)`);
    const act = till.sale(["AIR"], { promised: false, signInId });
    expect(told(await send(shop, [act], { by: shop.manager }))).toEqual(["recorded"]);
    expect(saleView(shop, act.id as SaleId)).toMatchObject({ cashier: "Dewi", offline: false });
    expect(rows("select sent_by as id, offline from arrivals")).toEqual([
      { id: shop.manager.staffId, offline: 0 },
    ]);
  });

  test("a sign-in that nobody knows, and one whose PIN was wrong: held, with the name in the sentence", async () => {
    const till = tillQueue(shop);
    const wrong = newId();
    run(
      shop,
      `insert into sign_ins values ('${wrong}', ${shop.cashier.staffId}, ${shop.now()}, ${shop.till.tillId}, 0)`,
    );
    const results = await send(shop, [
      till.sale(["AIR"], { signInId: newId() }),
      till.sale(["AIR"], { signInId: wrong }),
    ]);
    expect(told(results)).toEqual(["held sign_in_unknown", "held offline_pin_wrong"]);
    const [, second] = results;
    if (second?.is === "held")
      expect(refusalSentence(second.code as never, second.facts, "en")).toContain("Dewi");
    expect(rows("select staff_id as id from repairs order by till_seq")).toEqual([
      { id: null },
      { id: shop.cashier.staffId },
    ]);
  });

  test("a door that is locked says nothing about the act: it stops there, and goes on once the lock is over", async () => {
    const till = tillQueue(shop);
    const guess = async (pin: string) => {
      const { tillId: _till, ...as } = typed(shop);
      return till.keep("sign_in", {
        ...as,
        sealedPin: await sealed(shop, pin, { ...as, tillId: shop.till.tillId }, "judge"),
      });
    };
    const wrong = [
      await guess("111111"),
      await guess("222222"),
      await guess("333333"),
      await guess("444444"),
      await guess("555555"),
    ];
    const right = await guess(shop.pins.cashier);
    const acts = [...wrong, right, till.sale(["AIR"], { signInId: right.id })];
    const results = await send(shop, acts, { by: shop.manager });
    expect(told(results)).toEqual([...wrong.map(() => "recorded"), "refused locked_out"]);
    expect(count("repairs")).toBe(0);
    shop.later(1);
    expect(told(await send(shop, acts, { by: shop.manager }))).toEqual(acts.map(() => "recorded"));
    expect(
      rows("select proven, count(*) as n from sign_ins where till_id is not null group by proven"),
    ).toEqual([
      { proven: 0, n: 5 },
      { proven: 1, n: 1 },
    ]);
    expect(rows("select s.cashier_name as name from sales s")).toEqual([{ name: "Dewi" }]);
  });

  test("who has left since is no longer believed: what they did is held until a manager stands for it", async () => {
    const till = tillQueue(shop);
    const signInId = newId();
    run(shop, `insert into sign_ins values ('${signInId}', ${shop.cashier.staffId}, ${shop.now()}, null, 1)`);
    const act = till.sale(["AIR"], { signInId });
    const { staffId } = shop.cashier;
    const gone = {
      id: newId(),
      staffId: staffId as StaffId,
      name: "Dewi",
      roles: ["cashier" as const],
      active: false,
    };
    await changeStaff(shop, shop.manager, gone);
    expect(told(await send(shop, [act], { by: shop.manager }))).toEqual(["held not_allowed"]);
  });

  test("Z2 a device whose clock is off is told; a right one leaves nothing", async () => {
    const till = tillQueue(shop);
    await send(shop, [till.sale(["AIR"], { promised: false })], { aheadMs: 2 * 60_000 });
    expect(count("arrivals")).toBe(0);
    await send(shop, [till.sale(["AIR"], { promised: false })], { aheadMs: -7 * 60_000 });
    expect(rows("select ahead_ms as ms, offline from arrivals")).toEqual([{ ms: -420_000, offline: 0 }]);
  });

  test("Z2 what a clock stamped hours ahead can come back as soon as the server has it, and not before it was sold", async () => {
    shop.set("2025-07-15 22:00"); // so that the sale stands on the next day
    const till = tillQueue(shop);
    const hours = 3 * 3_600_000;
    const ahead = till.sale([{ sku: "BATIK", quantity: 2 }], { at: shop.now() + hours });
    shop.tick();
    expect(told(await send(shop, [ahead], { aheadMs: hours }))).toEqual(["recorded"]);
    const sale = { id: ahead.id as SaleId };
    expect(() => refund(shop, sale, [[1, 1]], { at: shop.now() - 1 })).toThrow("refund_before_sale");
    const { totalRupiah, businessDay } = refund(shop, sale, [[1, 1]]);
    expect([totalRupiah * 2, businessDay]).toEqual([saleView(shop, sale.id).totalRupiah, "2025-07-15"]);
    expect(saleView(shop, sale.id).businessDay).toBe("2025-07-16");
  });

  test("whoever may not is refused, act by act", async () => {
    const till = tillQueue(shop);
    const leave = till.keep("leave_till", {
      id: newId(),
      unsent: 3,
      reason: "Pulang",
      leftAtMs: shop.tick(),
    });
    expect(told(await send(shop, [leave, till.visit(1)]))).toEqual(["held not_allowed", "recorded"]);
    const again = till.keep("leave_till", {
      id: newId(),
      unsent: 3,
      reason: "Pulang",
      leftAtMs: shop.tick(),
    });
    expect(told(await send(shop, [again], { by: shop.manager }))).toEqual(["recorded"]);
    expect(rows("select unsent, reason from till_leavings")).toEqual([{ unsent: 3, reason: "Pulang" }]);
  });
});
