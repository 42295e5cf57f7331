// What an answer of the server makes of the queue: which acts leave it, which stay, and whether the next may go; no disk, no wire.
import type { RefusalCode } from "#rules/refusal";
import { type ActResult, tillActs } from "#rules/till-acts";
import { type Answer, type CommandKind, hasPaper, type KeptAct } from "./commands.ts";
import { countedBack } from "./counting.ts";
import type { Outcome } from "./queue-shape.ts";
import { type Refused, refusedBy } from "./refused.ts";
import type { Device, Step } from "./till-disk.ts";

/** Refusals that say nothing about the act: it stays and is sent again. */
const passing: readonly string[] = [
  "busy",
  "disk_full",
  "locked_out",
  "not_signed_in",
] satisfies RefusalCode[];
const outOfStep: readonly string[] = ["till_out_of_step", "receipt_number_wrong"] satisfies RefusalCode[];
const numberTaken: readonly string[] = ["till_seq_taken", ...outOfStep];

export const passes = (code: string): boolean => passing.includes(code);

export interface Heard {
  readonly step: Step;
  /** Acts as they are now that they were answered. */
  readonly answered: readonly KeptAct[];
  /** Those of them that somebody has yet to see. */
  readonly unseen: readonly KeptAct[];
  /** It was promised since it was sent: it goes again as what it is now. */
  readonly again: KeptAct | null;
  /** The till has fallen behind: this unpromised act takes later numbers and goes again. */
  readonly renumber: KeptAct | null;
  /** A promised act came with a number that was taken: the till has to count further. */
  readonly fellBehind: boolean;
  /** Why nothing more is sent for now; null: the next may go. */
  readonly stopped: Pick<Extract<ActResult, { is: "refused" }>, "code" | "facts"> | null;
}

/** `batch` is what was sent; `acts` is what the disk holds of it now, which may have been promised since. */
export function heardOf(
  batch: readonly KeptAct[],
  results: readonly ActResult[],
  now: { device: Device | null; acts: ReadonlyMap<string, KeptAct> },
  /** Whoever did this act waits for its outcome now, so that a refusal need not be kept. */
  asking: string | null,
  mayRenumber: (id: string) => boolean,
): Heard {
  const keep: KeptAct[] = [];
  const forget: string[] = [];
  const file: KeptAct[] = [];
  const answered: KeptAct[] = [];
  let device: Device | undefined;
  let fellBehind = false;
  const heard = (): Heard => ({
    step: { keep, forget, file, device },
    answered,
    unseen: keep,
    again: null,
    renumber: null,
    fellBehind,
    stopped: null,
  });
  for (const [at, result] of results.entries()) {
    const sent = batch[at];
    const act = now.acts.get(result.id);
    if (!sent || sent.id !== result.id || !act || act.outcome !== null) continue;
    if (result.is === "refused") {
      const { code, facts } = result;
      if (passes(code)) return { ...heard(), stopped: { code, facts } };
      // Promised: nothing takes that back.
      if (act.promised && sent.promised) return { ...heard(), stopped: { code, facts } };
      if (act.promised) return { ...heard(), again: act };
      if (outOfStep.includes(code) && mayRenumber(act.id)) return { ...heard(), renumber: act };
      // Nothing was saved and its numbers are free. Where the one who acted is told, the disk forgets it.
      const refused: KeptAct = { ...act, outcome: { is: "refused", code, facts } };
      if (act.id === asking) forget.push(act.id);
      else keep.push(refused);
      answered.push(refused);
      device = now.device ? countedBack(now.device, act) : undefined;
      return heard();
    }
    const settled: KeptAct =
      result.is === "held"
        ? { ...act, outcome: { is: "held", code: result.code, facts: result.facts } }
        : { ...act, outcome: { is: "accepted", answer: result.answer }, seen: act.promised };
    answered.push(settled);
    fellBehind ||= result.is === "held" && numberTaken.includes(result.code);
    if (!settled.seen) keep.push(settled);
    else if (hasPaper(settled)) file.push(settled);
    else forget.push(settled.id);
  }
  return heard();
}

/** What the screen of whoever did it is told. */
export function outcomeOf<K extends CommandKind>(kind: K, act: KeptAct): Outcome<K> {
  if (act.outcome?.is === "refused") return { is: "refused", refusal: refusalOf(act) };
  const read = act.outcome?.is === "accepted" ? tillActs[kind].answer.safeParse(act.outcome.answer) : null;
  if (read?.success) return { is: "accepted", answer: read.data as Answer<K> };
  // Promised, or recorded with an answer of a newer program: the screen may say done. Where it was held, the repair list tells the rest.
  return { is: "kept", act };
}

export function refusalOf(act: KeptAct): Refused {
  if (act.outcome?.is !== "refused" && act.outcome?.is !== "held")
    throw new Error("This act was not refused.");
  return refusedBy(act.outcome);
}
