// The lease of a till's disk: which tab may write, for how long without a sign of life, and what happens to one that lost it.
import { z } from "zod";

export const leaseSchema = z.object({ holder: z.string(), untilMs: z.number() });
export type Lease = z.infer<typeof leaseSchema>;

/** Hidden tabs are woken once a minute at most; one that lives renews in time. */
export const LEASE_MS = 90_000;
export const RENEW_MS = 5_000;

/** Another tab has taken the till over: this one may write nothing any more (D5). */
export class LostTill extends Error {
  override readonly name = "LostTill";
}

/** Whether a tab may take the lease: nobody has it, its holder is silent too long, or the clock was set back since. */
export function mayTake(lease: Lease | null, holder: string, nowMs: number): boolean {
  if (!lease || lease.holder === holder) return true;
  return lease.untilMs <= nowMs || lease.untilMs > nowMs + LEASE_MS;
}

export function leaseOf(holder: string, nowMs: number): Lease {
  return { holder, untilMs: nowMs + LEASE_MS };
}
