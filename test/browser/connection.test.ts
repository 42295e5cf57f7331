// The line's face is a key: on the till, on a phone and before anybody signs in it tells what waits, why, and what the page can promise.
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axe } from "./browser.ts";
import { manager } from "./centre-steps.ts";
import { aKeptTill, coffee } from "./kept-till.ts";
import { dialog, press, sees, signIn, wordsOf } from "./steps.ts";
import { nextCustomer, receipt, tile, toPaying } from "./till-steps.ts";

describe("what waits, and why", () => {
  const till = aKeptTill();
  const { here } = till;
  let page: Page;
  let complaints: string[];
  beforeAll(() => {
    ({ page, complaints } = till);
  });
  const face = () => page.locator(".link-face:visible");

  test("while all is well it says so, and that this page can be relied on", async () => {
    await expect.poll(() => wordsOf(face())).toBe("Tersambung");
    await face().click();
    const told = await wordsOf(dialog(page));
    expect(told).toContain("Server toko menjawab.");
    expect(told).toContain("Tidak ada yang menunggu di perangkat ini.");
    expect(told).toContain("Sambungan aman");
    expect(told).toContain("Jam perangkat cocok");
    expect(await axe(page)).toEqual([]);
    await press(dialog(page), "Tutup");
  });

  test("without the server the face tells it with the number that waits; pressed, each act with its number and amount", async () => {
    await here.shop.kill9();
    for (const number of ["KARTINI-K1-000001", "KARTINI-K1-000002"]) {
      await tile(page, coffee).click();
      await toPaying(page);
      await press(page, "Uang pas");
      await receipt(page, number);
      await nextCustomer(page);
    }
    await expect.poll(() => wordsOf(face())).toBe("Luring 2 belum terkirim");
    await face().click();
    const told = await wordsOf(dialog(page));
    expect(told).toContain("Belum terkirim: 2");
    expect(told).toMatch(/Penjualan KARTINI-K1-000001 · .* Rp10\.000/);
    expect(told).toContain("KARTINI-K1-000002");
    expect(await axe(page)).toEqual([]);
    await press(dialog(page), "Tutup");
  });

  test("on a phone too, without a word falling off its edge", async () => {
    const counter = page.viewportSize() ?? { width: 1280, height: 800 };
    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(() => wordsOf(face())).toBe("Luring 2 belum terkirim");
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100);
    expect((await face().boundingBox())?.y).toBeGreaterThanOrEqual(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const box = await face().boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(48);
    await face().click();
    expect(await axe(page)).toEqual([]);
    await press(dialog(page), "Tutup");
    await page.setViewportSize(counter);
  });

  test("a second tab of the till looks on, and takes it over by a key; the first one then looks on (D5)", async () => {
    const second = await page.context().newPage();
    await second.goto(page.url());
    await sees(second, "Tab ini hanya untuk melihat");
    await press(second, "Pakai di tab ini");
    await sees(second, coffee);
    await sees(page, "Tab ini hanya untuk melihat");
    await press(page, "Pakai di tab ini");
    await sees(page, coffee);
    await second.close();
  });

  test("before anybody signs in it is told, too; signed in, all of it goes once", async () => {
    await page.context().clearCookies();
    await till.powerIsBack();
    await sees(page, "2 belum terkirim; masuk untuk mengirim.");
    expect(await axe(page)).toEqual([]);
    await expect.poll(() => wordsOf(face())).toMatch(/^Perlu Anda/);
    await signIn(page, manager.pin);
    await sees(page, coffee);
    await expect.poll(() => wordsOf(face())).toBe("Tersambung");
    const sold = await page.evaluate(async () => (await fetch("/api/tills")).json());
    expect(sold).toMatchObject({ tills: [{ lastReceiptCount: 2 }] });
    expect(complaints.filter((one) => !/net::ERR|Failed to load/.test(one))).toEqual([]);
  });
});
