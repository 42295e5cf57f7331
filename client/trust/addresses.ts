// Where a device reads this page, where it goes on over https, and which kind of device it is.
import type { TrustView } from "#rules/trust";
import { bracketed, type Here, isOwnEar } from "../reach.ts";

export type DeviceKind = "android" | "windows" | "mac" | "ipad";

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

/** `*.sentra.example` is good for one more name in front, not for two. */
function covers(name: string, host: string): boolean {
  return name.startsWith("*.") && host.slice(host.indexOf(".")) === name.slice(1);
}
