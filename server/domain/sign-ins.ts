// Sign-ins that were typed while nothing answered: judged once by the person's own door, kept in the chain, and good for one session.
import { centreQueries, staffQueries } from "#db/queries/centre";
import { signInQueries } from "#db/queries/sign-ins";
import { type Facts, Refusal, refuse } from "#rules/refusal";
import { BELIEVED_FOR_MS, CLAIM_WITHIN_MS, type ClaimSignIn, DOOR_WAIT_S, sealedFor } from "#rules/sign-ins";
import { type OfflineSignIn, offlineSignInSchema, type SentAct } from "#rules/till-acts";
import { perform } from "./acts.ts";
import type { Came } from "./came.ts";
import { isWhole, jsonIn } from "./held-acts.ts";
import { openPin } from "./seal.ts";
import { openStaffSession, proveStaff } from "./sessions.ts";
import type { Shop, Who } from "./shop.ts";
import { staffById } from "./staff.ts";

/** A door that is locked for a while: this act waits, and with it what was done after it. */
export interface LockedOut {
  readonly actId: string;
  readonly facts: Facts;
}

/** An act as its till sent it, or as it is held. */
export type ToJudge = Pick<SentAct, "id" | "body" | "digest"> & { readonly kind: string };

/**
 * Asks the PIN of every `sign_in` among `acts` that has no verdict yet and writes the verdict, before the acts themselves are done (a
 * write waits for nothing). What cannot be read or names nobody gets none; `recordSignIn` refuses it. Null, or where it had to stop.
 */
export async function judgeSignIns(
  shop: Shop,
  tillId: number,
  acts: readonly ToJudge[],
): Promise<LockedOut | null> {
  for (const act of acts) {
    const signIn = act.kind === "sign_in" ? readSignIn(act) : null;
    if (!signIn || signIn.till.tillId !== tillId || verdictOf(shop, signIn.id)) continue;
    if (!isKnown(shop, signIn.staffId)) continue;
    try {
      await judgeOnce(shop, signIn);
    } catch (error) {
      // Without a verdict it is held with what was done under it, and asked again when held acts are tried again.
      if (!(error instanceof Refusal)) shop.printer.broke(error as Error);
      else if (error.code !== "locked_out") throw error;
      else if (Number(error.facts["seconds"]) <= DOOR_WAIT_S) return { actId: act.id, facts: error.facts };
    }
  }
  return null;
}

const beingJudged = new WeakMap<Shop, Map<string, Promise<void>>>();

/** The same sign-in sent again while its PIN is being asked waits for that verdict: one typing is one try at the door. */
function judgeOnce(shop: Shop, signIn: OfflineSignIn): Promise<void> {
  const judging = beingJudged.get(shop) ?? new Map<string, Promise<void>>();
  beingJudged.set(shop, judging);
  const verdict = judging.get(signIn.id) ?? judge(shop, signIn).finally(() => judging.delete(signIn.id));
  judging.set(signIn.id, verdict);
  return verdict;
}

async function judge(shop: Shop, { id, staffId, typedAtMs, till, sealedPin }: OfflineSignIn): Promise<void> {
  const { tillId } = till;
  const pin = await openPin(shop, sealedPin, sealedFor("judge", { id, staffId, typedAtMs, tillId }));
  const proven = pin !== null && (await fits(shop, staffId, pin));
  await shop.book.soon(() => writeOnce(shop, { id, staffId, tillId, proven }));
}

/**
 * The sign-in as an act of its till, whoever brought it (`who`): from now on the chain says whether it was proven. Refuses
 * `sign_in_unknown` where nothing was judged, and `id_conflict` where that was another person's or another till's.
 */
export function recordSignIn(
  shop: Shop,
  who: Who,
  body: OfflineSignIn,
  came?: Came,
): { id: string; proven: boolean } {
  const { id, till, staffId, typedAtMs } = body;
  return perform(shop, { kind: "sign_in", command: body, who, atMs: typedAtMs, till, came }, () => {
    const verdict = verdictOf(shop, id) ?? refuse("sign_in_unknown");
    if (verdict.staffId !== staffId || verdict.tillId !== till.tillId) refuse("id_conflict");
    const { proven } = verdict;
    return {
      facts: { staff: staffById(shop, staffId).code, proven },
      answer: () => ({ id, proven }),
    };
  });
}

/**
 * Who signed in under the id that an act names, and whether that was proven; null where nobody did, or where it was at another till or
 * too long before: an id that lies on a device is no key for ever.
 */
export function signedIn(
  shop: Shop,
  signInId: string,
  { tillId, keptAtMs, aheadMs }: Pick<Came, "tillId" | "keptAtMs" | "aheadMs">,
): { who: ReturnType<typeof staffById>; proven: boolean } | null {
  const verdict = verdictOf(shop, signInId);
  if (!verdict || (verdict.tillId ?? tillId) !== tillId) return null;
  if (keptAtMs - aheadMs > verdict.atMs + BELIEVED_FOR_MS) return null;
  return { who: staffById(shop, verdict.staffId), proven: verdict.proven };
}

/**
 * Opens the one session that a sign-in without the server is good for; returns the token for its cookie and ends the session `before`.
 * Refuses `wrong_pin` (the verdict is kept), `locked_out`, and `pin_again` where it is too long ago or was judged already.
 */
export async function claimSignIn(shop: Shop, claim: ClaimSignIn, before?: string): Promise<string> {
  const { id, tillId, staffId, typedAtMs } = claim;
  if (Math.abs(shop.now() - typedAtMs) > CLAIM_WITHIN_MS) refuse("pin_again");
  notJudged(shop, id);
  if (!shop.book.statements(centreQueries).tillById.get({ id: tillId })) refuse("unknown_till");
  // Without a PIN in it there is nothing to judge, and strangers must not fill the book.
  const pin = (await openPin(shop, claim.sealedPin, sealedFor("session", claim))) ?? refuse("wrong_pin");
  const proven = isKnown(shop, staffId) ? await fits(shop, staffId, pin) : refuse("wrong_pin");
  const token = await shop.book.soon(() => {
    notJudged(shop, id);
    writeOnce(shop, { id, staffId, tillId, proven });
    return proven ? openStaffSession(shop, staffId, id, before) : null;
  });
  return token ?? refuse("wrong_pin");
}

function notJudged(shop: Shop, id: string): void {
  const verdict = verdictOf(shop, id);
  if (verdict) refuse(verdict.proven ? "pin_again" : "wrong_pin");
}

function readSignIn(act: ToJudge): OfflineSignIn | null {
  return isWhole(act) ? (offlineSignInSchema.safeParse(jsonIn(act.body)).data ?? null) : null;
}

function verdictOf(shop: Shop, id: string) {
  return shop.book.statements(signInQueries).byId.get({ id });
}

function isKnown(shop: Shop, staffId: number): boolean {
  return shop.book.statements(staffQueries).byId.get({ id: staffId }) !== undefined;
}

/** Counted at the person's door like a PIN typed at the server; refuses `locked_out`. */
async function fits(shop: Shop, staffId: number, pin: string): Promise<boolean> {
  try {
    await proveStaff(shop, staffId, pin);
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === "wrong_pin") return false;
    throw error;
  }
}

/** The first verdict stands; inside a write. `at` is the shop's own clock. */
function writeOnce(
  shop: Shop,
  { id, staffId, tillId, proven }: { id: string; staffId: number; tillId: number; proven: boolean },
): void {
  if (verdictOf(shop, id)) return;
  shop.book.statements(signInQueries).insert({ id, staffId, tillId, proven, atMs: shop.now() });
}
