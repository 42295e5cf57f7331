// How the practice shop comes to be, and a till in it.
import type { Page } from "playwright-core";
import { firstManager, openTill } from "./centre-steps.ts";
import { press, sees } from "./steps.ts";

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
