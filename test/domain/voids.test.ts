// Mistakes and returns: what needs a manager, what a waiting QRIS payment allows, and both people on the record.
import { describe, expect, test } from "vitest";
import { holds } from "#domain/journal";
import { previewRefund, recordRefund } from "#domain/refunds";
import { saleView } from "#domain/sale-views";
import { account } from "#rules/entry";
import { contents } from "../contents.ts";
import { allFigures, cleanBook, inDrawer, testShop } from "../shop.ts";
import { receive, refund, refundCommand, sell, set } from "../till.ts";

const needs = (...reasons: string[]) =>
  expect.objectContaining({
    code: "approval_needed",
    facts: expect.objectContaining({ needs: reasons.join(",") }),
  });
const refusedAs = (code: string) => expect.objectContaining({ code });

describe("R3 a void", () => {
  test("takes back everything, needs a manager, and names both", async () => {
    const shop = await testShop();
    receive(shop, "AIR", 5);
    const sale = sell(shop, [{ sku: "AIR", quantity: 2 }, "BATIK"]);
    const all = [
      [1, 2],
      [2, 1],
    ] as const;
    expect(() => refund(shop, sale, all, { reason: "mistake" })).toThrow(needs("void"));
    expect(() => refund(shop, sale, [[1, 2]], { reason: "mistake", approved: true })).toThrow(
      refusedAs("void_takes_all"),
    );
    const voided = refundCommand(shop, sale.id, all, { reason: "mistake" });
    const before = contents(shop);
    expect(previewRefund(shop, shop.cashier, voided)).toMatchObject({
      totalRupiah: 178_000,
      needs: ["void"],
    });
    expect(contents(shop)).toEqual(before);
    refund(shop, sale, all, { reason: "mistake", approved: true });
    expect(saleView(shop, sale.id).refunds).toMatchObject([
      { reason: "mistake", cashier: "Dewi", approvedBy: "Ibu Ratna", totalRupiah: 178_000 },
    ]);
    expect(await allFigures(shop)).toMatchObject({ turnover: 0, transactions: 1, refunds: 1 });
    expect(inDrawer(shop)).toBe(200_000);
    await cleanBook(shop);
  });

  test("after a part came back, takes what is left", async () => {
    const shop = await testShop();
    const sale = sell(shop, [{ sku: "KOPI", quantity: 3 }]);
    refund(shop, sale, [[1, 1]]);
    refund(shop, sale, [[1, 2]], { reason: "mistake", approved: true });
    expect(await allFigures(shop)).toMatchObject({ turnover: 0, refunds: 2 });
    await cleanBook(shop);
  });
});

describe("a return above the centre's limit", () => {
  test("needs a manager; at the limit it does not; the manager's own is recorded as theirs", async () => {
    const shop = await testShop({ limits: "default" }); // Rp100.000
    set(shop, { refundLimitRupiah: 85_000 as never });
    const sale = sell(shop, [{ sku: "TAS", quantity: 3 }]);
    refund(shop, sale, [[1, 1]]); // 85.000
    // In small steps it is still more than that of one sale.
    expect(() => refund(shop, sale, [[1, 0.001]])).toThrow(needs("refund_above_limit"));
    const inCash = { inCash: true, centreBears: true };
    const paidByCard = sell(shop, [{ sku: "TAS", quantity: 2 }], { pay: "edc" });
    expect(() => refund(shop, paidByCard, [[1, 2]], inCash)).toThrow(
      needs("refund_above_limit", "cash_for_cashless", "centre_bears"),
    );
    recordRefund(shop, shop.manager, refundCommand(shop, sale.id, [[1, 2]]));
    expect(saleView(shop, sale.id).refunds.map((row) => row.approvedBy)).toEqual([null, "Ibu Ratna"]);
    await cleanBook(shop);
  });
});

describe("a QRIS payment that nobody has seen come in", () => {
  test("is sold and counted, its money apart; only a void takes it back, and no cash is paid for it", async () => {
    const shop = await testShop();
    const sale = sell(shop, ["BATIK", "AIR"], { pay: [["waiting", 100_000]] }); // and 74.000 in cash
    expect(saleView(shop, sale.id).payments).toMatchObject([
      { method: "qris", unconfirmed: true, confirmedBy: null },
      { method: "cash", unconfirmed: false },
    ]);
    expect(await allFigures(shop)).toMatchObject({
      turnover: 174_000,
      byPaymentMethod: { qris: 100_000, cash: 74_000 },
    });
    expect([holds(shop, account.qrisUnconfirmed), holds(shop, account.qris)]).toEqual([100_000, 0]);
    expect(() => refund(shop, sale, [[2, 1]])).toThrow(refusedAs("confirm_first"));
    const all = [
      [1, 1],
      [2, 1],
    ] as const;
    const mistake = { reason: "mistake", approved: true } as const;
    expect(() => refund(shop, sale, all, { ...mistake, inCash: true })).toThrow(refusedAs("confirm_first"));
    const { payments } = refund(shop, sale, all, mistake);
    expect(payments).toEqual([
      { method: "qris", amountRupiah: 100_000 },
      { method: "cash", amountRupiah: 74_000 },
    ]);
    expect([holds(shop, account.qrisUnconfirmed), inDrawer(shop)]).toEqual([0, 200_000]);
    await cleanBook(shop);
  });

  test("one that was seen at once says by whom; anything but QRIS cannot wait", async () => {
    const shop = await testShop();
    const sale = sell(shop, ["AIR"], { pay: "qris" });
    expect(saleView(shop, sale.id).payments).toMatchObject([{ unconfirmed: false, confirmedBy: "Dewi" }]);
    expect(holds(shop, account.qris)).toBe(4_000);
    await cleanBook(shop);
  });
});
