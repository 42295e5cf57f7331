// One act of the shop: repeated safely, counted by its till, and kept in the hash chain.
import { createHash } from "node:crypto";
import { actQueries } from "#db/queries/acts";
import type { ApprovalReason } from "#rules/approval";
import { canonical, type Fact, GENESIS, seal } from "#rules/chain";
import type { TillStamp } from "#rules/ids";
import { may } from "#rules/permissions";
import { refuse } from "#rules/refusal";
import { arrived, type Came, isAccepted, placeOf } from "./came.ts";
import type { Shop, Who } from "./shop.ts";
import { staffById } from "./staff.ts";

/** The shape of the chain's records; books from before it was written have none. */
const RECORD_VERSION = 1;

export interface Act {
  /** What happened, in the chain's words: `sale`, `refund`, `payout` … */
  readonly kind: string;
  /** Everything the sender sent, its id included; PINs are left out of what is remembered of it. */
  readonly command: { readonly id: string };
  /** Null only while a centre is being set up. */
  readonly who: Who | null;
  readonly atMs: number;
  readonly till?: TillStamp | undefined;
  /** How it got here, where it was not done here and now. */
  readonly came?: Came | undefined;
  /** Words that may name people; kept beside the chain, not in it. */
  readonly note?: string | undefined;
}

/** What the chain covers of the act, and what its sender is answered (with the characters that papers carry). */
export interface Done<A> {
  readonly facts: { readonly [name: string]: Fact };
  /** Who stood for what the rules ask approval for; both people are recorded. */
  readonly approver?: Approver | null;
  readonly answer: (seal: string) => A;
}

/**
 * Does `work` once: a repeat with the same id and body gets the first answer, another body is refused `id_conflict`, and this is
 * asked before anything else (house.md, 5). A till's act must be its next one, or it is refused `till_out_of_step`.
 */
export function perform<A>(shop: Shop, act: Act, work: () => Done<A>): A {
  return shop.book.write((): never => {
    const acts = shop.book.statements(actQueries);
    const digest = digestOf(act.command);
    const earlier = acts.byId.get({ id: act.command.id });
    if (earlier) {
      if (earlier.kind !== act.kind || earlier.digest !== digest) refuse("id_conflict");
      return JSON.parse(earlier.answer) as never;
    }
    const { stamp, kept } = placeOf(act.till, act.came);
    if (stamp && !kept) inStep(shop, stamp);
    const { facts, answer, ...done } = work();
    const approver = acceptor(act.came) ?? done.approver;
    const arrival = arrived(shop, act.command.id, act.who, act.came);
    if (!keepsSlowFacts.has(act.kind)) shop.book.forget();
    const record = canonical({
      v: RECORD_VERSION,
      act: act.kind,
      at: act.atMs,
      by: act.who?.code ?? null,
      id: act.command.id,
      ...(approver ? { approvedBy: approver.code } : {}),
      ...arrival,
      facts,
    });
    const hash = createHash("sha256")
      .update(acts.head.get()?.hash ?? GENESIS)
      .update(record)
      .digest("hex");
    const answered = answer(seal(hash));
    acts.insert({
      id: act.command.id,
      kind: act.kind,
      digest,
      answer: JSON.stringify(answered),
      record,
      hash,
      atMs: act.atMs,
      staffId: act.who?.staffId ?? null,
      approvalId: approver?.approvalId ?? null,
      approverId: approver?.staffId ?? null,
      tillId: stamp?.tillId ?? null,
      tillSeq: stamp?.seq ?? null,
      note: act.note ?? null,
    });
    return answered as never;
  });
}

/** Acts of a day that change no product, maker or arrangement; after any other, what is remembered of those is read again. */
const keepsSlowFacts: ReadonlySet<string> = new Set([
  "sale",
  "refund",
  "visit",
  "approval",
  "payout",
  "payout_reversed",
  "shift_opened",
  "shift_closed",
  "stock_received",
  "money_moved",
  "printed",
  "print_retried",
  "shift_counted",
  "shift_closed_again",
  "drawer_moved",
  "drawer_opened",
  "qris_confirmed",
  "ticket_served",
  "settlement_imported",
  "act_held",
  "till_gap_found",
  "till_gap_explained",
  "repair_settled",
  "sign_in",
  "till_left",
]);

/**
 * SHA-256 of a command without PINs, which four digits could not hide. Two bodies that say the same are the same text, since a schema
 * writes its fields in its own order.
 */
export function digestOf(command: object): string {
  const text =
    "pin" in command || "manager" in command ? JSON.stringify(command, withoutPin) : JSON.stringify(command);
  return createHash("sha256").update(text).digest("hex");
}

function withoutPin(name: string, value: unknown): unknown {
  return name === "pin" ? undefined : value;
}

function inStep(shop: Shop, till: TillStamp): void {
  const expected = lastSeq(shop, till.tillId) + 1;
  if (till.seq !== expected) refuse("till_out_of_step", { expected, got: till.seq });
}

/** The number of a till's newest act, or where it went on above a gap. */
export function lastSeq(shop: Shop, tillId: number): number {
  return shop.book.statements(actQueries).lastTillSeq.get({ tillId })?.seq ?? 0;
}

/** The manager who stood for an act, with the approval that they gave for it, or null where they did the act themselves. */
export interface Approver {
  readonly staffId: number;
  readonly code: string;
  readonly approvalId: string | null;
}

/** Whoever has a held act booked as it was charged stands for all of it. */
function acceptor(came: Came | undefined): Approver | null {
  const by = came?.acceptedBy;
  return by ? { staffId: by.staffId, code: by.code, approvalId: null } : null;
}

/**
 * Who stands for what `needs` approval in the act `forId`: the manager who gave this approval, or the one who acts, if they may. Null
 * where nothing needs it; refuses `approval_needed` with the reasons where nobody stands for it.
 */
export function approverOf(
  shop: Shop,
  who: Who,
  act: { readonly id: string; readonly approvalId?: string | undefined },
  needs: readonly ApprovalReason[],
  came?: Came,
): Approver | null {
  if (needs.length === 0 || isAccepted(came)) return acceptor(came);
  const { id, approvalId } = act;
  if (approvalId === undefined) {
    if (!may(who.roles, "approve")) refuse("approval_needed", { needs: needs.join(","), mark: markOf(act) });
    return { staffId: who.staffId, code: who.code, approvalId: null };
  }
  const acts = shop.book.statements(actQueries);
  const approval = acts.approval.get({ id: approvalId });
  const mark = markOf(act);
  if (approval?.forId !== id || approval.mark !== mark || acts.usedApproval.get({ id: approvalId }))
    refuse("approval_needed", { needs: needs.join(","), mark });
  return { staffId: approval.staffId, code: staffById(shop, approval.staffId).code, approvalId };
}

/** What a till gives an act anew when it sends it again. */
const numbers: ReadonlySet<string> = new Set(["approvalId", "till", "shiftId", "receiptNumber"]);

/**
 * What an act says, apart from its numbers and its moment: an approval is for this and nothing else, so that no other discount travels
 * on it. The till is told it with `approval_needed` and gives it back with the manager's PIN.
 */
export function markOf(act: object): string {
  const said = JSON.stringify(act, (name, value: unknown) =>
    numbers.has(name) || name.endsWith("AtMs") ? undefined : value,
  );
  return createHash("sha256").update(said).digest("hex").slice(0, 32);
}

/** The chain's newest hash and how many acts it covers. */
export function chainHead(shop: Shop): { acts: number; head: string } {
  const head = shop.book.statements(actQueries).head.get();
  return { acts: head?.seq ?? 0, head: head?.hash ?? GENESIS };
}
