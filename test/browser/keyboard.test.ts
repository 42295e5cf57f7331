// The till without a mouse: a scanner heard whatever has the focus, few keys to a sale, and nothing that needs a pointer.
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { aShop, tellWhatStood } from "./here.ts";
import { openPractice } from "./practice-steps.ts";
import { besides, choose, dialog, field, key, press, sees, visit } from "./steps.ts";
import { cart, cartRow, receipt, scan, tile, toPaying } from "./till-steps.ts";

const here = aShop();
let page: Page;
let sold = 0;
tellWhatStood(() => page);
beforeAll(async () => {
  page = (await visit(here.browser, here.shop.url)).page;
  await openPractice(page);
});

const paper = () => {
  sold += 1;
  return receipt(page, `KARTINI-K1-${String(sold).padStart(6, "0")}`);
};
const nothingInTheCart = () => sees(cart(page), "Pilih barang, atau pindai kodenya.");
async function hit(...keys: string[]): Promise<number> {
  for (const one of keys) await page.keyboard.press(one, { delay: 5 });
  return keys.length;
}
/** As a hand types: slower than any scanner. */
const type = (text: string) => page.keyboard.type(text, { delay: 75 });

describe("three things are scanned and paid in cash", () => {
  const things = async () => {
    await scan(page, "TAS-CIPRAT");
    await scan(page, "DOMPET-CIPRAT");
    await scan(page, "GANTUNGAN");
    await sees(cart(page), "Rp132.500");
  };

  test("with exact money: 3 keys, the next customer included", async () => {
    await things();
    let keys = await hit("F9");
    await sees(page, "Uang diterima");
    keys += await hit("F9");
    expect(await paper()).toContain("TOTAL Rp132.500 Tunai Rp132.500 Uang diterima Rp132.500 Kembalian Rp0");
    keys += await hit("Enter");
    await nothingInTheCart();
    expect(keys).toBeLessThanOrEqual(8);
  });

  test("with a note of Rp100.000 and one of Rp50.000: at most 8 keys until it is paid", async () => {
    await things();
    let keys = await hit("F9");
    await sees(page, "Uang diterima");
    for (const digit of "150000") {
      await type(digit);
      keys += 1;
    }
    await sees(page, "Rp17.500");
    keys += await hit("Enter");
    expect(await paper()).toContain("Uang diterima Rp150.000 Kembalian Rp17.500");
    expect(keys).toBeLessThanOrEqual(8);
    await hit("Enter");
    await nothingInTheCart();
  });
});

describe("a scan is heard whatever has the focus (T3)", () => {
  const places: [string, () => Promise<void>][] = [
    ["nothing", () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())],
    ["the search", () => page.getByRole("searchbox").focus()],
    ["a category", () => key(page, "Minuman").focus()],
    ["another thing's tile", () => tile(page, "Bibit Cabai").focus()],
    ["the key for fewer", () => key(cart(page), "Tambah Tas Jinjing Ciprat").focus()],
    ["the key that pays", () => key(cart(page), "Bayar").focus()],
  ];

  test.each(["CR", "LF", "CRLF"] as const)("with %s behind it", async (end) => {
    await scan(page, "TAS-CIPRAT", end);
    await sees(cartRow(page, "Tas Jinjing Ciprat"), /^1$/);
    let count = 1;
    for (const [, focus] of places) {
      await focus();
      await scan(page, "tas-ciprat", end);
      count += 1;
      await sees(cartRow(page, "Tas Jinjing Ciprat"), new RegExp(`^${count}$`));
    }
    // Nothing else was pressed or typed by it.
    await sees(cart(page), `${count} barang`);
    expect(await page.getByRole("searchbox").inputValue()).toBe("");
    expect(await key(page, "Semua").getAttribute("aria-pressed")).toBe("true");
    await press(cart(page), "Kosongkan");
  });

  test("what is half typed in the search stays as it was", async () => {
    await page.getByRole("searchbox").focus();
    await type("ko");
    await scan(page, "TAS-CIPRAT");
    await sees(cart(page), "Rp85.000");
    expect(await page.getByRole("searchbox").inputValue()).toBe("ko");
    await page.getByRole("searchbox").fill("");
  });

  test("while paying it goes back to the cart, and after the receipt it begins the next", async () => {
    await toPaying(page);
    await scan(page, "DOMPET-CIPRAT");
    await sees(cart(page), "Rp120.000");
    await hit("F9");
    await sees(page, "Uang diterima");
    await hit("F9");
    await paper();
    await scan(page, "GANTUNGAN");
    await sees(cart(page), "Rp12.500");
    await press(cart(page), "Kosongkan");
  });

  test("a code that nobody knows is named", async () => {
    await scan(page, "8991234567890");
    await sees(page, "Kode 8991234567890 tidak ada di daftar barang.");
    await nothingInTheCart();
  });
});

describe("a scan never becomes a number (T4)", () => {
  test("not in a quantity, and the cart is not changed behind the question", async () => {
    await scan(page, "TAS-CIPRAT");
    await press(cart(page), "Ubah Tas Jinjing Ciprat");
    await field(dialog(page), "Banyaknya").focus();
    await scan(page, "8991234567890");
    expect(await field(dialog(page), "Banyaknya").inputValue()).toBe("1");
    await choose(dialog(page), "Potongan", "Rupiah");
    await field(dialog(page), "Potongan dalam rupiah").focus();
    await scan(page, "899123");
    expect(await field(dialog(page), "Potongan dalam rupiah").inputValue()).toBe("");
    await hit("Escape");
    await sees(cart(page), "1 barang");
  });

  test("not in the cash that was handed over", async () => {
    await toPaying(page);
    await field(page, "Uang diterima").focus();
    await scan(page, "8991234567890");
    await sees(page, "Kode 8991234567890 tidak ada di daftar barang.");
    expect(await field(page, "Uang diterima").inputValue()).toBe("");
    await hit("Escape");
    await press(cart(page), "Kosongkan");
  });

  test("and a hand's digits in those fields are a number still", async () => {
    await scan(page, "TAS-CIPRAT");
    await toPaying(page);
    await field(page, "Uang diterima").focus();
    await type("100000");
    await expect.poll(() => field(page, "Uang diterima").inputValue()).toBe("100.000");
    await hit("Enter");
    expect(await paper()).toContain("Kembalian Rp15.000");
    await hit("Enter");
    await nothingInTheCart();
  });
});

test("a whole sale from search to receipt: weighed goods, a removal undone, QRIS", async () => {
  await hit("F2");
  await type("madu");
  await hit("Enter");
  await sees(dialog(page), "Berapa kg?");
  // The press that opened the question is no answer to it.
  expect(await besides(dialog(page), "Berapa kg?")).not.toContain("Tulis banyaknya");
  await type("2,5");
  await hit("Enter");
  await sees(cart(page), "Rp218.375");
  await hit("F2");
  await type("rames");
  await hit("Enter");
  await sees(cart(page), "Rp235.375");
  await key(cart(page), "Hapus Nasi Rames").focus();
  await hit("Enter");
  await sees(cart(page), "Rp218.375");
  await key(cart(page), "Bayar").focus();
  await hit("Control+z");
  await sees(cart(page), "Rp235.375");
  await hit("F9");
  await sees(page, "Uang diterima");
  await hit("Escape");
  await sees(cart(page), "Rp235.375");
  await hit("F9");
  await sees(page, "Uang diterima");
  await hit("F7");
  await sees(page, "Pelanggan memindai kode ini dan menulis Rp235.375.");
  await tabTo("Sudah masuk (saya cek notifikasi)");
  await hit("Enter");
  expect(await paper()).toContain(
    "Madu Hutan 2,5 kg × Rp87.350 Rp218.375 Nasi Rames 1 porsi × Rp17.000 Rp17.000",
  );
  await hit("Enter");
  await nothingInTheCart();
});

test("with the Tab key alone, from the top of the page to the receipt", async () => {
  await page.reload();
  await sees(page, "Soto Ayam");
  await tabTo(/^Soto Ayam/);
  await hit("Space");
  await sees(cart(page), "Rp15.000");
  await tabTo("Bayar");
  await hit("Enter");
  await tabTo("Uang pas");
  await hit("Enter");
  expect(await paper()).toContain("Soto Ayam 1 porsi × Rp15.000 Rp15.000");
  await tabTo("Pelanggan berikutnya");
  await hit("Space");
  await nothingInTheCart();
});

/** Goes on by the Tab key until the focus is on the key of that name. */
async function tabTo(name: string | RegExp): Promise<void> {
  const wanted = key(page, name);
  await wanted.waitFor();
  const stops: string[] = [];
  for (let stop = 0; stop < 120; stop += 1) {
    if (await wanted.evaluate((button) => button === document.activeElement)) return;
    await hit("Tab");
    stops.push(await page.evaluate(() => document.activeElement?.textContent ?? ""));
  }
  throw new Error(`The Tab key does not come to ${name}: ${stops.join(" · ")}`);
}
