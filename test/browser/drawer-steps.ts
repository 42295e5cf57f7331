// How a drawer is counted on the screen: by notes and coins, and what other coins lie there.
import type { Page } from "playwright-core";
import { press, write } from "./steps.ts";

/** `{ 100000: 4, 500: 1 }`: how many of each. */
export async function countDrawer(
  page: Page,
  pieces: Readonly<Record<number, number>>,
  otherRupiah = "",
): Promise<void> {
  for (const [piece, count] of Object.entries(pieces))
    await write(page, `Berapa Rp${Number(piece).toLocaleString("id-ID")}`, String(count));
  if (otherRupiah !== "") await write(page, "Logam lain (Rp50 ke bawah)", otherRupiah);
  await press(page, "Selesai menghitung");
}
