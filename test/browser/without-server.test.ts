// The till starts without its server: screens, tiles, prices and pictures are there, and it sells; what was paid as the server went is there.
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axe } from "./browser.ts";
import { manager } from "./centre-steps.ts";
import { aKeptTill, coffee } from "./kept-till.ts";
import { age, givePicture, inCaches, kept, width } from "./shell-steps.ts";
import { dialog, go, press, sees, signIn, write } from "./steps.ts";
import { cart, nextCustomer, receipt, tile, toPaying } from "./till-steps.ts";

const alone = "Server toko belum menjawab. Berjualanlah seperti biasa; penjualan terkirim sendiri nanti.";

describe("the server is gone when the till is opened", () => {
  const till = aKeptTill();
  const { here } = till;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    ({ page, complaints } = till);
    await givePicture(page, "KOPI-TUBRUK");
    await page.reload();
    await sees(page, coffee);
  });

  test("who was here, tiles, prices and pictures are there, and it says that it is without its server", async () => {
    await expect.poll(() => width(page)).toBeGreaterThan(0);
    await tile(page, "Nasi Rames").click();
    await here.shop.kill9();
    await page.reload();
    await sees(page, alone);
    await sees(page, "Luring");
    await sees(page, manager.name);
    await sees(tile(page, coffee), "Rp10.000");
    await expect.poll(() => width(page)).toBeGreaterThan(0);
    await sees(cart(page), "Nasi Rames");
    expect(await page.getByText(/Harga per/).count()).toBe(0);
    expect(await axe(page)).toEqual([]);
  });

  test("a cart is put aside, the next customer pays, and what was put aside is still there (L1, L3)", async () => {
    await page.keyboard.press("F4");
    await write(dialog(page), "Nama", "Bu Sari");
    await page.keyboard.press("Enter");
    await sees(cart(page), "Tersimpan: 1");
    await tile(page, coffee).click();
    await toPaying(page);
    await press(page, "Uang pas");
    expect(await receipt(page, "KARTINI-K1-000001")).toContain("DIBUAT LURING");
    expect(await kept(page, "acts")).toHaveLength(1);
    await nextCustomer(page);
    await sees(cart(page), "Tersimpan: 1");
    await tile(page, coffee).click();
  });

  test("its disk remembers no PIN and no answer of the server lies in a cache but pictures", async () => {
    expect(JSON.stringify(await kept(page, "memory"))).not.toMatch(/pin|cookie|scrypt/i);
    const { names, addresses } = await inCaches(page);
    expect(names.filter((name) => name.startsWith("shell-"))).toHaveLength(1);
    const answers = addresses.filter((address) => address.startsWith("/api/"));
    expect(answers).toEqual([expect.stringMatching(/^\/api\/products\/\d+\/photo\?v=\w+$/)]);
    expect(addresses.filter((address) => /sw\.js|\.(gz|br)$/.test(address))).toEqual([]);
  });

  test("a list of yesterday's yesterday says as of when its prices are (O1)", async () => {
    await age(page);
    await page.reload();
    await sees(page, /^Harga per \w+, \d+ \w+ \d{4} pukul \d\d\.\d\d WIB$/);
  });

  test("the server is back: everything is read anew, the cart is as it was, and it sells", async () => {
    await till.powerIsBack();
    await sees(page, "Server toko menjawab lagi. Harga dan stok sudah yang terbaru.");
    expect(await page.getByText(/Harga per/).count()).toBe(0);
    await sees(cart(page), "Rp10.000");
    await toPaying(page);
    await press(page, "Uang pas");
    const paper = await receipt(page, "KARTINI-K1-000002");
    expect(paper).toContain("TOTAL Rp10.000");
    expect(paper).not.toContain("DIBUAT LURING");
    await nextCustomer(page);
    await sees(cart(page), "Tersimpan: 1");
  });

  test("what was paid when it went is paid, is there after a reload without it, and is one sale once it is back (L1)", async () => {
    await tile(page, coffee).click();
    await toPaying(page);
    await here.shop.kill9();
    await press(page, "Uang pas");
    await sees(page, "Lunas");
    expect(await receipt(page, "KARTINI-K1-000003")).toContain("DIBUAT LURING");
    await page.reload();
    await sees(page, "1 belum terkirim");
    await go(page, "Penjualan");
    await sees(page.getByRole("link", { name: /KARTINI-K1-000003/ }), "Belum terkirim");
    await till.powerIsBack();
    await sees(page, "Tersambung");
    await sees(page, "3 penjualan");
    await expect.poll(() => page.getByText("Belum terkirim").count()).toBe(0);
    await go(page, "Kasir");
  });

  test("who had signed out finds the names, and nobody else's till", async () => {
    await press(page, "Keluar");
    await page.getByLabel(`PIN ${manager.name}`).waitFor();
    await here.shop.kill9();
    await page.reload();
    await page.getByLabel(/^PIN /).waitFor();
    expect(await page.getByRole("navigation", { name: "Menu utama" }).count()).toBe(0);
    await till.powerIsBack();
    await signIn(page, manager.pin);
    await sees(cart(page), "Pilih barang, atau pindai kodenya.");
    expect(complaints).toEqual([]);
  });
});
