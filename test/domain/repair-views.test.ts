// The repair list as it is shown: what was held in words, gaps until they are explained, wrong clocks and old prices.
import { beforeEach, describe, expect, test } from "vitest";
import { acceptRepair, explainGap, repairsWaiting, setRepairAside } from "#domain/repairs";
import { contents } from "../contents.ts";
import { type RepairShop, repairShop } from "../repair-list.ts";
import { cleanBook, newId, type TestShop } from "../shop.ts";
import { sell } from "../till.ts";
import { send, type TillQueue, tillQueue } from "../till-queue.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });

let here: RepairShop;
let shop: TestShop;
let queue: TillQueue;
beforeEach(async () => {
  here = await repairShop();
  ({ shop, queue } = here);
});

describe("what is held", () => {
  test("L4 is shown in words: who, when, the goods, the money, why, and to the letter", async () => {
    const command = await here.holdCheap();
    expect(here.open()).toEqual([
      expect.objectContaining({
        actId: command.id,
        tillCode: "K1",
        kind: "sale",
        seq: command.till.seq,
        receiptNumber: command.receiptNumber,
        newNumber: false,
        saleId: null,
        by: "Dewi",
        sentBy: "Dewi",
        keptAtMs: command.soldAtMs,
        code: "approval_needed",
        totalRupiah: 10_000,
        lines: [
          {
            name: "kopi",
            unit: "gelas",
            quantityMilli: 2000,
            unitPriceRupiah: 5_000,
            netRupiah: 10_000,
          },
        ],
        payments: [{ method: "cash", amountRupiah: 10_000 }],
        details: [],
        body: command.act.body,
        whyNot: null,
        asksWho: false,
        settled: null,
      }),
    ]);
    expect(repairsWaiting(shop)).toEqual({ waiting: 1 });
    await cleanBook(shop);
  });

  test("looking at it saves nothing", async () => {
    await here.holdCheap();
    const before = contents(shop);
    here.list();
    expect(contents(shop)).toEqual(before);
  });

  test("which cannot be read is shown as it came, and can only be set aside", async () => {
    const text = '{"id":"?","totalRupiah":12000,"lines":"x"';
    await send(shop, [{ ...queue.sale(["KOPI"]), body: text }]);
    const { repairId, ...seen } = here.one();
    expect(seen).toMatchObject({ body: text, totalRupiah: null, lines: [], payments: [] });
    expect(seen.whyNot).not.toBeNull();
    expect(() => acceptRepair(shop, shop.manager, { id: newId(), repairId })).toThrow();
    setRepairAside(shop, shop.manager, { id: newId(), repairId, note: "Disk rusak" });
    expect(here.open()).toEqual([]);
    await cleanBook(shop);
  });
});

test("a refund is shown with the goods of its sale, what it comes to, and where it leads", async () => {
  const sale = sell(shop, [{ sku: "KOPI", quantity: 3 }]);
  queue = tillQueue(shop);
  await send(shop, [queue.refund(sale.id, [[1, 2]])], { by: here.storekeeper });
  const seen = here.one();
  expect(seen).toMatchObject({
    kind: "refund",
    saleId: sale.id,
    totalRupiah: 24_000,
    lines: [{ name: "kopi", quantityMilli: 2000, netRupiah: 24_000 }],
    payments: [{ method: "cash", amountRupiah: 24_000 }],
    details: [
      { name: "of_receipt", value: sale.receiptNumber },
      { name: "refund_reason", value: "unwanted" },
    ],
  });
  acceptRepair(shop, shop.manager, { id: newId(), repairId: seen.repairId });
  expect(here.list().settled[0]).toMatchObject({ saleId: sale.id, totalRupiah: 24_000 });
  await cleanBook(shop);
});

test("O1 a price that was no longer in force is told, and not changed", async () => {
  const act = queue.sale([{ sku: "KOPI", price: 15_000 }, "AIR"]);
  expect(await send(shop, [act])).toMatchObject([{ is: "recorded" }]);
  expect(here.list().oldPrices).toEqual([
    expect.objectContaining({
      saleId: act.id,
      cashier: "Dewi",
      lines: [{ name: "kopi", chargedRupiah: 15_000, inForceRupiah: 12_000 }],
    }),
  ]);
  sell(shop, [{ sku: "KOPI", price: 15_000 }]);
  expect(here.list().oldPrices).toHaveLength(1);
  await cleanBook(shop);
});

test("L9 numbers that never came are shown until somebody says why, once", async () => {
  const lost = [queue.sale(["KOPI"]), queue.sale(["KOPI"]), queue.visit(3)];
  expect(await send(shop, [queue.sale(["KOPI"])])).toMatchObject([{ is: "recorded" }]);
  const [gap = expect.unreachable("no gap")] = here.list().gaps;
  expect(gap).toMatchObject({
    tillCode: "K1",
    fromSeq: lost[0]?.seq,
    toSeq: lost[2]?.seq,
    fromReceipt: "UJI-K1-000001",
    toReceipt: "UJI-K1-000002",
    explained: null,
  });
  expect(repairsWaiting(shop)).toEqual({ waiting: 1 });
  const command = { id: newId(), gapId: gap.gapId, note: "Tablet jatuh" };
  explainGap(shop, shop.manager, command);
  explainGap(shop, shop.manager, command);
  expect(() => explainGap(shop, here.second, { ...command, id: newId() })).toThrow(
    refusedAs("already_settled"),
  );
  expect(() => explainGap(shop, here.second, { ...command, id: newId(), gapId: newId() })).toThrow(
    refusedAs("not_found"),
  );
  expect(here.list().gaps[0]?.explained).toMatchObject({ by: "Ibu Ratna", note: "Tablet jatuh" });
  expect(repairsWaiting(shop)).toEqual({ waiting: 0 });
  await cleanBook(shop);
});

test("Z2 a clock that was off is told, with how far and in how many acts", async () => {
  await send(shop, [queue.sale(["KOPI"])], { aheadMs: 14 * 60_000 });
  await send(shop, [queue.sale(["KOPI"])], { aheadMs: 15 * 60_000 });
  await send(shop, [queue.sale(["KOPI"])], { aheadMs: 60_000 });
  expect(here.list().clocks).toEqual([
    expect.objectContaining({ tillCode: "K1", aheadMs: 15 * 60_000, acts: 2 }),
  ]);
  shop.later(31 * 24);
  expect(here.list().clocks).toEqual([]);
  await cleanBook(shop);
});
