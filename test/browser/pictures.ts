// npm run pictures: makes the pictures of the README from the practice shop, as they are today.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { openBrowser, startShop } from "./browser.ts";
import { withPalette } from "./palette.ts";
import { openPractice } from "./practice-steps.ts";
import { press, sees, visit } from "./steps.ts";
import { cart, tile } from "./till-steps.ts";

const folder = fileURLToPath(new URL("../pictures", import.meta.url));
const most = 250 * 1024;

const shop = await startShop();
const browser = await openBrowser();
try {
  const { page } = await visit(browser, shop.url);
  await openPractice(page);
  await tile(page, "Kain Batik Ciprat Katun 200").click();
  await tile(page, "Tas Jinjing Ciprat").click();
  await tile(page, "Kopi Tubruk Temanggung").click();
  await tile(page, "Kopi Tubruk Temanggung").click();
  await sees(cart(page), "Rp305.000");
  await page.keyboard.press("F2"); // from the last tile back to the head of the shelf
  await take(page, "till");
  await page.goto(`${shop.url}/rekap?dari=2021-03-05&sampai=2021-03-24`);
  await sees(page, "Rp67.000.000");
  await take(page, "figures");
} finally {
  await browser.close();
  await shop.stop();
}

/** The page as it stands, without what only says that something was just done. */
async function take(page: Page, name: string): Promise<void> {
  const told = page.getByRole("status").getByRole("button", { name: "Tutup" });
  if ((await told.count()) > 0) await press(page.getByRole("status"), "Tutup");
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready.then(() => null));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  const picture = await withPalette(page, await page.screenshot({ animations: "disabled", caret: "hide" }));
  if (picture.length > most) throw new Error(`${name}.png would be larger than ${most / 1024} KB.`);
  writeFileSync(path, picture);
  process.stdout.write(`${path}: ${Math.round(picture.length / 1024)} KB\n`);
}
