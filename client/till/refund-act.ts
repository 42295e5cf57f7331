// One refund from asking what it would do to its record: the preview is the refund itself, rolled back, or this device's own reckoning.
import { createEffect, createSignal, on, onCleanup } from "solid-js";
import type { RefundRecorded } from "#rules/refund";
import { type RefundPreview, refundPreviewSchema } from "#rules/sale-view";
import { answerOf, api, Refused, sentenceOf, Unreachable } from "../api.ts";
import { type Asked, askedIn } from "../approval.tsx";
import type { Draft, KeptAct } from "../commands.ts";
import { readBody } from "../commands.ts";
import type { Outbox } from "../outbox.ts";
import type { Reckoned } from "./refund-reckoning.ts";

/** The preview waits until the typing rests. */
const restMs = 250;

/** What is handed over, and the number of its paper. */
export type RefundDone = Pick<RefundRecorded, "receiptNumber" | "totalRupiah" | "payments">;

interface RefundActNeeds {
  outbox: Outbox;
  /** The refund as it stands, or null while something is missing. Reading it follows what is chosen. */
  draft: (approvalId?: string) => Draft<"refund"> | null;
  /** This device's own reckoning; null where it does not hold the sale. Throws Refused. */
  reckon: (draft: Draft<"refund">) => Reckoned | null;
  /** The server has not answered, or has not been told of all that this device knows of the sale. */
  fromHere: () => boolean;
  /** Why it may not be promised without the server; null where it may. */
  whyNot: (draft: Draft<"refund">) => Refused | null;
  /** Who is here; another may what this one may not. */
  who: () => number | undefined;
  /** An earlier act waits; the sentence for that. */
  behind: () => string;
  onRecorded: (answer: RefundRecorded) => void | Promise<void>;
  onKept: (act: KeptAct) => void | Promise<void>;
}

export function createRefundAct(needs: RefundActNeeds) {
  const [preview, setPreview] = createSignal<RefundPreview | null>(null);
  const [problem, setProblem] = createSignal<string | null>(null);
  const [approvalFor, setApprovalFor] = createSignal<Asked | null>(null);
  /** Only a manager may, and the server that would hear one's word from here does not answer. */
  const [asksManager, setAsksManager] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [done, setDone] = createSignal<RefundDone | "waiting" | null>(null);
  const [keptHere, setKeptHere] = createSignal(false);
  let asked = 0;

  const read = async (draft: Draft<"refund">): Promise<RefundPreview | null> => {
    if (needs.fromHere()) return reckoned(draft);
    try {
      const json = await needs.outbox.asNext("refund", draft);
      return json && (await answerOf(refundPreviewSchema, api.refunds.preview.$post({ json })));
    } catch (error) {
      if (error instanceof Unreachable) return reckoned(draft);
      throw error;
    }
  };
  /** What cannot be done here is told before it is tried. */
  const reckoned = (draft: Draft<"refund">): RefundPreview | null => {
    const why = needs.whyNot(draft);
    if (why && why.code !== "approval_needs_server") throw why;
    const own = needs.reckon(draft)?.preview ?? null;
    setProblem(why ? sentenceOf(why) : null);
    setAsksManager(why !== null);
    return own;
  };
  const ask = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    const draft = needs.draft();
    if (!draft || done()) return void setPreview(null);
    try {
      setProblem(null);
      setAsksManager(false);
      const known = await read(draft);
      if (mine === asked) setPreview(known);
    } catch (error) {
      if (mine !== asked) return;
      setPreview(null);
      // Approval is asked for by the act, not by looking at it.
      if (!(error instanceof Refused && error.code === "approval_needed")) setProblem(sentenceOf(error));
    }
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on(
      () => {
        const { refundedAtMs: _, ...chosen } = needs.draft() ?? { refundedAtMs: 0 };
        return JSON.stringify([chosen, needs.fromHere(), needs.who()]);
      },
      () => {
        clearTimeout(timer);
        timer = setTimeout(() => void ask(), restMs);
      },
    ),
  );
  onCleanup(() => clearTimeout(timer));
  /** Kept with it: its paper, and what the next refund of this sale must know. */
  const memoOf = (draft: Draft<"refund">) => {
    try {
      return needs.reckon(draft)?.memo;
    } catch (error) {
      // What the device would refuse, the server refuses with its own words.
      if (error instanceof Refused) return undefined;
      throw error;
    }
  };

  return {
    preview,
    problem,
    asksManager,
    approvalFor,
    notApproved: () => setApprovalFor(null),
    busy,
    done,
    /** It is done and on this device, and the server has not heard of it. */
    keptHere,
    send: async (approvalId?: string): Promise<void> => {
      const draft = needs.draft(approvalId);
      if (!draft || busy()) return;
      setBusy(true);
      setProblem(null);
      setApprovalFor(null);
      const memo = memoOf(draft);
      // What is paid back is what was shown; the server works it out again (L5).
      const totalRupiah = preview()?.totalRupiah ?? memo?.refund.totalRupiah;
      const told = memo && totalRupiah !== undefined ? { ...draft, totalRupiah } : draft;
      const outcome = await needs.outbox.act("refund", told, memo).finally(() => setBusy(false));
      if (outcome.is === "behind") setProblem(needs.behind());
      if (outcome.is === "waiting") setDone("waiting");
      if (outcome.is === "kept" && memo) {
        const { receiptNumber } = readBody("refund", outcome.act.body);
        setKeptHere(true);
        setDone({ receiptNumber, totalRupiah: memo.refund.totalRupiah, payments: memo.refund.payments });
        await needs.onKept(outcome.act);
      }
      if (outcome.is === "refused") {
        if (outcome.refusal.code === "approval_needed") setApprovalFor(askedIn(outcome.refusal));
        else setProblem(sentenceOf(outcome.refusal));
        setAsksManager(outcome.refusal.code === "approval_needs_server");
      }
      if (outcome.is === "accepted") {
        void needs.outbox.seen(draft.id);
        setDone(outcome.answer);
        await needs.onRecorded(outcome.answer);
      }
    },
  };
}
