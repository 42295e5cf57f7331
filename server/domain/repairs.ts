// The repair list: acts that tills had done and the rules refused are tried again, booked as they were charged, or set aside; each once, none deleted.
import { randomUUID } from "node:crypto";
import { arrivalQueries } from "#db/queries/arrivals";
import { repairQueries } from "#db/queries/repairs";
import { inOurWords } from "#db/write";
import { Refusal, refuse } from "#rules/refusal";
import type {
  AcceptRepair,
  ExplainGap,
  RepairSettled,
  RetryRepair,
  SetRepairAside,
  Settled,
} from "#rules/repairs";
import type { TillActKind } from "#rules/till-acts";
import { perform } from "./acts.ts";
import type { Came } from "./came.ts";
import { isWhole } from "./held-acts.ts";
import type { Shop, Who } from "./shop.ts";
import { judgeSignIns, signedIn } from "./sign-ins.ts";
import { staffById } from "./staff.ts";
import { actorOf, doTillAct, readBody } from "./till-acts.ts";

type Row = NonNullable<ReturnType<ReturnType<typeof repairQueries>["byId"]["get"]>>;
/** A held act as it lies in the book. */
export type Held = Row["repair"];

/**
 * Does the act as if it had just come, by whoever did it. Refuses whatever the rules still refuse of it, saving nothing, and
 * `already_settled`. `who` is null where the shop tries it by itself.
 */
export function retryRepair(shop: Shop, who: Who | null, command: RetryRepair): RepairSettled {
  return settle(shop, who, command, "recorded", (held) => doAgain(shop, held));
}

/**
 * Books it as the till charged it; the manager stands for it. Refuses `who_is_needed` where nobody knows who did it and it is not said,
 * `cannot_be_booked` where no verb can book it, and `already_settled`.
 */
export function acceptRepair(shop: Shop, who: Who, command: AcceptRepair): RepairSettled {
  return settle(shop, who, command, "accepted", (held) => {
    const actor = whoDid(shop, held) ?? staffById(shop, command.doneBy ?? refuse("who_is_needed"));
    accept(shop, held, actor, who);
  });
}

/** What accepting it books, by this person; a preview asks the same. */
export function accept(shop: Shop, held: Held, actor: Who, acceptedBy: Who): unknown {
  return doHeld(shop, held, actor, { ...cameOf(shop, held), acceptedBy });
}

/** Settles it without booking anything. Refuses `already_settled`. */
export function setRepairAside(shop: Shop, who: Who, command: SetRepairAside): RepairSettled {
  return settle(shop, who, command, "set_aside", () => undefined);
}

/** Says why numbers of a till never came. Refuses `not_found` and `already_settled`. */
export function explainGap(shop: Shop, who: Who, command: ExplainGap): { gapId: string } {
  const { gapId, note } = command;
  const atMs = shop.now();
  return perform(shop, { kind: "till_gap_explained", command, who, atMs }, () => {
    const repairs = shop.book.statements(repairQueries);
    const { explainedAtMs } = repairs.gapById.get({ id: gapId }) ?? refuse("not_found");
    if (explainedAtMs !== null) refuse("already_settled");
    // From here it must succeed.
    repairs.explain({ gapId, explainedAtMs: atMs, explainedBy: who.staffId, note });
    return { facts: { gap: gapId }, answer: () => ({ gapId }) };
  });
}

/**
 * Tries every open one, each till's in order of its sequence and each in a write of its own; answers how many went through. A bug that
 * is met is told to whoever runs the shop.
 */
export async function retryAllRepairs(shop: Shop): Promise<number> {
  let settled = 0;
  for (const { id } of shop.book.statements(repairQueries).openIds.all()) {
    await judgeHeld(shop, id);
    const went = await shop.book.soon(() => triesAgain(shop, id, shop.printer.broke)).catch(() => false);
    if (went) settled += 1;
  }
  return settled;
}

/** Asks the PIN of a held sign-in whose door was locked when it came; before it is tried again, since a write waits for nothing. */
export async function judgeHeld(shop: Shop, repairId: string): Promise<void> {
  const held = shop.book.statements(repairQueries).byId.get({ id: repairId })?.repair;
  if (held?.kind === "sign_in") await judgeSignIns(shop, held.tillId, [{ ...held, id: held.actId }]);
}

/** How many things wait: open acts, and gaps that nobody has explained. */
export function repairsWaiting(shop: Shop): { waiting: number } {
  const waiting = shop.book.statements(repairQueries).waiting.get();
  return { waiting: (waiting?.repairs ?? 0) + (waiting?.gaps ?? 0) };
}

/** The act is done and settled in one write; then whatever of the same till had only waited for it. */
function settle(
  shop: Shop,
  who: Who | null,
  command: RetryRepair,
  how: Settled,
  book: (held: Held) => void,
): RepairSettled {
  return shop.book.write((): never => {
    const answer = settleOne(shop, who, command, how, book);
    if (how === "set_aside") return answer as never; // nothing waits for what is not booked
    const repairs = shop.book.statements(repairQueries);
    const tillId = repairs.byId.get({ id: command.repairId })?.repair.tillId ?? 0;
    for (const { id } of repairs.openIdsOfTill.all({ tillId })) triesAgain(shop, id);
    return answer as never;
  });
}

function settleOne(
  shop: Shop,
  who: Who | null,
  command: RetryRepair,
  how: Settled,
  book: (held: Held) => void,
): RepairSettled {
  const { repairId, note = null } = command;
  const atMs = shop.now();
  return perform(shop, { kind: "repair_settled", command, who, atMs }, () => {
    const repairs = shop.book.statements(repairQueries);
    const row = repairs.byId.get({ id: repairId }) ?? refuse("not_found");
    if (row.how !== null) refuse("already_settled");
    book(row.repair);
    repairs.settle({ repairId, how, settledAtMs: atMs, settledBy: who?.staffId ?? null, note });
    return { facts: { repair: repairId, how }, answer: () => ({ repairId, how }) };
  });
}

/** Whether it went through by itself; what is still refused, or still breaks, stays as it is and holds up nothing else (L4). */
function triesAgain(shop: Shop, repairId: string, tell: (bug: Error) => void = () => undefined): boolean {
  try {
    settleOne(shop, null, { id: randomUUID(), repairId }, "recorded", (held) => doAgain(shop, held));
    return true;
  } catch (failure) {
    const why = inOurWords(failure);
    if (why instanceof Refusal && (why.code === "busy" || why.code === "disk_full")) throw why;
    if (!(why instanceof Refusal)) shop.book.afterCommit(() => tell(why as Error));
    return false;
  }
}

/** As the queue would have it done, had it come only now. */
function doAgain(shop: Shop, held: Held): void {
  const came = cameOf(shop, held);
  const actor = actorOf(shop, held.signInId, came);
  const { tillId, tillSeq: seq } = held;
  // Whoever was told that it is missing may have made up for it: only a person books it now.
  if (seq !== null && shop.book.statements(arrivalQueries).seqInGap.get({ tillId, seq }))
    refuse("till_seq_taken");
  const { till } = readBody(held.kind as TillActKind, held.body);
  if (!isWhole(held) || (seq !== null && till?.seq !== seq)) refuse("act_altered");
  doHeld(shop, held, actor, came);
}

/** The person who did it, whether or not they still work here; null where nobody knows that for sure. */
export function whoDid(shop: Shop, held: Held): Who | null {
  if (held.signInId === null) return staffById(shop, held.sentBy);
  const signIn = signedIn(shop, held.signInId, held);
  return signIn?.proven ? signIn.who : null;
}

function doHeld(shop: Shop, held: Held, actor: Who, came: Came): unknown {
  const kind = held.kind as TillActKind;
  return doTillAct(shop, actor, kind, readBody(kind, held.body), came);
}

function cameOf(shop: Shop, held: Held): Came {
  const { actId, tillId, keptAtMs, receivedAtMs, aheadMs, tillSeq, receiptCount } = held;
  return {
    actId,
    tillId,
    offline: true,
    keptAtMs,
    receivedAtMs,
    aheadMs,
    sentBy: staffById(shop, held.sentBy),
    repair: { seq: tillSeq, receiptCount },
  };
}
