// H6 what was changed in shifts behind the program's back is named, each by the promise that watches it.
import { beforeAll, describe, expect, test } from "vitest";
import { recordSale } from "#domain/sales";
import type { PromiseName } from "#rules/promises";
import { type Tampering, tamperingWith } from "../db/tampering.ts";
import { close, countDrawer, moveCash, open, testShop } from "../shop.ts";
import { refund, saleCommand, sell } from "../till.ts";

let book: Tampering;

beforeAll(async () => {
  const shop = await testShop();
  const sale = sell(shop, ["BATIK", "KOPI"], { pay: [["qris", 100_000]] });
  moveCash(shop, "cash_in", 50_000);
  moveCash(shop, "deposit", 20_000);
  countDrawer(shop, 100_000);
  const at = shop.tick();
  close(shop);
  recordSale(shop, shop.cashier, saleCommand(shop, ["AIR"], { at }));
  open(shop);
  refund(shop, sale, [[2, 1]]);
  close(shop);
  open(shop);
  sell(shop, ["AIR"]);
  book = tamperingWith(shop);
});

const sums: PromiseName = "A shift's running totals equal its events";
const expected: PromiseName =
  "A drawer's expected cash is what its account holds while its shift is open, and what it was closed with afterwards";
const numbered: PromiseName =
  "A shift is closed with its last count, and counts, slips and supplements are numbered without a gap";
const moves: PromiseName = "Drawer moves and deposits are what the chain recorded of them";
const counts: PromiseName = "Counts of drawers are what the chain recorded of them";
const zs: PromiseName = "Every closed shift has its Z, and the Z says what its events say";
const perpetual: PromiseName = "Each till's Zs run without a gap, and their perpetual totals add up";

describe("an untouched book", () => {
  test("keeps every promise", () => expect(book.brokenBy("select 1")).toEqual([]));
});

describe("a book that somebody wrote into", () => {
  test.each<[what: string, promise: PromiseName, sql: string]>([
    ["a sum of sales", sums, "update shift_totals set rupiah = rupiah + 1 where kind = 'sale'"],
    ["how many sales", sums, "update shift_totals set count = count + 1 where kind = 'sale'"],
    ["a method's sum gone", sums, "delete from shift_totals where kind = 'tender'"],
    ["all sums of a closed shift gone", sums, "delete from shift_totals"],
    ["a kind nobody knows", sums, "update shift_totals set kind = 'gift' where kind = 'cash_in'"],
    [
      "cash that nobody expects",
      expected,
      "update shift_totals set rupiah = rupiah - 5000 where kind = 'drawer'",
    ],
    ["no word of what the drawer should hold", expected, "delete from shift_totals where kind = 'drawer'"],
    [
      "a closing by an earlier count",
      numbered,
      "update shift_closings set count_id = (select id from shift_counts order by rowid limit 1)",
    ],
    ["the first count thrown away", numbered, "delete from shift_counts where position = 1"],
    ["a slip thrown away", numbered, "delete from drawer_moves where number = 1"],
    ["a supplement thrown away", numbered, "update supplements set position = 2, number = 2"],
    [
      "a supplement of another shift",
      numbered,
      "update supplements set shift_id = (select id from shifts where number = 2)",
    ],
    ["another amount on a slip", moves, "update drawer_moves set amount_rupiah = amount_rupiah + 1"],
    ["another kind of move", moves, "update drawer_moves set kind = 'top_up' where kind = 'cash_in'"],
    ["another person's count", counts, "update shift_counts set counted_by = 1"],
    ["other notes of the same worth", counts, "update shift_counts set notes = '[]'"],
    ["a Z thrown away", zs, "delete from z_reports where rowid = 1"],
    [
      "a Z with another total",
      zs,
      "update z_reports set report = replace(report, '\"expectedRupiah\":', '\"expectedRupiah\":1')",
    ],
    ["a Z that cannot be read", zs, "update z_reports set report = '{'"],
    [
      "a Z of another closing",
      zs,
      "update z_reports set act_id = (select id from acts where kind = 'shift_opened' limit 1)",
    ],
    [
      "a closing told otherwise than its Z",
      zs,
      "update shift_closings set reason = 'Lain', closed_at_ms = closed_at_ms + 1",
    ],
    ["perpetual totals that forget", perpetual, "update z_reports set perpetual_net_rupiah = 0"],
    ["supplements that no Z named", perpetual, "update z_reports set supplements_to = 0"],
    ["a Z left out between two", perpetual, "update shifts set number = 10 where number = 2"],
  ])("%s", (_what, promise, sql) => expect(book.brokenBy(sql)).toContain(promise));

  test("a Z forged together with everything that stands beside it still differs from what the chain sealed", () => {
    const forged = `update z_reports set perpetual_net_rupiah = perpetual_net_rupiah + 1000,
      perpetual_absolute_rupiah = perpetual_absolute_rupiah + 1000,
      report = json_set(report, '$.perpetualNetRupiah', perpetual_net_rupiah + 1000, '$.perpetualAbsoluteRupiah', perpetual_absolute_rupiah + 1000)`;
    expect(book.brokenBy(forged)).toEqual([zs, perpetual]);
  });
});
