// A backup is put back: the till that has sold since is registered again, and no receipt number is given twice (D7, N1).
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { startShop } from "./browser.ts";
import { aShop, tellWhatStood } from "./here.ts";
import { openPractice } from "./practice-steps.ts";
import { go, press, sees, visit } from "./steps.ts";
import { nextCustomer, receipt, tile, toPaying } from "./till-steps.ts";

const here = aShop();
let page: Page;
tellWhatStood(() => page);
beforeAll(async () => {
  ({ page } = await visit(here.browser, here.shop.url));
  await openPractice(page);
});

async function sellCoffee(number: string): Promise<void> {
  await tile(page, "Kopi Tubruk Temanggung").click();
  await toPaying(page);
  await press(page, "Uang pas");
  expect(await receipt(page, number)).toContain("Rp10.000");
  await nextCustomer(page);
}

/** Ends the shop, does something to its book, and starts it where the till looks for it. */
async function between(work: (book: string) => void): Promise<void> {
  const port = Number(new URL(here.shop.url).port);
  const data = here.shop.dataFolder;
  await here.shop.stop();
  work(join(data, "shop.sqlite"));
  here.shop = await startShop({ data, port });
}

test("the till goes on above the numbers it has already given", async () => {
  await sellCoffee("KARTINI-K1-000001");
  await between((book) => copyFileSync(book, `${book}.aside`));
  await page.reload();
  await sellCoffee("KARTINI-K1-000002");
  await between((book) => {
    for (const part of ["-wal", "-shm"]) rmSync(`${book}${part}`, { force: true });
    copyFileSync(`${book}.aside`, book);
  });
  await page.reload();
  await go(page, "Kas");
  await sees(page, /perangkat ini mencatat lebih banyak dari bukunya/);
  await press(page, "Daftarkan");
  await sees(page, /Perangkat ini sekarang .*\(K1\)/);
  await go(page, "Kasir");
  await sellCoffee("KARTINI-K1-000003");
});
