// What was changed behind the program's back is named: one number of any act's rows, the triggers put back as if nothing had happened.
import type { Database } from "better-sqlite3";
import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "#db/audit";
import { moveMoney } from "#domain/money";
import { setRepairAside } from "#domain/repairs";
import { rupiah } from "#rules/money";
import { close, newId, open, type TestShop, testShop } from "../shop.ts";
import { count, payOut, receive, refund, sell, takeBack } from "../till.ts";
import { rewritten, rowsOf, send, tillQueue } from "../till-queue.ts";

let shop: TestShop;
let sqlite: Database;

beforeAll(async () => {
  shop = await testShop();
  sqlite = (shop.book.orm as typeof shop.book.orm & { $client: Database }).$client;
  receive(shop, "BATIK", 10);
  const batik = sell(shop, ["BATIK", { sku: "TAS", quantity: 2 }]);
  const fish = sell(shop, ["SABUN", { sku: "LELE", quantity: 2.5 }], {
    pay: [["transfer", 20_000]],
    saleDiscount: 7,
  });
  payOut(shop, "SARI", 136_000);
  refund(shop, batik, [[1, 1]], { centreBears: true, approved: true });
  refund(shop, fish, [[2, 1, "damaged"]]);
  takeBack(shop, payOut(shop, "BUDI", 1_000));
  payOut(shop, "BUDI", 2_000, { source: "drawer", shiftId: shop.shiftId });
  count(shop, 5);
  const amountRupiah = rupiah(1_000);
  const moved = {
    id: newId(),
    from: "safe",
    to: "bank",
    amountRupiah,
    movedAtMs: shop.tick(),
    reason: "Setor",
    reference: "0012345",
  } as const;
  moveMoney(shop, shop.manager, moved);
  close(shop);
  open(shop);
  await heldAndMissing();
});

/** A sale is held and set aside, another never comes, and a third arrives late by a clock that is off. */
async function heldAndMissing(): Promise<void> {
  const till = tillQueue(shop);
  const poisoned = rewritten(till.sale(["AIR"]), (body: object) => ({ ...body, totalRupiah: 1 }));
  till.sale(["AIR"]);
  await send(shop, [poisoned, till.sale(["AIR"])], { aheadMs: 300_000 });
  const [held] = rowsOf<{ id: string }>(shop, "select id from repairs");
  setRepairAside(shop, shop.manager, { id: newId(), repairId: held?.id ?? "", note: "Dikembalikan" });
}

/** The promises that break when this is done to the book; afterwards it is as it was. */
function brokenBy(tampering: string): string[] {
  const triggers = sqlite.prepare("select name, sql from sqlite_master where type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  sqlite.exec("savepoint tampering");
  try {
    for (const { name } of triggers) sqlite.exec(`drop trigger ${name}`);
    sqlite.exec(tampering);
    for (const trigger of triggers) sqlite.exec(trigger.sql);
    return audit(shop.book.orm)
      .filter((promise) => promise.broken > 0)
      .map((promise) => promise.name);
  } finally {
    sqlite.exec("rollback to tampering");
    sqlite.exec("release tampering");
  }
}

const first = (table: string, where = "1") => `rowid = (select min(rowid) from ${table} where ${where})`;

describe("H6 the audit names what was changed", () => {
  test("an untouched book keeps every promise", () => expect(brokenBy("select 1")).toEqual([]));

  test.each([
    ["a piece that counts no more", `update sale_lines set counts_as_piece = 0 where ${first("sale_lines")}`],
    ["another programme of a line", `update sale_lines set program = 'PKH' where ${first("sale_lines")}`],
    ["another programme of an earning", `update earnings set program = 'PKH' where ${first("earnings")}`],
    ["another rule behind a share", `update earnings set value = value + 1 where ${first("earnings")}`],
    [
      "an earning of another day",
      `update earnings set business_day = '2025-07-14' where ${first("earnings")}`,
    ],
    [
      "a payment of another day",
      `update payments set business_day = '2025-07-14' where ${first("payments")}`,
    ],
    [
      "money paid back on another day",
      `update refund_payments set business_day = '2025-07-14' where ${first("refund_payments")}`,
    ],
    [
      "a refund of another category",
      `update refund_lines set category = 'Lain' where ${first("refund_lines")}`,
    ],
    [
      "a discount of another size",
      "update sales set sale_discount_rupiah = 8 where sale_discount_rupiah = 7",
    ],
    [
      "cash posted to the bank",
      "update postings set account_id = (select id from accounts where code = 'bank') where entry_id = (select id from entries where kind = 'sale' order by id limit 1) and account_id = (select id from accounts where code = 'drawer:K1')",
    ],
    ["another amount moved", "update money_moves set amount_rupiah = 2000"],
    ["a move that went missing", "delete from money_moves"],
    ["another float", `update shifts set float_rupiah = float_rupiah + 1 where ${first("shifts")}`],
    [
      "another count at closing",
      "update shift_closings set counted_rupiah = counted_rupiah + 1, expected_rupiah = expected_rupiah + 1",
    ],
    ["goods of another day", "update stock_movements set business_day = '2025-07-14' where kind = 'sold'"],
    [
      "a received piece that was damaged",
      "update stock_movements set kind = 'damaged' where kind = 'received'",
    ],
    ["a payout taken back on another day", "update payout_reversals set business_day = '2025-07-14'"],
    [
      "an act under another name",
      `update acts set kind = 'visit' where ${first("acts", "kind = 'stock_received'")}`,
    ],
    ["a late act that was never late", "delete from arrivals"],
    ["a clock that was right", "update arrivals set ahead_ms = 0"],
    [
      "a held act with another amount",
      "update repairs set body = replace(body, '\"totalRupiah\":1', '\"totalRupiah\":2')",
    ],
    ["a held act that is gone", "delete from repair_settlements; delete from repairs"],
    ["a held act that nobody set aside", "delete from repair_settlements"],
    ["a held act that was accepted after all", "update repair_settlements set how = 'accepted'"],
    ["a number that another act has", `update repairs set till_seq = till_seq - 1`],
    ["a gap that was smaller", "update till_gaps set last_seq = last_seq - 1"],
    ["a gap that nobody found", "delete from till_gaps"],
    ["an act at another moment", `update acts set at_ms = at_ms + 1 where ${first("acts", "kind = 'sale'")}`],
  ])("%s", (_what, tampering) => expect(brokenBy(tampering)).not.toEqual([]));

  test("money that the centre never bore, though its account, its month and its entry agree", () => {
    const forged = `
      update earnings set amount_rupiah = amount_rupiah + 500 where kind = 'borne';
      update postings set amount_rupiah = amount_rupiah + case when amount_rupiah > 0 then 500 else -500 end
        where entry_id = (select id from entries where kind = 'borne');
      update maker_months set earned_rupiah = earned_rupiah + 500
        where (maker_id, account) = (select maker_id, account from earnings where kind = 'borne')`;
    expect(brokenBy(forged)).toEqual([
      "Sales, refunds, payouts and visits are what the chain recorded of them",
    ]);
  });

  test("a record that cannot be read is named, and the other promises are still looked at", () => {
    const spoiled = brokenBy(
      `update acts set record = '{' where ${first("acts", "kind = 'sale'")}; delete from visits`,
    );
    expect(spoiled).toContain("The chain holds: every act's hash follows from the act before it");
    expect(spoiled).toContain("Sales, refunds, payouts and visits are what the chain recorded of them");
    expect(brokenBy("update centre set time_zone = 'Mars'")).toContain(
      "Every event stands on the business day of its moment in the centre's zone",
    );
  });
});
