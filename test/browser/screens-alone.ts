// The screens of a till that nothing answers, as data: what they show, and what one presses there.
import type { Page } from "playwright-core";
import type { Screen } from "./screens.ts";
import { dialog, key, press } from "./steps.ts";

/** For a manager at a till that has sold without its server. */
export const screensAlone: readonly Screen[] = [
  { name: "the till without its server", path: "/kasir", alone: true },
  {
    name: "the till's menu without its server",
    path: "/kasir",
    alone: true,
    act: async (page) => {
      await page.keyboard.press("F8");
      await dialog(page).first().waitFor();
    },
  },
  { name: "the sales of this device", path: "/penjualan", alone: true },
  { name: "a sale of this device", path: "/penjualan", alone: true, act: (page) => toOwnSale(page) },
  {
    name: "a void without the server",
    path: "/penjualan",
    alone: true,
    act: async (page, say) => {
      await toOwnSale(page);
      await press(page, say("Batalkan", "Void"));
      await dialog(page).getByText(say("Uang yang kembali", "Money to give back")).waitFor();
    },
  },
  { name: "the drawer without the server", path: "/kas", alone: true },
  { name: "a closing that waits", path: "/kas?langkah=tutup", alone: true },
  {
    name: "visitors counted without the server",
    path: "/pengunjung",
    alone: true,
    act: (page, say) => press(page, say("Tambah 1 dewasa", "Add 1 to adults")),
  },
  {
    name: "leaving with something unsent",
    path: "/kas",
    alone: true,
    only: "counter",
    act: (page, say) => toLeave(page, say),
  },
  {
    name: "leaving with a manager's word",
    path: "/kas",
    alone: true,
    only: "counter",
    act: async (page, say) => {
      await toLeave(page, say);
      await press(dialog(page), say("Keluar dengan manajer", "Leave with a manager"));
      await press(dialog(page), say("Keluar", "Sign out"));
    },
  },
];

/** The newest sale of this device, on its own screen. */
async function toOwnSale(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /KARTINI-K1-/ })
    .first()
    .click();
  await page.getByRole("article").waitFor();
}

async function toLeave(page: Page, say: (id: string, en: string) => string): Promise<void> {
  await press(page, say("Keluar", "Sign out"));
  await key(dialog(page), say("Kunci layar", "Lock the screen")).waitFor();
}
