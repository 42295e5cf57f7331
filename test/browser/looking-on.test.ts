// An auditor reads everything and changes nothing: no field takes what no key would send.
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { axe } from "./browser.ts";
import { aShop, tellWhatStood } from "./here.ts";
import { openPractice } from "./practice-steps.ts";
import { known } from "./screens.ts";
import { press, sees, signIn, visit } from "./steps.ts";

const auditor = { name: "Pak Hasan", pin: "61728" };
const here = aShop();
let page: Page;
tellWhatStood(() => page);
beforeAll(async () => {
  ({ page } = await visit(here.browser, here.shop.url));
  await openPractice(page);
});

test.each([
  ["the centre", () => "/pengaturan", null],
  ["what cashiers may", () => "/pengaturan", "Batas kasir"],
  ["a product", (productId: number) => `/barang/${productId}`, null],
])("%s can be read, and nothing of it typed", async (_what, path, tab) => {
  const { productId } = await known(page, here.shop.url);
  await becomeAuditor();
  await page.goto(here.shop.url + path(productId));
  if (tab) await page.getByRole("tab", { name: tab }).click();
  const fields = page.locator("main form").locator("input, textarea, select");
  await fields.first().waitFor();
  expect(await fields.count()).toBeGreaterThan(2);
  for (const field of await fields.all()) expect(await field.isDisabled()).toBe(true);
  expect(await page.locator("main").getByRole("button", { name: "Simpan" }).count()).toBe(0);
  expect(await axe(page)).toEqual([]);
});

let became = false;
async function becomeAuditor(): Promise<void> {
  if (became) return;
  became = true;
  const added = await page.request.post(`${here.shop.url}/api/staff`, {
    data: { id: crypto.randomUUID(), ...auditor, roles: ["auditor"], stallIds: [] },
  });
  expect(added.status()).toBe(200);
  await press(page, "Keluar");
  await signIn(page, auditor.pin, auditor.name);
  await sees(page, auditor.name);
}
