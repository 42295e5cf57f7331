// Hours without the server: 300 sales wait on the device and all arrive but one that its disk has spoiled; a till is left before that.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shop as cli } from "../days/command-line.ts";
import { booked } from "./booked.ts";
import { openBrowser } from "./browser.ts";
import { manager } from "./centre-steps.ts";
import { type Counter, openCounter } from "./counter.ts";
import { tellWhatStood } from "./here.ts";
import { flipByte, kept, shellIsKept } from "./shell-steps.ts";
import { dialog, go, pick, press, sees, signIn, write } from "./steps.ts";
import { cart } from "./till-steps.ts";
import { aWire, type Wire } from "./wire.ts";

const SALES = 300;

let wire: Wire;
let browser: Browser;
let counter: Counter;
let page: Page;
tellWhatStood(() => page);
beforeAll(async () => {
  wire = await aWire();
  browser = await openBrowser();
  counter = await openCounter(browser, wire.url, true);
  page = counter.page;
  await shellIsKept(page);
});
afterAll(async () => {
  await browser?.close();
  await wire?.close();
});

/** Sells as fast as a page can: the same keys, pressed from inside. Answers the numbers of the receipts that it showed. */
async function sellInHaste(sales: number): Promise<string[]> {
  return await page.evaluate(async (count) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const press = async (name: RegExp) => {
      for (let waited = 0; waited < 1000; waited += 1) {
        const found = [...document.querySelectorAll("button")].find(
          (button) => name.test(button.textContent ?? "") && !button.disabled && button.checkVisibility(),
        );
        if (found) return found.click();
        await frame();
      }
      throw new Error(`no key ${name}`);
    };
    const numbers = new Set<string>();
    for (let sale = 1; sale <= count; sale += 1) {
      await press(/^Kopi Tubruk/);
      await press(/^Bayar/);
      await press(/^Uang pas/);
      while (numbers.size < sale) {
        const number = document.querySelector("article[aria-label^=KARTINI]")?.getAttribute("aria-label");
        if (number) numbers.add(number);
        await frame();
      }
      await press(/^Pelanggan berikutnya/);
    }
    return [...numbers];
  }, sales);
}

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `KARTINI-K1-${String(from + at).padStart(6, "0")}`);

describe("300 sales without the server, one of them spoiled", () => {
  let spoiled: { id: string; body: string };

  test("each is paid at once, with the next number (L1, N1)", async () => {
    await wire.cut();
    expect(await sellInHaste(SALES)).toEqual(numbered(1, SALES));
    await sees(page, `${SALES} belum terkirim`);
  });

  test("a byte flips on the disk; the page is opened anew without the server, and holds them all", async () => {
    spoiled = await flipByte(page, SALES / 2);
    await page.reload();
    await sees(page, `${SALES} belum terkirim`);
    await sees(cart(page), "Pilih barang, atau pindai kodenya.");
  });

  test("299 arrive, one is held with its reason, and it has stopped nothing (L4, L5)", async () => {
    await wire.back();
    const began = performance.now();
    await expect
      .poll(() => booked(wire.shop.dataFolder).sales.length, { timeout: 60_000, interval: 250 })
      .toBe(SALES - 1);
    await expect.poll(() => kept(page, "acts").then((acts) => acts.length)).toBeLessThanOrEqual(1);
    process.stdout.write(`299 of 300 arrived within ${Math.round(performance.now() - began)} ms\n`);
    const { sales, repairs } = booked(wire.shop.dataFolder);
    expect(repairs).toMatchObject([{ actId: spoiled.id, code: "act_altered", body: spoiled.body }]);
    const held = numbered(repairs[0]?.receiptCount ?? 0, repairs[0]?.receiptCount ?? 0);
    expect([...sales.map((sale) => sale.receiptNumber), ...held].sort()).toEqual(numbered(1, SALES));
  });

  test("the till tells it, and a manager reads why", async () => {
    await sees(page, "Perlu Anda");
    await go(page, "Daftar perbaikan");
    await sees(page, "Isinya tidak sama lagi dengan yang disimpan kasir.");
    expect(await cli(wire.shop.dataFolder, ["audit"])).toMatchObject({ code: 0 });
  });
});

describe("the till is left before all is sent (L6)", () => {
  test("it tries to send first, and then asks a manager, who says why", async () => {
    await go(page, "Kasir");
    await wire.cut();
    await sellInHaste(2);
    await press(page, "Keluar");
    await dialog(page).getByRole("heading", { name: "2 belum terkirim" }).waitFor({ timeout: 20_000 });
    await press(dialog(page), "Keluar dengan manajer");
    await pick(dialog(page), "Manajer", manager.name);
    await write(dialog(page), "PIN manajer", manager.pin);
    await write(dialog(page), "Alasan", "Listrik padam, toko tutup");
    await press(dialog(page), "Keluar");
    await page.getByLabel(`PIN ${manager.name}`).waitFor();
    expect(((await kept(page, "acts")) as { kind: string }[]).map(({ kind }) => kind)).toContain("sale");
  });

  test("what was left stays there, and arrives when somebody signs in", async () => {
    await wire.back();
    await page.reload();
    await signIn(page, manager.pin);
    await expect
      .poll(() => booked(wire.shop.dataFolder), { timeout: 20_000 })
      .toMatchObject({ leavings: 1, sales: { length: SALES + 1 } });
    expect(await cli(wire.shop.dataFolder, ["audit"])).toMatchObject({ code: 0 });
    expect(counter.complaints).toEqual([]);
  });
});
