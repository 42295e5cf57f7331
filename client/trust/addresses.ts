// Where a device reads this page, where it goes on over https, and which kind of device it is.
import type { TrustView } from "#rules/trust";

export type DeviceKind = "android" | "windows" | "mac" | "ipad";

/** What a person at another device types: a reachable address over plain http, for it trusts nothing yet. */
export function pageAddress(view: TrustView, here: Here): string | null {
  const [reached] = view.addresses;
  if (here.protocol === "http:" && !isOwnEar(here.hostname)) return `http://${here.host}/percaya`;
  return reached ? `http://${bracketed(reached)}:${view.httpPort}/percaya` : null;
}

/** The same shop over https, by a name that its certificate is good for: the one in use, or the first of others. */
export function httpsAddress(view: TrustView, here: Here): string | null {
  if (!view.https) return null;
  const { names, port } = view.https;
  const known = names.find((name) => name === here.hostname || covers(name, here.hostname));
  const reached = view.addresses.find((address) => names.includes(address));
  const first = names.find((name) => !name.startsWith("*") && !isOwnEar(name));
  const host = known ? here.hostname : (reached ?? first ?? here.hostname);
  return `https://${bracketed(host)}:${port}/percaya`;
}

/** By what the browser says of itself; an iPad says that it is a Mac, and has fingers. */
export function kindOf(userAgent: string, touches: number): DeviceKind {
  if (/Android/.test(userAgent)) return "android";
  if (/iPad|iPhone/.test(userAgent)) return "ipad";
  if (/Macintosh/.test(userAgent)) return touches > 1 ? "ipad" : "mac";
  return /Windows/.test(userAgent) ? "windows" : "android";
}

export interface Here {
  readonly protocol: string;
  readonly hostname: string;
  /** With the port. */
  readonly host: string;
}

/** `*.sentra.example` is good for one more name in front, not for two. */
function covers(name: string, host: string): boolean {
  return name.startsWith("*.") && host.slice(host.indexOf(".")) === name.slice(1);
}

/** An address at which a machine reaches itself only. */
function isOwnEar(host: string): boolean {
  return host === "localhost" || host === "[::1]" || host === "::1" || host.startsWith("127.");
}

const bracketed = (host: string): string =>
  host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
