// The till's queue: acts are numbered and on disk before anything else, promised where nobody answers, and sent in order until they are answered.
import {
  atOnce,
  type Body,
  bodyOf,
  type CommandKind,
  type Draft,
  hasPaper,
  type KeptAct,
  neverPromised,
} from "./commands.ts";
import { countedUp, nextCounts, nextNumbers } from "./counting.ts";
import { digestOf } from "./digest.ts";
import { inTime } from "./in-time.ts";
import { LostTill } from "./lease.ts";
import type { Outcome, QueueNeeds, QueueState } from "./queue-shape.ts";
import { Refused } from "./refused.ts";
import { outcomeOf } from "./results.ts";
import { createSender, isOfBook } from "./sender.ts";
import type { Device, TillDisk } from "./till-disk.ts";

export function createQueue(needs: QueueNeeds) {
  const disk: TillDisk = {
    ...needs.disk,
    step: (decide, of) =>
      needs.disk.step(decide, of).catch((error) => {
        // It may have come through after all: what lies there is read before anything else is done.
        loading = null;
        throw error;
      }),
  };
  const mayAct = () => needs.mayAct?.() ?? true;
  const patienceMs = needs.patienceMs ?? 4000;
  const graceMs = 5 * patienceMs;
  let state: QueueState = {
    acts: [],
    unseen: [],
    unreadable: [],
    asking: null,
    sending: false,
    reason: null,
  };
  let loading: Promise<void> | null = null;
  /** The till and book that this device is of now: what another left here holds up nobody. */
  let place: Device | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  /** Told what became of the act that is being asked for. */
  let heard: ((what: KeptAct | "silent" | "put_off") => void) | null = null;

  /** Grows with what the queue holds, so that a reading of the disk is never laid over what came after it. */
  let writes = 0;
  const put = (part: Partial<QueueState>) => {
    if (part.acts || part.unseen) writes += 1;
    state = { ...state, ...part };
    needs.changed?.(state);
  };
  const known = () => loading ?? load();
  const sender = createSender({
    ...needs,
    disk,
    known,
    mayAct,
    state: () => state,
    put,
    answered: (act) => {
      if (act.id === state.asking) heard?.(act);
      needs.answered?.(act);
    },
    stalled: async (how) => {
      heard?.(how);
      if (!mayAct()) return;
      // What an earlier page left half way goes the same way as what is done now: nobody answers, so it is promised. So is, after a
      // while, what only the server could allow: whoever stands there cannot wait for hours, and a manager judges it on the repair list.
      const last = state.acts.at(-1);
      if (!last || last.promised || last.id === state.asking || neverPromised.includes(last.kind)) return;
      const overdue = needs.now() - last.keptAtMs > graceMs;
      if (overdue || (how === "silent" && mayPromise(last))) await promise(last);
    },
  });

  const load = (): Promise<void> => {
    loading = (async () => {
      await disk.clearPapers(needs.now()).catch(() => {});
      for (let before = -1; before !== writes; ) {
        before = writes;
        const { acts, unreadable } = await disk.all();
        place = await disk.device();
        if (before !== writes) continue;
        put({
          acts: acts.filter((act) => act.outcome === null),
          unseen: acts.filter((act) => act.outcome !== null && !act.seen),
          unreadable,
        });
        return;
      }
    })();
    // A disk that could not be read is asked again by whoever needs it next.
    loading.catch(() => {
      loading = null;
    });
    return loading;
  };

  /** One act at a time; a second press waits for the first. */
  function act<K extends CommandKind>(kind: K, draft: Draft<K>, memo?: unknown): Promise<Outcome<K>> {
    const taken = turn
      .then(() => take(kind, draft, memo))
      .catch((error) => ({ is: "refused" as const, refusal: whyNotTaken(error) }));
    turn = taken.catch(() => {});
    return taken;
  }

  /** Nothing was promised, and the same act may be tried again. */
  function whyNotTaken(error: unknown): Refused {
    if (error instanceof LostTill) needs.lost?.();
    if (error instanceof LostTill) return new Refused("till_elsewhere", {});
    if (error instanceof Refused) return error;
    if (error instanceof DOMException) return new Refused("broken", {});
    throw error;
  }

  async function take<K extends CommandKind>(kind: K, draft: Draft<K>, memo: unknown): Promise<Outcome<K>> {
    await known();
    if (!mayAct()) return { is: "refused", refusal: new Refused("till_elsewhere", {}) };
    const before = await alreadyTaken(draft.id);
    if (before) return outcomeOf(kind, before);
    const whyNot = neverPromised.includes(kind)
      ? new Refused("server_needed", {})
      : (needs.whyNotPromised?.(kind, draft) ?? null);
    const waits = unpromised();
    const came = waits?.id === draft.id ? await answerTo(kind, waits, whyNot === null) : null;
    if (came && came.is !== "refused") return came;
    if (waits && !came && needs.up()) await inTime(sender.pass(), patienceMs);
    if (unpromised()) return { is: "behind" };
    const silent = !needs.up() || (state.acts.length > 0 && sender.isStalled());
    if (silent && whyNot) return { is: "refused", refusal: whyNot };
    const now = atOnce(kind, draft);
    const kept = await keep(kind, draft, memo, silent || now);
    if (!silent && !now) return await answerTo(kind, kept, whyNot === null);
    if (!silent) void answeredSoon(kept);
    sender.go();
    return { is: "kept", act: kept };
  }

  /** The same act again, pressed twice or after a reload: it has its numbers (D2). What was refused may be tried again. */
  async function alreadyTaken(id: string): Promise<KeptAct | null> {
    const known =
      state.acts.find((one) => one.id === id && one.promised) ?? state.unseen.find((one) => one.id === id);
    const act = known ?? (await disk.paper(id));
    return act && act.outcome?.is !== "refused" && (act.promised || act.outcome) ? act : null;
  }

  /** The numbers go up in the transaction that keeps the act (N1). */
  async function keep<K extends CommandKind>(kind: K, draft: Draft<K>, memo: unknown, promised: boolean) {
    const who = needs.who(kind, draft);
    let kept: KeptAct | undefined;
    await disk
      .step((device) => {
        if (!device) throw new Error("Only a registered till acts.");
        const body = JSON.stringify(bodyOf(kind, { ...draft, ...nextNumbers(kind, device) }));
        const act: KeptAct = {
          id: draft.id,
          kind,
          ...nextCounts(kind, device),
          ...who,
          body,
          digest: digestOf(body),
          keptAtMs: needs.now(),
          promised,
          tillId: device.tillId,
          centreCode: device.centreCode,
          practice: device.practice,
          ...(memo === undefined ? {} : { memo }),
          outcome: null,
          seen: false,
        };
        kept = act;
        place = device;
        return { keep: act, device: countedUp(device, act) };
      })
      .catch(async (error) => {
        if (!(error instanceof DOMException)) throw error;
        // Told as failed: where it lies there all the same, it is kept, and nobody is told that it is not.
        await known();
        kept = state.acts.find((one) => one.id === draft.id);
        if (!kept) throw error;
      });
    if (!kept) throw new Error("A step that is through has kept its act.");
    const others = (one: KeptAct) => one.id !== draft.id;
    // In one step: what is being asked for is not yet something that waits.
    put({
      acts: [...state.acts.filter(others), kept],
      unseen: state.unseen.filter(others),
      asking: promised ? null : kept.id,
    });
    return kept;
  }

  async function answerTo<K extends CommandKind>(
    kind: K,
    kept: KeptAct,
    mayBePromised: boolean,
  ): Promise<Outcome<K>> {
    try {
      put({ asking: kept.id });
      let answer = null as KeptAct | null;
      const come = new Promise<KeptAct | null>((resolve) => {
        heard = (what) => {
          if (typeof what === "object") answer = what;
          // Put off by a server that answers: it may still say yes in time.
          if (what !== "put_off" || !mayBePromised) resolve(answer);
        };
      });
      sender.go();
      const outcome = mayBePromised ? await inTime(come, patienceMs) : await come;
      if (outcome) return outcomeOf(kind, outcome);
      if (!mayBePromised || !mayAct()) return { is: "waiting" };
      sender.isSlow();
      // Undefined: the disk could not take the promise; the act lies there and is repeated.
      const there = await promise(kept).catch(() => undefined);
      if (there === undefined) return { is: "waiting" };
      if (there?.outcome === null) return { is: "kept", act: there };
      const told = there ?? answer;
      return told ? outcomeOf(kind, told) : { is: "refused", refusal: new Refused("broken", {}) };
    } finally {
      heard = null;
      put({ asking: null });
    }
  }

  /** As long as nobody had to wait, it does not count as left behind. */
  async function answeredSoon({ id }: KeptAct): Promise<void> {
    put({ asking: id });
    await inTime(sender.pass(), patienceMs);
    if (state.asking === id) put({ asking: null });
  }

  /** Says so on the disk first, and answers what lies there now: promised, or answered meanwhile, or (null) gone with a refusal. */
  async function promise({ id }: KeptAct): Promise<KeptAct | null> {
    let there: KeptAct | undefined;
    await disk.step(
      (_, acts) => {
        there = acts.get(id);
        if (there?.outcome !== null) return {};
        there = { ...there, promised: true };
        return { keep: there };
      },
      [id],
    );
    const now = there ?? null;
    if (now?.outcome === null) put({ acts: state.acts.map((one) => (one.id === id ? now : one)) });
    return now;
  }

  const unpromised = () => state.acts.find((one) => !one.promised && place && isOfBook(one, place)) ?? null;
  const mayPromise = ({ kind, promised, body }: KeptAct): boolean =>
    !promised &&
    !neverPromised.includes(kind) &&
    (needs.whyNotPromised?.(kind, JSON.parse(body)) ?? null) === null;

  /** Whoever had to see this answer has seen it. */
  async function seen(id: string): Promise<void> {
    await disk.step(
      (_, acts) => {
        const act = acts.get(id);
        if (!act || act.outcome === null) return {};
        return hasPaper(act) ? { file: [{ ...act, seen: true }] } : { forget: id };
      },
      [id],
    );
    put({ unseen: state.unseen.filter((one) => one.id !== id) });
  }

  return {
    /** Reads the disk; again where another tab has written since. */
    load,
    /** Takes one act. Its id is the caller's; the same id is free again after a refusal. */
    act,
    /** Sends what waits; resolves when all is answered or nothing goes any more. */
    pass: sender.pass,
    /** The same now, whatever pause was meant. */
    retry: sender.retry,
    seen,
    /** The act as it would be sent next, for asking the server what it would do; nothing is kept. */
    asNext: async <K extends CommandKind>(kind: K, draft: Draft<K>): Promise<Body<K> | null> => {
      const device = await disk.device();
      return device ? ({ ...draft, ...nextNumbers(kind, device) } as unknown as Body<K>) : null;
    },
    state: () => state,
    /** The act without whose answer nothing else is taken. */
    unpromised,
    close: sender.close,
  };
}

export type Queue = ReturnType<typeof createQueue>;
