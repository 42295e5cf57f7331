// Signing in while nothing answers: what the PIN is sealed with, so that it serves one purpose at one till once.
import { z } from "zod";
import { actIdSchema, momentSchema, staffIdSchema, tillIdSchema } from "./ids.ts";
import { pinSchema } from "./permissions.ts";

/** POST /session/offline: the same sign-in, for a session of its own once the server answers again. */
export const claimSignInSchema = z.object({
  id: actIdSchema,
  tillId: tillIdSchema,
  staffId: staffIdSchema,
  typedAtMs: momentSchema,
  /** Sealed for the purpose `session`; it lives in the page's memory and on no disk. */
  sealedPin: z.string().max(1000),
});
export type ClaimSignIn = z.infer<typeof claimSignInSchema>;

/** `judge`: lies in the till's queue and proves who acted. `session`: opens one session, and is on no disk. */
export type SealedFor = "judge" | "session";

/**
 * The associated data of a sealed PIN (RFC 9180, `info`): moved to another sign-in, person, till, moment or purpose it opens nothing.
 */
export function sealedFor(
  purpose: SealedFor,
  { id, tillId, staffId, typedAtMs }: Omit<ClaimSignIn, "sealedPin">,
): string {
  return `sentra-kreasi pin v1 ${purpose} ${id} ${tillId} ${staffId} ${typedAtMs}`;
}

/** After this long a sign-in opens no session any more; what was done under it is judged however late it comes. */
export const CLAIM_WITHIN_MS = 3 * 24 * 60 * 60 * 1000;

/** Who signed in longer ago than this has to sign in again before an act is believed to be theirs. */
export const BELIEVED_FOR_MS = 3 * 24 * 60 * 60 * 1000;

/** A door that opens again within this time is waited for; what cannot be judged for longer holds up nobody (L4). */
export const DOOR_WAIT_S = 60;

const LONGEST_PIN = 8;

/** What is sealed: always as long, so that the seal does not tell how many digits there are. */
export function paddedPin(pin: string): string {
  return pin.padEnd(LONGEST_PIN);
}

/** The PIN in what was opened, or null where it is none. */
export function readPin(opened: string): string | null {
  return pinSchema.safeParse(opened.trimEnd()).data ?? null;
}
