// What a till had done and the rules refused, booked as it was charged by a manager who stands for it: to the rupiah, and the book stays clean.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changeProduct, listProducts } from "#domain/products";
import { acceptRepair, retryRepair } from "#domain/repairs";
import { saleView } from "#domain/sale-views";
import { shiftReport } from "#domain/shift-reports";
import { shiftView } from "#domain/shift-views";
import type { Who } from "#domain/shop";
import { staffById } from "#domain/staff";
import { setTax } from "#domain/taxes";
import { tillView } from "#domain/tills";
import type { SaleId, ShiftId } from "#rules/ids";
import { rupiah } from "#rules/money";
import type { ActResult, SentAct } from "#rules/till-acts";
import { cleanBook, close, inDrawer, newId, open, type Sku, type TestShop, testShop } from "../shop.ts";
import { nextPaper, refund, sell, set } from "../till.ts";
import { rewritten, rowsOf, send, type TillQueue, tillQueue, told } from "../till-queue.ts";

let shop: TestShop;
let till: TillQueue;
beforeEach(async () => {
  shop = await testShop({ limits: "default" });
  till = tillQueue(shop);
});
afterEach(async () => {
  await cleanBook(shop);
  await shop.book.close();
});

const repairs = () =>
  rowsOf<{ id: string; act: string }>(shop, "select id, act_id as act from repairs order by till_seq, rowid");
const repairOf = (act: SentAct): string => repairs().find((row) => row.act === act.id)?.id ?? "";
const accept = (act: SentAct, by: Who = shop.manager): string =>
  acceptRepair(shop, by, { id: newId(), repairId: repairOf(act) }).how;
const sold = (act: SentAct) => saleView(shop, act.id as SaleId);

/** Held for this reason; a retry changes nothing; accepted, it stands in the book as it was charged, for the manager. */
async function heldThenAccepted(act: SentAct, code: string): Promise<void> {
  expect(told(await send(shop, [act]))).toEqual([`held ${code}`]);
  expect(() => retryRepair(shop, shop.manager, { id: newId(), repairId: repairOf(act) })).toThrow(code);
  expect(accept(act)).toBe("accepted");
  expect(
    rowsOf(
      shop,
      `select a.till_seq as seq, s.name from acts a join staff s on s.id = a.approver_id where a.id = '${act.id}'`,
    ),
  ).toEqual([{ seq: act.seq, name: "Ibu Ratna" }]);
  // And to the till it is recorded now, whenever it asks again.
  expect(told(await send(shop, [act]))).toEqual(["recorded"]);
  await cleanBook(shop);
}

function price(sku: Sku, priceRupiah: number): void {
  const product = listProducts(shop).find((one) => one.sku === sku);
  if (!product) throw new Error(sku);
  const { sku: _sku, onHandMilli: _on, stallId: _stall, ...kept } = product as never as Record<string, never>;
  changeProduct(shop, shop.manager, {
    ...(kept as object),
    id: newId(),
    priceRupiah: rupiah(priceRupiah),
  } as never);
  shop.tick();
}

const cafeTax = (mode: "none" | "inclusive" | "exclusive", rateBasisPoints: number): void => {
  const name = mode === "none" ? "-" : "PBJT makanan dan minuman";
  setTax(shop, shop.manager, {
    id: newId(),
    stallId: shop.stall.KAFE,
    fromMs: shop.tick(),
    mode,
    rateBasisPoints,
    name,
  });
  shop.tick();
};

describe("L5 O1 booked as it was charged", () => {
  test("the tax was raised meanwhile: the sale keeps the one that the customer paid", async () => {
    cafeTax("exclusive", 500);
    const act = till.sale([{ sku: "KOPI", quantity: 3 }, "BATIK"]);
    cafeTax("exclusive", 1000);
    // Made by what the till had last heard, at a moment at which another rate was already in force.
    const late = rewritten(act, (body: object) => ({ ...body, soldAtMs: shop.tick() }));
    await heldThenAccepted(late, "parts_do_not_add_up");
    expect(sold(late).lines.map(({ tax }) => tax?.rateBasisPoints ?? null)).toEqual([500, null]);
    expect(sold(late).totalRupiah).toBe(JSON.parse(late.body).totalRupiah);
    shop.tick();
    refund(shop, { id: late.id as SaleId }, [[1, 3]]);
  });

  test("the stall began to bear tax meanwhile, or bears none any more", async () => {
    const before = till.sale(["KOPI"]);
    cafeTax("inclusive", 1000);
    await heldThenAccepted(
      rewritten(before, (body: object) => ({ ...body, soldAtMs: shop.tick() })),
      "parts_do_not_add_up",
    );
    const taxed = till.sale(["KOPI"]);
    cafeTax("none", 0);
    const after = rewritten(taxed, (body: object) => ({ ...body, soldAtMs: shop.tick() }));
    await heldThenAccepted(after, "parts_do_not_add_up");
    expect(sold(after).lines[0]?.tax?.rateBasisPoints).toBe(1000);
    expect(sold(before).lines[0]?.tax).toBeNull();
  });

  test("cash rounding was changed meanwhile, for a sale and for what a refund paid back", async () => {
    set(shop, { cashRoundingRupiah: 100 });
    const bought = sell(shop, [{ sku: "KERIPIK", quantity: 0.37, price: 25_123 }], { approved: true });
    till = tillQueue(shop);
    const act = till.sale([{ sku: "KERIPIK", quantity: 0.37, price: 25_123 }]);
    const back = till.refund(bought.id, [[1, 0.2]]);
    const { roundingRupiah } = JSON.parse(act.body) as { roundingRupiah: number };
    expect(roundingRupiah).toBeGreaterThan(0);
    set(shop, { cashRoundingRupiah: 0 });
    await heldThenAccepted(act, "parts_do_not_add_up");
    expect(sold(act).roundingRupiah).toBe(roundingRupiah);
    const paid = rewritten(back, (body: object) => ({ ...body, totalRupiah: 5_100 }));
    expect(told(await send(shop, [paid]))).toEqual(["held parts_do_not_add_up"]);
    accept(paid);
    expect(sold({ ...act, id: bought.id }).refunds[0]?.totalRupiah).toBe(5_100);
  });

  test("O1 an older price is no mistake and needs nobody; one that was never asked needs a manager", async () => {
    const before = till.sale(["AIR"]);
    price("AIR", 9_000);
    const old = rewritten(before, (body: object) => ({ ...body, soldAtMs: shop.tick() }));
    expect(told(await send(shop, [{ ...old, promised: false }]))).toEqual(["refused approval_needed"]);
    expect(told(await send(shop, [old]))).toEqual(["recorded"]);
    expect(sold(old).lines[0]?.unitPriceRupiah).not.toBe(9_000);
    await heldThenAccepted(till.sale([{ sku: "AIR", price: 7_777 }]), "approval_needed");
  });

  test("a discount above the limit, a refund above it, goods of another stall, a right that was taken away", async () => {
    await heldThenAccepted(till.sale([{ sku: "BATIK", discount: 60_000 }]), "approval_needed");
    const bought = till.sale([{ sku: "BATIK", quantity: 9 }]);
    expect(told(await send(shop, [bought]))).toEqual(["recorded"]);
    await heldThenAccepted(till.refund(bought.id as SaleId, [[1, 9]]), "approval_needed");
    const limited: Who = { ...staffById(shop, shop.cashier.staffId), stallIds: [shop.stall.KAFE] };
    const act = till.sale(["BATIK"]);
    expect(told(await send(shop, [act], { by: limited }))).toEqual(["held not_your_stall"]);
    expect(
      told(
        await send(shop, [
          till.keep("leave_till", { id: newId(), unsent: 1, reason: "Pulang", leftAtMs: shop.tick() }),
        ]),
      ),
    ).toEqual(["held not_allowed"]);
    for (const { act: id } of repairs()) {
      const held = { id } as SentAct;
      if (rowsOf(shop, `select 1 from acts where id = '${id}'`).length === 0) accept(held);
    }
    expect(rowsOf(shop, "select unsent from till_leavings")).toEqual([{ unsent: 1 }]);
  });

  test("S4 S5 sold after the shift was closed elsewhere: a supplement, the Z untouched, the drawer as it was counted", async () => {
    const act = till.sale(["KERIPIK"]);
    close(shop);
    const z = shiftView(shop, shop.shiftId);
    till.next.seq = tillView(shop, shop.till.tillId).lastSeq + 1;
    const late = { ...act, seq: till.next.seq };
    const after = rewritten(late, (body: object) => ({
      ...body,
      till: { tillId: shop.till.tillId, seq: late.seq },
      soldAtMs: shop.tick(),
    }));
    await heldThenAccepted(after, "shift_not_open");
    expect(sold(after).supplement).toBe(1);
    expect(shiftView(shop, shop.shiftId)).toEqual(z);
    expect(inDrawer(shop)).toBe(0);
  });

  test("what the safe or the drawer is said not to hold was there: float, top-up, cash out", async () => {
    await heldThenAccepted(till.move("top_up", 9_000_000), "safe_too_empty");
    await heldThenAccepted(till.move("cash_out", 50_000_000), "drawer_too_empty");
    close(shop, 0, "Uangnya ada di tempat lain");
    till = tillQueue(shop);
    const opened = till.open(90_000_000);
    await heldThenAccepted(opened, "safe_too_empty");
    shop.shiftId = opened.id as ShiftId;
    sell(shop, ["AIR"]);
  });

  test("D7 N1 a sale whose numbers another act took gets a new paper's number and no place in the row", async () => {
    const copied = tillQueue(shop);
    const own = till.sale(["BATIK"]);
    const twin = copied.sale(["AIR"]);
    expect(told(await send(shop, [own, twin]))).toEqual(["recorded", "held till_seq_taken"]);
    expect(() => retryRepair(shop, shop.manager, { id: newId(), repairId: repairOf(twin) })).toThrow(
      "till_seq_taken",
    );
    const next = nextPaper(shop);
    accept(twin);
    expect(sold(twin).receiptNumber).toBe(next);
    expect(sold(own).receiptNumber).not.toBe(next);
    expect(tillView(shop, shop.till.tillId).lastSeq).toBe(own.seq);
    sell(shop, ["AIR"]);
  });
});

describe("what cannot be booked", () => {
  const cannot = (act: SentAct): void => expect(() => accept(act)).toThrow("cannot_be_booked");

  test("payments that do not add up, an unknown product, more back than was sold, a count below zero, nothing readable", async () => {
    const { KOPI } = shop.product;
    const bought = till.sale(["AIR"]);
    const acts = [
      rewritten(till.sale(["AIR"]), (body: { payments: { amountRupiah: number }[] }) => ({
        ...body,
        payments: body.payments.map((payment) => ({ ...payment, amountRupiah: payment.amountRupiah + 1 })),
      })),
      rewritten(till.sale(["KOPI"]), (body: { lines: object[] }) => ({
        ...body,
        lines: body.lines.map((line) => ({ ...line, productId: KOPI + 999 })),
      })),
      till.refund(bought.id as SaleId, [[1, 2]]),
      till.keep("visit", {
        id: newId(),
        areaId: shop.area,
        category: "dewasa",
        count: -5,
        reason: "Salah",
        countedAtMs: shop.tick(),
      }),
      rewritten(till.visit(1), () => ({ what: "nobody knows" })),
    ];
    const results: ActResult[] = await send(shop, [bought, ...acts]);
    expect(told(results)).toEqual([
      "recorded",
      "held payments_do_not_add_up",
      "held unknown_product",
      "held refund_more_than_sold",
      "held count_below_zero",
      "held act_unreadable",
    ]);
    for (const act of acts.slice(0, 4)) cannot(act);
    expect(() => accept(acts[4] as SentAct)).toThrow("act_unreadable");
    expect(rowsOf(shop, "select count(*) as n from repair_settlements")).toEqual([{ n: 0 }]);
  });
});

describe("S2 in their order", () => {
  test("a held opening holds its sales; once it is accepted they go through by themselves, numbers and all", async () => {
    close(shop);
    till = tillQueue(shop);
    const opened = till.open(9_999_999);
    shop.shiftId = opened.id as ShiftId;
    const acts = [opened, till.sale(["BATIK"]), till.move("cash_in", 10_000), till.sale(["AIR"])];
    const results = await send(shop, [...acts, till.visit(5)]);
    expect(told(results)).toEqual([
      "held safe_too_empty",
      "held shift_not_open",
      "held shift_not_open",
      "held shift_not_open",
      "recorded",
    ]);
    expect(() => accept(acts[1] as SentAct)).toThrow("shift_not_open");
    accept(opened);
    expect(rowsOf(shop, "select how from repair_settlements order by rowid")).toEqual([
      { how: "accepted" },
      { how: "recorded" },
      { how: "recorded" },
      { how: "recorded" },
    ]);
    const { sales, state } = shiftView(shop, shop.shiftId);
    expect([sales, state]).toEqual([2, "open"]);
    close(shop);
    expect(shiftView(shop, shop.shiftId)).toMatchObject({ sales: 2, differenceRupiah: 0 });
    open(shop);
  });

  test("H4 an opening whose place another act took: its Z names the papers that were held for it", async () => {
    close(shop);
    till = tillQueue(shop);
    const other = tillQueue(shop);
    const opened = till.open(100_000);
    shop.shiftId = opened.id as ShiftId;
    const acts = [opened, till.sale(["BATIK"]), till.sale(["AIR"])];
    expect(told(await send(shop, [other.visit(2), ...acts]))).toEqual([
      "recorded",
      "held till_seq_taken",
      "held shift_not_open",
      "held shift_not_open",
    ]);
    accept(opened);
    expect(shiftView(shop, shop.shiftId).sales).toBe(2);
    close(shop);
    const { firstNumber, lastNumber } = shiftReport(shop, shop.manager, shop.shiftId).totals;
    expect([firstNumber, lastNumber]).toEqual(["UJI-K1-000001", "UJI-K1-000002"]);
  });
});
