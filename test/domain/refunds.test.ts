// Refunds: in parts, by the sale's own money, before and after the maker was paid, borne by the maker or by the centre.
import { describe, expect, test } from "vitest";
import { holds } from "#domain/journal";
import { previewRefund, recordRefund } from "#domain/refunds";
import { saleView } from "#domain/sale-views";
import { statement } from "#domain/statements";
import { account } from "#rules/entry";
import { contents } from "../contents.ts";
import { allFigures, cleanBook, close, inDrawer, open, type TestShop, testShop } from "../shop.ts";
import { payOut, receive, refund, refundCommand, sell, set, takeBack } from "../till.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });
const owed = async (shop: TestShop) => (await allFigures(shop)).beneficiaryOwed;

describe("R1 a refund points to the line", () => {
  test("in parts it adds up to the line, each amount by itself; never more than was sold", async () => {
    const shop = await testShop();
    // Three for 99.999 after discount: Sari 80 % = 79.999,2, up to 80.000; cost 60.000; margin −40.001, so approval was needed.
    const sale = sell(shop, [{ sku: "BATIK", quantity: 3, discount: 410_001 }], {
      approved: true,
    });
    expect(await allFigures(shop)).toMatchObject({
      turnover: 99_999,
      grossProfit: -40_001,
      beneficiaryOwed: { SARI: 80_000 },
    });
    refund(shop, sale, [[1, 1]]); // 33.333, Sari 26.666 (of 26.666,66)
    expect(await allFigures(shop)).toMatchObject({
      turnover: 66_666,
      grossProfit: 66_666 - 40_000 - 53_334,
      beneficiaryOwed: { SARI: 53_334 },
    });
    refund(shop, sale, [[1, 1]]); // to 66.666 and 53.333 in all
    expect(await allFigures(shop)).toMatchObject({ turnover: 33_333, beneficiaryOwed: { SARI: 26_667 } });
    expect(() => refund(shop, sale, [[1, 1.001]])).toThrow(refusedAs("refund_more_than_sold"));
    refund(shop, sale, [[1, 1]]);
    expect(await allFigures(shop)).toMatchObject({
      turnover: 0,
      grossProfit: 0,
      refunds: 3,
      beneficiaryOwed: { SARI: 0 },
    });
    expect(() => refund(shop, sale, [[1, 0.001]])).toThrow(refusedAs("refund_more_than_sold"));
    await cleanBook(shop);
  });

  test("R4 the original shows its refunds, and what of each line is left", async () => {
    const shop = await testShop();
    const sale = sell(shop, [{ sku: "KOPI", quantity: 3 }, "AIR"]);
    const first = refund(shop, sale, [[1, 1]]);
    refund(
      shop,
      sale,
      [
        [1, 1],
        [2, 1, "damaged"],
      ],
      { reason: "damaged" },
    );
    const view = saleView(shop, sale.id);
    expect(view.lines.map((line) => line.refundedMilli)).toEqual([2000, 1000]);
    expect(view.refunds).toHaveLength(2);
    expect(view.refunds[0]).toMatchObject({
      receiptNumber: first.receiptNumber,
      totalRupiah: 12_000,
      reason: "unwanted",
    });
    await cleanBook(shop);
  });

  test("a preview is the refund itself, rolled back", async () => {
    const shop = await testShop();
    const sale = sell(shop, [{ sku: "LELE", quantity: 2.5 }], { pay: [["qris", 50_000]] });
    const before = contents(shop);
    const command = refundCommand(shop, sale.id, [[1, 2]]);
    const preview = previewRefund(shop, shop.cashier, command);
    expect(contents(shop)).toEqual(before);
    expect(preview).toEqual({
      totalRupiah: 60_000,
      roundingRupiah: 0,
      payments: [
        { method: "qris", amountRupiah: 50_000 },
        { method: "cash", amountRupiah: 10_000 },
      ],
      lines: [{ lineNo: 1, netRupiah: 60_000, taxRupiah: 0 }],
      needs: [],
    });
    const { totalRupiah, payments } = recordRefund(shop, shop.cashier, command);
    expect({ totalRupiah, payments }).toEqual({
      totalRupiah: preview.totalRupiah,
      payments: preview.payments,
    });
    await cleanBook(shop);
  });
});

describe("how the money goes back", () => {
  test("C3 by the sale's own methods; the cash leaves the drawer of the shift that pays it", async () => {
    const shop = await testShop();
    const sale = sell(shop, ["BATIK"], { pay: [["edc", 100_000]] });
    close(shop);
    shop.set("2025-07-16 08:00");
    open(shop, 100_000);
    refund(shop, sale, [[1, 1]]);
    expect(inDrawer(shop)).toBe(30_000);
    expect(holds(shop, account.edc)).toBe(0);
    expect((await allFigures(shop)).byDay["2025-07-16"]).toEqual({
      turnover: -170_000,
      grossProfit: -14_000,
      pieces: -1,
    });
    await cleanBook(shop);
  });

  test("in cash for what was not paid in cash: only with approval", async () => {
    const shop = await testShop();
    const sale = sell(shop, ["BATIK"], { pay: "qris" });
    expect(() => refund(shop, sale, [[1, 1]], { inCash: true })).toThrow(refusedAs("approval_needed"));
    refund(shop, sale, [[1, 1]], { inCash: true, approved: true });
    expect(inDrawer(shop)).toBe(30_000);
    expect(holds(shop, account.qris)).toBe(170_000);
    expect((await allFigures(shop)).byPaymentMethod).toEqual({ qris: 170_000, cash: -170_000 });
    const cash = sell(shop, ["AIR"]);
    refund(shop, cash, [[1, 1]], { inCash: true }); // it was cash anyway
    await cleanBook(shop);
  });

  test("R3 a mistake and a return differ in their reason; goods go back on the shelf or are written off", async () => {
    const shop = await testShop();
    receive(shop, "AIR", 10);
    const sale = sell(shop, [{ sku: "AIR", quantity: 3 }]);
    refund(shop, sale, [[1, 1, "damaged"]], { reason: "damaged" });
    refund(shop, sale, [[1, 2]], { reason: "mistake", approved: true });
    expect((await allFigures(shop)).stockOnHandMilli).toEqual({ AIR: 9_000 });
    expect(holds(shop, account.writeOff)).toBe(2_500);
    expect(saleView(shop, sale.id).refunds.map((row) => row.reason)).toEqual(["damaged", "mistake"]);
    await cleanBook(shop);
  });
});

describe("K3 K5 a maker who was already paid", () => {
  test("before the payout the refund cancels the earning, after it stands below zero; never both", async () => {
    const shop = await testShop();
    const early = sell(shop, ["BATIK"]);
    refund(shop, early, [[1, 1]]);
    expect(await owed(shop)).toEqual({ SARI: 0 });
    expect((await statement(shop, shop.maker.SARI)).payableRupiah).toBe(0);
    const late = sell(shop, ["BATIK"]);
    payOut(shop, "SARI", 136_000);
    refund(shop, late, [[1, 1]]);
    expect(await owed(shop)).toEqual({ SARI: -136_000 });
    expect(await statement(shop, shop.maker.SARI)).toMatchObject({
      unpaidRupiah: 0,
      debtRupiah: 136_000,
      payableRupiah: 0,
    });
    await cleanBook(shop);
  });

  test("the debt comes off later proceeds only, and half of each later payout stays theirs", async () => {
    const shop = await testShop();
    const sale = sell(shop, ["BATIK"]);
    payOut(shop, "SARI", 136_000);
    refund(shop, sale, [[1, 1]]); // debt 136.000
    sell(shop, [{ sku: "BATIK", discount: 70_000 }]); // Sari 80.000, margin 0
    expect(await statement(shop, shop.maker.SARI)).toMatchObject({
      unpaidRupiah: 80_000,
      debtRupiah: 136_000,
      recoveredRupiah: 40_000,
      payableRupiah: 40_000,
    });
    expect(() => payOut(shop, "SARI", 40_001)).toThrow(refusedAs("more_than_owed"));
    expect(payOut(shop, "SARI", 40_000).owedAfterRupiah).toBe(-96_000);
    sell(shop, [{ sku: "BATIK", quantity: 2 }]); // 272.000, of which 96.000 come off
    expect(await statement(shop, shop.maker.SARI)).toMatchObject({
      debtRupiah: 96_000,
      payableRupiah: 176_000,
    });
    payOut(shop, "SARI", 176_000);
    expect(await owed(shop)).toEqual({ SARI: 0 });
    await cleanBook(shop);
  });

  test("the floor is the centre's to choose", async () => {
    const shop = await testShop();
    set(shop, { protectedFloorBasisPoints: 8000 });
    const sale = sell(shop, ["BATIK"]);
    payOut(shop, "SARI", 136_000);
    refund(shop, sale, [[1, 1]]);
    sell(shop, [{ sku: "BATIK", discount: 70_000 }]);
    expect((await statement(shop, shop.maker.SARI)).payableRupiah).toBe(64_000);
    await cleanBook(shop);
  });

  test("the centre bears it, always or case by case: nothing comes off, and it is outside gross profit", async () => {
    const shop = await testShop();
    const [one, two] = [sell(shop, ["BATIK"]), sell(shop, ["BATIK"])];
    payOut(shop, "SARI", 272_000);
    expect(() => refund(shop, one, [[1, 1]], { centreBears: true })).toThrow(refusedAs("approval_needed"));
    refund(shop, one, [[1, 1]], { centreBears: true, approved: true });
    expect(await owed(shop)).toEqual({ SARI: 0 });
    set(shop, { refundAfterPayout: "centre" });
    refund(shop, two, [[1, 1]]);
    expect(holds(shop, account.borne)).toBe(272_000);
    const figures = await allFigures(shop);
    expect(figures).toMatchObject({
      turnover: 0,
      grossProfit: 0,
      beneficiaryOwed: { SARI: 0 },
      beneficiaryPaid: { SARI: 272_000 },
    });
    expect(figures.beneficiaryEarned).toEqual({ SARI: 0 }); // earned less refunds; what the centre gave is no earning
    expect((await statement(shop, shop.maker.SARI)).rows.filter((row) => row.kind === "borne")).toHaveLength(
      2,
    );
    await cleanBook(shop);
  });

  test("the centre bears only what had been paid; what had not is cancelled", async () => {
    const shop = await testShop();
    set(shop, { refundAfterPayout: "centre" });
    const sale = sell(shop, ["BATIK"]);
    payOut(shop, "SARI", 36_000);
    refund(shop, sale, [[1, 1]]);
    expect(await owed(shop)).toEqual({ SARI: 0 });
    expect(holds(shop, account.borne)).toBe(36_000);
    await cleanBook(shop);
  });

  test("a debt that was recovered, and then the first payout was taken back: the maker is owed it again", async () => {
    const shop = await testShop();
    const sale = sell(shop, ["BATIK"]); // 136.000
    const first = payOut(shop, "SARI", 136_000);
    refund(shop, sale, [[1, 1]]);
    sell(shop, [{ sku: "BATIK", quantity: 2 }]); // 272.000
    payOut(shop, "SARI", 136_000); // 136.000 come off
    expect(await owed(shop)).toEqual({ SARI: 0 });
    takeBack(shop, first, "Bukan Sari yang menerima");
    expect(await owed(shop)).toEqual({ SARI: 136_000 });
    await cleanBook(shop);
    payOut(shop, "SARI", 136_000);
    await cleanBook(shop);
  });

  test("of a group, each member stands for their own part", async () => {
    const shop = await testShop();
    const sale = sell(shop, ["TAS"]); // Sari 17.000, Budi 34.000
    payOut(shop, "BUDI", 34_000);
    refund(shop, sale, [[1, 1]]);
    expect(await owed(shop)).toEqual({ SARI: 0, BUDI: -34_000 });
    await cleanBook(shop);
  });
});
