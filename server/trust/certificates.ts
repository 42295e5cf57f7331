// What the https server shows at this moment: the centre's own files, or a certificate of its own authority.
import type { X509Certificate } from "node:crypto";
import type { Pair } from "./x509.ts";

export interface Shown extends Pair {
  /** Hosts and addresses it is good for. */
  readonly names: readonly string[];
  readonly untilMs: number;
  /** Null where the files are the centre's own: whoever signed them is trusted already, or is not our affair. */
  readonly authority: Authority | null;
}

export interface Authority {
  readonly name: string;
  /** SHA-256, 64 hexadecimal digits. */
  readonly fingerprint: string;
  readonly untilMs: number;
  /** DER. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Certificates {
  shown(): Shown;
  /** Looks whether another is needed by now, and makes or reads it; throws a TrustFault and keeps what there is. */
  renew(atMs: number): Promise<"kept" | "renewed">;
}

export const DAY_MS = 86_400_000;

/** When it begins and ends, in milliseconds. */
export function termOf(certificate: X509Certificate): { fromMs: number; untilMs: number } {
  return { fromMs: Date.parse(certificate.validFrom), untilMs: Date.parse(certificate.validTo) };
}

/** Hosts and addresses in the order in which they stand in the certificate. */
export function namesIn(certificate: X509Certificate): string[] {
  return (certificate.subjectAltName ?? "")
    .split(", ")
    .flatMap((one) => /^(?:DNS|IP Address):(.+)$/.exec(one)?.[1] ?? []);
}

export function fingerprintOf(certificate: X509Certificate): string {
  return certificate.fingerprint256.replaceAll(":", "");
}
