// Counts visitors on this device at once, sends each count in order, and keeps what the server has not answered.
import { createSignal } from "solid-js";
import { createStore } from "solid-js/store";
import { businessDay, type Zone } from "#rules/business-day";
import type { AreaId, VisitId } from "#rules/ids";
import { VISITOR_CATEGORIES, type VisitCommand, type VisitorCategory, type VisitsView } from "#rules/visits";
import { newId, Unreachable } from "../api.ts";
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
}

const longestList = 30;

export function createTally(options: TallyOptions) {
  const [state, setState] = createStore<{
    view: VisitsView | null;
    waiting: VisitCommand[];
    refused: RefusedCount[];
  }>({
    view: null,
    waiting: readWaiting(),
    refused: [],
  });
  const [sending, setSending] = createSignal(false);

  /** Waiting counts of the day that is shown; one of yesterday belongs to yesterday. */
  const waitingToday = () =>
    state.waiting.filter((one) => businessDay(one.countedAtMs, options.zone()) === state.view?.businessDay);
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
    keepWaiting(command);
    setState("waiting", (all) => [...all, command]);
    void sendWaiting();
    return command;
  };

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
      setState("refused", (all) => [...all, { command, problem: thrown }]);
    }
    dropWaiting(command);
    setState("waiting", (all) => all.filter((one) => one.id !== command.id));
  };
  const accept = (command: VisitCommand, dayTotal: number) => {
    const { view } = state;
    if (!view || businessDay(command.countedAtMs, options.zone()) !== view.businessDay) return;
    const { areaId, category } = command;
    const before = view.counts.find((one) => one.areaId === areaId && one.category === category);
    setState("view", {
      ...view,
      total: dayTotal,
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
    /** The day as the server has it; not taken over while counts are on their way, lest they flicker. */
    show: (view: VisitsView) => {
      if (state.view === null || state.waiting.length === 0) setState("view", view);
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
