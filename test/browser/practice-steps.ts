// How the practice shop and an imported book come to be, with a shop and a browser that end with the file.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openBrowser, startShop } from "./browser.ts";
import { firstManager, openTill } from "./centre-steps.ts";
import type { StartedShop } from "./shop.ts";
import { press, sees } from "./steps.ts";

export interface Here {
  shop: StartedShop;
  browser: Browser;
}

/** A running shop and a browser for the tests of a file. `data`: makes the folder it is started on. */
export function aShop(data?: () => Promise<string>): Here {
  const here: Partial<Here> = {};
  beforeAll(async () => {
    here.shop = await startShop(data ? { data: await data() } : {});
    here.browser = await openBrowser();
  });
  afterAll(async () => {
    await here.browser?.close();
    await here.shop?.stop();
  });
  return here as Here; // filled before the first test
}

/** The record of Sentra Terpadu Kartini, with today's first manager. */
export async function startPractice(page: Page): Promise<void> {
  await press(page, /^Toko latihan/);
  await firstManager(page, "Buka toko latihan");
  await sees(page, "TOKO LATIHAN");
}

/** A practice shop whose till is open and empty: what most tests begin with. */
export async function openPractice(page: Page): Promise<void> {
  await startPractice(page);
  await openTill(page, "500000");
}
