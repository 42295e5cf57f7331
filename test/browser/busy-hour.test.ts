// A busy hour of three tills while the shop is killed (-9) again and again: every sale is in the book once, as the screens had charged it.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { dice } from "../bench/centre.ts";
import { shop as cli } from "../days/command-line.ts";
import { booked } from "./booked.ts";
import { openBrowser } from "./browser.ts";
import { type Counter, openCounter } from "./counter.ts";
import { aWire, STRIKES, type Wire } from "./wire.ts";

/** 30 and more by `npm run soak`. */
const kills = Number(process.env.SOAK_KILLS ?? 9);
const seed = Number(process.env.SOAK_SEED ?? 1);

let wire: Wire;
let browser: Browser;
const counters: Counter[] = [];

beforeAll(async () => {
  wire = await aWire();
  browser = await openBrowser();
  for (const first of [true, false, false]) counters.push(await openCounter(browser, wire.url, first));
});
afterAll(async () => {
  await browser?.close();
  await wire?.close();
});

const goods = ["tubruk", "rames", "soto", "pisang", "aren", "jinjing", "dompet"];

afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  for (const { page } of counters)
    process.stderr.write(
      `\nOn a page when "${task.name}" failed: ${await page.locator("body").ariaSnapshot()}\n`,
    );
});

async function serve(counter: Counter, roll: (sides: number) => number, hour: { over: boolean }) {
  for (let customer = 1; !hour.over; customer += 1) {
    const bought = Array.from({ length: 1 + roll(3) }, () => goods[roll(goods.length)] ?? "");
    await counter.sell(bought);
    if (customer % 7 === 0) await counter.takeBack();
    if (customer % 4 === 0) await counter.count();
  }
}

test(`three tills and ${kills} kills, before a request, before its answer and within it (L1, L5, D1, N1)`, {
  timeout: kills * 15_000,
}, async () => {
  const roll = dice(seed);
  const hour = { over: false };
  const serving = Promise.all(counters.map((counter, at) => serve(counter, dice(seed * 10 + at), hour)));
  const killing = async () => {
    for (let kill = 0; kill < kills; kill += 1) {
      await wire.strike(STRIKES[kill % STRIKES.length] ?? "half", 1 + roll(4));
      await new Promise((resolve) => setTimeout(resolve, roll(600)));
      await wire.back();
    }
  };
  try {
    await Promise.race([killing(), serving]); // a counter that stops is a failure, and is told as such
  } finally {
    hour.over = true;
  }
  await serving;
  for (const counter of counters) await counter.atRest();
});

test("every sale and refund is there once, with the number and the amounts of its screen; nothing waits for repair", () => {
  const book = booked(wire.shop.dataFolder);
  const sent = counters.flatMap((counter) => [...counter.sent.values()]);
  const said = (kind: "sale" | "refund") =>
    sent
      .filter((act) => act.kind === kind)
      .map((act) => {
        const { id, receiptNumber, totalRupiah } = JSON.parse(act.body);
        return { id, receiptNumber, ...(kind === "sale" ? { totalRupiah } : {}) };
      });
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const plain = (rows: readonly { id: string; receiptNumber: string; totalRupiah?: number }[]) =>
    rows.map(({ id, receiptNumber, totalRupiah }) => ({ id, receiptNumber, totalRupiah })).sort(byId);
  expect(plain(book.sales)).toEqual(plain(said("sale")));
  expect(plain(book.refunds.map(({ id, receiptNumber }) => ({ id, receiptNumber })))).toEqual(
    plain(said("refund")),
  );
  const shown = (rows: readonly { receiptNumber: string; totalRupiah: number }[]) =>
    rows.map(({ receiptNumber, totalRupiah }) => `${receiptNumber} ${totalRupiah}`).sort();
  const charged = (of: "sales" | "refunds") =>
    counters
      .flatMap((counter) => counter[of].map(({ number, totalRupiah }) => `${number} ${totalRupiah}`))
      .sort();
  expect(shown(book.sales)).toEqual(charged("sales"));
  expect(shown(book.refunds)).toEqual(charged("refunds"));
  expect(book.visitors).toBe(counters.reduce((all, counter) => all + counter.visitors, 0));
  expect(book.repairs).toEqual([]);
  expect(book.gaps).toBe(0);
  expect(book.sales.length).toBeGreaterThan(kills);
});

test("each till's numbers follow one another, and the audit finds nothing", async () => {
  const { sales, refunds } = booked(wire.shop.dataFolder);
  for (const till of ["K1", "K2", "K3"]) {
    const numbers = [...sales, ...refunds]
      .map(({ receiptNumber }) => receiptNumber)
      .filter((number) => number.startsWith(`KARTINI-${till}-`))
      .sort();
    expect(numbers).toEqual(numbers.map((_, at) => `KARTINI-${till}-${String(at + 1).padStart(6, "0")}`));
  }
  expect(counters.flatMap((counter) => counter.complaints)).toEqual([]);
  expect(await cli(wire.shop.dataFolder, ["audit"])).toMatchObject({ code: 0 });
});
