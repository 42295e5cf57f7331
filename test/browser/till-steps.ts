// How one sells on the screens: tiles, cart, paying, the receipt.
import type { Locator, Page } from "playwright-core";
import { key, press, sees, wordsOf, write } from "./steps.ts";

export const shelf = (page: Page): Locator => page.getByRole("region", { name: "Kasir", exact: true });
export const cart = (page: Page): Locator => page.getByRole("complementary", { name: "Keranjang" });

export const tile = (page: Page, name: string): Locator => key(shelf(page), new RegExp(`^${name}`));

export const cartRow = (page: Page, name: string): Locator =>
  cart(page).getByRole("listitem").filter({ hasText: name });

export async function toPaying(page: Page): Promise<void> {
  await press(cart(page), "Bayar");
  await page.getByRole("heading", { level: 1, name: "Bayar" }).waitFor({ state: "attached" });
}

export async function payCash(page: Page, tendered: string): Promise<void> {
  await toPaying(page);
  await write(page, "Uang diterima", tendered);
  await press(page, "Terima uang");
}

/** The receipt that lies there after paying, in one line of words. */
export async function receipt(page: Page, number: string): Promise<string> {
  const paper = page.getByRole("article", { name: number, exact: true });
  await paper.waitFor();
  return await wordsOf(paper);
}

export async function nextCustomer(page: Page): Promise<void> {
  await press(page, "Pelanggan berikutnya");
  await sees(cart(page), "Pilih barang, atau pindai kodenya.");
}
