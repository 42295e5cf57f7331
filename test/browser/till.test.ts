// A cashier's harder hours by keyboard alone: parts of a payment, carts put aside, voids, QRIS that has not come, a lock, training.
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axe } from "./browser.ts";
import { manager } from "./centre-steps.ts";
import { aShop, tellWhatStood } from "./here.ts";
import { openPractice } from "./practice-steps.ts";
import { dialog, field, key, sees, visit, wordsOf } from "./steps.ts";
import { cart, receipt, scan } from "./till-steps.ts";

const here = aShop();
let page: Page;
let sold = 0;
let complaints: string[] = [];
tellWhatStood(() => page);

const cashier = { name: "Dewi Lestari", pin: "24680" };

beforeAll(async () => {
  const visitor = await visit(here.browser, here.shop.url);
  page = visitor.page;
  complaints = visitor.complaints;
  await openPractice(page);
  await ask("POST", "/staff", { name: cashier.name, roles: ["cashier"], pin: cashier.pin, stallIds: [] });
  await page.reload();
  await page.getByRole("searchbox").waitFor();
  await hit("F3");
  await enterPin(cashier.pin);
  await sees(page, `Sekarang ${cashier.name} di kasir ini.`);
});

/** What another screen sets, sent as that screen sends it. */
async function ask(method: string, path: string, body: object): Promise<unknown> {
  const [status, answer] = await page.evaluate(
    async ([how, where, what]) => {
      const headers = { "content-type": "application/json" };
      const sent = { id: crypto.randomUUID(), ...what };
      const response = await fetch(`/api${where}`, { method: how, headers, body: JSON.stringify(sent) });
      return [response.status, (await response.json()) as unknown] as const;
    },
    [method, path, body] as const,
  );
  expect(status).toBe(200);
  return answer;
}

async function hit(...keys: string[]): Promise<void> {
  for (const one of keys) await page.keyboard.press(one, { delay: 5 });
}
/** As a hand types: slower than any scanner. */
const type = (text: string) => page.keyboard.type(text, { delay: 75 });
const enterPin = async (pin: string) => {
  await page.getByLabel(/^PIN /).waitFor();
  await type(pin);
  await hit("Enter");
};
async function tabTo(name: string | RegExp): Promise<void> {
  const wanted = key(page, name).first();
  await wanted.waitFor();
  for (let stop = 0; stop < 120; stop += 1) {
    if (await wanted.evaluate((button) => button === document.activeElement)) return;
    await hit("Tab");
  }
  throw new Error(`The Tab key does not come to ${name}.`);
}
async function go(name: string | RegExp): Promise<void> {
  await tabTo(name);
  await hit("Enter");
}
const paper = () => {
  sold += 1;
  return receipt(page, `KARTINI-K1-${String(sold).padStart(6, "0")}`);
};
const nothingInTheCart = () => sees(cart(page), "Pilih barang, atau pindai kodenya.");
async function bag(): Promise<void> {
  await scan(page, "TAS-CIPRAT");
  await sees(cart(page), "Rp85.000");
}

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
    const number = `KARTINI-K1-${String(sold).padStart(6, "0")}`;
    await scan(page, number);
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
    sold += 1;
    await sees(dialog(page), `Nomor struk: KARTINI-K1-${String(sold).padStart(6, "0")}`);
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
    await scan(page, `KARTINI-K1-${String(sold).padStart(6, "0")}`);
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

describe("people at the till", () => {
  test("the screen is locked by a key, the cart stays, and another cashier goes on with it", async () => {
    await bag();
    await hit("F8");
    await go("Kunci layar");
    await sees(page, "Terkunci");
    const { person } = (await (await page.request.get(`${here.shop.url}/api/session`)).json()) as {
      person: unknown;
    };
    expect(person).toBeNull();
    await page.reload();
    await sees(page, "Terkunci");
    expect(await axe(page)).toEqual([]);
    await go(new RegExp(`^${manager.name}`));
    await enterPin(manager.pin);
    await sees(cart(page), "Rp85.000");
  });

  test("a quick change of cashier in the middle of a payment keeps it where it was", async () => {
    await hit("F9");
    await field(page, "Uang diterima").waitFor();
    await hit("F3");
    await enterPin(cashier.pin);
    await sees(page, `Sekarang ${cashier.name} di kasir ini.`);
    await hit("F9");
    expect(await paper()).toContain(`Kasir: ${cashier.name}`);
    await hit("Enter");
    await nothingInTheCart();
  });
});

test("training: a mark on the screen and on the paper, numbers of its own, and nothing in the book (H7)", async () => {
  await hit("F8");
  await go("Mulai latihan");
  await sees(page, "Tidak ada yang tersimpan dan tidak ada uang yang tercatat.");
  await bag();
  await hit("F9");
  await sees(page, "Uang diterima");
  await hit("F9");
  expect(await receipt(page, "LATIHAN-K1-0001")).toContain("LATIHAN");
  expect(await axe(page)).toEqual([]);
  await hit("Enter");
  await nothingInTheCart();
  const answer = await page.request.get(`${here.shop.url}/api/sales?q=LATIHAN&limit=5`);
  expect(await answer.json()).toEqual({ sales: [] });
  await go("Selesai latihan");
  await bag();
  await hit("F9");
  await sees(page, "Uang diterima");
  await hit("F9");
  await paper();
});

test("a printer that is not there keeps nobody: the next customer is served, and the paper is seen (P1, P4)", async () => {
  await hit("Enter");
  await nothingInTheCart();
  await hit("F3");
  await enterPin(manager.pin);
  await sees(page, `Sekarang ${manager.name} di kasir ini.`);
  const printer = { name: "Printer kasir", kind: "network", address: "127.0.0.1:9", columns: 32 };
  const { printerId } = (await ask("POST", "/printers", {
    ...printer,
    hasDrawer: false,
    cuts: true,
    secondId: null,
  })) as { printerId: number };
  const { tills } = (await (await page.request.get(`${here.shop.url}/api/tills`)).json()) as {
    tills: { tillId: number; code: string }[];
  };
  const tillId = tills.find((till) => till.code === "K1")?.tillId;
  await ask("PUT", `/tills/${tillId}/printer`, { tillId, printerId });
  await page.reload();
  await page.getByRole("searchbox").waitFor();
  await bag();
  await hit("F9");
  await sees(page, "Uang diterima");
  await hit("F9");
  expect(await paper()).toContain("TOTAL Rp85.000");
  await sees(page, /Antre di Printer kasir|Mencetak di Printer kasir|Printer menolak sambungan/);
  await key(page, "Cetak lagi").waitFor();
  await hit("Enter");
  await nothingInTheCart();
});

test("nothing of all this made the page complain", () => {
  expect(complaints).toEqual([]);
});
