// The acts of a till as its queue sends them: each is done once, in order, and what the rules refuse of a promised one is held.

import { actQueries } from "#db/queries/acts";
import { arrivalQueries } from "#db/queries/arrivals";
import { inOurWords } from "#db/write";
import { receiptNumber } from "#rules/receipt";
import { type Facts, Refusal, type RefusalCode, refuse } from "#rules/refusal";
import {
  type ActResult,
  type ActsSent,
  type SendActs,
  type SentAct,
  type TillActKind,
  takesReceipt,
  tillActs,
} from "#rules/till-acts";
import { digestOf, lastSeq } from "./acts.ts";
import type { Came } from "./came.ts";
import { moveDrawer } from "./drawer-moves.ts";
import { openDrawer } from "./drawer-openings.ts";
import { isWhole, jsonIn } from "./held-acts.ts";
import { findGap, hold } from "./holding.ts";
import { recordRefund } from "./refunds.ts";
import { recordSale } from "./sales.ts";
import { closeShift, countShift, openShift } from "./shifts.ts";
import { centreOf, requireRight, type Shop, type Who } from "./shop.ts";
import { judgeSignIns, type LockedOut, recordSignIn, signedIn } from "./sign-ins.ts";
import { leaveTill, tillById } from "./tills.ts";
import { countVisitors } from "./visits.ts";

/**
 * Does a till's next acts in their order, in one write, each with a savepoint of its own. What was recorded or held before is answered
 * again. It stops after an act that is refused: one that nobody has promised yet, or any where the book cannot be written now.
 */
export async function sendTillActs(
  shop: Shop,
  sender: Who,
  tillId: number,
  batch: SendActs,
): Promise<ActsSent> {
  const receivedAtMs = shop.now();
  const { id: known } = tillById(shop, tillId);
  const sent = { tillId: known, receivedAtMs, aheadMs: batch.sentAtMs - receivedAtMs, sentBy: sender };
  const locked = await judgeSignIns(shop, known, batch.acts);
  try {
    return await shop.book.soon(() => ({ results: inOrder(shop, batch.acts, sent, locked) }));
  } catch (failure) {
    const [first] = batch.acts;
    if (!first || !(failure instanceof Refusal) || !holdsUpAll.has(failure.code)) throw failure;
    return { results: [refused(first, failure)] };
  }
}

/** What is the same for all acts of a batch. */
type Sent = Pick<Came, "tillId" | "receivedAtMs" | "aheadMs" | "sentBy">;

/** Where the book cannot be written, nothing of the batch is saved. */
const holdsUpAll: ReadonlySet<RefusalCode> = new Set(["busy", "disk_full"]);

function inOrder(shop: Shop, acts: readonly SentAct[], sent: Sent, locked: LockedOut | null): ActResult[] {
  const results: ActResult[] = [];
  for (const act of acts) {
    const result =
      act.id === locked?.actId
        ? refused(act, new Refusal("locked_out", locked.facts))
        : file(shop, act, { ...sent, actId: act.id, offline: act.promised, keptAtMs: act.keptAtMs });
    results.push(result);
    if (result.is === "refused") break;
  }
  return results;
}

/** One act: answered as before, recorded, held, or refused. */
function file(shop: Shop, act: SentAct, came: Came): ActResult {
  // Is it recorded or held already? This is asked before everything else, or a late repeat is wrongly refused (house.md, 5).
  const recorded = repeatOf(shop, act);
  const held = recorded ? null : heldBefore(shop, act);
  if (held) return held;
  if (act.promised && !recorded) findGap(shop, act, came);
  try {
    const answer = shop.book.write((): never => {
      // Its verb gives a repeat the first answer, and does nothing.
      const done = recorded ? verbs[act.kind](shop, came.sentBy, recorded, came) : doOnce(shop, act, came);
      return done as never;
    });
    return { id: act.id, is: "recorded", answer };
  } catch (failure) {
    const why = inOurWords(failure);
    if (why instanceof Refusal && holdsUpAll.has(why.code)) throw why;
    const refusal = why instanceof Refusal ? why : broken(shop, why);
    if (!act.promised) return refused(act, refusal);
    hold(shop, act, came, refusal);
    return { id: act.id, is: "held", code: refusal.code, facts: refusal.facts };
  }
}

/** The body of an act that is in the book with this very body; null where it is not. */
function repeatOf(shop: Shop, { id, kind, body }: SentAct): never | null {
  const recorded = shop.book.statements(actQueries).byId.get({ id });
  if (!recorded) return null;
  const read = tillActs[kind].body.safeParse(jsonIn(body));
  return read.success && digestOf(read.data) === recorded.digest ? (read.data as never) : null;
}

function heldBefore(shop: Shop, { id, digest }: SentAct): ActResult | null {
  const held = shop.book.statements(arrivalQueries).heldAs.get({ actId: id, digest });
  return held ? { id, is: "held", code: held.code, facts: JSON.parse(held.facts) as Facts } : null;
}

function doOnce(shop: Shop, act: SentAct, came: Came): unknown {
  const who = actorOf(shop, act.signInId, came);
  if (act.promised && act.seq <= lastSeq(shop, came.tillId)) refuse("till_seq_taken");
  return doTillAct(shop, who, act.kind, readAct(shop, came.tillId, act), came);
}

/**
 * Who did it: whoever signed in under this id, or the sender. Refuses `sign_in_unknown`, `offline_pin_wrong`, and `not_allowed` where they
 * have left since.
 */
export function actorOf(shop: Shop, signInId: string | null, came: Came): Who {
  if (signInId === null) return came.sentBy;
  const { who, proven } = signedIn(shop, signInId, came) ?? refuse("sign_in_unknown");
  if (!proven) refuse("offline_pin_wrong", { name: who.name });
  return who.active ? who : refuse("not_allowed");
}

/** The body as it was kept. Refuses `act_altered` and `act_unreadable`. */
function readAct(shop: Shop, tillId: number, act: SentAct): object {
  const { body, seq, receiptCount } = act;
  if (!isWhole(act)) refuse("act_altered");
  const read: Envelope = readBody(act.kind, body);
  const till = tillById(shop, tillId);
  const number = receiptNumber(centreOf(shop).code, till.code, receiptCount ?? 0);
  const sameNumber = takesReceipt(act.kind) ? read.receiptNumber === number : receiptCount === null;
  if (read.till?.seq !== seq || !sameNumber) refuse("act_altered");
  return read;
}

/** What a body says of itself, where its kind says it. */
interface Envelope {
  readonly id: string;
  readonly till?: { readonly tillId: number; readonly seq: number } | undefined;
  readonly receiptNumber?: string;
}

/** Reads the body of an act; refuses `act_unreadable` with the place that cannot be read. */
export function readBody(kind: TillActKind, body: string): Envelope {
  const read = tillActs[kind].body.safeParse(jsonIn(body));
  if (!read.success) refuse("act_unreadable", { path: read.error.issues[0]?.path.join(".") || "-" });
  return read.data;
}

/**
 * Does an act of a till as its kind's verb does it, and answers what that answers. Refuses `act_altered` to a body that is not the act it
 * was filed as, `not_allowed` unless a manager stands for it, what the verb refuses, and `cannot_be_booked` where even that helps nothing.
 */
export function doTillAct(shop: Shop, who: Who, kind: TillActKind, body: object, came: Came): unknown {
  const { right } = tillActs[kind];
  const { id, till } = body as Envelope;
  try {
    if (id !== came.actId || till?.tillId !== came.tillId) refuse("act_altered");
    if (right !== null && !came.acceptedBy) requireRight(who, right);
    return verbs[kind](shop, who, body as never, came);
  } catch (failure) {
    if (!came.acceptedBy || !(failure instanceof Refusal) || mayYetPass.has(failure.code)) throw failure;
    return refuse("cannot_be_booked", { why: failure.code });
  }
}

/** Refusals of an accepted act that another act may still cure: its shift or its sale is held too. */
const mayYetPass: ReadonlySet<RefusalCode> = new Set([
  "busy",
  "disk_full",
  "shift_not_open",
  "shift_already_open",
  "unknown_sale",
  "not_found",
  "confirm_first",
]);

const verbs: {
  readonly [K in TillActKind]: (shop: Shop, who: Who, body: never, came: Came) => unknown;
} = {
  sale: recordSale,
  refund: recordRefund,
  visit: countVisitors,
  open_shift: openShift,
  count_shift: countShift,
  close_shift: closeShift,
  drawer_move: moveDrawer,
  open_drawer: openDrawer,
  sign_in: recordSignIn,
  leave_till: leaveTill,
};

function refused({ id }: SentAct, { code, facts }: Refusal): ActResult {
  return { id, is: "refused", code, facts };
}

/** A bug met in one act must not hold up what comes after it (L4): it is told to whoever runs the shop. */
function broken(shop: Shop, failure: unknown): Refusal {
  const told = failure instanceof Error ? failure : new Error(String(failure));
  shop.book.afterCommit(() => shop.printer.broke(told));
  return new Refusal("broken", {});
}
