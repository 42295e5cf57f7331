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

/**
 * What a scanner sends: all its characters at once, and the key that ends them. It goes to the browser past Playwright's
 * own keyboard, which waits for each key and knows no two of the same within a moment.
 */
export async function scan(page: Page, code: string, end: "CR" | "LF" | "CRLF" = "CR"): Promise<void> {
  const wire = await page.context().newCDPSession(page);
  const characters = [...code].map((text) => ({ key: text, text, modifiers: 0 }));
  const enter = { key: "Enter", text: "\r", modifiers: 0, windowsVirtualKeyCode: 13 };
  const lineFeed = { key: "j", text: "", modifiers: 2, windowsVirtualKeyCode: 74 };
  const ends = { CR: [enter], LF: [lineFeed], CRLF: [enter, lineFeed] }[end];
  await Promise.all(
    [...characters, ...ends].flatMap(({ key: name, ...given }) => [
      wire.send("Input.dispatchKeyEvent", { type: "keyDown", key: name, ...given }),
      wire.send("Input.dispatchKeyEvent", { type: "keyUp", key: name }),
    ]),
  );
  await wire.detach();
}
