// A standing QRIS code to try, and how one sells by it.
import type { Page } from "playwright-core";
import { checkOf } from "#rules/qris";
import { choose, go, press } from "./steps.ts";
import { nextCustomer, tile, toPaying } from "./till-steps.ts";

const tlv = (tag: string, value: string) => `${tag}${String(value.length).padStart(2, "0")}${value}`;
const account = tlv("00", "ID.CO.QRIS.WWW") + tlv("02", "ID1020012345678") + tlv("03", "UMI");
const unchecked =
  tlv("00", "01") +
  tlv("01", "11") +
  tlv("51", account) +
  tlv("52", "5999") +
  tlv("53", "360") +
  tlv("58", "ID") +
  tlv("59", "SENTRA KARTINI") +
  tlv("60", "TEMANGGUNG");
/** The standing code of a merchant that there is not. */
export const code = `${unchecked}6304${checkOf(`${unchecked}6304`)}`;

/** One coffee, paid by a code whose notification came or did not. */
export async function sellByQris(page: Page, arrived: boolean): Promise<void> {
  await go(page, "Kasir");
  await tile(page, "Kopi Susu Gula Aren").click();
  await toPaying(page);
  await choose(page, "Cara bayar", "QRIS");
  await press(page, arrived ? "Sudah masuk (saya cek notifikasi)" : "Belum masuk, lanjutkan");
  await nextCustomer(page);
}
