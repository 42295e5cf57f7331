// QRIS payments that nobody has seen come in: they wait in an account of their own until somebody has, or a manager voids the sale.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { holds } from "#domain/journal";
import { confirmQris, unconfirmedPayments } from "#domain/qris-payments";
import { saleView } from "#domain/sale-views";
import { account } from "#rules/entry";
import type { SaleId } from "#rules/ids";
import type { ConfirmQris } from "#rules/qris-codes";
import { openShop } from "../../server/folder.ts";
import { contents } from "../contents.ts";
import { driverOf } from "../db/rows.ts";
import { allFigures, cleanBook, newId, type TestShop, testShop } from "../shop.ts";
import { refund, sell } from "../till.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });
const command = (shop: TestShop, saleId: SaleId, position = 0): ConfirmQris => ({
  id: newId(),
  saleId,
  position,
  confirmedAtMs: shop.tick(),
});
const confirm = (shop: TestShop, saleId: SaleId, position = 0) =>
  confirmQris(shop, shop.manager, command(shop, saleId, position));
const places = (shop: TestShop) => [holds(shop, account.qris), holds(shop, account.qrisUnconfirmed)];

describe("a payment that waits", () => {
  test("is counted in the figures at once, stands in the list, oldest first, and moves when it was seen", async () => {
    const shop = await testShop();
    const coffee = sell(shop, ["KOPI"], { pay: "waiting" });
    const batik = sell(shop, ["BATIK"], {
      pay: [
        ["qris", 50_000],
        ["waiting", 120_000],
      ],
    });
    expect(places(shop)).toEqual([50_000, 132_000]);
    expect(await allFigures(shop)).toMatchObject({ turnover: 182_000, transactions: 2 });
    expect(unconfirmedPayments(shop)).toMatchObject([
      { saleId: coffee.id, position: 0, amountRupiah: 12_000, cashier: "Dewi", till: "Kasir depan" },
      { saleId: batik.id, position: 1, amountRupiah: 120_000, receiptNumber: batik.receiptNumber },
    ]);
    const command_ = command(shop, batik.id, 1);
    expect(confirmQris(shop, shop.manager, command_)).toEqual({ saleId: batik.id, position: 1 });
    expect(places(shop)).toEqual([170_000, 12_000]);
    expect(unconfirmedPayments(shop).map((row) => row.saleId)).toEqual([coffee.id]);
    expect(saleView(shop, batik.id).payments).toMatchObject([
      { unconfirmed: false, confirmedBy: "Dewi" },
      { unconfirmed: false, confirmedBy: "Ibu Ratna", confirmedAtMs: command_.confirmedAtMs },
    ]);
    expect(await allFigures(shop)).toMatchObject({ turnover: 182_000, transactions: 2 });
    await cleanBook(shop);
  });

  test("is worth something: what was given away waits for nobody, and comes back like any other sale", async () => {
    const shop = await testShop();
    const gift = sell(shop, [{ sku: "AIR", discount: 4_000 }], { approved: true, pay: "waiting" });
    expect(unconfirmedPayments(shop)).toEqual([]);
    expect(saleView(shop, gift.id).payments).toMatchObject([{ amountRupiah: 0, unconfirmed: false }]);
    expect(refund(shop, gift, [[1, 1]]).totalRupiah).toBe(0);
    await cleanBook(shop);
  });

  test("is confirmed once: a repeat is answered the same, another is told that nothing waits", async () => {
    const shop = await testShop();
    const { id } = sell(shop, ["KOPI"], { pay: "waiting" });
    const first = command(shop, id);
    const answer = confirmQris(shop, shop.cashier, first);
    const saved = contents(shop);
    expect(confirmQris(shop, shop.cashier, first)).toEqual(answer);
    expect(() => confirm(shop, id)).toThrow(refusedAs("nothing_to_confirm"));
    expect(contents(shop)).toEqual(saved);
    await cleanBook(shop);
  });

  test("that never waited, or is not there, has nothing to confirm", async () => {
    const shop = await testShop();
    const seen = sell(shop, ["KOPI"], { pay: "qris" });
    for (const [saleId, position] of [
      [seen.id, 0],
      [seen.id, 1],
      [newId<SaleId>(), 0],
    ] as const)
      expect(() => confirm(shop, saleId, position)).toThrow(refusedAs("nothing_to_confirm"));
  });

  test("is gone from the list when its sale is voided, and cannot be confirmed any more", async () => {
    const shop = await testShop();
    const sale = sell(shop, ["KOPI"], { pay: "waiting" });
    refund(shop, sale, [[1, 1]], { reason: "mistake", approved: true });
    expect(unconfirmedPayments(shop)).toEqual([]);
    expect(places(shop)).toEqual([0, 0]);
    expect(() => confirm(shop, sale.id)).toThrow(refusedAs("nothing_to_confirm"));
    await cleanBook(shop);
  });

  test("is of the day on which it was seen; the sale stays where it was", async () => {
    const shop = await testShop();
    const { id } = sell(shop, ["KOPI"], { pay: "waiting" });
    shop.set("2025-07-16 09:00");
    confirm(shop, id);
    const day = driverOf(shop).prepare("select business_day from payment_confirmations").pluck().get();
    expect(day).toBe("2025-07-16");
    expect(saleView(shop, id).businessDay).toBe("2025-07-15");
    await cleanBook(shop);
  });

  test("may come back as goods like any other, once it was confirmed", async () => {
    const shop = await testShop();
    const sale = sell(shop, [{ sku: "KOPI", quantity: 2 }], { pay: "waiting" });
    expect(() => refund(shop, sale, [[1, 1]])).toThrow(refusedAs("confirm_first"));
    confirm(shop, sale.id);
    refund(shop, sale, [[1, 1]]);
    expect(places(shop)).toEqual([12_000, 0]);
    expect(unconfirmedPayments(shop)).toEqual([]);
    await cleanBook(shop);
  });
});

test("two who confirm the same payment over two connections: one does, the other is told, and the money moves once", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "shop-")), "shop.sqlite");
  const shop = await testShop({ path });
  const { id } = sell(shop, ["KOPI"], { pay: "waiting" });
  const second = openShop(path, shop.now);
  const [one, two] = [command(shop, id), command(shop, id)];
  const outcomes = await Promise.allSettled([
    second.book.soon(() => confirmQris(second, shop.cashier, one)),
    shop.book.soon(() => confirmQris(shop, shop.manager, two)),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
    reason: refusedAs("nothing_to_confirm"),
  });
  expect(places(shop)).toEqual([12_000, 0]);
  await second.book.close();
  await cleanBook(shop);
});

test("the list reads what ever waited by its own indexes, and no table of sales from end to end", async () => {
  const shop = await testShop();
  const { sql } = (await import("#db/queries/qris-payments"))
    .qrisPaymentQueries(shop.book.orm)
    .waiting.getQuery();
  const plan = driverOf(shop)
    .prepare<[], { detail: string }>(`explain query plan ${sql}`)
    .all()
    .map((row) => row.detail);
  expect(plan.filter((step) => step.startsWith("SCAN") && !step.includes("unconfirmed_payments"))).toEqual(
    [],
  );
});
