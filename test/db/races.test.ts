// Two processes racing for one thing: one wins, the other is told so, the book balances and the audit is clean.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { listShifts } from "#domain/shift-views";
import { openShift } from "#domain/shifts";
import { createTill } from "#domain/tills";
import { rupiah } from "#rules/money";
import { openShop } from "../../server/folder.ts";
import { allFigures, cleanBook, newId, testShop } from "../shop.ts";
import { sell } from "../till.ts";
import { driverOf } from "./rows.ts";

vi.setConfig({ testTimeout: 60_000 }); // a process of its own takes its time on a busy machine

/** A book on disk with two tills open and one sale of one batik. */
async function bookOnDisk(): Promise<{ path: string; saleId: string }> {
  const path = join(mkdtempSync(join(tmpdir(), "shop-")), "shop.sqlite");
  const shop = await testShop({ path });
  const { tillId } = createTill(shop, shop.manager, { id: newId(), name: "Kasir kedua" });
  openShift(shop, shop.manager, {
    id: newId(),
    till: { tillId, seq: 1 },
    floatRupiah: rupiah(200_000),
    openedAtMs: shop.tick(),
  });
  const { id: saleId } = sell(shop, ["BATIK"]);
  await shop.book.close();
  return { path, saleId };
}

/** Each does its act once all are ready; answers what each told, line by line. */
async function race(acts: readonly (readonly string[])[]): Promise<string[][]> {
  const flags = process.features.typescript ? [] : ["--experimental-strip-types"];
  const file = fileURLToPath(new URL("race-process.ts", import.meta.url));
  const racers = acts.map((act) => {
    const child = spawn(process.execPath, [...flags, file, ...act], { stdio: ["pipe", "pipe", "pipe"] });
    let told = "";
    let failed = "";
    const ready = new Promise<void>((resolve) => {
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        told += text;
        if (told.startsWith("ready\n")) resolve();
      });
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => (failed += text));
    const ended = once(child, "close").then(([code]) => {
      if (code !== 0) throw new Error(failed);
      return told.trim().split("\n").slice(1);
    });
    return { child, ended, ready: Promise.race([ready, ended]) };
  });
  await Promise.all(racers.map(({ ready }) => ready));
  for (const { child } of racers) child.stdin.write("go\n");
  return Promise.all(racers.map(({ ended }) => ended));
}

async function afterwards<T>(
  path: string,
  look: (shop: ReturnType<typeof openShop>) => T | Promise<T>,
): Promise<T> {
  const shop = openShop(path, () => Date.parse("2025-07-15T09:00:00Z"));
  await cleanBook(shop);
  const seen = await look(shop);
  await shop.book.close();
  return seen;
}

test("S6 a shift closed by two at once is closed once, with one Z", async () => {
  const { path } = await bookOnDisk();
  const told = (
    await race([
      [path, "close", "1"],
      [path, "close", "1"],
    ])
  )
    .flat()
    .sort();
  expect(told).toEqual(["UJI-K1-Z-000001 of 1 sales", "refused shift_not_open"]);
  await afterwards(path, (shop) => {
    const [row] = driverOf(shop)
      .prepare("select (select count(*) from z_reports) as zs, (select count(*) from shift_counts) as counts")
      .all();
    expect(row).toEqual({ zs: 1, counts: 1 });
  });
});

test("S4 a shift closed while its till sells: every sale is in the Z or was refused, and the drawer is empty", async () => {
  const { path } = await bookOnDisk();
  const [sold = [], closed = []] = await race([
    [path, "sellOn", "1"],
    [path, "close", "1"],
  ]);
  expect(sold.pop()).toBe("refused shift_not_open");
  expect(closed).toEqual([`UJI-K1-Z-000001 of ${1 + sold.length} sales`]);
  await afterwards(path, async (shop) => {
    const shift = listShifts(shop, { limit: 9 }).find((row) => row.tillCode === "K1");
    expect(shift).toMatchObject({
      state: "closed",
      sales: 1 + sold.length,
      expectedRupiah: 200_000 + 170_000 + 4_000 * sold.length,
      differenceRupiah: 0,
    });
    expect((await allFigures(shop)).transactions).toBe(1 + sold.length);
  });
});

test("N1 D7 one receipt number claimed by two: one has it, the other is out of step, and the next is free", async () => {
  const { path } = await bookOnDisk();
  const told = (
    await race([
      [path, "sameNumber", "1"],
      [path, "sameNumber", "1"],
    ])
  )
    .flat()
    .sort();
  expect(told).toEqual(["UJI-K1-000002", "refused till_out_of_step"]);
  expect((await race([[path, "sameNumber", "1"]])).flat()).toEqual(["UJI-K1-000003"]);
  await afterwards(path, async (shop) => expect((await allFigures(shop)).transactions).toBe(3));
});

test("R1 the last unit taken back at two tills at once: one pays, the other is told that nothing is left", async () => {
  const { path, saleId } = await bookOnDisk();
  const told = (
    await race([
      [path, "refund", "1", saleId],
      [path, "refund", "2", saleId],
    ])
  )
    .flat()
    .sort();
  expect(told).toEqual([expect.stringMatching(/^UJI-K[12]-00000\d$/), "refused refund_more_than_sold"]);
  await afterwards(path, async (shop) =>
    expect(await allFigures(shop)).toMatchObject({ turnover: 0, transactions: 1, refunds: 1 }),
  );
});
