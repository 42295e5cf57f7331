// Payouts: at most what is owed, oldest earnings first, from money that is there, taken back only by a counter-entry.
import { describe, expect, test } from "vitest";
import { payoutQueries } from "#db/queries/payouts";
import { holds } from "#domain/journal";
import { listMakers } from "#domain/makers";
import { payoutView, previewPayout, recordPayout } from "#domain/payouts";
import { statement } from "#domain/statements";
import { account } from "#rules/entry";
import { contents } from "../contents.ts";
import { allFigures, cleanBook, close, inDrawer, open, testShop } from "../shop.ts";
import { payOut, payoutCommand, sell, takeBack } from "../till.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });

describe("what is paid", () => {
  test("K4 covers the oldest earnings first, the last perhaps in part", async () => {
    const shop = await testShop();
    const sales = [sell(shop, ["KOPI"]), sell(shop, [{ sku: "KOPI", quantity: 2 }]), sell(shop, ["KOPI"])]; // 5.000, 10.000, 5.000
    const first = payOut(shop, "BUDI", 12_000);
    const second = payOut(shop, "BUDI", 8_000);
    const covers = (id: string) =>
      shop.book
        .statements(payoutQueries)
        .allocationsOf.all({ eventId: id })
        .map((row) => [sales.findIndex((sale) => sale.id === row.saleId), row.amountRupiah]);
    expect(covers(first.id)).toEqual([
      [0, 5_000],
      [1, 7_000],
    ]);
    expect(covers(second.id)).toEqual([
      [1, 3_000],
      [2, 5_000],
    ]);
    expect([first.number, second.number]).toEqual(["UJI-TT-000001", "UJI-TT-000002"]);
    expect([first.owedAfterRupiah, second.owedAfterRupiah]).toEqual([8_000, 0]);
    await cleanBook(shop);
  });

  test("K9 the preview is the payout itself: what it covers, what is owed and what the place holds afterwards", async () => {
    const shop = await testShop();
    sell(shop, ["BATIK"]);
    shop.set("2025-07-17 09:00");
    sell(shop, ["BATIK"]);
    const before = contents(shop);
    const command = payoutCommand(shop, "SARI", 200_000, { source: "bank" });
    expect(previewPayout(shop, shop.manager, command)).toEqual({
      amountRupiah: 200_000,
      owedBeforeRupiah: 272_000,
      owedAfterRupiah: 72_000,
      recoveredRupiah: 0,
      sourceHoldsAfterRupiah: 9_800_000,
      coveredLines: 2,
      coveredFrom: "2025-07-15",
      coveredTo: "2025-07-17",
    });
    expect(contents(shop)).toEqual(before);
    expect(recordPayout(shop, shop.manager, command).owedAfterRupiah).toBe(72_000);
    expect(holds(shop, account.bank)).toBe(9_800_000);
    await cleanBook(shop);
  });

  test("is at most what is owed, to the rupiah, and at most what the place holds", async () => {
    const shop = await testShop();
    sell(shop, [{ sku: "BATIK", quantity: 50 }], { pay: "qris" }); // Sari 6.800.000
    expect(() => payOut(shop, "SARI", 6_800_001, { source: "bank" })).toThrow(refusedAs("more_than_owed"));
    expect(() => payOut(shop, "SARI", 4_800_001)).toThrow(refusedAs("not_enough_money")); // 5.000.000 less the float
    const drawer = { source: "drawer" as const, shiftId: shop.shiftId };
    expect(() => payOut(shop, "SARI", 200_001, drawer)).toThrow(refusedAs("not_enough_money"));
    payOut(shop, "SARI", 200_000, drawer);
    expect(inDrawer(shop)).toBe(0);
    payOut(shop, "SARI", 4_800_000);
    payOut(shop, "SARI", 1_800_000, { source: "bank" });
    expect(() => payOut(shop, "SARI", 1, { source: "bank" })).toThrow(refusedAs("more_than_owed"));
    await cleanBook(shop);
  });

  test("savings are paid out only as savings, proceeds only as proceeds", async () => {
    const shop = await testShop();
    sell(shop, [{ sku: "SABUN", quantity: 10 }, "LELE"]); // savings 30.000; proceeds 33,33 % of 11.500 = 3.832,95, up
    expect(() => payOut(shop, "WATI", 3_834)).toThrow(refusedAs("more_than_owed"));
    expect(() => payOut(shop, "WATI", 30_001, { of: "savings" })).toThrow(refusedAs("more_than_owed"));
    payOut(shop, "WATI", 30_000, { of: "savings" });
    payOut(shop, "WATI", 3_833);
    expect(listMakers(shop).find((maker) => maker.code === "WATI")).toMatchObject({
      earnedRupiah: 33_833,
      paidRupiah: 33_833,
      owedRupiah: 0,
      savingsRupiah: 0,
    });
    await cleanBook(shop);
  });

  test("a vendor is paid consignment money, and is in no beneficiary's figure", async () => {
    const shop = await testShop();
    sell(shop, [{ sku: "KERIPIK", quantity: 4 }]);
    payOut(shop, "PENITIP", 40_000, { source: "bank" });
    expect(holds(shop, account.vendor("PENITIP"))).toBe(-4_000);
    expect((await statement(shop, shop.maker.PENITIP)).payableRupiah).toBe(4_000);
    expect(await allFigures(shop)).toMatchObject({
      beneficiaryEarned: {},
      beneficiaryPaid: {},
      beneficiaryOwed: {},
    });
    await cleanBook(shop);
  });

  test("a group is not paid; a guardian who receives has a name; the receipt says who, how and to whom", async () => {
    const shop = await testShop();
    sell(shop, ["TAS"]);
    expect(() => payOut(shop, "KELOMPOK", 1)).toThrow(refusedAs("groups_are_not_paid"));
    expect(() => payOut(shop, "BUDI", 1, { receivedBy: "guardian" })).toThrow(refusedAs("receiver_needed"));
    const paid = payOut(shop, "BUDI", 34_000, {
      receivedBy: "companion",
      receiverName: "Pak Joko",
      acknowledgedBy: "thumbprint",
    });
    expect(payoutView(shop, paid.id)).toMatchObject({
      number: "UJI-TT-000001",
      maker: { code: "BUDI", name: "Budi Santoso" },
      amountRupiah: 34_000,
      paidBy: "Ibu Ratna",
      receivedBy: "companion",
      receiverName: "Pak Joko",
      acknowledgedBy: "thumbprint",
      owedAfterRupiah: 0,
      reversedAtMs: null,
      seal: paid.seal,
    });
    await cleanBook(shop);
  });
});

describe("K9 taking a payout back", () => {
  test("is a counter-entry with a reason, once; the earnings are open again and the money is where it came from", async () => {
    const shop = await testShop();
    sell(shop, ["BATIK"]);
    const paid = payOut(shop, "SARI", 100_000);
    const view = takeBack(shop, paid, "Salah orang");
    expect(view).toMatchObject({ reversalReason: "Salah orang", amountRupiah: 100_000 });
    expect(holds(shop, account.safe)).toBe(4_800_000);
    expect(await allFigures(shop)).toMatchObject({
      beneficiaryPaid: { SARI: 0 },
      beneficiaryOwed: { SARI: 136_000 },
    });
    expect(() => takeBack(shop, paid)).toThrow(refusedAs("already_reversed"));
    payOut(shop, "SARI", 136_000);
    await cleanBook(shop);
  });

  test("into the drawer while its shift is open, else into the safe", async () => {
    const shop = await testShop();
    sell(shop, ["BATIK"]);
    const drawer = () => ({ source: "drawer" as const, shiftId: shop.shiftId });
    const [first, second] = [payOut(shop, "SARI", 10_000, drawer()), payOut(shop, "SARI", 20_000, drawer())];
    const before = inDrawer(shop);
    takeBack(shop, first);
    expect(inDrawer(shop)).toBe(before + 10_000);
    close(shop);
    const safe = holds(shop, account.safe);
    takeBack(shop, second);
    expect([inDrawer(shop), holds(shop, account.safe)]).toEqual([0, safe + 20_000]);
    await cleanBook(shop);
  });

  test("stands on its own day: what was paid on the earlier day stays paid there", async () => {
    const shop = await testShop();
    sell(shop, ["BATIK"]);
    const paid = payOut(shop, "SARI", 100_000);
    close(shop);
    shop.set("2025-08-02 09:00");
    open(shop);
    takeBack(shop, paid);
    const read = async (from: string, to: string) =>
      (await shop.book.reader.read("figures", { from, to })).figures;
    expect(await read("2025-07-15", "2025-07-31")).toMatchObject({
      beneficiaryPaid: { SARI: 100_000 },
      beneficiaryOwed: { SARI: 36_000 },
    });
    expect(await read("2025-08-01", "2025-08-31")).toMatchObject({
      beneficiaryPaid: { SARI: -100_000 },
      beneficiaryOwed: { SARI: 136_000 },
    });
    // Nothing else happened that day: without a period asked for, the figures still reach it.
    expect((await allFigures(shop)).beneficiaryOwed).toEqual({ SARI: 136_000 });
    await cleanBook(shop);
  });
});
