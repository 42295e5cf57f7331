// The shop's own key: PINs that are typed while nothing answers are sealed to it (HPKE, RFC 9180), and only the shop opens them.
import { generateKeyPairSync } from "node:crypto";
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from "hpke";
import { shopKeyQueries } from "#db/queries/sign-ins";
import { readPin } from "#rules/sign-ins";
import type { Shop } from "./shop.ts";

/** The same as in client/seal.ts, which has it without the browser's own cryptography: pages on plain http have none. */
const suite = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
/** The ephemeral public key stands before what it sealed. */
const encapsulatedBytes = 32;

/** The public key, in base64url; the pair is made where there is none yet, and lies in the book and its backups. */
export function sealKeyOf(shop: Shop): string {
  return shop.book.statements(shopKeyQueries).get.get()?.publicKey ?? makeKeys(shop);
}

/** The PIN that was sealed with this `info` (server/rules/sign-ins.ts), or null where this opens no PIN of this shop's. */
export async function openPin(shop: Shop, sealed: string, info: string): Promise<string | null> {
  const keys = shop.book.statements(shopKeyQueries).get.get();
  if (!keys) return null;
  const bytes = Buffer.from(sealed, "base64url");
  const pair = {
    privateKey: await suite.DeserializePrivateKey(Buffer.from(keys.privateKey, "base64url")),
    publicKey: await suite.DeserializePublicKey(Buffer.from(keys.publicKey, "base64url")),
  };
  const opened = await suite
    .Open(pair, bytes.subarray(0, encapsulatedBytes), bytes.subarray(encapsulatedBytes), {
      info: Buffer.from(info),
    })
    .catch(() => null);
  return opened && readPin(Buffer.from(opened).toString());
}

function makeKeys(shop: Shop): string {
  const { x, d } = generateKeyPairSync("x25519").privateKey.export({ format: "jwk" });
  return shop.book.write(() => {
    const keys = shop.book.statements(shopKeyQueries);
    // Another process may have been first.
    const before = keys.get.get();
    if (!before) keys.insert({ publicKey: x ?? "", privateKey: d ?? "" });
    return before?.publicKey ?? x ?? "";
  });
}
