// The repair list as it is shown: what was held in words, gaps until they are explained, wrong clocks and old prices.
import { beforeEach, describe, expect, test } from "vitest";
import { repairsView } from "#domain/repair-views";
import { acceptRepair, explainGap, repairsWaiting, setRepairAside } from "#domain/repairs";
import type { Who } from "#domain/shop";
import { addStaff } from "#domain/staff";
import type { Role } from "#rules/permissions";
import type { SaleCommand } from "#rules/sale";
import { contents } from "../contents.ts";
import { cleanBook, newId, type TestShop, testShop } from "../shop.ts";
import { sell } from "../till.ts";
import { send, type TillQueue, tillQueue } from "../till-queue.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });

let shop: TestShop;
let queue: TillQueue;
let second: Who;
/** Sells nothing: what they bring is refused. */
let storekeeper: Who;
beforeEach(async () => {
  shop = await testShop();
  queue = tillQueue(shop);
  second = person("Pak Hadi", "manager");
  storekeeper = person("Tono", "storekeeper");
});

function person(name: string, role: Role): Who {
  return shop.book.write(() => addStaff(shop, { name, roles: [role], pinHash: null }));
}

const list = () => repairsView(shop, shop.manager);
const open = () => list().open;
const one = () => open()[0] ?? expect.unreachable("nothing is held");

/** A coffee below its price, which no manager had approved. */
async function holdCheap(price = 5_000) {
  const act = queue.sale([{ sku: "KOPI", quantity: 2, price }]);
  const [result] = await send(shop, [act]);
  expect(result).toMatchObject({ is: "held", code: "approval_needed" });
  return { ...(JSON.parse(act.body) as SaleCommand), act };
}

describe("what is held", () => {
  test("L4 is shown in words: who, when, the goods, the money, why, and to the letter", async () => {
    const command = await holdCheap();
    expect(open()).toEqual([
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
    await holdCheap();
    const before = contents(shop);
    list();
    expect(contents(shop)).toEqual(before);
  });

  test("which cannot be read is shown as it came, and can only be set aside", async () => {
    const text = '{"id":"?","totalRupiah":12000,"lines":"x"';
    await send(shop, [{ ...queue.sale(["KOPI"]), body: text }]);
    const { repairId, ...seen } = one();
    expect(seen).toMatchObject({ body: text, totalRupiah: null, lines: [], payments: [] });
    expect(seen.whyNot).not.toBeNull();
    expect(() => acceptRepair(shop, shop.manager, { id: newId(), repairId })).toThrow();
    setRepairAside(shop, shop.manager, { id: newId(), repairId, note: "Disk rusak" });
    expect(open()).toEqual([]);
    await cleanBook(shop);
  });
});

test("a refund is shown with the goods of its sale, what it comes to, and where it leads", async () => {
  const sale = sell(shop, [{ sku: "KOPI", quantity: 3 }]);
  queue = tillQueue(shop);
  await send(shop, [queue.refund(sale.id, [[1, 2]])], { by: storekeeper });
  const seen = one();
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
  expect(list().settled[0]).toMatchObject({ saleId: sale.id, totalRupiah: 24_000 });
  await cleanBook(shop);
});

test("O1 a price that was no longer in force is told, and not changed", async () => {
  const act = queue.sale([{ sku: "KOPI", price: 15_000 }, "AIR"]);
  expect(await send(shop, [act])).toMatchObject([{ is: "recorded" }]);
  expect(list().oldPrices).toEqual([
    expect.objectContaining({
      saleId: act.id,
      cashier: "Dewi",
      lines: [{ name: "kopi", chargedRupiah: 15_000, inForceRupiah: 12_000 }],
    }),
  ]);
  sell(shop, [{ sku: "KOPI", price: 15_000 }]);
  expect(list().oldPrices).toHaveLength(1);
  await cleanBook(shop);
});

test("L9 numbers that never came are shown until somebody says why, once", async () => {
  const lost = [queue.sale(["KOPI"]), queue.sale(["KOPI"]), queue.visit(3)];
  expect(await send(shop, [queue.sale(["KOPI"])])).toMatchObject([{ is: "recorded" }]);
  const [gap = expect.unreachable("no gap")] = list().gaps;
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
  expect(() => explainGap(shop, second, { ...command, id: newId() })).toThrow(refusedAs("already_settled"));
  expect(() => explainGap(shop, second, { ...command, id: newId(), gapId: newId() })).toThrow(
    refusedAs("not_found"),
  );
  expect(list().gaps[0]?.explained).toMatchObject({ by: "Ibu Ratna", note: "Tablet jatuh" });
  expect(repairsWaiting(shop)).toEqual({ waiting: 0 });
  await cleanBook(shop);
});

test("Z2 a clock that was off is told, with how far and in how many acts", async () => {
  await send(shop, [queue.sale(["KOPI"])], { aheadMs: 14 * 60_000 });
  await send(shop, [queue.sale(["KOPI"])], { aheadMs: 15 * 60_000 });
  await send(shop, [queue.sale(["KOPI"])], { aheadMs: 60_000 });
  expect(list().clocks).toEqual([expect.objectContaining({ tillCode: "K1", aheadMs: 15 * 60_000, acts: 2 })]);
  shop.later(31 * 24);
  expect(list().clocks).toEqual([]);
  await cleanBook(shop);
});
