// The digest of an act's text, made when it is kept: what arrives is what was charged (L5).
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 in hexadecimals. Not by the browser: a page that came over plain http has no `crypto.subtle`. */
export function digestOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
