// The text of a QRIS code: EMVCo's tag-length-value with a checksum, read leniently and never changed.
import { refuse } from "./refusal.ts";

export interface Qris {
  /** The code as it was pasted or scanned, but for white space around it, line breaks and invisible marks. */
  readonly payload: string;
  /** A standing code that each customer adds the amount to; false: made for one payment. */
  readonly isStatic: boolean;
  readonly merchantName: string;
  readonly merchantCity: string;
  /** The merchant's number in the national register; some codes carry none. */
  readonly nmid: string | null;
  /** ISO 4217 numeric: 360 is rupiah. */
  readonly currency: string;
  readonly country: string;
  /** As written, perhaps with decimals; a standing code has none. */
  readonly amount: string | null;
}

/** Line breaks of what was wrapped, and the marks that nobody sees but messengers put around a text. */
const NEVER_IN_A_CODE = /[\r\n\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

const INITIATION = "01";
const FIRST_ACCOUNT = 26;
const LAST_ACCOUNT = 45;
const DOMESTIC_ACCOUNT = "51";
const MERCHANT_ID = "02";
const CURRENCY = "53";
const AMOUNT = "54";
const COUNTRY = "58";
const NAME = "59";
const CITY = "60";
const RUPIAH = "360";

/**
 * Reads the text of a code; refuses `qris_not_readable` and `qris_checksum_wrong`. Names longer than EMVCo allows and amounts with
 * decimals are in use, so they are read.
 */
export function readQris(text: string): Qris {
  const payload = text.replace(NEVER_IN_A_CODE, "").trim();
  if (!/^0002\d\d/.test(payload) || !/6304[0-9A-Za-z]{4}$/.test(payload)) refuse("qris_not_readable");
  const check = payload.slice(-4);
  const right = checkOf(payload.slice(0, -4));
  if (check !== right && check !== right.toLowerCase()) refuse("qris_checksum_wrong");
  const tags = readTags(payload) ?? refuse("qris_not_readable");
  const merchantName = tags.get(NAME)?.trim() ?? "";
  const initiation = tags.get(INITIATION) ?? "11";
  if (!tags.has("63") || merchantName === "" || (initiation !== "11" && initiation !== "12"))
    refuse("qris_not_readable");
  const amount = tags.get(AMOUNT) ?? null;
  return {
    payload,
    isStatic: initiation === "11" && (amount === null || /^0*(\.0*)?$/.test(amount)),
    merchantName,
    merchantCity: tags.get(CITY)?.trim() ?? "",
    nmid: nmidOf(tags),
    currency: tags.get(CURRENCY) ?? "",
    country: tags.get(COUNTRY) ?? "",
    amount,
  };
}

/** A code that may stand at a till for years: refuses also `qris_not_static` and `qris_not_rupiah`. */
export function readStandingQris(text: string): Qris {
  const code = readQris(text);
  if (!code.isStatic) refuse("qris_not_static");
  if (code.currency !== RUPIAH) refuse("qris_not_rupiah");
  return code;
}

/** CRC-16/CCITT-FALSE over the UTF-8 bytes, as four upper-case hex digits; of "123456789" it is 29B1 (EMVCo MPM 4.7.3). */
export function checkOf(text: string): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : crc << 1;
  }
  return crc.toString(16).toUpperCase().padStart(4, "0");
}

/** Two digits of tag, two of length in characters, then the value; null where that does not come out even. The first of a tag counts. */
function readTags(text: string): Map<string, string> | null {
  const characters = [...text];
  const tags = new Map<string, string>();
  for (let at = 0; at < characters.length; ) {
    const head = characters.slice(at, at + 4).join("");
    if (!/^\d{4}$/.test(head)) return null;
    const end = at + 4 + Number(head.slice(2));
    if (end > characters.length) return null;
    const tag = head.slice(0, 2);
    if (!tags.has(tag)) tags.set(tag, characters.slice(at + 4, end).join(""));
    at = end;
  }
  return tags;
}

/** The domestic account (51) carries it; in codes of one provider only, that provider's account (26 to 45) may. */
function nmidOf(tags: ReadonlyMap<string, string>): string | null {
  const domestic = merchantIdIn(tags.get(DOMESTIC_ACCOUNT));
  if (domestic !== null) return domestic;
  for (let tag = FIRST_ACCOUNT; tag <= LAST_ACCOUNT; tag += 1) {
    const id = merchantIdIn(tags.get(String(tag)));
    if (id !== null && /^ID\d{8,}$/.test(id)) return id;
  }
  return null;
}

function merchantIdIn(account: string | undefined): string | null {
  return (
    readTags(account ?? "")
      ?.get(MERCHANT_ID)
      ?.trim() || null
  );
}
