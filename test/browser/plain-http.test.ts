// A till on plain http, where the browser has no locks and no cryptography: it says so, sells the same, and never counts in two tabs.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shop as cli } from "../days/command-line.ts";
import { booked } from "./booked.ts";
import { axe, openBrowser } from "./browser.ts";
import { tellWhatStood } from "./here.ts";
import { openPractice } from "./practice-steps.ts";
import { kept } from "./shell-steps.ts";
import { dialog, patienceMs, press, sees, visit } from "./steps.ts";
import { cart, nextCustomer, receipt, tile, toPaying } from "./till-steps.ts";
import { aWire, type Wire } from "./wire.ts";

let wire: Wire;
let browser: Browser;
let page: Page;
let complaints: string[];
let url: string;
tellWhatStood(() => page);
beforeAll(async () => {
  wire = await aWire();
  browser = await openBrowser(["--host-resolver-rules=MAP kasir.test 127.0.0.1"]);
  url = wire.url.replace("127.0.0.1", "kasir.test");
  ({ page, complaints } = await visit(browser, url));
  await openPractice(page);
});
afterAll(async () => {
  await browser?.close();
  await wire?.close();
});

const coffee = "Kopi Tubruk Temanggung";
const onlyLooks = /Tab ini hanya untuk melihat/;
const number = (count: number) => `KARTINI-K1-${String(count).padStart(6, "0")}`;
const inTheBook = () => booked(wire.shop.dataFolder).sales.map((sale) => sale.receiptNumber);
let sold = 0;

async function sell(at: Page): Promise<void> {
  await tile(at, coffee).click();
  await toPaying(at);
  await press(at, "Uang pas");
  sold += 1;
  expect(await receipt(at, number(sold))).toContain("TOTAL Rp10.000");
  await nextCustomer(at);
}

/** A tab that is closed has put away what it had shown. */
async function seenAll(): Promise<void> {
  await expect.poll(async () => await kept(page, "acts")).toEqual([]);
}

test("the browser lacks what a secure page has, and the till says what that means", async () => {
  expect(
    await page.evaluate(() => [
      isSecureContext,
      "locks" in navigator,
      "subtle" in crypto,
      "randomUUID" in crypto,
    ]),
  ).toEqual([false, false, false, false]);
  await press(page, "Tersambung");
  await sees(dialog(page), /sambungan biasa/i);
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Escape");
});

test("it sells with the server and without it, and both are in the book once, with no worker of the browser to send them (L10)", async () => {
  await sell(page);
  await wire.cut();
  await sell(page);
  await sees(page, "1 belum terkirim");
  await wire.back();
  await expect.poll(inTheBook).toEqual([number(1), number(2)]);
});

test("a reload stays the till", async () => {
  await page.reload();
  await tile(page, coffee).waitFor();
  expect(await page.getByText(onlyLooks).count()).toBe(0);
  await sell(page);
});

test("a second tab looks on, by a lease on the disk; it takes its place once the first is closed (D5)", async () => {
  const second = await page.context().newPage();
  second.setDefaultTimeout(patienceMs);
  await second.goto(`${url}/kasir`);
  await sees(second, onlyLooks);
  await sell(page);
  await seenAll();
  await page.close();
  page = second;
  await sees(cart(page), "Pilih barang, atau pindai kodenya.");
  await sell(page);
});

test("a second tab takes over by its key: the first can pay nothing any more, not even what it had begun", async () => {
  const first = page;
  await tile(first, coffee).click();
  await toPaying(first);
  const second = await first.context().newPage();
  second.setDefaultTimeout(patienceMs);
  await second.goto(`${url}/kasir`);
  await sees(second, onlyLooks);
  await press(second, "Pakai di tab ini");
  await cart(second).waitFor();
  await first.bringToFront();
  await press(first, "Uang pas").catch(() => {}); // it may know already
  await sees(first, onlyLooks);
  expect(await first.getByRole("article").count()).toBe(0);
  await first.close();
  page = second;
  if ((await page.getByText("Pilih barang, atau pindai kodenya.").count()) === 0)
    await press(cart(page), "Kosongkan"); // the cart that the first had begun
  await sell(page);
  await expect.poll(inTheBook).toEqual(Array.from({ length: sold }, (_, at) => number(at + 1)));
});

test("a tab that crashed keeps nobody waiting: the next one takes over by its key (lease)", async () => {
  const crashed = page.waitForEvent("crash");
  void page.goto("chrome://crash").catch(() => {});
  await crashed;
  const next = await page.context().newPage();
  next.setDefaultTimeout(patienceMs);
  await next.goto(`${url}/kasir`);
  page = next;
  await sees(page, onlyLooks);
  await press(page, "Pakai di tab ini");
  await sell(page);
  await expect.poll(inTheBook).toEqual(Array.from({ length: sold }, (_, at) => number(at + 1)));
  const { repairs, gaps } = booked(wire.shop.dataFolder);
  expect([repairs, gaps]).toEqual([[], 0]);
  expect(await cli(wire.shop.dataFolder, ["audit"])).toMatchObject({ code: 0 });
  // Chromium says of each page on plain http that it ignores one of its headers.
  expect(complaints.filter((words) => !words.startsWith("The Cross-Origin-Opener-Policy"))).toEqual([]);
});
