// The command line by hand: periods, a second import, a forgotten PIN, a report's check and a book that was tampered with.
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { lockBook } from "#db/lock";
import { setUpManager } from "#domain/centre";
import { signIn } from "#domain/sessions";
import { directorateReport } from "#domain/submissions";
import type { Day } from "#rules/business-day";
import type { Figures } from "#rules/figures";
import { openShop } from "../../server/folder.ts";
import { newId } from "../shop.ts";
import { newFolder, recordFolder, shop, shopHere } from "./command-line.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // a process of its own takes its time on a busy machine

const now = () => Date.parse("2025-07-15T03:00:00Z");
const kartini = newFolder();
const book = join(kartini, "shop.sqlite");

beforeAll(async () => {
  await shop(kartini, ["import", recordFolder("kartini-2021")]);
});

function copyOfKartini(): string {
  const data = newFolder();
  copyFileSync(book, join(data, "shop.sqlite"));
  return data;
}

const figures = async (...args: string[]): Promise<Figures> =>
  JSON.parse((await shopHere(kartini, ["figures", "--json", ...args])).stdout) as Figures;

describe("figures", () => {
  test("of a part of the record are the parts of its days, and an empty day is zero", async () => {
    const whole = await figures();
    const week = await figures("--from", "2021-03-08", "--to", "2021-03-14");
    const days = Object.entries(whole.byDay).filter(([day]) => day >= "2021-03-08" && day <= "2021-03-14");
    expect(week.turnover).toBe(days.reduce((all, [, cell]) => all + cell.turnover, 0));
    expect(week.byDay).toEqual(Object.fromEntries(days));
    expect(await figures("--from", "2020-01-01", "--to", "2020-01-31")).toMatchObject({
      turnover: 0,
      transactions: 0,
      byStall: {},
      beneficiaryOwed: {},
    });
  });

  test("half a range, one that ends before it begins, and days that are none are refused, and stdout stays empty (E5)", async () => {
    const wrong = [
      ["--from", "2021-03-01"],
      ["--to", "2021-03-01"],
      ["--from", "2021-03-02", "--to", "2021-03-01"],
      ["--from", "2021-02-30", "--to", "2021-03-01"],
      ["--from", "1/3/2021", "--to", "2/3/2021"],
      ["--month", "2021-03"],
    ];
    for (const args of wrong) {
      const ran = await shopHere(kartini, ["figures", "--json", ...args]);
      expect([args, ran]).toEqual([
        args,
        { code: expect.any(Number), stdout: "", stderr: expect.stringMatching(/./) },
      ]);
      expect([args, ran.code]).not.toEqual([args, 0]);
    }
    const [half = []] = wrong;
    const ran = await shop(kartini, ["figures", "--json", ...half]);
    expect(ran).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/--from and --to/) });
  });

  test("for a person to read, without --json", async () => {
    const { stdout } = await shopHere(kartini, ["figures"]);
    expect(stdout).toContain("Rp67.000.000");
    expect(stdout).toContain("Rp12.400.000");
  });

  test("of no book are refused, and no book appears", async () => {
    const data = newFolder();
    expect(await shopHere(data, ["figures", "--json"])).toMatchObject({ code: 1, stdout: "" });
    expect(existsSync(join(data, "shop.sqlite"))).toBe(false);
  });
});

describe("import", () => {
  test("a second record into the same book is refused, and the first stays as it was", async () => {
    const before = readFileSync(book);
    const ran = await shop(kartini, ["import", recordFolder("pangudi-luhur-2021")]);
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain("already a centre");
    expect(readFileSync(book).equals(before)).toBe(true);
  });

  test("is refused while the shop is running on the book", async () => {
    const data = newFolder();
    const lock = lockBook(join(data, "shop.sqlite"));
    const ran = await shop(data, ["import", recordFolder("kartini-2021")]);
    lock?.release();
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(existsSync(join(data, "shop.sqlite"))).toBe(false);
  });

  test("the same record imported twice gives the same chain: an import knows no chance", async () => {
    const again = newFolder();
    await shop(again, ["import", recordFolder("kartini-2021")]);
    const head = (path: string) =>
      new Database(path, { readonly: true }).prepare("select hash from acts order by seq desc limit 1").get();
    expect(head(join(again, "shop.sqlite"))).toEqual(head(book));
  });
});

describe("new-pin", () => {
  test("there is nobody to give one to in a book without a manager", async () => {
    const ran = await shopHere(kartini, ["new-pin"], { SHOP_NEW_PIN: "246813" });
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain("no manager");
  });

  test("the only manager gets it without being named, signs in with it, and no longer with the old one", async () => {
    const data = copyOfKartini();
    const path = join(data, "shop.sqlite");
    const before = openShop(path, now);
    const { staffId } = await setUpManager(before, { id: newId(), name: "Ibu Ratna", pin: "1111" });
    await before.book.close();
    expect((await shopHere(data, ["new-pin"], { SHOP_NEW_PIN: "12ab" })).code).toBe(1);
    expect((await shopHere(data, ["new-pin", "Orang Lain"], { SHOP_NEW_PIN: "2468" })).code).toBe(1);
    const ran = await shop(data, ["new-pin"], { SHOP_NEW_PIN: "2468" });
    expect(ran, ran.stderr).toMatchObject({ code: 0, stdout: "" });
    const after = openShop(path, now);
    await expect(signIn(after, staffId, "1111")).rejects.toMatchObject({ code: "wrong_pin" });
    expect(await signIn(after, staffId, "2468")).toMatch(/^[\w-]{43}$/);
    await after.book.close();
    expect((await shopHere(data, ["audit"])).code).toBe(0);
  });
});

describe("check-report", () => {
  test("a file for the directorate passes; one changed digit, or no report at all, fails", async () => {
    const opened = openShop(book, now);
    const report = await directorateReport(opened, { from: "2021-03-01" as Day, to: "2021-03-24" as Day });
    await opened.book.close();
    const text = JSON.stringify(report, null, 2);
    const file = (name: string, contents: string): string => {
      const path = join(kartini, name);
      writeFileSync(path, contents);
      return path;
    };
    expect((await shopHere(kartini, ["check-report", file("right.json", text)])).code).toBe(0);
    const changed = text.replace('"visitors": 1710', '"visitors": 1711');
    expect(changed).not.toBe(text);
    const ran = await shopHere(kartini, ["check-report", file("changed.json", changed)]);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain("digest");
    expect((await shopHere(kartini, ["check-report", file("none.json", "{")])).code).toBe(1);
    expect((await shopHere(kartini, ["check-report", join(kartini, "missing.json")])).code).toBe(1);
  });
});

describe("audit", () => {
  test("exits 1 and names what is broken in a book that somebody wrote into (H6)", async () => {
    const data = copyOfKartini();
    const tampered = new Database(join(data, "shop.sqlite"));
    const { sql } = tampered
      .prepare("select sql from sqlite_master where name = 'sale_lines_no_update'")
      .get() as {
      sql: string;
    };
    tampered.exec("drop trigger sale_lines_no_update");
    tampered.exec("update sale_lines set net_rupiah = net_rupiah - 1000 where rowid = 7");
    tampered.exec(sql);
    tampered.close();
    const ran = await shop(data, ["audit"]);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain(
      "BROKEN  Sales, refunds, payouts and visits are what the chain recorded of them: 1",
    );
    expect(ran.stdout).toContain("BROKEN  Turnover is what the sales accounts hold");
    expect(ran.stdout).toContain("kept    The books can still only be appended to");
  });
});

test("words that are no command tell how it is used, and end with 2", async () => {
  const unknown = await shop(kartini, ["sell"]);
  expect(unknown).toMatchObject({ code: 2, stdout: "" });
  for (const { stderr } of [unknown, await shop(kartini, ["help"])])
    for (const use of ["import <folder>", "figures", "audit", "check-report <file>", "new-pin"])
      expect(stderr).toContain(use);
  for (const args of [["import"], ["import", "a", "b"], ["audit", "everything"], ["check-report"]]) {
    const ran = await shopHere(kartini, args);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain("npm run -s shop --");
  }
});
