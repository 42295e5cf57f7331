// A cashier's harder hours by keyboard alone: parts of a payment, carts put aside, voids, QRIS that has not come.
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axe } from "./browser.ts";
import { manager } from "./centre-steps.ts";
import { aShop, tellWhatStood } from "./here.ts";
import { dialog, field, key, sees, wordsOf } from "./steps.ts";
import { cashier, handsAt } from "./till-hands.ts";
import { cart, scan } from "./till-steps.ts";

const here = aShop();
let page: Page;
let complaints: string[] = [];
tellWhatStood(() => page);
const { start, hit, type, go, number, issued, paper, nothingInTheCart, bag } = handsAt(here);
beforeAll(async () => {
  ({ page, complaints } = await start());
});

describe("a sale paid in parts", () => {
  test("Rp50.000 by QRIS and the rest in cash, with change for the cash alone", async () => {
    await bag();
    await hit("F9");
    await sees(page, "Uang diterima");
    await hit("F7", "F4");
    await field(page, "Berapa lewat QRIS?").waitFor();
    await type("50000");
    await go("Sudah masuk (saya cek notifikasi)");
    await sees(page.getByRole("list", { name: "Sudah diterima" }), "Rp50.000");
    await sees(page.locator(".pay-what"), "Rp35.000");
    await field(page, "Uang diterima").waitFor();
    await type("50000");
    await sees(page, "Rp15.000");
    await hit("Enter");
    const words = await paper();
    expect(words).toContain("TOTAL Rp85.000 QRIS Rp50.000");
    expect(words).toContain("Tunai Rp35.000 Uang diterima Rp50.000 Kembalian Rp15.000");
    await hit("Enter");
    await nothingInTheCart();
  });

  test("a part is taken off again; a card needs its approval code, which stays when one looks elsewhere", async () => {
    await bag();
    await hit("F9");
    await sees(page, "Uang diterima");
    await hit("F4");
    await field(page, "Berapa tunai?").waitFor();
    await type("85000");
    await sees(page, "Itu semua sisanya. Pilih Bayar semua sisanya.");
    await hit("Backspace");
    await hit("Enter");
    await sees(page.locator(".pay-what"), "Rp76.500");
    await go("Hapus Tunai Rp8.500");
    await hit("F10");
    await field(page, "Kode persetujuan").waitFor();
    await hit("Enter");
    await sees(page, "Tulis kode persetujuannya.");
    await type("482910");
    await hit("F6");
    await sees(page, "Uang diterima");
    await hit("F10");
    await expect.poll(() => field(page, "Kode persetujuan").inputValue()).toBe("482910");
    await hit("Enter");
    expect(await paper()).toContain("TOTAL Rp85.000 Kartu Rp85.000 Referensi: 482910");
    await hit("Enter");
    await nothingInTheCart();
  });
});

describe("a cart is put aside", () => {
  test("under a name; it is there after a reload, and the next customer comes first", async () => {
    await bag();
    await hit("F4");
    await field(dialog(page), "Nama").waitFor();
    await type("Ibu merah");
    await hit("Enter");
    await nothingInTheCart();
    await page.reload();
    await page.getByRole("searchbox").waitFor();
    await sees(cart(page), "Tersimpan: 1");
    await scan(page, "DOMPET-CIPRAT");
    await sees(cart(page), "Rp35.000");
  });

  test("taking it back puts the other aside; paid, it is gone from the list (L3, L8)", async () => {
    await hit("F6");
    await sees(dialog(page), "Ibu merah");
    expect(await axe(page)).toEqual([]);
    await go("Ambil Ibu merah");
    await sees(cart(page), "Rp85.000");
    await hit("F9");
    await sees(page, "Uang diterima");
    await hit("F9");
    expect(await paper()).toContain("TOTAL Rp85.000");
    await hit("Enter");
    await nothingInTheCart();
    await hit("F6");
    expect(await wordsOf(dialog(page))).not.toContain("Ibu merah");
    await go(/^Hapus Keranjang/);
    await hit("Escape");
    await go("Urungkan");
    await sees(cart(page), "Tersimpan: 1");
    await hit("F6");
    await go(/^Hapus Keranjang/);
    await hit("Escape");
  });
});

describe("what went wrong", () => {
  test("a mistake is taken back whole, from the receipt's code, with a manager's word, and both are named", async () => {
    await scan(page, number());
    await page.waitForURL(/\/penjualan\/.+/);
    await go("Batalkan");
    await sees(dialog(page), "Seluruh penjualan Rp85.000 dibatalkan");
    expect(await axe(page)).toEqual([]);
    await field(dialog(page), "Apa yang salah").focus();
    await type("Salah barang");
    await go("Batalkan penjualan");
    await sees(dialog(page), "Seluruh penjualan ini dibatalkan.");
    await type(manager.pin);
    await hit("Enter");
    await sees(dialog(page), "Serahkan kepada pelanggan");
    await sees(dialog(page), `Nomor struk: ${issued()}`);
    await go("Selesai");
    await sees(page, "Penjualan ini dibatalkan.");
    await sees(page, `Disetujui ${manager.name}.`);
    expect(await key(page, "Retur").count()).toBe(0);
  });

  test("QRIS that has not come: the sale is recorded and says so, and is confirmed later", async () => {
    await page.goto(`${here.shop.url}/kasir`);
    await page.getByRole("searchbox").waitFor();
    await bag();
    await hit("F9");
    await sees(page, "Uang diterima");
    await hit("F7");
    await sees(page, /uangnya masuk daftar QRIS yang belum dipastikan/);
    await go("Belum masuk, lanjutkan");
    await sees(page, "Tercatat, QRIS belum dipastikan");
    expect(await paper()).toContain("BELUM DIPASTIKAN");
    await hit("Enter");
    await nothingInTheCart();
    await scan(page, number());
    await page.waitForURL(/\/penjualan\/.+/);
    await sees(page, "QRIS Rp85.000 belum dipastikan");
    expect(await axe(page)).toEqual([]);
    expect(await key(page, "Retur").count()).toBe(0);
    await go("Sudah masuk (saya cek notifikasi)");
    await key(page, "Retur").waitFor();
    await sees(page, new RegExp(`${cashier.name}`));
  });

  test("a discount above the limit: the manager is told why, and what was typed stays", async () => {
    await page.goto(`${here.shop.url}/kasir`);
    await page.getByRole("searchbox").waitFor();
    await scan(page, "BIBIT-CABAI");
    await go("Beri potongan");
    await key(dialog(page), "Simpan").waitFor();
    await dialog(page).getByRole("radio", { name: "Persen" }).focus();
    await hit("Space");
    await field(dialog(page), "Potongan dalam persen").focus();
    await page.waitForTimeout(100); // a hand does not type within a scanner's gap after a press
    await type("15");
    await hit("Enter");
    await hit("F9");
    await field(page, "Uang diterima").waitFor();
    await type("10000");
    await hit("Enter");
    await sees(dialog(page), "Potongannya lebih dari 10% dari harga, batas untuk kasir.");
    await hit("Escape");
    expect(await field(page, "Uang diterima").inputValue()).toBe("10.000");
    await hit("Escape");
    await go("Kosongkan");
  });
});

describe("the customer's screen", () => {
  test("adds up: the discount and what was paid stand between the lines and what is asked for", async () => {
    const second = await page.context().newPage();
    await second.goto(`${here.shop.url}/customer`);
    await bag();
    await go("Beri potongan");
    await key(dialog(page), "Simpan").waitFor();
    await field(dialog(page), "Potongan dalam rupiah").fill("5000");
    await hit("Enter");
    await sees(second, "Potongan");
    await sees(second, "−Rp5.000");
    await hit("F9");
    await sees(page, "Uang diterima");
    await hit("F7", "F4");
    await field(page, "Berapa lewat QRIS?").fill("30000");
    await go("Belum masuk, lanjutkan");
    await sees(page.getByRole("list", { name: "Sudah diterima" }), "Rp30.000");
    await sees(second, "−Rp30.000");
    expect(await wordsOf(second.locator("main"))).toContain(
      "Rp85.000 Potongan −Rp5.000 Total Rp80.000 Sudah diterima −Rp30.000 Yang dibayar Rp50.000",
    );
    expect(await axe(second)).toEqual([]);
    await second.close();
  });

  test("a cart with money in it is not emptied in silence; undone, the money is there again", async () => {
    await hit("Escape");
    await go("Kosongkan");
    await sees(page, /^Keranjang dikosongkan\. Rp30\.000 yang sudah diterima belum tercatat/);
    await go("Urungkan");
    await sees(cart(page), "Rp30.000");
  });

  test("nothing on it says paid while a QRIS payment has not been seen", async () => {
    const second = await page.context().newPage();
    await second.goto(`${here.shop.url}/customer`);
    await hit("F9");
    await sees(page, "Uang diterima");
    await hit("F9");
    expect(await paper()).toContain("BELUM DIPASTIKAN");
    await sees(second, "Terima kasih");
    expect(await wordsOf(second.locator("main"))).not.toContain("Sudah dibayar");
    await second.close();
    await hit("Enter");
    await nothingInTheCart();
  });
});

test("nothing of all this made the page complain", () => {
  expect(complaints).toEqual([]);
});
