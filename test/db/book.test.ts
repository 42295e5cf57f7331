// The book as a file: settings that make it safe, books that are only appended to, columns that hold whole numbers.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openBook } from "#db/open";
import { contents } from "../contents.ts";
import { livedShop } from "../lived.ts";
import { cleanBook, type TestShop, testShop } from "../shop.ts";
import { driverOf, tablesOf, withoutTriggers } from "./rows.ts";

/** What a manager may change, each change an act in the chain; and sums that the audit compares with their rows. */
const changeable = [
  "areas",
  "centre",
  "door_locks",
  "maker_months",
  "makers",
  "product_photos",
  "print_jobs",
  "printers",
  "products",
  "sessions",
  "settlement_formats",
  "shift_totals",
  "staff",
  "staff_roles",
  "staff_stalls",
  "stalls",
  "stock_months",
  "till_limits",
  "tills",
];

let shop: TestShop;
beforeAll(async () => {
  shop = await livedShop();
});

test("a shop that has lived through everything has rows in every table, and a clean book", async () => {
  const empty = Object.entries(contents(shop, true)).filter(([, rows]) => rows.length === 0);
  expect(empty).toEqual([]);
  await cleanBook(shop);
});

describe("a book on disk", () => {
  test("writes ahead, waits for the disk at each commit, and holds rows to what they refer to", async () => {
    const onDisk = await testShop({ path: join(mkdtempSync(join(tmpdir(), "shop-")), "shop.sqlite") });
    const driver = driverOf(onDisk);
    expect(driver.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(driver.pragma("synchronous", { simple: true })).toBe(2); // FULL
    expect(driver.pragma("foreign_keys", { simple: true })).toBe(1);
    expect(driver.pragma("recursive_triggers", { simple: true })).toBe(1);
    await cleanBook(onDisk);
    await onDisk.book.close();
  });

  test("of a newer program is not opened by an older one, and stays as it is", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "shop-")), "shop.sqlite");
    const newer = await testShop({ path });
    driverOf(newer).exec("insert into __drizzle_migrations (hash, created_at) values ('of tomorrow', 1e13)");
    await newer.book.close();
    const before = readFileSync(path);
    expect(() => openBook(path)).toThrow("newer version");
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test("refuses a row that refers to nothing", () => {
    const driver = driverOf(shop);
    expect(() => driver.exec("insert into group_members values (999, 0, 1, 1)")).toThrow(/FOREIGN KEY/);
    expect(() => driver.exec("insert into postings values (999999, 1, 5)")).toThrow(/FOREIGN KEY/);
    expect(() => driver.exec("delete from makers")).toThrow(/FOREIGN KEY/);
    expect(() => driver.exec("delete from stalls")).toThrow(/FOREIGN KEY/);
  });
});

describe("the books are appended to, never edited and never emptied (H8)", () => {
  test("every table but those a manager may change refuses UPDATE, DELETE and REPLACE, and keeps its rows", () => {
    const driver = driverOf(shop);
    const books = tablesOf(shop).filter((table) => !changeable.includes(table));
    expect(books.length).toBeGreaterThanOrEqual(24);
    const before = contents(shop);
    for (const table of books) {
      const columns = driver.pragma(`table_info(${table})`) as { name: string }[];
      const column = columns.at(-1)?.name ?? "";
      const tries = [
        `update ${table} set ${column} = ${column}`,
        `update or ignore ${table} set ${column} = null`,
        `delete from ${table}`,
        `insert or replace into ${table} select * from ${table} limit 1`,
        `replace into ${table} select * from ${table} limit 1`,
      ];
      for (const sql of tries)
        expect([sql, () => driver.exec(sql)]).toEqual([sql, expect.toSatisfy(refusesToEdit)]);
    }
    expect(contents(shop)).toEqual(before);
  });

  const refusesToEdit = (tried: () => void): boolean => {
    try {
      tried();
      return false;
    } catch (failure) {
      return failure instanceof Error && failure.message.includes("is append-only");
    }
  };
});

describe("columns of money, quantities and moments", () => {
  test("hold whole numbers: 12,5, words and nothing are refused even where no trigger watches", () => {
    const wrong: string[] = [];
    let columns = 0;
    withoutTriggers(shop, (driver) => {
      driver.pragma("foreign_keys = OFF");
      for (const table of tablesOf(shop)) {
        for (const { name, type } of driver.pragma(`table_info(${table})`) as {
          name: string;
          type: string;
        }[]) {
          if (!/_(rupiah|milli|ms)$/.test(name) && !["count", "value", "base", "weight"].includes(name))
            continue;
          columns += 1;
          if (type !== "INTEGER") wrong.push(`${table}.${name} is ${type}`);
          for (const value of ["12.5", "'lima ribu'", "x'00'", "1e300"]) {
            try {
              driver.exec(
                `update ${table} set ${name} = ${value} where rowid = (select min(rowid) from ${table})`,
              );
              wrong.push(`${table}.${name} took ${value}`);
            } catch (failure) {
              if (!(failure instanceof Error && /CHECK|datatype mismatch/.test(failure.message)))
                throw failure;
            }
          }
        }
      }
      driver.pragma("foreign_keys = ON");
    });
    expect(wrong).toEqual([]);
    expect(columns).toBeGreaterThan(60);
  });
});
