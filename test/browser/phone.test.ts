// A cashier with a phone in one hand: 360 × 740, every key within the thumb's reach, from the first tile to a return.
import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axe } from "./browser.ts";
import { aShop, tellWhatStood } from "./here.ts";
import { openPractice } from "./practice-steps.ts";
import { choose, dialog, key, press, sees, visit, write } from "./steps.ts";
import { receipt, tile } from "./till-steps.ts";

const size = { width: 360, height: 740 };
const here = aShop();
let page: Page;
let complaints: string[] = [];
tellWhatStood(() => page);
beforeAll(async () => {
  ({ page, complaints } = await visit(here.browser, here.shop.url, size));
  await openPractice(page);
});

/** Whether the key lies whole on the screen, at least 48 px high, and where a thumb comes to: below the upper third. */
async function isAtHand(of: Locator): Promise<void> {
  await of.waitFor();
  const fault = async (): Promise<string> => {
    const box = await of.boundingBox();
    if (!box) return "nowhere";
    if (box.height < 48) return `only ${box.height} px high`;
    if (box.x < 0 || box.x + box.width > size.width) return `from ${box.x} to ${box.x + box.width}`;
    if (box.y < size.height / 3) return `too far up, at ${box.y}`;
    return box.y + box.height > size.height ? `below the edge, to ${box.y + box.height}` : "";
  };
  await expect.poll(fault).toBe(""); // a sheet slides in
}

/** Whether something else takes a press at its middle or at one of its corners. */
async function isCovered(of: Locator): Promise<boolean> {
  await of.waitFor();
  return await of.evaluate((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const inset = 6; // its corners are round
    const across = [left + inset, (left + right) / 2, right - inset];
    const down = [top + inset, (top + bottom) / 2, bottom - inset];
    return across.some((x) => down.some((y) => !one.contains(document.elementFromPoint(x, y))));
  });
}

async function scrollsOnlyDown(): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
}

describe("with one thumb", () => {
  test("two things from the shelf, paid by QRIS and the rest in cash", async () => {
    await tile(page, "Kopi Tubruk Temanggung").click();
    await tile(page, "Kopi Tubruk Temanggung").click();
    const bar = key(page, /Lihat keranjang/);
    await isAtHand(bar);
    await scrollsOnlyDown();
    await bar.click();
    const pay = key(dialog(page), "Bayar");
    await isAtHand(pay);
    expect(await axe(page)).toEqual([]);
    await pay.click();
    await sees(page, "Rp20.000");
    await choose(page, "Cara bayar", "QRIS");
    await press(page, /^Bayar sebagian/);
    await write(page, "Berapa lewat QRIS?", "15000");
    await press(page, "Sudah masuk (saya cek notifikasi)");
    const exact = key(page, "Uang pas");
    await isAtHand(exact);
    await scrollsOnlyDown();
    expect(await axe(page)).toEqual([]);
    await exact.click();
    expect(await receipt(page, "KARTINI-K1-000001")).toContain("TOTAL Rp20.000 QRIS Rp15.000 Tunai Rp5.000");
    await scrollsOnlyDown();
    const next = key(page, "Pelanggan berikutnya");
    await isAtHand(next);
    await next.click();
  });

  test("too little cash: what is missing is told, and the key to take it stays on the screen", async () => {
    await tile(page, "Kopi Tubruk Temanggung").click();
    await press(page, "Bayar");
    await write(page, "Uang diterima", "1000");
    await press(page, "Terima uang");
    await sees(page, "Kurang Rp9.000");
    await isAtHand(key(page, "Terima uang"));
    await press(page, "Kembali ke keranjang");
  });

  test("visitors are counted one after the other: nothing lies on the keys, and the last one is taken back", async () => {
    await page.goto(`${here.shop.url}/pengunjung`);
    const keys = [/^Tambah 1 dewasa/, /^Tambah 5 dewasa/, /^Rombongan dewasa/, /^Tambah 1 anak/];
    for (const time of ["once", "again"]) {
      await press(page, /^Tambah 1 dewasa/);
      for (const one of keys) expect(await isCovered(key(page, one)), `${one} ${time}`).toBe(false);
    }
    await sees(page, "+1 dewasa di Galeri. Jumlah hari ini 2.");
    await press(page, "Urungkan");
    await sees(page, "−1 dewasa di Galeri. Jumlah hari ini 1.");
  });

  test("one of the two comes back, from the list of sales", async () => {
    await page.goto(`${here.shop.url}/penjualan`);
    await page
      .getByRole("link", { name: /000001/ })
      .or(key(page, /000001/))
      .first()
      .click();
    await press(page, "Retur");
    await scrollsOnlyDown();
    expect(await axe(page)).toEqual([]);
    await page.getByLabel(/^Kopi Tubruk Temanggung/).check();
    await page.getByLabel(/^Banyaknya: Kopi Tubruk/).fill("1");
    await press(dialog(page), "Kembalikan uang");
    await sees(dialog(page), "Pilih alasannya.");
    await choose(dialog(page), "Alasan", "Barang tidak sesuai");
    await press(dialog(page), "Kembalikan uang");
    await sees(dialog(page), "Serahkan kepada pelanggan");
    await sees(dialog(page), "QRIS Rp10.000"); // by the way it came, in the order of payment
    await sees(dialog(page), "Nomor struk: KARTINI-K1-000002");
    await scrollsOnlyDown();
  });
});

test("nothing of all this made the page complain", () => {
  expect(complaints).toEqual([]);
});
