// One refund from asking what it would do to its record: the preview is the refund itself, rolled back.
import { createEffect, createSignal, on, onCleanup } from "solid-js";
import type { RefundRecorded } from "#rules/refund";
import { type RefundPreview, refundPreviewSchema } from "#rules/sale-view";
import { answerOf, api, Refused, sentenceOf } from "../api.ts";
import { type Asked, askedIn } from "../approval.tsx";
import type { Draft } from "../commands.ts";
import type { Outbox } from "../outbox.ts";

/** The preview waits until the typing rests. */
const restMs = 250;

interface RefundActNeeds {
  outbox: Outbox;
  /** The refund as it stands, or null while something is missing. Reading it follows what is chosen. */
  draft: (approvalId?: string) => Draft<"refund"> | null;
  /** An earlier act waits; the sentence for that. */
  behind: () => string;
  onRecorded: (answer: RefundRecorded) => void | Promise<void>;
}

export function createRefundAct(needs: RefundActNeeds) {
  const [preview, setPreview] = createSignal<RefundPreview | null>(null);
  const [problem, setProblem] = createSignal<string | null>(null);
  const [approvalFor, setApprovalFor] = createSignal<Asked | null>(null);
  const [busy, setBusy] = createSignal(false);
  const [done, setDone] = createSignal<RefundRecorded | "kept" | null>(null);
  let asked = 0;

  const ask = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    const draft = needs.draft();
    if (!draft || done()) return void setPreview(null);
    try {
      const json = await needs.outbox.asNext("refund", draft);
      if (!json) return void setPreview(null);
      const answered = await answerOf(refundPreviewSchema, api.refunds.preview.$post({ json }));
      if (mine !== asked) return;
      setPreview(answered);
      setProblem(null);
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
        return JSON.stringify(chosen);
      },
      () => {
        clearTimeout(timer);
        timer = setTimeout(() => void ask(), restMs);
      },
    ),
  );
  onCleanup(() => clearTimeout(timer));

  return {
    preview,
    problem,
    approvalFor,
    notApproved: () => setApprovalFor(null),
    busy,
    done,
    send: async (approvalId?: string): Promise<void> => {
      const draft = needs.draft(approvalId);
      if (!draft || busy()) return;
      setBusy(true);
      setProblem(null);
      setApprovalFor(null);
      const outcome = await needs.outbox.act("refund", draft);
      setBusy(false);
      if (outcome.is === "behind") setProblem(needs.behind());
      if (outcome.is === "kept") setDone("kept");
      if (outcome.is === "refused") {
        if (outcome.refusal.code === "approval_needed") setApprovalFor(askedIn(outcome.refusal));
        else setProblem(sentenceOf(outcome.refusal));
      }
      if (outcome.is === "accepted") {
        void needs.outbox.seen(draft.id);
        setDone(outcome.answer);
        await needs.onRecorded(outcome.answer);
      }
    },
  };
}

export type RefundAct = ReturnType<typeof createRefundAct>;
