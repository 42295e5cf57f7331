// Backups: a checked copy counts, a spoiled one does not, and what was restored is the book of that moment.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backUp, backUpAside, checkBackup, listBackups, restoreBackup } from "#db/backup";
import { openBook } from "#db/open";
import { chainHead } from "#domain/acts";
import { cleanBook, testShop } from "../shop.ts";
import { sell } from "../till.ts";

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backup-"));
  path = join(folder, "shop.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("B1 a backup made while the shop is open holds the whole chain, and nothing unfinished is left beside it", async () => {
  const shop = await testShop({ path });
  sell(shop, [{ sku: "BATIK" }]);
  const backup = await backUpAside(path, "2025-07-15");
  expect(backup).toMatchObject(chainHead(shop));
  expect(readdirSync(join(folder, "backups"))).toEqual(["shop-2025-07-15.sqlite"]);
  await cleanBook(shop);
  await shop.book.close();
});

test("B1 a restored book is the book of that moment, and what it replaced is kept", async () => {
  const shop = await testShop({ path });
  sell(shop, [{ sku: "BATIK" }]);
  const then = chainHead(shop);
  const { path: backup } = backUp(path, "noon");
  sell(shop, [{ sku: "BATIK" }]);
  const later = chainHead(shop);
  await shop.book.close();
  const aside = join(folder, "aside.sqlite");
  expect(restoreBackup(backup, path, aside)).toMatchObject(then);
  const restored = openBook(path);
  shop.book = restored;
  expect(chainHead(shop)).toEqual(then);
  await cleanBook(shop);
  expect(new Database(path).pragma("journal_mode", { simple: true })).toBe("wal");
  await restored.close();
  expect(checkBackup(aside)).toMatchObject(later);
});

test("B1 a copy that is damaged or has lost an act does not pass, and is never restored", async () => {
  const shop = await testShop({ path });
  sell(shop, [{ sku: "BATIK" }]);
  const { path: backup } = backUp(path, "noon");
  await shop.book.close();
  const copy = new Database(backup);
  copy.exec("drop trigger acts_no_delete; delete from acts where seq = 2");
  copy.close();
  expect(() => checkBackup(backup)).toThrow("the copy's chain has a hole");
  writeFileSync(join(folder, "torn.sqlite"), Buffer.alloc(4096, 7));
  for (const bad of [backup, join(folder, "torn.sqlite")]) {
    expect(() => restoreBackup(bad, path, join(folder, "aside.sqlite"))).toThrow();
  }
  expect(existsSync(join(folder, "aside.sqlite"))).toBe(false);
  shop.book = openBook(path);
  await cleanBook(shop);
  await shop.book.close();
});

test("B2 a book that lies behind is backed up before it is migrated, and stays as it is where that fails", async () => {
  const shop = await testShop({ path });
  await shop.book.close();
  const behind = new Database(path);
  behind.exec(
    "delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)",
  );
  const migrations = (): number =>
    behind.prepare("select count(*) from __drizzle_migrations").pluck().get() as number;
  const before = migrations();
  writeFileSync(join(folder, "backups"), "a file where the folder should be");
  expect(() => openBook(path)).toThrow("backups");
  expect(migrations()).toBe(before);
  behind.close();
  rmSync(join(folder, "backups"));
  expect(() => openBook(path)).toThrow(); // this migration was done before; a second time it cannot be
  expect(listBackups(path).map((file) => checkBackup(file).acts)).toHaveLength(1);
});

test("only the newest thirty backups are kept", async () => {
  const shop = await testShop({ path });
  for (let day = 1; day <= 32; day += 1) backUp(path, String(day).padStart(2, "0"));
  const kept = listBackups(path);
  expect([kept.length, kept[0]?.slice(-9), kept.at(-1)?.slice(-9)]).toEqual([30, "32.sqlite", "03.sqlite"]);
  await shop.book.close();
});
