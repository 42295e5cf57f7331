// Seals a PIN to the shop's key (HPKE, RFC 9180) in plain JavaScript: a page on plain http has no cryptography of the browser's but chance.
import { AEAD_AES_256_GCM, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from "@panva/hpke-noble";
import { CipherSuite } from "hpke";
import { paddedPin } from "#rules/sign-ins";

const suite = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);

/** base64url of the ephemeral public key and what it sealed; another text each time, and this device opens none of them. */
export async function sealPin(sealKey: string, pin: string, info: string): Promise<string> {
  const text = new TextEncoder();
  const shop = await suite.DeserializePublicKey(bytesOf(sealKey));
  const plain = text.encode(paddedPin(pin));
  const sealed = await suite.Seal(shop, plain, { info: text.encode(info) });
  return base64url(Uint8Array.of(...sealed.encapsulatedSecret, ...sealed.ciphertext));
}

function bytesOf(key: string): Uint8Array {
  const letters = atob(key.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
