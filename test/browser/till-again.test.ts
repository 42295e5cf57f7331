// What a till does once more: a page loaded again prints nothing twice, a trial page is tried again, a colleague's cart is taken over.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FakePrinter, fakePrinter } from "../devices/fake-printer.ts";
import { manager } from "./centre-steps.ts";
import { aShop, tellWhatStood } from "./here.ts";
import { dialog, field, key, press, sees } from "./steps.ts";
import { cashier, handsAt } from "./till-hands.ts";
import { cart, nextCustomer, receipt, scan, tile } from "./till-steps.ts";

const here = aShop();
const { start, hit, type, enterPin, ask, bag } = handsAt(here);
const limited = { name: "Sari Kafe", pin: "73190" };
let page: Page;
let printer: FakePrinter;
tellWhatStood(() => page);

beforeAll(async () => {
  printer = await fakePrinter();
  ({ page } = await start());
});
afterAll(async () => await printer.stop());

const takeOver = async (name: string, pin: string) => {
  await hit("F3");
  // Where only one other sells, no name is asked for.
  const names = key(dialog(page), new RegExp(`^${name}`));
  await names.or(page.getByLabel(`PIN ${name}`)).waitFor();
  if (await names.isVisible()) await names.click();
  await enterPin(pin);
  await sees(page, `Sekarang ${name} di kasir ini.`);
};

test("a line is taken out, and the keyboard goes on at the next one", async () => {
  await bag();
  await scan(page, "DOMPET-CIPRAT");
  await sees(cart(page), "Rp120.000");
  await key(page, "Hapus Tas Jinjing Ciprat").focus();
  await page.waitForTimeout(200); // a hand, and no end of a scan
  await hit("Enter");
  await sees(cart(page), "1 barang");
  const change = key(page, "Ubah Dompet Ciprat");
  expect(await change.evaluate((one) => one === document.activeElement)).toBe(true);
});

test("an open price is not nothing", async () => {
  await tile(page, "Pesanan Khusus Perajin").click();
  await field(dialog(page), "Harga").waitFor();
  await page.waitForTimeout(100); // a hand does not type within a scanner's gap after a press
  await type("0");
  await hit("Enter");
  await sees(dialog(page), "Tulis harganya, lebih dari nol.");
  await hit("Escape");
});

test("a page that is loaded again after paying shows the same receipt, and no copy", async () => {
  await hit("F9");
  await field(page, "Uang diterima").waitFor();
  await hit("F9");
  expect(await receipt(page, "KARTINI-K1-000001")).not.toContain("SALINAN");
  await page.reload();
  expect(await receipt(page, "KARTINI-K1-000001")).not.toContain("SALINAN");
  await nextCustomer(page);
});

test("a customer's window beside it never takes the till's place, also while its page loads again (D5)", async () => {
  const window = await page.context().newPage();
  await window.goto(`${here.shop.url}/customer`);
  await sees(window, "Selamat datang");
  await page.reload();
  await page.getByRole("searchbox").waitFor();
  await bag();
  await sees(window, "Tas Jinjing Ciprat");
  const second = await page.context().newPage();
  await second.goto(`${here.shop.url}/kasir`);
  await sees(second, /^Tab ini hanya untuk melihat/);
  await second.close();
  await window.close();
});

test("QRIS that nobody has seen is a part that waits, and is not said to be received", async () => {
  await hit("F9");
  await field(page, "Uang diterima").waitFor();
  await hit("F7", "F4");
  await field(page, "Berapa lewat QRIS?").waitFor();
  await type("50000");
  await press(page, "Belum masuk, lanjutkan");
  await field(page, "Uang diterima").waitFor();
  await expect
    .poll(() => page.locator("[aria-live]").allInnerTexts())
    .toContain("Rp50.000 belum dipastikan. Sisa Rp35.000.");
  await press(page, "Hapus QRIS Rp50.000");
  await hit("Escape");
  await press(page, "Kosongkan");
});

test("a locked screen gives the keyboard the names", async () => {
  await hit("F8");
  await press(dialog(page), "Kunci layar");
  await sees(page, "Terkunci");
  const names = page.getByRole("heading", { name: "Siapa Anda?" });
  await expect.poll(() => names.evaluate((one) => one === document.activeElement)).toBe(true);
  await hit("Tab", "Enter");
  await enterPin(cashier.pin);
  await page.getByRole("searchbox").waitFor();
});

test("a trial page is printed by its printer each time it is asked for", async () => {
  await takeOver(manager.name, manager.pin);
  const to = { name: "Depan", kind: "network", address: printer.address, columns: 32 };
  await ask("POST", "/printers", { ...to, hasDrawer: false, cuts: false, secondId: null });
  await page.goto(`${here.shop.url}/pengaturan?bagian=printers`);
  await press(page, /^Depan/);
  await press(dialog(page), "Cetak halaman uji");
  await sees(dialog(page), "Tercetak di Depan.");
  const { y, height } = (await dialog(page).getByText("Tercetak di Depan.").boundingBox()) ?? {
    y: 0,
    height: 999,
  };
  const { y: foot } = (await dialog(page).locator("footer").boundingBox()) ?? { y: 0 };
  expect(y + height, "the answer is hidden below the foot of the window").toBeLessThan(foot);
  const once = printer.paper().length;
  await press(dialog(page), "Cetak lagi");
  await expect.poll(() => printer.paper().length).toBe(2 * once);
});

test("whoever is limited to other stalls is told before the customer pays", async () => {
  const { stalls } = await (await page.request.get(`${here.shop.url}/api/catalogue`)).json();
  const cafe = stalls.find(({ code }: { code: string }) => code === "KAFE");
  await ask("POST", "/staff", { ...limited, roles: ["cashier"], stallIds: [cafe.stallId] });
  await page.goto(`${here.shop.url}/kasir`);
  await page.getByRole("searchbox").waitFor();
  await tile(page, "Kopi Susu Gula Aren").click();
  await scan(page, "TAS-CIPRAT");
  await sees(cart(page), "Rp103.000");
  await takeOver(limited.name, limited.pin);
  await sees(cart(page), "Bukan barang yang Anda jual");
  await hit("F9");
  await sees(page, /^Tas Jinjing Ciprat bukan barang yang Anda jual di sini/);
  await key(page, "Hapus Tas Jinjing Ciprat").click();
  await hit("F9");
  await field(page, "Uang diterima").waitFor();
});

test("on a phone the bar to pay stays at the foot, however few tiles there are", async () => {
  await hit("Escape");
  await page.setViewportSize({ width: 360, height: 740 });
  const bar = page.locator(".cart-bar");
  const foot = async () => {
    const { y, height } = (await bar.boundingBox()) ?? { y: 0, height: 0 };
    return Math.round(y + height);
  };
  await bar.waitFor();
  const before = await foot();
  await press(page, "Makanan");
  await expect.poll(() => tile(page, "Kopi Susu Gula Aren").count()).toBe(0);
  expect(await foot()).toBe(before);
  await page.setViewportSize({ width: 1366, height: 768 });
});

test("closing a till goes on, step by step, where the step begins", async () => {
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await page.goto(`${here.shop.url}/kas`);
  await press(page, "Tutup kasir");
  await expect.poll(focused).toMatch(/^Hitung semua uang di laci/);
  await field(page, "Berapa Rp100.000").fill("1");
  await hit("Enter");
  await expect.poll(focused).toMatch(/^Uang fisik.*Seharusnya.*Selisih/);
});
