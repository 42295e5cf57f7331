// A local authority that is made once and kept, and the server's certificate that it signs anew when one is needed.
import { createPrivateKey, randomBytes, X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Authority,
  type Certificates,
  DAY_MS,
  fingerprintOf,
  namesIn,
  type Shown,
  termOf,
} from "./certificates.ts";
import { TrustFault } from "./fault.ts";
import type { Machine } from "./machine.ts";
import { makeAuthority, makeServerCertificate, type Names, type Pair, permittedHosts } from "./x509.ts";

/** Ten years, as long as a tablet is likely to live. */
const AUTHORITY_DAYS = 3652;
/** The longest that browsers of every maker take (398 days, less one). */
const SERVER_DAYS = 397;
/** A certificate is made anew this long before it ends. */
const EARLY_DAYS = 30;
/** Tablets whose clocks run behind must not take it for one that has not begun. */
const SLOW_CLOCKS_DAYS = 1;
/** The longest common name that a certificate can hold (RFC 5280, ub-common-name). */
const LONGEST_NAME = 64;

/**
 * The authority in `folder`, made there where there is none, and a server's certificate for this machine. `owner` is
 * what the authority is named after. Throws a TrustFault where the folder holds half of one, or one that has ended.
 */
export async function openAuthority(
  folder: string,
  owner: string,
  machine: Machine,
  atMs: number,
): Promise<Certificates> {
  const kept = keptAuthority(folder) ?? (await newAuthority(folder, owner, machine.names(), atMs));
  const { fromMs, untilMs } = termOf(kept.leaf);
  const authority: Authority = {
    name: String(kept.leaf.toLegacyObject().subject.CN),
    fingerprint: fingerprintOf(kept.leaf),
    untilMs,
    bytes: new Uint8Array(kept.leaf.raw),
  };
  const allowed = permittedHosts(kept.pair.certificate);
  const show = async (nowMs: number): Promise<Shown> => {
    if (nowMs > untilMs) throw new TrustFault("ended_authority", folder, untilMs);
    // A clock that stands before the authority was made has forgotten the day: nothing is dated by it.
    const soundMs = Math.max(nowMs, fromMs);
    const names = signable(machine.names(), allowed);
    const { certificate, key, leaf } =
      keptServer(folder, kept.leaf, names, soundMs, untilMs) ??
      (await newServer(folder, kept.pair, names, soundMs, untilMs));
    return { certificate, key, names: namesIn(leaf), untilMs: termOf(leaf).untilMs, authority };
  };
  let shown = await show(atMs);
  return {
    shown: () => shown,
    async renew(nowMs) {
      const before = shown;
      shown = await show(nowMs);
      return shown.certificate === before.certificate ? "kept" : "renewed";
    },
  };
}

interface Opened {
  readonly pair: Pair;
  readonly leaf: X509Certificate;
}

/** Null where there is none; a key without a certificate was left by a power cut, and nobody trusts it yet. */
function keptAuthority(folder: string): Opened | null {
  if (!existsSync(join(folder, "authority.crt"))) return null;
  const opened = opener(folder, "authority");
  if (!opened?.leaf.ca) throw new TrustFault("damaged_authority", folder);
  return opened;
}

async function newAuthority(folder: string, owner: string, names: Names, atMs: number): Promise<Opened> {
  // The mark at the end tells two authorities of one centre apart, in a tablet's list and for its programs.
  const mark = randomBytes(2).toString("hex").toUpperCase();
  const pair = await makeAuthority({
    name: `${owner.slice(0, LONGEST_NAME - mark.length - 1).trim()} ${mark}`,
    hosts: names.hosts,
    fromMs: atMs - SLOW_CLOCKS_DAYS * DAY_MS,
    untilMs: atMs + AUTHORITY_DAYS * DAY_MS,
  });
  keep(folder, "authority", pair);
  return { pair, leaf: new X509Certificate(pair.certificate) };
}

/** Only those names that the authority may sign for: with any other no browser would take any of them. */
function signable(names: Names, allowed: readonly string[]): Names {
  const may = (host: string) => allowed.some((one) => host === one || host.endsWith(`.${one}`));
  return { hosts: names.hosts.filter(may), addresses: names.addresses };
}

/** The kept certificate, if it is good for these names and for long enough. */
function keptServer(
  folder: string,
  authority: X509Certificate,
  names: Names,
  atMs: number,
  authorityUntilMs: number,
): (Pair & { leaf: X509Certificate }) | null {
  const opened = opener(folder, "server");
  if (!opened?.leaf.verify(authority.publicKey)) return null;
  const { fromMs, untilMs } = termOf(opened.leaf);
  // What ends with its authority cannot be made to last longer.
  const longEnough = untilMs >= Math.min(atMs + EARLY_DAYS * DAY_MS, authorityUntilMs);
  const same = namesIn(opened.leaf).join() === [...names.hosts, ...names.addresses].join();
  return same && longEnough && atMs >= fromMs ? { ...opened.pair, leaf: opened.leaf } : null;
}

async function newServer(
  folder: string,
  authority: Pair,
  names: Names,
  atMs: number,
  authorityUntilMs: number,
): Promise<Pair & { leaf: X509Certificate }> {
  const fromMs = atMs - SLOW_CLOCKS_DAYS * DAY_MS;
  const untilMs = Math.min(fromMs + SERVER_DAYS * DAY_MS, authorityUntilMs);
  const pair = await makeServerCertificate(authority, names, { fromMs, untilMs });
  keep(folder, "server", pair);
  return { ...pair, leaf: new X509Certificate(pair.certificate) };
}

/** A certificate with its key, if both are there and belong together. */
function opener(folder: string, name: "authority" | "server"): Opened | null {
  try {
    const certificate = readFileSync(join(folder, `${name}.crt`), "utf8");
    const key = readFileSync(join(folder, `${name}.key`), "utf8");
    const leaf = new X509Certificate(certificate);
    return leaf.checkPrivateKey(createPrivateKey(key)) ? { pair: { certificate, key }, leaf } : null;
  } catch {
    return null;
  }
}

/** The key first: a certificate is there only with its key beside it. */
function keep(folder: string, name: "authority" | "server", pair: Pair): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const [end, text, mode] of [
      ["key", pair.key, 0o600],
      ["crt", pair.certificate, 0o644],
    ] as const) {
      const path = join(folder, `${name}.${end}`);
      writeFileSync(`${path}.new`, text, { mode, flush: true });
      renameSync(`${path}.new`, path);
    }
  } catch {
    throw new TrustFault("unwritable", folder);
  }
}
