// Closing a till step by step: counted blind, compared, closed; each step can be repeated (S2, C1).
import { createSignal } from "solid-js";
import type { ShiftId } from "#rules/ids";
import type { Rupiah } from "#rules/money";
import type { Notes, ShiftCounted, ShiftView } from "#rules/shift";
import { newId, type Refused } from "../api.ts";
import type { Draft } from "../commands.ts";

export type Answered<A> =
  | { is: "accepted"; answer: A }
  | { is: "refused"; refusal: Refused }
  /** On this till's disk; it is sent again by itself. */
  | { is: "kept" }
  /** An earlier act of this till waits; this one was not taken. */
  | { is: "behind" }
  /** Nobody answered, and nothing is kept: the same is asked again by a person. */
  | { is: "unanswered" };

export interface ClosingNeeds {
  shiftId: ShiftId;
  count: (draft: Draft<"count_shift">) => Promise<Answered<ShiftCounted>>;
  close: (draft: Draft<"close_shift">) => Promise<Answered<ShiftView>>;
  nowMs: () => number;
  /** Somebody closes who did not sell: why is asked from the start (S10). */
  forOther: boolean;
}

export interface Reasons {
  reason: string;
  absentReason: string;
}

export type Standing = "rest" | "busy" | "kept" | "behind" | "unanswered";

export function createClosing(needs: ClosingNeeds) {
  const [counted, setCounted] = createSignal<ShiftCounted | null>(null);
  const [closed, setClosed] = createSignal<ShiftView | null>(null);
  const [standing, setStanding] = createSignal<Standing>("rest");
  const [refusal, setRefusal] = createSignal<Refused | null>(null);
  const [forOther, setForOther] = createSignal(needs.forOther);
  const counting = createNamed(needs.nowMs);
  const closing = createNamed(needs.nowMs);

  const through = async <A>(asked: Promise<Answered<A>>): Promise<A | null> => {
    setStanding("busy");
    setRefusal(null);
    try {
      const outcome = await asked;
      setStanding(outcome.is === "accepted" || outcome.is === "refused" ? "rest" : outcome.is);
      if (outcome.is === "refused") setRefusal(outcome.refusal);
      return outcome.is === "accepted" ? outcome.answer : null;
    } catch (thrown) {
      setStanding("rest");
      throw thrown;
    }
  };
  const took = (answer: ShiftCounted) => {
    counting.done();
    setStanding("rest");
    setCounted(answer);
  };

  return {
    /** 0 counting, 1 comparing, 2 closed. */
    step: () => (closed() ? 2 : counted() ? 1 : 0),
    counted,
    closed,
    standing,
    refusal,
    forOther,
    differs: () => (counted()?.differenceRupiah ?? 0) !== 0,
    count: async (notes: Notes, otherRupiah: Rupiah): Promise<void> => {
      if (standing() === "busy") return;
      const body = { shiftId: needs.shiftId, notes, ...(otherRupiah > 0 ? { otherRupiah } : {}) };
      const { id, atMs } = counting.of(body);
      const answer = await through(needs.count({ ...body, id, countedAtMs: atMs }));
      if (answer) took(answer);
    },
    /** The count was answered after it was asked for. */
    answeredLate: (answer: ShiftCounted): void => {
      if (answer.countId === counting.lastId()) took(answer);
    },
    again: (): void => {
      setCounted(null);
      setRefusal(null);
    },
    close: async ({ reason, absentReason }: Reasons): Promise<void> => {
      const last = counted();
      if (!last || standing() === "busy") return;
      const body = {
        shiftId: needs.shiftId,
        countId: last.countId,
        ...(last.differenceRupiah === 0 ? {} : { reason }),
        ...(forOther() ? { absentReason } : {}),
      };
      const { id, atMs } = closing.of(body);
      const answer = await through(needs.close({ ...body, id, closedAtMs: atMs }));
      if (answer) setClosed(answer);
      const code = refusal()?.code;
      // Something moved in the drawer since: what was compared holds no longer.
      if (code === "count_again" || code === "count_first") setCounted(null);
      if (code === "reason_needed") setForOther(true);
    },
  };
}

export type Closing = ReturnType<typeof createClosing>;

/** The same body is the same act, with the same name and moment, until it is done. */
function createNamed(nowMs: () => number) {
  let last: { id: string; atMs: number; written: string } | null = null;
  let known = "";
  return {
    of: (body: object): { id: string; atMs: number } => {
      const written = JSON.stringify(body);
      if (last?.written !== written) last = { id: newId(), atMs: nowMs(), written };
      known = last.id;
      return last;
    },
    lastId: () => known,
    done: () => {
      last = null;
    },
  };
}
