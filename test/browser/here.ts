// What the tests of a file stand on: a running shop and a browser, and a word about the page where one fails.
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { openBrowser, startShop } from "./browser.ts";
import type { StartedShop } from "./shop.ts";

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

/** After a test that failed, tells what stood on the page. */
export function tellWhatStood(page: () => Page): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    const stood = await page().locator("body").ariaSnapshot();
    process.stderr.write(`\nOn the page when "${task.name}" failed (${page().url()}):\n${stood}\n`);
  });
}
