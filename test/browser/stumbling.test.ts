// A server that is there and does no good: a Wi-Fi that hangs, a program that stumbles, a page that is not the shop's; the till sells on.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { booked } from "./booked.ts";
import { aFront, type Front } from "./front.ts";
import { aShop, tellWhatStood } from "./here.ts";
import { openPractice } from "./practice-steps.ts";
import { dialog, go, press, sees, visit } from "./steps.ts";
import { nextCustomer, receipt, tile, toPaying } from "./till-steps.ts";

const here = aShop();
let front: Front;
let page: Page;
let complaints: string[];
tellWhatStood(() => page);
beforeAll(async () => {
  front = await aFront(() => here.shop.url);
  ({ page, complaints } = await visit(here.browser, front.url));
  await openPractice(page);
});
afterAll(() => front?.close());

const coffee = "Kopi Tubruk Temanggung";
const acts = /\/api\/tills\/\d+\/acts$/;
const wifi = "<h1>Masuk ke Wi-Fi</h1>";

async function sell(number: string): Promise<void> {
  await tile(page, coffee).click();
  await toPaying(page);
  await press(page, "Uang pas");
  await receipt(page, number);
  await nextCustomer(page);
}

test("a Wi-Fi that hangs: whoever comes back to the till sells at once, from the list of this device (O1)", async () => {
  await sees(page, coffee);
  await go(page, "Kas");
  front.hang(true);
  await go(page, "Kasir");
  await tile(page, coffee).waitFor({ timeout: 4000 });
  await sell("KARTINI-K1-000001");
  await go(page, "Pengunjung");
  await press(page, "Tambah 1 dewasa");
  await sees(page, /^1 hitungan belum terkirim/);
  await go(page, "Kasir");
  front.hang(false);
  await sees(page, "Tersambung");
});

const broken = { status: 500, json: { refusal: { code: "broken", facts: {}, retry: true } } };

test("a server that stumbles over every request: the sale is kept, and the line says what becomes of it", async () => {
  await page.route(acts, (route) => route.fulfill(broken));
  await sell("KARTINI-K1-000002");
  await press(page, /1 belum terkirim/);
  await sees(dialog(page), /tetap tersimpan di perangkat ini dan dikirim lagi sendiri/);
  await page.keyboard.press("Escape");
});

test("the till that is loaded again meanwhile opens from what it remembers", async () => {
  await page.route(/\/api\//, (route) => route.fulfill(broken));
  await page.reload();
  await tile(page, coffee).waitFor();
  await page.unroute(/\/api\//);
});

test("a page that is not the shop's is no answer, whatever its status", async () => {
  await page.unroute(acts);
  for (const [at, status] of [404, 500, 200].entries()) {
    await page.route(acts, (route) => route.fulfill({ status, contentType: "text/html", body: wifi }));
    await sell(`KARTINI-K1-00000${3 + at}`);
    await page.unroute(acts);
  }
});

test("closing says that the server is away only while it is", async () => {
  await sees(page, "Tersambung");
  await page.route(/\/api\//, (route) => route.abort());
  await go(page, "Kas");
  await press(page, "Tutup kasir");
  await page.getByRole("button", { name: /^Tambah satu Rp ?100\.000/ }).click();
  await press(page, "Selesai menghitung");
  const away = page.getByText(/Menutup kasir menunggu server/).filter({ visible: true });
  await away.first().waitFor();
  await page.unroute(/\/api\//);
  await sees(page, "Tersambung");
  await expect.poll(() => away.count()).toBe(0);
});

test("it comes to itself: every sale is in the book once", async () => {
  await sees(page, "Tersambung");
  expect(booked(here.shop.dataFolder).sales.map((sale) => sale.receiptNumber)).toEqual(
    [1, 2, 3, 4, 5].map((count) => `KARTINI-K1-00000${count}`),
  );
  expect(complaints).toEqual([]);
});
