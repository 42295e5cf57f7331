// Sends the queue: one batch at a time in order, results on the disk before the next goes, and again with growing pauses.
import { type ActResult, type ActsSent, MOST_ACTS } from "#rules/till-acts";
import { type KeptAct, sentOf } from "./commands.ts";
import { countedBack, countedUp, isBehind, nextCounts, nextNumbers, upTo } from "./counting.ts";
import { digestOf } from "./digest.ts";
import { LostTill } from "./lease.ts";
import type { QueueNeeds, QueueState } from "./queue-shape.ts";
import { Refused, refusedBy, Unreachable } from "./refused.ts";
import { type Heard, heardOf, passes } from "./results.ts";
import type { Device } from "./till-disk.ts";

interface SenderNeeds extends QueueNeeds {
  /** The disk has been read. */
  known: () => Promise<void>;
  mayAct: () => boolean;
  state: () => QueueState;
  put: (part: Partial<QueueState>) => void;
  answered: (act: KeptAct) => void;
  /** silent: nobody answered, or nobody whom the server knows is here. put_off: it answered that it cannot now. */
  stalled: (how: "silent" | "put_off") => Promise<void>;
}

const longestPauseMs = 30_000;
/** Texts of one batch together: well below what the server takes at once. */
const mostText = 600_000;
/** What the server cannot take in at all is tried again this often (L4). */
const hourMs = 3_600_000;
const ofItsShape: readonly string[] = ["body_too_large", "not_json", "act_unreadable", "invalid_request"];

/** What was done in one book is sent to no other. */
export function isOfBook(act: KeptAct, { centreCode, practice }: Device): boolean {
  return act.centreCode === centreCode && act.practice === practice;
}

export function createSender(needs: SenderNeeds) {
  const { disk, state, put } = needs;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let repeats = 0;
  let over = false;
  let wanted = false;
  let stalled = false;
  /** Sent one by one, after a batch that could not be taken in, to find the one that is at fault. */
  let oneByOne = false;
  const renumbered = new Set<string>();
  const leftOut = new Map<string, number>();

  /** Never two at once: whoever asks while it runs waits for the same one, which then looks once more. */
  function pass(): Promise<void> {
    clearTimeout(timer);
    wanted = true;
    running ??= untilDone();
    return running;
  }

  async function untilDone(): Promise<void> {
    try {
      while (wanted) {
        wanted = false;
        await run();
      }
    } catch (error) {
      // The disk of a page that is gone, or of a tab that another has taken over, has nothing to say.
      if (error instanceof LostTill) needs.lost?.();
      if (error instanceof LostTill) await toldSilent();
      else if (!over) await stop("put_off", error instanceof Refused ? error : new Refused("broken", {}));
    } finally {
      running = null;
    }
  }

  async function run(): Promise<void> {
    await needs.known();
    const device = await disk.device();
    while (!over && needs.mayAct() && (needs.maySend?.() ?? true)) {
      const batch = batchOf(state().acts, device);
      if (batch.length === 0) return atRest();
      const go = await sendOff(batch);
      if (!go) return;
    }
    if (over || state().acts.length === 0) return;
    // Nobody is here who may send: an act that is being asked for must not wait for them.
    if (needs.mayAct()) await stop("silent", null);
    else await toldSilent();
  }

  /** Whether the next may go. */
  async function sendOff(batch: readonly KeptAct[]): Promise<boolean> {
    put({ sending: true });
    try {
      const answer = await answerTo(batch);
      if (over) return false;
      if (answer instanceof Unreachable) return await stop("silent", null);
      if (answer instanceof Refused) return await refusedWhole(batch, answer);
      return await hear(batch, answer.results);
    } finally {
      put({ sending: false });
    }
  }

  /** What the wire says is kept apart from what this disk says: only the server refuses an act. */
  async function answerTo(batch: readonly KeptAct[]): Promise<ActsSent | Refused | Unreachable> {
    const [{ tillId }] = batch as [KeptAct];
    try {
      return await needs.send(tillId, { sentAtMs: needs.now(), acts: batch.map(sentOf) });
    } catch (error) {
      if (error instanceof Unreachable || error instanceof Refused) return error;
      // An answer that nobody can read is none: what was sent may be recorded. It will not mend itself, so somebody is told.
      return new Refused("broken", {});
    }
  }

  async function hear(batch: readonly KeptAct[], results: readonly ActResult[]): Promise<boolean> {
    let heard: Heard | undefined;
    await disk.step(
      (device, acts) => {
        heard = heardOf(batch, results, { device, acts }, state().asking, (id) => !renumbered.has(id));
        return heard.step;
      },
      batch.map((act) => act.id),
    );
    if (!heard) return false;
    told(heard);
    if (heard.fellBehind) await countUp(batch);
    const { stopped, again } = heard;
    if (again) put({ acts: state().acts.map((one) => (one.id === again.id ? again : one)) });
    if (stopped) return await stop("put_off", refusedBy(stopped));
    if (heard.renumber) return await renumber(batch, heard.renumber, results);
    // An answer that says nothing about what was sent is no answer.
    if (heard.answered.length === 0 && !again) return await stop("put_off", new Refused("broken", {}));
    stalled = false;
    repeats = 0;
    if (leftOut.size === 0) put({ reason: null });
    return true;
  }

  /** The whole request was refused: nothing of it is known to be saved, and mostly it says nothing about an act. */
  async function refusedWhole(batch: readonly KeptAct[], refusal: Refused): Promise<boolean> {
    const [first] = batch as [KeptAct];
    if (refusal.code === "not_signed_in") return await stop("silent", refusal);
    // A server that stumbles over the whole request has judged none of its acts: the till sells on.
    if (passes(refusal.code) || refusal.code === "broken") return await stop("put_off", refusal);
    if (batch.length > 1 && ofItsShape.includes(refusal.code)) {
      oneByOne = true;
      return true;
    }
    if (batch.length === 1 && !first.promised) {
      const { code, facts } = refusal;
      return await hear(batch, [{ id: first.id, is: "refused", code, facts }]);
    }
    if (batch.length === 1 && ofItsShape.includes(refusal.code)) {
      // It blocks nobody; its number is a gap on the server, which is shown until it is explained (L4, L9).
      leftOut.set(first.id, needs.now());
      put({ reason: refusal });
      return true;
    }
    return await stop("put_off", refusal);
  }

  function told({ answered, unseen }: Heard): void {
    if (answered.length === 0) return;
    // Who follows an act learns of its answer before it leaves the queue, so that nothing is missing between the two.
    for (const act of answered) tell(act);
    for (const act of answered) leftOut.delete(act.id);
    const gone = new Set(answered.map((act) => act.id));
    const others = (act: KeptAct) => !gone.has(act.id);
    put({ acts: state().acts.filter(others), unseen: [...state().unseen.filter(others), ...unseen] });
  }

  /** Whoever follows may stumble over an answer; the queue goes on. */
  function tell(act: KeptAct): void {
    try {
      needs.answered(act);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  /** Another tab acts: whoever waits in this one for an answer waits for none any more. */
  const toldSilent = () => needs.stalled("silent").catch(() => {});

  async function stop(how: "silent" | "put_off", reason: Refused | null): Promise<false> {
    stalled = true;
    put({ reason });
    repeatLater();
    await needs.stalled(how).catch(() => {});
    return false;
  }

  function atRest(): void {
    stalled = false;
    repeats = 0;
    oneByOne = false;
    if (leftOut.size === 0) put({ reason: null });
    else passIn(hourMs);
  }

  function repeatLater(): void {
    repeats += 1;
    const pause = needs.pauseMs ?? ((times) => Math.min(500 * 2 ** times, longestPauseMs));
    passIn(pause(repeats));
  }

  function passIn(ms: number): void {
    clearTimeout(timer);
    if (!over) timer = setTimeout(() => void pass(), ms);
  }

  /** Another device of this till, or an older disk: the counts move up to the server's, never down. */
  async function renumber(
    batch: readonly KeptAct[],
    act: KeptAct,
    results: readonly ActResult[],
  ): Promise<boolean> {
    renumbered.add(act.id);
    const view = await needs.till(act.tillId).catch(() => null);
    let moved: KeptAct | undefined;
    if (view && !over)
      await disk.step(
        (device, acts) => {
          const now = acts.get(act.id);
          const before = now && !now.promised && now.outcome === null && device && countedBack(device, now);
          if (!before || !isBehind(before, view)) return {};
          const counted = upTo(before, view);
          const body = JSON.stringify({ ...JSON.parse(now.body), ...nextNumbers(now.kind, counted) });
          moved = { ...now, ...nextCounts(now.kind, counted), body, digest: digestOf(body) };
          return { keep: moved, device: countedUp(counted, moved) };
        },
        [act.id],
      );
    const { id } = act;
    if (moved) put({ acts: state().acts.map((one) => (one.id === id && moved ? moved : one)) });
    // Where it could not be moved, the refusal stands.
    return moved ? true : await hear(batch, results);
  }

  /** Numbers of this till were taken by another device: what is done next goes above them. */
  async function countUp([act]: readonly KeptAct[]): Promise<void> {
    const view = act && (await needs.till(act.tillId).catch(() => null));
    if (view && !over) await disk.step((device) => ({ device: device ? upTo(device, view) : undefined }));
  }

  /** The next acts of one till, as many as go at once; acts of another book wait for theirs. */
  function batchOf(acts: readonly KeptAct[], device: Device | null): readonly KeptAct[] {
    const ours = acts.filter(
      (act) =>
        device !== null &&
        isOfBook(act, device) &&
        !((leftOut.get(act.id) ?? Number.NEGATIVE_INFINITY) > needs.now() - hourMs),
    );
    const [first] = ours;
    if (!first || oneByOne) return ours.slice(0, 1);
    let text = 0;
    const fits = (act: KeptAct) => {
      text += act.body.length;
      return act.tillId === first.tillId && (act === first || text <= mostText);
    };
    const end = ours.findIndex((act) => !fits(act));
    return ours.slice(0, Math.min(MOST_ACTS, end === -1 ? ours.length : end));
  }

  return {
    pass,
    /** Begins, or goes on where it already runs. */
    go: () => void pass(),
    retry: async (): Promise<void> => {
      repeats = 0;
      leftOut.clear();
      await pass();
    },
    /** The last try brought no answer. */
    isStalled: () => stalled,
    /** What was sent is not answered within the patience. */
    isSlow: () => {
      stalled = true;
    },
    close: () => {
      over = true;
      clearTimeout(timer);
    },
  };
}
