// A till sells without its server: three sales and a void, a reload in between, and everything once in the book when it is back.
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axe } from "./browser.ts";
import { aKeptTill, coffee } from "./kept-till.ts";
import { dialog, go, press, sees, wordsOf, write } from "./steps.ts";
import { nextCustomer, payCash, receipt, tile, toPaying } from "./till-steps.ts";

const kept = "Tersimpan di perangkat ini, belum terkirim.";

describe("the server is gone for an hour of selling", () => {
  const till = aKeptTill();
  const { here } = till;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    ({ page, complaints } = till);
    await here.shop.kill9();
  });
  const ask = async (path: string) =>
    page.evaluate(async (at) => (await fetch(`/api/${at}`)).json(), path) as Promise<never>;

  test("a sale is paid as always: change, the paper of this device, and the next customer (L1, N2)", async () => {
    await tile(page, coffee).click();
    await payCash(page, "20000");
    await sees(page, "Lunas");
    await sees(page, new RegExp(kept));
    const paper = await receipt(page, "KARTINI-K1-000001");
    expect(paper).toContain("DIBUAT LURING");
    expect(paper).toContain("TOTAL Rp10.000");
    expect(paper).toContain("Kembalian Rp10.000");
    expect(await axe(page)).toEqual([]);
    await nextCustomer(page);
  });

  test("the next ones too, one after the other; the line says how many wait", async () => {
    for (const number of ["KARTINI-K1-000002", "KARTINI-K1-000003"]) {
      await tile(page, coffee).click();
      await toPaying(page);
      await press(page, "Uang pas");
      await receipt(page, number);
      await nextCustomer(page);
    }
    await sees(page, "3 belum terkirim");
  });

  test("after a reload without the server the sales are there, and the last receipt can be printed (L1)", async () => {
    await page.reload();
    await sees(page, coffee);
    await page.keyboard.press("F8");
    await press(dialog(page), "Struk terakhir");
    expect(await receipt(page, "KARTINI-K1-000003")).toContain("DIBUAT LURING");
    await sees(
      page,
      "Server toko tidak menjawab. Yang tampil hanya penjualan kasir ini selama tiga hari terakhir.",
    );
    await sees(page, "3 penjualan");
    expect(await axe(page)).toEqual([]);
  });

  test("a manager voids one of them: the money is worked out here, and the paper is of this device (R2)", async () => {
    await page.getByRole("link", { name: /KARTINI-K1-000002/ }).click();
    await receipt(page, "KARTINI-K1-000002");
    await press(page, "Batalkan");
    await write(dialog(page), "Apa yang salah", "Salah ketik");
    await sees(dialog(page), "Rp10.000");
    await press(dialog(page), "Batalkan penjualan");
    await sees(dialog(page), "Serahkan kepada pelanggan");
    expect(await wordsOf(dialog(page).getByRole("article"))).toContain("PEMBATALAN");
    await press(dialog(page), "Selesai");
    await sees(page, "Penjualan ini dibatalkan.");
    await sees(page, "4 belum terkirim");
  });

  test("the drawer is opened and money is taken out; counting and closing wait for the server", async () => {
    await go(page, "Kas");
    await press(page, "Kas keluar");
    await write(dialog(page), "Jumlah", "5000");
    await write(dialog(page), "Alasan", "Galon");
    await press(dialog(page), "Simpan");
    await sees(page, /Kas keluar Rp5\.000 tersimpan di perangkat ini/);
    await sees(page.getByRole("listitem").filter({ hasText: "Galon" }), "Belum terkirim");
    await press(page, "Tutup kasir");
    await sees(page, /Menutup kasir menunggu server; hitungan Anda tersimpan/);
    await page.getByRole("button", { name: /^Tambah satu Rp ?100\.000/ }).click();
    await press(page, "Selesai menghitung");
    await page.reload();
    await sees(page.getByRole("status").filter({ hasText: "Uang fisik" }), "Rp100.000");
    expect(await axe(page)).toEqual([]);
  });

  test("signing out says what would stay behind; a manager's word lets one go, and is an act (L6)", async () => {
    await press(page, "Keluar");
    await dialog(page).getByRole("heading", { name: "5 belum terkirim" }).waitFor();
    expect(await axe(page)).toEqual([]);
    await press(dialog(page), "Keluar dengan manajer");
    await press(dialog(page), "Keluar");
    await sees(dialog(page), "Tulis alasannya.");
    await press(dialog(page), "Kembali");
    await page.keyboard.press("Escape");
  });

  test("the server is back: all is in the book, once each and in order, and the book is clean", async () => {
    await till.powerIsBack();
    await sees(page, "Tersambung");
    const inTheBook = async () => {
      const { sales } = (await ask("sales?limit=10")) as {
        sales: { receiptNumber: string; refundedRupiah: number }[];
      };
      const own = sales.filter((sale) => sale.receiptNumber.startsWith("KARTINI-K1-"));
      return own.map((sale) => [sale.receiptNumber, sale.refundedRupiah]);
    };
    await expect.poll(inTheBook).toEqual([
      ["KARTINI-K1-000003", 0],
      ["KARTINI-K1-000002", 10_000],
      ["KARTINI-K1-000001", 0],
    ]);
    await go(page, "Penjualan");
    await sees(page, "3 penjualan");
    await expect.poll(() => page.getByText("Belum terkirim", { exact: true }).count()).toBe(0);
    const { promises } = (await ask("audit")) as { promises: { name: string; broken: number }[] };
    expect(promises.filter(({ broken }) => broken > 0)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
