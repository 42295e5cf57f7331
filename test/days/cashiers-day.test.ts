// A cashier's day from the float to the Z, as a table of acts and outcomes: the cash is known after every one of them.
import { beforeAll, expect, test } from "vitest";
import { holds } from "#domain/journal";
import { confirmQris } from "#domain/qris-payments";
import { shiftReport } from "#domain/shift-reports";
import { account } from "#rules/entry";
import type { SaleRecorded } from "#rules/sale";
import type { ShiftReport, ShiftView } from "#rules/shift";
import {
  allFigures,
  cleanBook,
  close,
  countDrawer,
  inDrawer,
  moveCash,
  newId,
  OPENING,
  type TestShop,
  testShop,
} from "../shop.ts";
import { payOut, receive, refund, sell } from "../till.ts";

let shop: TestShop;
let day: ShiftReport;
let closed: ShiftView;
/** After each act: what should lie in the drawer. */
const drawer: [act: string, rupiah: number][] = [];

beforeAll(async () => {
  shop = await testShop();
  receive(shop, "BATIK", 5);
  receive(shop, "AIR", 24);
  const noted = <T>(act: string, done: T): T => {
    drawer.push([act, inDrawer(shop)]);
    return done;
  };
  noted("08.00 opens with a float", null);
  const batik: SaleRecorded = noted("a batik in cash", sell(shop, ["BATIK"]));
  noted("two coffees by QRIS, seen", sell(shop, [{ sku: "KOPI", quantity: 2 }], { pay: "qris" }));
  const waiting = noted("a bag by QRIS that nobody saw come in", sell(shop, ["TAS"], { pay: "waiting" }));
  noted(
    "water, half in cash, half by card",
    sell(shop, [{ sku: "AIR", quantity: 2 }], { pay: [["edc", 4_000]] }),
  );
  noted("coins from the office", moveCash(shop, "cash_in", 20_000, "Uang receh"));
  noted("ice bought", moveCash(shop, "cash_out", 6_000, "Es batu"));
  noted(
    "Sari is paid from the drawer",
    payOut(shop, "SARI", 50_000, { source: "drawer", shiftId: shop.shiftId }),
  );
  noted("noon: most of it to the safe", moveCash(shop, "deposit", 150_000, "Setor siang"));
  noted("the safe gives change", moveCash(shop, "top_up", 30_000, "Uang kembalian"));
  confirmQris(shop, shop.cashier, {
    id: newId(),
    saleId: waiting.id,
    position: 0,
    confirmedAtMs: shop.tick(),
  });
  noted("the bag's notification came after all", null);
  noted("the batik comes back", refund(shop, batik, [[1, 1]], { approved: true }));
  noted("a massage by transfer", sell(shop, [{ sku: "PIJAT", price: 60_000 }], { pay: "transfer" }));
  expect(countDrawer(shop, 47_000).differenceRupiah).toBe(-1_000);
  closed = close(shop, 47_500, "Kembalian lebih Rp500");
  day = shiftReport(shop, shop.cashier, shop.shiftId);
});

test("the drawer after every act", () => {
  expect(drawer).toEqual([
    ["08.00 opens with a float", 200_000],
    ["a batik in cash", 370_000],
    ["two coffees by QRIS, seen", 370_000],
    ["a bag by QRIS that nobody saw come in", 370_000],
    ["water, half in cash, half by card", 374_000],
    ["coins from the office", 394_000],
    ["ice bought", 388_000],
    ["Sari is paid from the drawer", 338_000],
    ["noon: most of it to the safe", 188_000],
    ["the safe gives change", 218_000],
    ["the bag's notification came after all", 218_000],
    ["the batik comes back", 48_000],
    ["a massage by transfer", 48_000],
  ]);
});

test("C1 C2 the evening: counted twice, the first kept, the difference with its reason", () => {
  expect(closed).toMatchObject({
    state: "closed",
    expectedRupiah: 48_000,
    countedRupiah: 47_500,
    differenceRupiah: -500,
    reason: "Kembalian lebih Rp500",
    zNumber: "UJI-K1-Z-000001",
  });
  expect(day.z).toMatchObject({ counts: 2, firstCountedRupiah: 47_000 });
});

test("H4 the Z", () => {
  const cell = (count: number, rupiah: number) => ({ count, rupiah });
  const none = cell(0, 0);
  expect(day.z?.totals).toMatchObject({
    sales: cell(5, 170_000 + 24_000 + 85_000 + 8_000 + 60_000),
    refunds: cell(1, 170_000),
    voids: none,
    tenders: [
      { method: "cash", sold: cell(2, 174_000), refunded: cell(1, 170_000) },
      { method: "qris", sold: cell(2, 109_000), refunded: none },
      { method: "transfer", sold: cell(1, 60_000), refunded: none },
      { method: "edc", sold: cell(1, 4_000), refunded: none },
    ],
    categories: [
      { category: "Batik", netRupiah: 0 },
      { category: "Jasa", netRupiah: 60_000 },
      { category: "Kerajinan", netRupiah: 85_000 },
      { category: "Minuman", netRupiah: 32_000 },
    ],
    cashIn: cell(1, 20_000),
    cashOut: cell(1, 6_000),
    deposits: cell(1, 150_000),
    topUps: cell(1, 30_000),
    payouts: cell(1, 50_000),
    unconfirmedQris: none,
    firstNumber: "UJI-K1-000001",
    lastNumber: "UJI-K1-000006",
  });
  expect(day.z).toMatchObject({ perpetualNetRupiah: 177_000, perpetualAbsoluteRupiah: 517_000 });
});

test("where the money stands", () => {
  const places = [
    account.drawer("K1"),
    account.safe,
    account.bank,
    account.qris,
    account.qrisUnconfirmed,
    account.edc,
  ];
  expect(places.map((place) => holds(shop, place))).toEqual([
    0,
    OPENING.safe - 200_000 + 150_000 - 30_000 + 47_500,
    OPENING.bank + 60_000,
    109_000,
    0,
    4_000,
  ]);
  expect(holds(shop, account.cashDifference)).toBe(500);
});

test("the figures are the Z's, and the book is clean", async () => {
  expect(await allFigures(shop)).toMatchObject({ turnover: 177_000, transactions: 5, refunds: 1 });
  await cleanBook(shop);
});
