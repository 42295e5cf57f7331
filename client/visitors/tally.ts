// Counts visitors on this device at once, sends each count in order, and keeps what the server has not answered; a till does it by its queue.
import { createEffect, createSignal, on, untrack } from "solid-js";
import { createStore } from "solid-js/store";
import { businessDay, type Zone } from "#rules/business-day";
import type { AreaId, VisitId } from "#rules/ids";
import { VISITOR_CATEGORIES, type VisitCommand, type VisitorCategory, type VisitsView } from "#rules/visits";
import { newId, Unreachable } from "../api.ts";
import type { Draft } from "../commands.ts";
import type { Outcome } from "../outbox.ts";
import { dropWaiting, keepWaiting, readWaiting } from "./waiting.ts";

export type Entry = Pick<
  VisitsView["entries"][number],
  "id" | "areaId" | "category" | "count" | "countedAtMs" | "undone"
> & {
  by: string | null;
  reason: string | null;
  sent: boolean;
};
export interface RefusedCount {
  command: VisitCommand;
  problem: unknown;
}

export interface TallyOptions {
  zone: () => Zone;
  by: () => string;
  nowMs: () => number;
  send: (command: VisitCommand) => Promise<{ total: number }>;
  /** Where this device is a till: a count is an act of it, numbered and kept like any other. */
  act?: () => ((draft: Draft<"visit">) => Promise<Outcome<"visit">>) | null;
  /** The till's counts that nobody has answered yet. */
  queued?: () => readonly VisitCommand[];
}

const longestList = 30;

export function createTally(options: TallyOptions) {
  const [state, setState] = createStore<{
    view: VisitsView | null;
    /** Of a device that is no till: kept beside the till's disk, and sent from there. */
    waiting: VisitCommand[];
    /** On their way to the till's disk. */
    acting: VisitCommand[];
    refused: RefusedCount[];
  }>({
    view: null,
    waiting: readWaiting(),
    acting: [],
    refused: [],
  });
  const [sending, setSending] = createSignal(false);
  let alone = false;

  const queued = () => options.queued?.() ?? [];
  /** Each once, in the order in which they were counted. */
  const unsent = (): VisitCommand[] => {
    const known = new Set(queued().map((one) => one.id));
    return [...state.waiting, ...queued(), ...state.acting.filter((one) => !known.has(one.id))];
  };
  /** Waiting counts of the day that is shown; one of yesterday belongs to yesterday. */
  const waitingToday = () =>
    unsent().filter((one) => businessDay(one.countedAtMs, options.zone()) === state.view?.businessDay);
  const count = (areaId: AreaId, category: VisitorCategory): number =>
    added(
      state.view?.counts.find((one) => one.areaId === areaId && one.category === category)?.count ?? 0,
      waitingToday().filter((one) => one.areaId === areaId && one.category === category),
    );
  const total = () => added(state.view?.total ?? 0, waitingToday());
  const ofArea = (areaId: AreaId) =>
    VISITOR_CATEGORIES.reduce((all, category) => all + count(areaId, category), 0);
  const ofCategory = (category: VisitorCategory) =>
    (state.view?.areas ?? []).reduce((all, area) => all + count(area.areaId, category), 0);

  const entries = (): Entry[] => {
    const takenBack = new Set(waitingToday().map((one) => one.undoes));
    const unsent = [...waitingToday()].reverse().map((one) => ({
      ...one,
      by: null,
      reason: one.reason ?? null,
      undone: takenBack.has(one.id) || one.undoes !== undefined,
      sent: false,
    }));
    const sent = (state.view?.entries ?? []).map((one) => ({
      ...one,
      undone: one.undone || takenBack.has(one.id),
      sent: true,
    }));
    return [...unsent, ...sent].slice(0, longestList);
  };

  const record = (act: Omit<VisitCommand, "id" | "countedAtMs">): VisitCommand => {
    const command: VisitCommand = { ...act, id: newId() as VisitId, countedAtMs: options.nowMs() };
    const till = options.act?.();
    if (till) void actOf(command, till);
    else keep(command);
    return command;
  };
  const keep = (command: VisitCommand): void => {
    keepWaiting(command);
    setState("waiting", (all) => [...all, command]);
    void sendWaiting();
  };

  const actOf = async (
    command: VisitCommand,
    act: NonNullable<ReturnType<NonNullable<TallyOptions["act"]>>>,
  ): Promise<void> => {
    setState("acting", (all) => [...all, command]);
    try {
      const outcome = await act(command);
      if (outcome.is === "accepted") accept(command, outcome.answer.total);
      if (outcome.is === "refused") refuse(command, outcome.refusal);
      // The till's queue takes nothing now: it goes the way of a device that is none.
      if (outcome.is === "behind") keep(command);
    } catch (thrown) {
      refuse(command, thrown);
    } finally {
      setState("acting", (all) => all.filter((one) => one.id !== command.id));
    }
  };
  const refuse = (command: VisitCommand, problem: unknown) =>
    setState("refused", (all) => [...all, { command, problem }]);
  // What leaves the queue is in the book: it moves into the day that is shown, until that is read anew.
  createEffect(
    on(queued, (now, before = []) => {
      const left = new Set(now.map((one) => one.id));
      const ours = new Set(untrack(() => state.acting.map((one) => one.id)));
      for (const one of before) if (!left.has(one.id) && !ours.has(one.id)) untrack(() => accept(one, null));
    }),
  );

  /** One after the other, so that an undo never overtakes what it takes back. Stops at the first that got no answer. */
  const sendWaiting = async (): Promise<void> => {
    if (sending()) return;
    setSending(true);
    try {
      for (let next = state.waiting[0]; next; next = state.waiting[0]) await sendOne({ ...next });
    } catch (thrown) {
      if (!(thrown instanceof Unreachable)) throw thrown;
    } finally {
      setSending(false);
    }
  };
  const sendOne = async (command: VisitCommand): Promise<void> => {
    try {
      accept(command, (await options.send(command)).total);
    } catch (thrown) {
      if (thrown instanceof Unreachable) throw thrown;
      refuse(command, thrown);
    }
    dropWaiting(command);
    setState("waiting", (all) => all.filter((one) => one.id !== command.id));
  };
  /** `dayTotal`: as the server answered it; null where another heard the answer. */
  const accept = (command: VisitCommand, dayTotal: number | null) => {
    const { view } = state;
    if (!view || businessDay(command.countedAtMs, options.zone()) !== view.businessDay) return;
    const { areaId, category } = command;
    const before = view.counts.find((one) => one.areaId === areaId && one.category === category);
    setState("view", {
      ...view,
      total: dayTotal ?? added(view.total, [command]),
      counts: [
        ...view.counts.filter((one) => one !== before),
        { areaId, category, count: added(before?.count ?? 0, [command]) },
      ],
      entries: [
        {
          ...command,
          by: options.by(),
          reason: command.reason ?? null,
          undone: command.undoes !== undefined,
        },
        ...view.entries.map((one) => (one.id === command.undoes ? { ...one, undone: true } : one)),
      ].slice(0, longestList),
    });
  };

  return {
    state,
    sending,
    /** Counts that the server has not answered. */
    unsent,
    /** The day as the server has it; not taken over while counts are on their way, lest they flicker. */
    show: (view: VisitsView) => {
      if (state.view === null || alone || unsent().length === 0) setState("view", view);
      alone = false;
    },
    /** Nothing has answered: the places are known, and of the day only what this device counts. */
    showAlone: (areas: VisitsView["areas"]) => {
      if (state.view !== null) return;
      alone = true;
      const today = businessDay(options.nowMs(), options.zone());
      setState("view", { businessDay: today, areas: [...areas], counts: [], total: 0, entries: [] });
    },
    areas: () => (state.view?.areas ?? []).filter((area) => area.active || ofArea(area.areaId) > 0),
    count,
    ofArea,
    ofCategory,
    total,
    entries,
    add: (areaId: AreaId, category: VisitorCategory, people: number) =>
      record({ areaId, category, count: people }),
    takeOff: (areaId: AreaId, category: VisitorCategory, people: number, reason: string) =>
      record({ areaId, category, count: -people, reason }),
    /** Takes an entry back by an event of its own (V3). */
    undo: (entry: Pick<Entry, "id" | "areaId" | "category" | "count">) =>
      record({ areaId: entry.areaId, category: entry.category, count: -entry.count, undoes: entry.id }),
    sendWaiting,
    forget: (refused: RefusedCount) => setState("refused", (all) => all.filter((one) => one !== refused)),
  };
}

function added(before: number, commands: readonly VisitCommand[]): number {
  return commands.reduce((all, one) => all + one.count, before);
}
