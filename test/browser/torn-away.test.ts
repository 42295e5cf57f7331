// The till's own machine fails: its browser is ended (-9) between Pay and the receipt, and its storage is full; nothing paid is lost.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SentAct } from "#rules/till-acts";
import { shop as cli } from "../days/command-line.ts";
import { booked } from "./booked.ts";
import { manager } from "./centre-steps.ts";
import { tellWhatStood } from "./here.ts";
import { emptyStorage, fillStorage, type OwnBrowser, openOwnBrowser } from "./own-browser.ts";
import { openPractice } from "./practice-steps.ts";
import { kept, shellIsKept } from "./shell-steps.ts";
import { go, key, press, sees, signIn } from "./steps.ts";
import { cart, nextCustomer, receipt, tile, toPaying } from "./till-steps.ts";
import { aWire, type Wire } from "./wire.ts";

let wire: Wire;
let tablet: OwnBrowser;
let page: Page;
tellWhatStood(() => page);
beforeAll(async () => {
  wire = await aWire();
  tablet = await openOwnBrowser();
  page = tablet.page;
  await page.goto(wire.url);
  await press(page, "Indonesia");
  await openPractice(page);
  await shellIsKept(page);
});
afterAll(async () => {
  await tablet?.close();
  await wire?.close();
});

const coffee = "Kopi Tubruk Temanggung";
const number = (count: number) => `KARTINI-K1-${String(count).padStart(6, "0")}`;
const unsent = async () =>
  ((await kept(page, "acts")) as (SentAct & { outcome: unknown })[]).filter((act) => act.outcome === null);
const inTheBook = () => booked(wire.shop.dataFolder).sales.map((sale) => sale.receiptNumber);

async function coffeeToPay(): Promise<void> {
  await tile(page, coffee).click();
  await toPaying(page);
}

/** The tablet is switched on again: the same profile, a new process. */
async function openAgain(): Promise<void> {
  tablet = await openOwnBrowser(tablet.profile);
  page = tablet.page;
  await goToTill();
}

async function goToTill(): Promise<void> {
  await page.goto(`${wire.url}/kasir`);
  const pin = page.getByLabel(`PIN ${manager.name}`);
  const paid = page.getByRole("article");
  await pin.or(tile(page, coffee)).or(paid).first().waitFor();
  if ((await pin.count()) > 0) await signIn(page, manager.pin); // a browser that ended has forgotten who was signed in
  await tile(page, coffee).or(paid).first().waitFor();
}

/** The server is back and asks who is there, since the browser's session ended with it; what waited goes out. */
async function backAndIn(): Promise<void> {
  await wire.back();
  await page.getByLabel(`PIN ${manager.name}`).waitFor({ timeout: 20_000 });
  await signIn(page, manager.pin);
}

/** Past what the till shows as paid, however old the cart that the browser has found again: nothing of it is sold once more (L3). */
async function toTheCart(): Promise<void> {
  const next = key(page, "Pelanggan berikutnya");
  for (let shown = 0; shown < 3; shown += 1) {
    await next.or(cart(page)).first().waitFor();
    if ((await next.count()) === 0) break;
    await next.click();
  }
  await sees(cart(page), "Pilih barang, atau pindai kodenya.");
}

/** Found among the sales, it can be printed. */
async function isPrintable(count: number): Promise<void> {
  await go(page, "Penjualan");
  await page.getByRole("link", { name: new RegExp(number(count)) }).click();
  expect(await receipt(page, number(count))).toContain("TOTAL Rp10.000");
  await page
    .getByRole("button", { name: /^(Cetak|Bagikan)/ })
    .first()
    .waitFor();
  await go(page, "Kasir");
}

describe("the browser is ended (-9) between Pay and the receipt", () => {
  test("while the server takes its time: it is there, printable, and once in the book (L1)", async () => {
    await coffeeToPay();
    const line = await page.evaluate(() => {
      const carts = Object.keys(localStorage).filter((place) => place.startsWith("keranjang:"));
      return JSON.parse(localStorage.getItem(carts[0] ?? "") ?? "{}").lines[0].key as string;
    });
    await expect.poll(() => tablet.hasWritten(line)).toBe(true);
    wire.hang(true);
    await press(page, "Uang pas");
    await expect.poll(unsent).toHaveLength(1);
    expect(await page.getByRole("article").count()).toBe(0);
    await tablet.kill9();
    wire.hang(false);
    await openAgain();
    await expect.poll(inTheBook).toEqual([number(1)]);
    await isPrintable(1);
    await expect.poll(unsent).toEqual([]);
    // What was paid lies in no cart (L3).
    await sees(cart(page), "Pilih barang, atau pindai kodenya.");
  });

  test("while nothing answers, and it is opened again without the server: the same", async () => {
    await coffeeToPay();
    wire.hang(true);
    await press(page, "Uang pas");
    await expect.poll(unsent).toHaveLength(1);
    expect(await page.getByRole("article").count()).toBe(0);
    await tablet.kill9();
    await wire.cut();
    wire.hang(false);
    await openAgain();
    await sees(page, "1 belum terkirim");
    // What was half way is paid, and the customer gets the receipt.
    expect(await receipt(page, number(2))).toContain("TOTAL Rp10.000");
    await toTheCart();
    await expect.poll(async () => (await unsent()).map((act) => act.promised)).toEqual([true]);
    await isPrintable(2);
    // The till goes on meanwhile.
    await coffeeToPay();
    await press(page, "Uang pas");
    expect(await receipt(page, number(3))).toContain("TOTAL Rp10.000");
    await nextCustomer(page);
    await backAndIn();
    await expect.poll(inTheBook).toEqual([number(1), number(2), number(3)]);
  });

  test("at the moment when the till has said paid by itself", async () => {
    await sees(page, "Tersambung");
    await wire.cut();
    await coffeeToPay();
    await press(page, "Uang pas");
    await page.getByRole("article").waitFor();
    await tablet.kill9();
    await openAgain();
    await toTheCart();
    await isPrintable(4);
    await backAndIn();
    await expect.poll(inTheBook).toEqual([1, 2, 3, 4].map(number));
    expect(await cli(wire.shop.dataFolder, ["audit"])).toMatchObject({ code: 0 });
  });
});

describe("the device's storage is full", () => {
  const full = /^Penyimpanan perangkat ini penuh\. Jangan terima uang dulu/;
  let before = 0;

  /** Chromium asks anew how much it may take where it is opened anew. */
  async function openWithRoomFor(moreBytes: number): Promise<void> {
    const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await tablet.close();
    tablet = await openOwnBrowser(tablet.profile);
    page = tablet.page;
    const control = await tablet.context.newCDPSession(page);
    const quotaSize = used + moreBytes;
    await control.send("Storage.overrideQuotaForOrigin", { origin: wire.url, quotaSize });
    await goToTill();
  }

  test("the sale that is being paid still finds room in the till's reserve", async () => {
    await openWithRoomFor(10_000_000);
    await toTheCart();
    await sees(page, "Tersambung");
    before = inTheBook().length;
    await coffeeToPay();
    await expect.poll(async () => (await kept(page, "reserve")).length).toBe(1);
    await fillStorage(page);
    await wire.cut();
    await press(page, "Uang pas");
    expect(await receipt(page, number(before + 1))).toContain("TOTAL Rp10.000");
    await nextCustomer(page);
    expect(await unsent()).toHaveLength(1);
    expect(await kept(page, "reserve")).toEqual([]);
  });

  test("the next is refused before anybody hands over money, and nothing is lost", async () => {
    await tile(page, coffee).click();
    await press(cart(page), "Bayar");
    await sees(page, full);
    expect(await page.getByText("Uang diterima").count()).toBe(0);
    expect(await unsent()).toHaveLength(1);
  });

  test("there is room again: it sells on with the next number, and all is in the book", async () => {
    await emptyStorage(page);
    await toPaying(page);
    await press(page, "Uang pas");
    expect(await receipt(page, number(before + 2))).toContain("TOTAL Rp10.000");
    await nextCustomer(page);
    await wire.back();
    await expect.poll(inTheBook).toEqual(Array.from({ length: before + 2 }, (_, at) => number(at + 1)));
    expect(booked(wire.shop.dataFolder).gaps).toBe(0);
    expect(await cli(wire.shop.dataFolder, ["audit"])).toMatchObject({ code: 0 });
  });
});
