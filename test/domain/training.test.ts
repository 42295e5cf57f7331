// H7 training: the real sale with its refusals and its paper, under a number of its own, and nothing of it in the book's file.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { trainSale } from "#domain/training";
import { paperText } from "#rules/paper-text";
import type { SaleCommand } from "#rules/sale";
import { contents } from "../contents.ts";
import { driverOf } from "../db/rows.ts";
import { allFigures, cleanBook, close, type TestShop, testShop } from "../shop.ts";
import { approval, type Selling, saleCommand, sell } from "../till.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });

/** As the till sends it: its own training number, and a place in its count that training does not take. */
function training(shop: TestShop, cart: Parameters<typeof saleCommand>[1], how: Selling = {}): SaleCommand {
  const command = saleCommand(shop, cart, how);
  return {
    ...command,
    receiptNumber: "LATIHAN-K1-0004",
    till: { ...command.till, seq: 1 },
  };
}

test("answers what a real sale would, with a paper that nobody can take for a receipt", async () => {
  const shop = await testShop();
  const command = training(shop, ["BATIK", { sku: "KOPI", quantity: 2 }]);
  const { recorded, paper } = trainSale(shop, shop.cashier, command);
  expect(recorded).toMatchObject({
    id: command.id,
    receiptNumber: "LATIHAN-K1-0004",
    totalRupiah: 194_000,
    businessDay: "2025-07-15",
    seal: "",
  });
  expect(paper.number).toBe("LATIHAN-K1-0004");
  expect(paper.opensDrawer).toBe(false);
  expect(paper.rows[0]).toEqual({ is: "mark", text: expect.stringContaining("LATIHAN") });
  const text = paperText(paper, 32);
  expect(text).toContain("LATIHAN-K1-0004");
  expect(text).toContain("Rp194.000");
  expect(text).not.toContain("UJI-K1");
  expect(text).toContain("Kasir:");
  const english = trainSale(shop, shop.cashier, { ...command, language: "en" });
  expect(paperText(english.paper, 32)).toContain("Cashier:");
});

test("leaves the whole file as it was, byte for byte of every page, and the next real sale is numbered on", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "shop-")), "shop.sqlite");
  const shop = await testShop({ path });
  sell(shop, ["AIR"]);
  const pages = () => {
    driverOf(shop).pragma("wal_checkpoint(TRUNCATE)");
    return createHash("sha256").update(readFileSync(path)).digest("hex");
  };
  const [before, rows] = [pages(), contents(shop, true)];
  const figures = await allFigures(shop);
  for (const pay of ["cash", "waiting", "qris"] as const)
    trainSale(shop, shop.cashier, training(shop, ["BATIK", "KOPI"], { pay }));
  expect(contents(shop, true)).toEqual(rows);
  expect(pages()).toBe(before);
  expect(await allFigures(shop)).toEqual(figures);
  expect(sell(shop, ["AIR"]).receiptNumber).toBe("UJI-K1-000002");
  await cleanBook(shop);
});

test("needs no open shift: it trains in one that is gone again", async () => {
  const shop = await testShop();
  close(shop);
  const before = contents(shop);
  expect(trainSale(shop, shop.cashier, training(shop, ["KOPI"])).recorded.totalRupiah).toBe(12_000);
  expect(contents(shop)).toEqual(before);
  await cleanBook(shop);
});

test("is refused whatever a real sale is refused for, and asks for the manager as a real one does", async () => {
  const shop = await testShop();
  const wrong = training(shop, ["KOPI"]);
  expect(() => trainSale(shop, shop.cashier, { ...wrong, totalRupiah: 1 as never })).toThrow(
    refusedAs("parts_do_not_add_up"),
  );
  const cheap = training(shop, [{ sku: "KOPI", discount: 6_000 }]);
  expect(() => trainSale(shop, shop.cashier, cheap)).toThrow(refusedAs("approval_needed"));
  const approved = { ...cheap, approvalId: approval(shop, cheap) };
  const { paper } = trainSale(shop, shop.cashier, approved);
  expect(paperText(paper, 48)).toContain("Ibu Ratna");
});

test("has numbers of its own: a real one, or another till's, is refused", async () => {
  const shop = await testShop();
  const command = training(shop, ["KOPI"]);
  for (const receiptNumber of [
    "UJI-K1-000001",
    "LATIHAN-K2-0001",
    "LATIHAN-K1-0000",
    "LATIHAN-K1-00001",
    "LATIHAN-K1-1",
  ])
    expect(() => trainSale(shop, shop.cashier, { ...command, receiptNumber })).toThrow(
      refusedAs("receipt_number_wrong"),
    );
  expect(
    trainSale(shop, shop.cashier, { ...command, receiptNumber: "LATIHAN-K1-12345" }).recorded.receiptNumber,
  ).toBe("LATIHAN-K1-12345");
});
