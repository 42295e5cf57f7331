// The browser closes the till's disk under the open page, as it does where its storage is cleared or fails: the till sells on.
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { shop as cli } from "../days/command-line.ts";
import { booked } from "./booked.ts";
import { aKeptTill, coffee } from "./kept-till.ts";
import { kept } from "./shell-steps.ts";
import { press, sees } from "./steps.ts";
import { nextCustomer, receipt, tile, toPaying } from "./till-steps.ts";

describe("the disk is closed", () => {
  const till = aKeptTill();
  let page: Page;
  beforeAll(() => {
    ({ page } = till);
  });

  /** By the browser's own page for it; the till's page is told nothing. */
  async function browserClosesTheDisk(): Promise<void> {
    const inside = await page.context().newPage();
    await inside.goto("chrome://indexeddb-internals");
    const keys = inside.locator(".force-close");
    await keys.first().waitFor();
    for (const key of await keys.all()) await key.click();
    await inside.close();
  }
  async function sells(number: string): Promise<void> {
    await tile(page, coffee).click();
    await toPaying(page);
    await press(page, "Uang pas");
    expect(await receipt(page, number)).toContain("TOTAL Rp10.000");
    await nextCustomer(page);
  }

  test("between two sales", async () => {
    await sells("KARTINI-K1-000001");
    await browserClosesTheDisk();
    await sells("KARTINI-K1-000002");
  });

  test("while a customer pays and the server is gone; what waited is still there and goes out", async () => {
    await till.here.shop.kill9();
    await sells("KARTINI-K1-000003");
    await tile(page, coffee).click();
    await toPaying(page);
    await browserClosesTheDisk();
    await press(page, "Uang pas");
    await receipt(page, "KARTINI-K1-000004");
    await nextCustomer(page);
    await sees(page, "2 belum terkirim");
    await browserClosesTheDisk();
    await till.powerIsBack();
    await sees(page, "Tersambung");
    const numbers = () => booked(till.here.shop.dataFolder).sales.map((sale) => sale.receiptNumber);
    await expect.poll(numbers).toEqual([1, 2, 3, 4].map((count) => `KARTINI-K1-00000${count}`));
    await expect.poll(async () => (await kept(page, "acts")).length).toBe(0);
    expect(await cli(till.here.shop.dataFolder, ["audit"])).toMatchObject({ code: 0 });
  });
});
