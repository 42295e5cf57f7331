// What a till had promised and the rules refused is held to the letter, and numbers of a till that never came are kept as a gap.

import { createHash, randomUUID } from "node:crypto";
import { arrivalQueries } from "#db/queries/arrivals";
import { tooFarAhead } from "#rules/centre";
import type { Refusal } from "#rules/refusal";
import { type SentAct, takesReceipt } from "#rules/till-acts";
import { lastSeq, perform } from "./acts.ts";
import type { Came } from "./came.ts";
import type { Shop } from "./shop.ts";
import { staffById } from "./staff.ts";
import { lastReceiptCount, tillById } from "./tills.ts";

/**
 * Puts an act on the repair list, with the numbers that it was given where no other act has taken them: they are the till's next, or were
 * found to be missing, and here is what was.
 */
export function hold(shop: Shop, act: SentAct, came: Came, { code, facts }: Refusal): void {
  const { id: actId, kind, body, digest, signInId } = act;
  const { tillId, keptAtMs, receivedAtMs, aheadMs, sentBy } = came;
  const till = tillById(shop, tillId);
  const id = randomUUID();
  const command = { id, actId, digest };
  perform(shop, { kind: "act_held", command, who: sentBy, atMs: receivedAtMs }, () => {
    const arrivals = shop.book.statements(arrivalQueries);
    const staffId = signInId === null ? null : (arrivals.signIn.get({ id: signInId })?.staffId ?? null);
    const tillSeq =
      act.seq === lastSeq(shop, tillId) + 1 || isMissing(shop, tillId, act.seq) ? act.seq : null;
    const receiptCount = takesReceipt(kind) && isFreePaper(shop, tillId, act) ? act.receiptCount : null;
    arrivals.insertRepair({
      id,
      actId,
      tillId,
      kind,
      tillSeq,
      receiptCount,
      body,
      digest,
      staffId,
      signInId,
      keptAtMs,
      receivedAtMs,
      aheadMs,
      sentBy: sentBy.staffId,
      code,
      facts: JSON.stringify(facts),
    });
    return {
      facts: {
        till: till.code,
        act: actId,
        kind,
        seq: tillSeq,
        receipt: receiptCount,
        digest,
        text: createHash("sha256").update(body).digest("hex"),
        staff: staffId === null ? null : staffById(shop, staffId).code,
        signIn: signInId,
        keptAt: keptAtMs,
        ahead: aheadMs,
        code,
      },
      answer: () => ({ id }),
    };
  });
}

/** Only what is held takes a number that was missing, so that whoever explains the gap also settles what came of it after all. */
function isMissing(shop: Shop, tillId: number, seq: number): boolean {
  const { seqInGap, seqTaken } = shop.book.statements(arrivalQueries);
  return seqInGap.get({ tillId, seq }) !== undefined && seqTaken.get({ tillId, seq }) === undefined;
}

function isFreePaper(shop: Shop, tillId: number, { receiptCount: count, body }: SentAct): boolean {
  if (count === null || count === lastReceiptCount(shop, tillId) + 1) return count !== null;
  const { paperInGap, paperTaken } = shop.book.statements(arrivalQueries);
  return paperInGap.get({ tillId, count, body }) !== undefined && !paperTaken.get({ tillId, count });
}

/**
 * Keeps the numbers that a till has counted and that never came, so that they are shown until somebody says why (L9). Numbers that
 * are too far away are no lost acts but damage; the act that claims them is held without them.
 */
export function findGap(shop: Shop, act: SentAct, came: Came): void {
  const { tillId, receivedAtMs: foundAtMs, sentBy } = came;
  const seqBefore = lastSeq(shop, tillId);
  if (act.seq <= seqBefore || tooFarAhead(seqBefore, act.seq)) return;
  const receiptsBefore = lastReceiptCount(shop, tillId);
  const claimed = takesReceipt(act.kind) ? (act.receiptCount ?? 0) - 1 : 0;
  const lastPaper = tooFarAhead(receiptsBefore, claimed) ? receiptsBefore : Math.max(receiptsBefore, claimed);
  if (act.seq === seqBefore + 1 && lastPaper === receiptsBefore) return;
  const id = randomUUID();
  const gap = { seqBefore, lastSeq: act.seq - 1, receiptsBefore, lastReceiptCount: lastPaper };
  perform(shop, { kind: "till_gap_found", command: { id }, who: sentBy, atMs: foundAtMs }, () => {
    shop.book.statements(arrivalQueries).insertGap({ id, tillId, ...gap, foundAtMs });
    return { facts: { till: tillById(shop, tillId).code, ...gap }, answer: () => ({ id }) };
  });
}
