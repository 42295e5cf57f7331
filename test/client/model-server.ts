// The server's side of a till's queue in small: what the contract promises, without a book behind it.
import type { TillView } from "#rules/shift";
import { type ActResult, type ActsSent, type SendActs, type SentAct, sendActsSchema } from "#rules/till-acts";
import { Refused } from "../../client/refused.ts";
import { accepted, device, type Sent } from "./till-at-a-wire.ts";

interface Filed {
  readonly act: SentAct;
  readonly result: ActResult;
}

export function createModelServer(
  counts = { lastSeq: device.lastSeq, lastReceiptCount: device.lastReceiptCount },
) {
  const filed = new Map<string, Filed>();
  const poisoned = new Set<string>();
  const gaps: [number, number][] = [];
  let { lastSeq, lastReceiptCount } = counts;
  let passing: "busy" | "disk_full" | null = null;

  const numbersOf = ({ seq, receiptCount, promised }: SentAct): string | null => {
    const next = receiptCount === null || receiptCount === lastReceiptCount + 1;
    if (seq === lastSeq + 1 && next) return null;
    if (!promised) return "till_out_of_step";
    return seq <= lastSeq || (receiptCount ?? Number.POSITIVE_INFINITY) <= lastReceiptCount
      ? "till_seq_taken"
      : "gap";
  };
  const file = (act: SentAct, result: ActResult): ActResult => {
    filed.set(act.id, { act, result });
    return result;
  };
  const one = (act: SentAct): ActResult => {
    const before = filed.get(act.id);
    if (before && before.act.body !== act.body)
      return { id: act.id, is: "refused", code: "other_body", facts: {} };
    if (before) return before.result;
    if (passing) return { id: act.id, is: "refused", code: passing, facts: {} };
    const wrong = numbersOf(act);
    if (wrong === "till_out_of_step") return { id: act.id, is: "refused", code: wrong, facts: {} };
    const code = wrong === "till_seq_taken" ? wrong : poisoned.has(act.id) ? "product_inactive" : null;
    if (code !== null && !act.promised) return { id: act.id, is: "refused", code, facts: {} };
    if (wrong === "gap") gaps.push([lastSeq + 1, act.seq - 1]);
    if (wrong !== "till_seq_taken") {
      lastSeq = act.seq;
      lastReceiptCount = act.receiptCount ?? lastReceiptCount;
    }
    if (code !== null) return file(act, { id: act.id, is: "held", code, facts: {} });
    const opened = { ...JSON.parse(act.body), ...act } as Sent;
    return file(act, { id: act.id, is: "recorded", answer: answerTo(opened) });
  };

  return {
    filed,
    gaps,
    poisoned,
    is: (how: "busy" | "disk_full" | null) => {
      passing = how;
    },
    counts: () => ({ lastSeq, lastReceiptCount }),
    till: async () => ({ ...device, shift: null, lastSeq, lastReceiptCount }) as unknown as TillView,
    send: (json: SendActs): ActsSent => {
      const read = sendActsSchema.safeParse(json);
      if (!read.success) throw new Refused("not_json", {});
      const results: ActResult[] = [];
      for (const act of read.data.acts) {
        const result = one(act);
        results.push(result);
        if (result.is === "refused") break;
      }
      return { results };
    },
  };
}

function answerTo(opened: Sent): unknown {
  if (opened.kind === "sale") return accepted(opened);
  return { countId: opened.id, countedRupiah: 0, expectedRupiah: 0, differenceRupiah: 0 };
}

export type ModelServer = ReturnType<typeof createModelServer>;
