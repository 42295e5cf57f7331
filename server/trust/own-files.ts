// The centre's own certificate and key, as files that somebody else makes and renews.
import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Certificates, namesIn, type Shown, termOf } from "./certificates.ts";
import { TrustFault } from "./fault.ts";

/** Reads and checks both files; throws a TrustFault that says what is wrong. */
export function openOwnFiles(paths: { certificate: string; key: string }, atMs: number): Certificates {
  let shown = readOwnFiles(paths, atMs);
  return {
    shown: () => shown,
    async renew(nowMs) {
      const found = readOwnFiles(paths, nowMs);
      if (found.certificate === shown.certificate && found.key === shown.key) return "kept";
      shown = found;
      return "renewed";
    },
  };
}

function readOwnFiles(paths: { certificate: string; key: string }, atMs: number): Shown {
  const certificate = textOf(paths.certificate);
  const key = textOf(paths.key);
  const leaf = tried(() => new X509Certificate(certificate), "no_certificate", paths.certificate);
  const secret = tried(() => createPrivateKey(key), "no_key", paths.key);
  if (!leaf.checkPrivateKey(secret)) throw new TrustFault("strange_key", paths.key);
  const { fromMs, untilMs } = termOf(leaf);
  if (atMs > untilMs) throw new TrustFault("ended", paths.certificate, untilMs);
  if (atMs < fromMs) throw new TrustFault("not_begun", paths.certificate, fromMs);
  return { certificate, key, names: namesIn(leaf), untilMs, authority: null };
}

function textOf(path: string): string {
  return tried(() => readFileSync(path, "utf8"), "unreadable", path);
}

function tried<T>(act: () => T, code: "unreadable" | "no_certificate" | "no_key", path: string): T {
  try {
    return act();
  } catch {
    throw new TrustFault(code, path);
  }
}
