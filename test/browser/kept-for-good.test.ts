// A till asks its browser to keep what lies on its disk for good; where the browser promises nothing, that is told before selling begins.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { manager } from "./centre-steps.ts";
import { aShop, tellWhatStood } from "./here.ts";
import { startPractice } from "./practice-steps.ts";
import { dialog, go, press, sees, signIn, visit, wordsOf, write } from "./steps.ts";

const here = aShop();
let page: Page;
tellWhatStood(() => page);

/** A device whose browser answers so when it is asked to keep the till's disk; how often it was asked is counted. */
async function aDevice(promises: boolean): Promise<void> {
  ({ page } = await visit(here.browser, here.shop.url));
  await page.addInitScript((answer) => {
    const counted = globalThis as { asked?: number };
    counted.asked = 0;
    StorageManager.prototype.persisted = async () => answer && (counted.asked ?? 0) > 0;
    StorageManager.prototype.persist = async () => {
      counted.asked = (counted.asked ?? 0) + 1;
      return answer;
    };
  }, promises);
  await page.reload();
}

const asked = () => page.evaluate(() => (globalThis as { asked?: number }).asked);

async function toldOfThisPage(): Promise<string> {
  await page.locator(".link-face:visible").click();
  const told = await wordsOf(dialog(page));
  await press(dialog(page), "Tutup");
  return told;
}

test("L2 a browser that promises nothing: asked when the device becomes a till, and told before the till is opened", async () => {
  await aDevice(false);
  await startPractice(page);
  await go(page, "Kas");
  await press(page, "Daftarkan");
  await sees(page, /^Peramban tidak berjanji menyimpan/);
  expect(await asked()).toBeGreaterThan(0);
  expect(await toldOfThisPage()).toContain("Peramban tidak berjanji menyimpan data kasir ini");
  await write(page, "Modal awal", "100000");
  await press(page, "Buka kasir");
  await page.getByRole("searchbox").waitFor();
});

test("L2 a browser that promises it is believed, and nobody is alarmed", async () => {
  await aDevice(true);
  await signIn(page, manager.pin);
  await go(page, "Kas");
  await press(page, "Daftarkan");
  await page.getByLabel("Modal awal").waitFor();
  await expect.poll(asked).toBeGreaterThan(0);
  await expect.poll(toldOfThisPage).toContain("Peramban berjanji menyimpan data kasir ini.");
  expect(await page.getByText(/^Peramban tidak berjanji/).count()).toBe(0);
});
