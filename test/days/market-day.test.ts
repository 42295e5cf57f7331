// A whole day at a centre as a table of acts and outcomes; every figure was worked out by hand, line by line.
import { beforeAll, describe, expect, test } from "vitest";
import { figuresView } from "#domain/figures";
import { holds } from "#domain/journal";
import { statement } from "#domain/statements";
import type { Day } from "#rules/business-day";
import { account } from "#rules/entry";
import type { Figures } from "#rules/figures";
import type { VisitId } from "#rules/ids";
import type { ShiftView } from "#rules/shift";
import { allFigures, cleanBook, close, inDrawer, type TestShop, testShop } from "../shop.ts";
import { count, payOut, receive, refund, sell } from "../till.ts";

let shop: TestShop;
let figures: Figures;
let z: ShiftView;

beforeAll(async () => {
  shop = await testShop();
  const goods = { BATIK: 10, AIR: 24, LELE: 5, TAS: 3, KERIPIK: 10, SABUN: 10 } as const;
  for (const [sku, quantity] of Object.entries(goods)) receive(shop, sku as keyof typeof goods, quantity);
  // A  Batik 170.000 (cost 20.000, Sari 80 % = 136.000) and two coffees 24.000 (cost 8.000, Budi 2 × 5.000)
  const a = sell(shop, ["BATIK", { sku: "KOPI", quantity: 2 }]);
  // B  2,5 kg of fish 75.000 (cost 46.250; Wati 33,33 % of 28.750 = 9.582,375, up to 9.583)
  sell(shop, [{ sku: "LELE", quantity: 2.5 }], { pay: "qris" });
  // C  A bag 85.000 less 5.000 (cost 10.000; the group 60 % of 80.000 = 48.000: Sari 16.000, Budi 32.000)
  const c = sell(shop, [{ sku: "TAS", discount: 5_000 }], { pay: "transfer" });
  // D  Two crisps and a soap, 1.000 off the whole: 750 and 250. Crisps 29.250 (no cost; the vendor 22.000).
  //    Soap 9.750 (cost 3.000; Wati's savings 30 % = 2.925; capital 60 % = 5.850, reserve 10 % = 975).
  sell(shop, [{ sku: "KERIPIK", quantity: 2 }, "SABUN"], { saleDiscount: 1_000, pay: [["qris", 20_000]] });
  // E  1,5 hours of massage at 60.000, asked at the till (Budi 50 % = 45.000)
  sell(shop, [{ sku: "PIJAT", quantity: 1.5, price: 60_000 }], { pay: "edc" });
  // F  Three bottles of water 12.000, the centre's own (cost 7.500)
  sell(shop, [{ sku: "AIR", quantity: 3 }]);
  // One coffee comes back; the bag comes back torn.
  expect(refund(shop, a, [[2, 1]])).toMatchObject({
    totalRupiah: 12_000,
    payments: [{ method: "cash", amountRupiah: 12_000 }],
  });
  expect(refund(shop, c, [[1, 1, "damaged"]], { reason: "damaged" }).payments).toEqual([
    { method: "transfer", amountRupiah: 80_000 },
  ]);
  count(shop, 30);
  const twice = count(shop, 5);
  count(shop, -5, { undoes: twice.id as VisitId });
  expect(count(shop, 12, { category: "anak" }).total).toBe(42);
  payOut(shop, "SARI", 100_000, { source: "drawer", shiftId: shop.shiftId });
  expect(inDrawer(shop)).toBe(313_000); // 200.000 + 194.000 + 19.000 + 12.000 − 12.000 − 100.000
  z = close(shop, 312_500, "Kembalian lebih Rp500");
  figures = await allFigures(shop);
});

describe("the figures of the day", () => {
  test("visitors, transactions, turnover, gross profit, and how much of it has no cost recorded", () => {
    expect(figures).toMatchObject({
      asOf: "2025-07-15",
      visitors: 42,
      transactions: 6,
      refunds: 2,
      turnover: 398_000, // 194.000 + 75.000 + 80.000 + 39.000 + 90.000 + 12.000 − 12.000 − 80.000
      grossProfit: 96_742, // 20.000 + 19.167 + 22.000 + 11.075 + 45.000 + 4.500 − 3.000 − 22.000
      turnoverWithoutCost: 29_250,
    });
  });

  test("by stall, category, programme, day and product", () => {
    const cell = (turnover: number, grossProfit: number, pieces: number) => ({
      turnover,
      grossProfit,
      pieces,
    });
    expect(figures.byStall).toEqual({
      GALERI: cell(269_750, 62_825, 2),
      KAFE: cell(53_250, 14_750, 6),
      AGRO: cell(75_000, 19_167, 0),
    });
    expect(figures.byCategory).toEqual({
      Batik: cell(170_000, 14_000, 1),
      Minuman: cell(24_000, 7_500, 4),
      Ikan: cell(75_000, 19_167, 0),
      Kerajinan: cell(9_750, 3_825, 1),
      Makanan: cell(29_250, 7_250, 2),
      Jasa: cell(90_000, 45_000, 0),
    });
    expect(figures.byProgram).toEqual({
      ATENSI: cell(254_750, 36_992, 2),
      PKH: cell(102_000, 48_000, 1),
      KUBE: cell(0, 0, 0),
      CENTRE: cell(41_250, 11_750, 5),
    });
    expect(figures.byDay).toEqual({ "2025-07-15": cell(398_000, 96_742, 8) });
    expect(figures.quantityBySkuMilli).toEqual({
      BATIK: 1000,
      KOPI: 1000,
      LELE: 2500,
      TAS: 0,
      KERIPIK: 2000,
      SABUN: 1000,
      PIJAT: 1500,
      AIR: 3000,
    });
  });

  test("by payment method, refunds taken off", () => {
    expect(figures.byPaymentMethod).toEqual({ cash: 213_000, qris: 95_000, transfer: 0, edc: 90_000 });
  });

  test("what makers earned, were paid and are owed; a group's members under the group's programme; vendors apart", () => {
    expect(figures.beneficiaryEarned).toEqual({ SARI: 136_000, BUDI: 50_000, WATI: 12_508 });
    expect(figures.earnedByProgram).toEqual({ ATENSI: 148_508, PKH: 50_000, KUBE: 0 });
    expect(figures.beneficiaryPaid).toEqual({ SARI: 100_000 });
    expect(figures.beneficiaryOwed).toEqual({ SARI: 36_000, BUDI: 50_000, WATI: 9_583 }); // Wati's savings are held, not owed
  });

  test("what is on the shelf: the torn bag came back and was written off", () => {
    expect(figures.stockOnHandMilli).toEqual({
      BATIK: 9_000,
      AIR: 21_000,
      LELE: 2_500,
      TAS: 2_000,
      KERIPIK: 8_000,
      SABUN: 9_000,
    });
  });

  test("the screen's figures are the same, and say which day there is more of", async () => {
    const day = "2025-07-15" as Day;
    const view = await figuresView(shop, { from: day, to: day });
    expect(view).toMatchObject({
      figures,
      pieces: 8,
      earned: 198_508,
      paid: 100_000,
      owed: 95_583,
      lastDay: day,
    });
    const empty = await figuresView(shop, { from: "2025-07-16" as Day, to: "2025-07-31" as Day });
    expect(empty).toMatchObject({ pieces: 0, lastDay: day });
    expect(empty.figures).toMatchObject({
      turnover: 0,
      byStall: {},
      beneficiaryOwed: figures.beneficiaryOwed,
    });
  });
});

describe("where the money stands", () => {
  test.each([
    ["the drawer is empty after closing", account.drawer("K1"), 0],
    ["the count went to the safe", account.safe, 5_112_500],
    ["the transfer came and went", account.bank, 10_000_000],
    ["QRIS with the provider", account.qris, 95_000],
    ["cards with the provider", account.edc, 90_000],
    ["C2 the difference is kept for ever", account.cashDifference, 500],
    ["owed to Sari", account.payable("SARI"), -36_000],
    ["owed to the vendor", account.vendor("PENITIP"), -22_000],
    ["Wati's savings", account.savings("WATI"), -2_925],
    ["set aside as capital", account.fund("capital"), -5_850],
    ["set aside as reserve", account.fund("reserve"), -975],
    ["the torn bag's cost", account.writeOff, 10_000],
    ["turnover of the gallery", account.sales("GALERI"), -269_750],
    ["no rounding", account.rounding, 0],
  ])("%s", (_, code, rupiah) => {
    expect(holds(shop, code)).toBe(rupiah);
  });
});

describe("the day's Z", () => {
  test("C1 C2 H4: expected, counted, difference with its reason, sums by method", () => {
    expect(z).toMatchObject({
      number: 1,
      floatRupiah: 200_000,
      expectedRupiah: 313_000,
      countedRupiah: 312_500,
      differenceRupiah: -500,
      reason: "Kembalian lebih Rp500",
      sales: 6,
      refunds: 2,
      salesRupiah: 490_000,
      refundsRupiah: 92_000,
      byMethod: { cash: 213_000, qris: 95_000, transfer: 0, edc: 90_000 },
    });
  });
});

describe("a maker's statement", () => {
  test("K1 K7 says each line from the maker's side, newest first, with what is owed", async () => {
    const budi = await statement(shop, shop.maker.BUDI);
    expect(budi).toMatchObject({ unpaidRupiah: 50_000, debtRupiah: 0, payableRupiah: 50_000, more: false });
    expect(budi.rows.map((row) => [row.kind, "product" in row ? row.product : "", row.amountRupiah])).toEqual(
      [
        ["refund", "tas", -32_000],
        ["refund", "kopi", -5_000],
        ["sale", "pijat", 45_000],
        ["sale", "tas", 32_000],
        ["sale", "kopi", 10_000],
      ],
    );
    expect(
      budi.rows.filter((row) => row.kind === "sale" && row.group === "Kelompok Batik Mekar"),
    ).toHaveLength(1);
    const sari = await statement(shop, shop.maker.SARI);
    expect(sari.rows[0]).toMatchObject({ kind: "payout", number: "UJI-TT-000001", amountRupiah: -100_000 });
    expect(sari.rows.reduce((all, row) => all + row.amountRupiah, 0)).toBe(36_000);
  });
});

test("the book is clean", async () => {
  await cleanBook(shop);
});
