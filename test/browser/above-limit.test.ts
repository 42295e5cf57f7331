// A discount above the cashier's limit when the server falls silent: the till does not stand still, and a manager judges it afterwards (L4).
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { shop as cli } from "../days/command-line.ts";
import { booked } from "./booked.ts";
import { startShop } from "./browser.ts";
import { aShop, tellWhatStood } from "./here.ts";
import { dialog, field, key, sees } from "./steps.ts";
import { handsAt } from "./till-hands.ts";
import { scan } from "./till-steps.ts";

const here = aShop();
const { start, hit, type, go } = handsAt(here);
let page: Page;
tellWhatStood(() => page);
beforeAll(async () => {
  ({ page } = await start());
});

const silenceMs = 50_000;

test("it is waited for, done within a minute, and the next customer is served", {
  timeout: 120_000,
}, async () => {
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
  await here.shop.kill9();
  await hit("F9");
  await sees(page, /^Jangan serahkan barang dan kembalian dulu/);
  await page.getByRole("heading", { name: "Lunas" }).waitFor({ timeout: silenceMs });
  await hit("Enter");
  await scan(page, "TAS-CIPRAT");
  await hit("F9");
  await field(page, "Uang diterima").waitFor();
  await hit("F9");
  await page.getByRole("heading", { name: "Lunas" }).waitFor();
});

test("the server is back: what needed nobody is in the book, the other waits for a manager with its number", async () => {
  const port = Number(new URL(here.shop.url).port);
  here.shop = await startShop({ data: here.shop.dataFolder, port });
  await sees(page, "Sudah terkirim.");
  await sees(page, "Perlu Anda");
  const { sales, repairs } = booked(here.shop.dataFolder);
  expect(sales.map((sale) => sale.receiptNumber)).toEqual(["KARTINI-K1-000002"]);
  expect(repairs).toMatchObject([{ code: "approval_needed" }]);
  expect(await cli(here.shop.dataFolder, ["audit"])).toMatchObject({ code: 0 });
});
