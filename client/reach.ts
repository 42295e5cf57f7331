// Where another device on the network reaches this shop.
import { type TrustView, trustViewSchema } from "#rules/trust";
import { answerOf, api } from "./api.ts";

/** At which addresses the shop listens, and what of its https there is to trust. */
export const readTrust = () => answerOf(trustViewSchema, api.trust.$get());

/**
 * What a person at another device types to come to this page of the shop: a reachable address over plain http, for it
 * trusts nothing yet; null where the shop listens to its own machine only.
 */
export function pageAddress(view: TrustView, here: Here, path: "/percaya" | "/customer"): string | null {
  const [reached] = view.addresses;
  if (here.protocol === "http:" && !isOwnEar(here.hostname)) return `http://${here.host}${path}`;
  return reached ? `http://${bracketed(reached)}:${view.httpPort}${path}` : null;
}

export interface Here {
  readonly protocol: string;
  readonly hostname: string;
  /** With the port. */
  readonly host: string;
}

/** An address at which a machine reaches itself only. */
export function isOwnEar(host: string): boolean {
  return host === "localhost" || host === "[::1]" || host === "::1" || host.startsWith("127.");
}

export const bracketed = (host: string): string =>
  host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
