// PINs, kept only as memory-hard hashes (scrypt, RFC 7914).
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);

/** 32 MiB and some tens of milliseconds a guess. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** `scrypt$salt$key`, both in base64. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(pin, salt, 32, cost);
  return `scrypt$${salt.toString("base64")}$${key.toString("base64")}`;
}

/** What an act remembers of a PIN, so that another PIN under the same id is another act: as hard to guess as its hash. */
export async function pinMark(pin: string, actId: string): Promise<string> {
  return (await derive(pin, Buffer.from(actId), 32, cost)).toString("base64");
}

/** Whether the PIN made this hash. Takes as long for a person without a PIN, so that the time tells nothing. */
export async function pinFits(pin: string, hash: string | null): Promise<boolean> {
  const [, salt = "", key = ""] = (hash ?? "scrypt$AAAA$AAAA").split("$");
  const derived = await derive(pin, Buffer.from(salt, "base64"), 32, cost);
  const stored = Buffer.from(key, "base64");
  return hash !== null && stored.length === derived.length && timingSafeEqual(stored, derived);
}
