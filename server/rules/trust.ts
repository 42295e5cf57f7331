// What a device may know of the shop's https: where it is served, and whose certificate it must trust.
import { z } from "zod";

export const trustViewSchema = z.object({
  /** The port of plain http, at which a device that trusts nothing yet comes in. */
  httpPort: z.int(),
  /** Where other devices on the network reach the shop; empty where it listens to its own machine only. */
  addresses: z.array(z.string()),
  https: z
    .object({
      port: z.int(),
      /** Hosts and addresses that the certificate is good for. */
      names: z.array(z.string()),
      untilMs: z.int(),
      /** Null where the centre's own certificate is shown. */
      authority: z
        .object({
          name: z.string(),
          /** SHA-256, 64 hexadecimal digits. */
          fingerprint: z.string(),
          untilMs: z.int(),
        })
        .nullable(),
    })
    .nullable(),
  /** It was asked for and is not served; why stands in the server's own window. */
  broken: z.boolean(),
});
export type TrustView = z.infer<typeof trustViewSchema>;

/** What the API asks about https. */
export interface TrustDoor {
  view(): TrustView;
  /** The authority's certificate (DER); null where there is none. */
  authority(): Uint8Array<ArrayBuffer> | null;
}

/** `d6b98c15…` as `D6B9 8C15 …`: sixteen groups that two people can read to each other. */
export function inGroups(fingerprint: string): string {
  return (fingerprint.toUpperCase().match(/.{1,4}/g) ?? []).join(" ");
}
