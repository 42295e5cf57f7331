// A newer program comes in without interrupting anybody; a Wi-Fi that hangs and a page that is not secure keep nobody from selling.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, startShop } from "./browser.ts";
import { manager } from "./centre-steps.ts";
import { aFront, type Front } from "./front.ts";
import { aShop, tellWhatStood } from "./here.ts";
import { openPractice } from "./practice-steps.ts";
import { givePicture, inCaches, shellIsKept, width } from "./shell-steps.ts";
import { go, press, sees, signIn, visit, wordsOf } from "./steps.ts";
import { cart, receipt, tile, toPaying } from "./till-steps.ts";

const coffee = "Kopi Tubruk Temanggung";
const sending = "Mengirim dulu yang belum terkirim …";
const alone = "Server toko belum menjawab. Berjualanlah seperti biasa; penjualan terkirim sendiri nanti.";

describe("a newer program", () => {
  const here = aShop();
  let front: Front;
  let page: Page;
  tellWhatStood(() => page);
  beforeAll(async () => {
    front = await aFront(() => here.shop.url);
    ({ page } = await visit(here.browser, front.url));
    await openPractice(page);
    await shellIsKept(page);
  });
  afterAll(() => front.close());

  test("on a Wi-Fi that hangs, the till opens from memory within seconds and goes on when it answers", async () => {
    front.hang(true);
    await page.reload();
    await sees(page, alone);
    await sees(page, "Luring");
    front.hang(false);
    await page.reload();
    await tile(page, coffee).waitFor();
    await expect.poll(() => page.getByText(alone).count()).toBe(0);
  });

  test("while a cart is full it waits, says so, and comes in by its key with the cart as it was", async () => {
    await tile(page, coffee).click();
    await page.evaluate(() => ((globalThis as { mark?: boolean }).mark = true));
    front.renew();
    await lookForNewer(page);
    await sees(page, "Versi baru siap");
    expect(await isMarked(page)).toBe(true);
    await sees(cart(page), "Rp10.000");
    await toPaying(page);
    await press(page, "Muat ulang");
    expect(await isMarked(page)).toBe(true);
    await page.keyboard.press("Escape");
    // What waits is sent first, and that takes its time: a payment that begins meanwhile is not broken off.
    front.hang(true);
    await go(page, "Pengunjung");
    await press(page, "Tambah 1 dewasa");
    await go(page, "Kasir");
    await press(page, "Muat ulang");
    await sees(page, sending);
    await toPaying(page);
    front.hang(false);
    await expect.poll(() => page.getByText(sending).count()).toBe(0);
    await sees(page, "Tersambung");
    expect(await isMarked(page)).toBe(true);
    await page.keyboard.press("Escape");
    await press(page, "Muat ulang");
    await expect.poll(() => isMarked(page).catch(() => true)).toBe(false);
    await sees(cart(page), "Rp10.000");
    await expect.poll(() => page.locator('link[href="/assets/newer.css"]').count()).toBe(1);
    await expect.poll(async () => (await inCaches(page)).names).toContain("shell-newer");
    expect(await page.getByText("Versi baru siap").count()).toBe(0);
  });
});

describe("a newer program and a till at which nobody sells", () => {
  const here = aShop();
  let front: Front;
  let page: Page;
  tellWhatStood(() => page);
  beforeAll(async () => {
    front = await aFront(() => here.shop.url);
    ({ page } = await visit(here.browser, front.url));
    await openPractice(page);
    await shellIsKept(page);
  });
  afterAll(() => front.close());

  test("takes over by itself where the page stands at the sign-in", async () => {
    await press(page, "Keluar");
    await page.getByLabel(/^PIN /).waitFor();
    await page.evaluate(() => ((globalThis as { mark?: boolean }).mark = true));
    front.renew();
    await lookForNewer(page);
    await expect.poll(() => isMarked(page).catch(() => true)).toBe(false);
    await page.getByLabel(/^PIN /).waitFor();
    await expect.poll(async () => (await inCaches(page)).names).toContain("shell-newer");
  });

  test("pictures are kept to a bounded number, the newest of them", async () => {
    await signIn(page, manager.pin);
    await page.evaluate(async () => {
      const shelf = await caches.open("pictures");
      const old = (at: number) => `/api/products/${9000 + at}/photo?v=old`;
      await Promise.all(Array.from({ length: 1005 }, (_, at) => shelf.put(old(at), new Response("x"))));
    });
    await givePicture(page, "KOPI-TUBRUK");
    await page.reload();
    await expect.poll(() => width(page)).toBeGreaterThan(0);
    await expect.poll(async () => pictures((await inCaches(page)).addresses)).toBe(1000);
  });
});

test("where the page does not come securely, everything is as always and nothing is kept of the program", async () => {
  const shop = await startShop();
  const front = await aFront(() => shop.url);
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ proxy: { server: front.url }, locale: "id-ID" });
    const page = await context.newPage();
    await page.goto("http://toko.sentra/");
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await openPractice(page);
    await tile(page, coffee).click();
    await toPaying(page);
    await press(page, "Uang pas");
    expect(await receipt(page, "KARTINI-K1-000001")).toContain("TOTAL Rp10.000");
    expect(await wordsOf(page.locator("body"))).not.toContain("Versi baru siap");
  } finally {
    await browser.close();
    await front.close();
    await shop.stop();
  }
});

const isMarked = (page: Page): Promise<boolean> =>
  page.evaluate(() => (globalThis as { mark?: boolean }).mark === true);

/** What the browser does by itself once an hour and at every opening of a page. */
const lookForNewer = (page: Page): Promise<unknown> =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

const pictures = (addresses: readonly string[]): number =>
  addresses.filter((address) => address.includes("/photo?")).length;
