// Several processes on one book: every sale is saved once, numbers stay unique, and a process that is killed loses nothing it has told.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { lockBook } from "#db/lock";
import { openShift } from "#domain/shifts";
import { createTill } from "#domain/tills";
import { rupiah } from "#rules/money";
import { openShop } from "../../server/folder.ts";
import { allFigures, cleanBook, newId, testShop } from "../shop.ts";
import { driverOf } from "./rows.ts";

vi.setConfig({ testTimeout: 60_000 }); // a process of its own takes its time on a busy machine

const now = () => Date.parse("2025-07-15T04:00:00Z");

/** A book on disk with two tills open, closed by the one who made it. */
async function bookOnDisk(): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), "shop-")), "shop.sqlite");
  const shop = await testShop({ path });
  const { tillId } = createTill(shop, shop.manager, { id: newId(), name: "Kasir kedua" });
  const float = { floatRupiah: rupiah(0), openedAtMs: shop.tick() };
  openShift(shop, shop.manager, { id: newId(), till: { tillId, seq: 1 }, ...float });
  await shop.book.close();
  return path;
}

interface Seller {
  readonly process: ChildProcess;
  /** The receipt numbers told so far. */
  readonly told: string[];
  readonly ended: Promise<unknown>;
}

function seller(
  path: string,
  tillId: number,
  many: number,
  onTold: (told: number) => void = () => {},
): Seller {
  const flags = process.features.typescript ? [] : ["--experimental-strip-types"];
  const file = fileURLToPath(new URL("till-process.ts", import.meta.url));
  const child = spawn(process.execPath, [...flags, file, path, String(tillId), "AIR", String(many)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const told: string[] = [];
  let half = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const lines = (half + text).split("\n");
    half = lines.pop() ?? "";
    told.push(...lines);
    onTold(told.length);
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = once(child, "close").then(([code]) => {
    if (code !== 0 && code !== null) throw new Error(said);
  });
  return { process: child, told, ended };
}

/** What the book holds, read by a process that opens it anew. */
async function receiptsIn(path: string): Promise<string[]> {
  const shop = openShop(path, now);
  await cleanBook(shop);
  const rows = driverOf(shop)
    .prepare<[], { n: string }>("select receipt_number as n from sales order by till_id, receipt_count")
    .all();
  const figures = await allFigures(shop);
  expect(figures.transactions).toBe(rows.length);
  expect(figures.stockOnHandMilli["AIR"] ?? 0).toBe(rows.length === 0 ? 0 : -1000 * rows.length);
  await shop.book.close();
  return rows.map((row) => row.n);
}

const numbers = (till: string, many: number): string[] =>
  Array.from({ length: many }, (_, index) => `UJI-${till}-${String(index + 1).padStart(6, "0")}`);

test("I5 two tills in two processes at once: both sell everything, and the shelf is right", async () => {
  const path = await bookOnDisk();
  const [one, two] = [seller(path, 1, 40), seller(path, 2, 40)];
  await Promise.all([one.ended, two.ended]);
  expect([one.told, two.told]).toEqual([numbers("K1", 40), numbers("K2", 40)]);
  expect(await receiptsIn(path)).toEqual([...numbers("K1", 40), ...numbers("K2", 40)]);
});

test("N1 D7 two processes at one till: a number is given once, and none is left out", async () => {
  const path = await bookOnDisk();
  const [one, two] = [seller(path, 1, 30), seller(path, 1, 30)];
  await Promise.all([one.ended, two.ended]);
  expect([...one.told, ...two.told].sort()).toEqual(numbers("K1", 60));
  expect(await receiptsIn(path)).toEqual(numbers("K1", 60));
});

test("a process that is killed while selling: what it has told is saved, the book is clean, and selling goes on", async () => {
  const path = await bookOnDisk();
  const cut: Seller = seller(path, 1, 100_000, (told) => {
    if (told >= 25) cut.process.kill("SIGKILL");
  });
  await cut.ended;
  const saved = await receiptsIn(path);
  expect(saved.slice(0, cut.told.length)).toEqual(cut.told);
  expect(saved.length - cut.told.length).toBeLessThan(200); // what was saved and not yet told
  const next = seller(path, 1, 1);
  await next.ended;
  expect(next.told).toEqual(numbers("K1", saved.length + 1).slice(-1));
});

test("only one process serves a book; its lock falls with it", async () => {
  const path = await bookOnDisk();
  const first = lockBook(path);
  expect(first).not.toBeNull();
  expect(lockBook(path)).toBeNull();
  first?.release();
  const second = lockBook(path);
  expect(second).not.toBeNull();
  second?.release();
});
