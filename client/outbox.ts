// The one door for acts of a till: each is numbered and on disk before it leaves, and is repeated until it is answered.
import { createSignal, onCleanup } from "solid-js";
import type { RefusalCode } from "#rules/refusal";
import type { TillView } from "#rules/shift";
import { Refused } from "./api.ts";
import {
  type Answer,
  type Body,
  type CommandKind,
  type Draft,
  type KeptAct,
  readAnswer,
} from "./commands.ts";
import { countedBack, countedUp, isBehind, nextNumbers, upTo } from "./counting.ts";
import type { TillDisk } from "./till-disk.ts";

export type Outcome<K extends CommandKind> =
  | { is: "accepted"; answer: Answer<K> }
  /** Nothing was saved; the numbers are free again. */
  | { is: "refused"; refusal: Refused }
  /** On disk, not answered yet: it is repeated by itself. */
  | { is: "kept" }
  /** An earlier act still waits; this one was not taken. */
  | { is: "behind" };

export interface OutboxNeeds {
  disk: TillDisk;
  /** Throws Refused or Unreachable. */
  send: (kind: CommandKind, body: unknown) => Promise<unknown>;
  /** The server's counts of this till. */
  till: (tillId: number) => Promise<TillView>;
  now: () => number;
  /** Another tab of this till acts, and this one only looks on (D5). */
  mayAct?: () => boolean;
  /** The till was opened from memory and nothing has answered yet: what was left is sent, and nothing new is taken. */
  serverNeeded?: () => boolean;
  /** How long to wait before the next repeat, by how many there were; tests make it short. */
  pauseMs?: (repeats: number) => number;
}

/** Refusals that say nothing about the act: it stays and is sent again. */
const passing: readonly RefusalCode[] = ["busy", "disk_full", "not_signed_in"];
const outOfStep: readonly RefusalCode[] = ["till_out_of_step", "receipt_number_wrong"];

const longestPauseMs = 30_000;

export function createOutbox(needs: OutboxNeeds) {
  const { disk } = needs;
  const mayAct = () => needs.mayAct?.() ?? true;
  const [waiting, setWaiting] = createSignal<KeptAct | null>(null);
  const [settled, setSettled] = createSignal<KeptAct | null>(null);
  /** Why the waiting act is not through: a passing refusal, or null where nothing answered. */
  const [reason, setReason] = createSignal<Refused | null>(null);
  const [sending, setSending] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let repeats = 0;
  let over = false;

  /** Reads the disk at the start, and sends what was left there. */
  const start = () => inLine(flush);

  /** Takes one act. Its id is the caller's; the same id is free again after a refusal. */
  function act<K extends CommandKind>(kind: K, draft: Draft<K>): Promise<Outcome<K>> {
    return inLine(async () => {
      if (!mayAct()) return { is: "refused", refusal: new Refused("till_elsewhere", {}) };
      if (needs.serverNeeded?.()) return { is: "refused", refusal: new Refused("server_needed", {}) };
      await flush();
      if (waiting()) return { is: "behind" };
      // The numbers go up in the transaction that keeps the act (N1).
      const { keep: kept } = await disk.step((device) => {
        if (!device) return {};
        const body = { ...draft, ...nextNumbers(kind, device) };
        const act: KeptAct = { id: draft.id, kind, body, keptAtMs: needs.now(), outcome: null };
        return { keep: act, device: countedUp(device, act) };
      });
      if (!kept) throw new Error("Only a registered till acts.");
      const after = await attempt(kept, { asked: true });
      if (!after.outcome) return { is: "kept" };
      if (after.outcome.is === "accepted")
        return { is: "accepted", answer: readAnswer(kind, after.outcome.answer) };
      return { is: "refused", refusal: refusalOf(after) };
    });
  }

  async function flush(): Promise<void> {
    if (!mayAct()) return;
    const kept = await disk.acts();
    const left = kept.find((one) => one.outcome === null) ?? null;
    setSettled(kept.find((one) => one.outcome !== null) ?? null);
    setWaiting(left);
    if (left) await attempt(left);
  }

  /** `asked`: whoever acts is waiting for the outcome; otherwise it was left from before and is kept until it is seen. */
  async function attempt(
    kept: KeptAct,
    how: { asked?: boolean; renumbered?: boolean } = {},
  ): Promise<KeptAct> {
    setSending(true);
    try {
      const answer = await needs.send(kept.kind, kept.body);
      return await accepted(kept, answer);
    } catch (error) {
      if (error instanceof Refused && !passing.includes(error.code)) {
        const moved = !how.renumbered && outOfStep.includes(error.code) ? await caughtUp(kept) : null;
        if (moved) return await attempt(moved, { ...how, renumbered: true });
        const refused: KeptAct = {
          ...kept,
          outcome: { is: "refused", code: error.code, facts: error.facts },
        };
        // Nothing was saved, and its numbers are free: where the one who acted is told, the disk forgets it.
        await disk.step((device) => ({
          ...(how.asked ? { forget: kept.id } : { keep: refused }),
          device: device ? countedBack(device, kept) : undefined,
        }));
        atRest();
        setSettled(how.asked ? null : refused);
        return refused;
      }
      setReason(error instanceof Refused ? error : null);
      setWaiting(kept);
      repeatLater();
      return kept;
    } finally {
      setSending(false);
    }
  }

  async function accepted(kept: KeptAct, answer: unknown): Promise<KeptAct> {
    const settledAct: KeptAct = { ...kept, outcome: { is: "accepted", answer } };
    await disk.step(() => ({ keep: settledAct }));
    atRest();
    setSettled(settledAct);
    return settledAct;
  }

  function atRest(): void {
    repeats = 0;
    clearTimeout(timer);
    setReason(null);
    setWaiting(null);
  }

  /** Another device of this till, or an older disk: the counts move up to the server's, never down. */
  async function caughtUp(kept: KeptAct): Promise<KeptAct | null> {
    const device = await disk.device();
    if (!device) return null;
    const view = await needs.till(device.tillId).catch(() => null);
    if (!view) return null;
    const { keep } = await disk.step((counted) => {
      const before = counted && countedBack(counted, kept);
      if (!before || !isBehind(before, view)) return {};
      const moved = upTo(before, view);
      const body = { ...(kept.body as object), ...nextNumbers(kept.kind, moved) };
      const renumbered: KeptAct = { ...kept, body };
      return { keep: renumbered, device: countedUp(moved, renumbered) };
    });
    return keep ?? null;
  }

  function repeatLater(): void {
    clearTimeout(timer);
    if (over) return;
    repeats += 1;
    const pause = needs.pauseMs ?? ((times) => Math.min(1000 * 2 ** times, longestPauseMs));
    timer = setTimeout(() => void retry(), pause(repeats));
  }

  async function retry(): Promise<void> {
    clearTimeout(timer);
    await inLine(flush);
  }

  async function forget(id: string): Promise<void> {
    await disk.step(() => ({ forget: id }));
    setSettled((one) => (one?.id === id ? null : one));
  }

  onCleanup(() => {
    over = true;
    clearTimeout(timer);
  });

  return {
    start,
    act,
    /** The act as it would be sent next, for asking the server what it would do; nothing is kept. */
    asNext: async <K extends CommandKind>(kind: K, draft: Draft<K>): Promise<Body<K> | null> => {
      const device = await disk.device();
      return device ? ({ ...draft, ...nextNumbers(kind, device) } as unknown as Body<K>) : null;
    },
    retry,
    /** The act that is on disk without an answer. */
    waiting,
    reason,
    sending,
    /** The act that was answered and not yet seen by a person; also after a reload. */
    settled,
    seen: (id: string) => inLine(() => forget(id)),
  };
}

export type Outbox = ReturnType<typeof createOutbox>;

export function refusalOf(act: KeptAct): Refused {
  if (act.outcome?.is !== "refused") throw new Error("This act was not refused.");
  return new Refused(act.outcome.code as RefusalCode, act.outcome.facts);
}

let line: Promise<unknown> = Promise.resolve();

/** One act at a time, in this tab and, where the browser has locks, in all tabs of the till (D5). */
function inLine<T>(work: () => Promise<T>): Promise<T> {
  const locked = () => (navigator.locks ? navigator.locks.request("outbox", work) : work());
  const turn = line.then(locked, locked);
  line = turn.catch(() => {});
  return turn as Promise<T>;
}
