// A cashier's evening without the server: the till starts from its own program, lets them in, sells; afterwards all of it is under their name.
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shop as cli } from "../days/command-line.ts";
import { booked } from "./booked.ts";
import { openBrowser } from "./browser.ts";
import { addCashier, manager } from "./centre-steps.ts";
import { type Counter, openCounter } from "./counter.ts";
import { tellWhatStood } from "./here.ts";
import { kept, shellIsKept } from "./shell-steps.ts";
import { choose, dialog, go, press, sees, write } from "./steps.ts";
import { cart, scan } from "./till-steps.ts";
import { aWire, type Wire } from "./wire.ts";

const cashier = { name: "Dewi Lestari", pin: "24680" };

let wire: Wire;
let browser: Browser;
let counter: Counter;
tellWhatStood(() => counter.page);
beforeAll(async () => {
  wire = await aWire();
  browser = await openBrowser();
  counter = await openCounter(browser, wire.url, true);
  await addCashier(counter.page, cashier.name, cashier.pin);
  await go(counter.page, "Kasir");
  await change(cashier);
  await sees(counter.page, `Sekarang ${cashier.name} di kasir ini.`);
  await change(manager);
  await sees(counter.page, `Sekarang ${manager.name} di kasir ini.`);
  await shellIsKept(counter.page);
});
afterAll(async () => {
  await browser?.close();
  await wire?.close();
});

async function change(who: typeof cashier): Promise<void> {
  await counter.page.keyboard.press("F3");
  await become(who);
}

/** In the dialog that asks who is here now. */
async function become({ name, pin }: typeof cashier): Promise<void> {
  const { page } = counter;
  const key = dialog(page).getByRole("button", { name: new RegExp(`^${name}`) });
  await key
    .or(dialog(page).getByLabel(`PIN ${name}`))
    .first()
    .waitFor();
  if ((await key.count()) > 0) await key.click();
  await write(dialog(page), `PIN ${name}`, pin);
  await page.keyboard.press("Enter");
}

test("the till starts without the server, and a cashier who has been here before signs in and sells", async () => {
  const { page } = counter;
  await wire.cut();
  await page.reload();
  await sees(page, manager.name);
  await change(cashier);
  await sees(page, `Sekarang ${cashier.name} di kasir ini.`);
  await counter.sell(["tubruk"]);
  await counter.sell(["rames", "soto"]);
  await counter.takeBack();
  await counter.count();
  expect(await page.getByText("Tersambung", { exact: true }).filter({ visible: true }).count()).toBe(0);
});

test("a discount above their limit: why stands above the key to pay until the line is another or a manager sells on", async () => {
  const { page } = counter;
  const why = /^Ini butuh manajer, dan server toko tidak menjawab/;
  await scan(page, "BIBIT-CABAI");
  await press(page, "Beri potongan");
  await choose(dialog(page), "Potongan", "Persen");
  await write(dialog(page), "Potongan dalam persen", "15");
  await page.keyboard.press("Enter");
  await page.keyboard.press("F9");
  await sees(cart(page), why);
  await press(page, /^Tambah Bibit Cabai/);
  await expect.poll(() => page.getByText(why).count()).toBe(0);
  await page.setViewportSize({ width: 360, height: 740 });
  await press(page, "Bayar");
  await sees(dialog(page), why);
  await press(dialog(page), "Ganti kasir");
  await become(manager);
  await expect.poll(() => page.getByText(why).count()).toBe(0);
  await press(dialog(page), "Bayar");
  await sees(page, "Uang diterima");
  await press(page, "Kembali ke keranjang");
  await page.setViewportSize({ width: 1366, height: 768 });
  await press(page, "Kosongkan");
  await change(cashier);
  await sees(page, `Sekarang ${cashier.name} di kasir ini.`);
});

test("the server is back: who it was is judged once, and every act is theirs", async () => {
  await wire.back();
  await counter.atRest();
  const book = booked(wire.shop.dataFolder);
  const paid = (rows: readonly { receiptNumber: string; totalRupiah: number }[]) =>
    rows.map(({ receiptNumber, totalRupiah }) => ({ number: receiptNumber, totalRupiah }));
  expect(paid(book.sales)).toEqual(counter.sales);
  expect(paid(book.refunds)).toEqual(counter.refunds);
  expect(book.visitors).toBe(1);
  expect(book.repairs).toEqual([]);
  expect(await kept(counter.page, "acts")).toEqual([]);
  expect(namesOf("sale", "refund", "visit")).toEqual([cashier.name]);
  expect(await cli(wire.shop.dataFolder, ["audit"])).toMatchObject({ code: 0 });
  expect(counter.complaints).toEqual([]);
});

test("and goes on with the session that this opened", async () => {
  await counter.sell(["tubruk"]);
  await counter.atRest();
  expect(namesOf("sale")).toEqual([cashier.name]);
  expect(booked(wire.shop.dataFolder).sales).toHaveLength(3);
});

/** Who has done what of these kinds at a till of today. */
function namesOf(...kinds: readonly string[]): unknown[] {
  const book = new Database(join(wire.shop.dataFolder, "shop.sqlite"), { readonly: true });
  try {
    const list = kinds.map((kind) => `'${kind}'`).join(", ");
    return book
      .prepare(
        `select distinct s.name from acts a join staff s on s.id = a.staff_id join tills t on t.id = a.till_id
         where a.kind in (${list}) and t.code <> 'IMPOR'`,
      )
      .pluck()
      .all();
  } finally {
    book.close();
  }
}
