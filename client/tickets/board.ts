// A stall's orders as its kitchen sees them: asked for every few seconds, oldest first, with what is new told once.
import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { z } from "zod";
import type { StallId } from "#rules/ids";
import type { ServeTicket, Ticket, ticketsSchema } from "#rules/tickets";
import { newId } from "../api.ts";

export interface BoardOptions {
  stallId: Accessor<StallId | null>;
  read: (stallId: StallId) => Promise<z.output<typeof ticketsSchema>>;
  serve: (command: ServeTicket) => Promise<Ticket>;
  /** Waiting orders that were not there at the last answer; not told of the first answer. */
  onNew: (tickets: readonly Ticket[]) => void;
  nowMs: () => number;
  everyMs?: number;
}

const usualPauseMs = 4000;
const minuteMs = 60_000;

export function createBoard(options: BoardOptions) {
  const [state, setState] = createStore<{ tickets: Ticket[] }>({ tickets: [] });
  const [stands, setStands] = createSignal(false);
  const [problem, setProblem] = createSignal<unknown>(null);
  /** What was being made here when it was taken back; it stays until somebody has seen it. */
  const [takenBack, setTakenBack] = createSignal<readonly number[]>([]);
  const [busy, setBusy] = createSignal<number | null>(null);
  const [aheadMs, setAheadMs] = createSignal(0);
  const [tickMs, setTickMs] = createSignal(options.nowMs());
  /** Answers to questions that an act has overtaken are dropped. */
  let question = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;

  const later = () => {
    clearTimeout(timer);
    if (!over) timer = setTimeout(() => void ask(), options.everyMs ?? usualPauseMs);
  };
  const ask = async (): Promise<void> => {
    const stallId = options.stallId();
    if (stallId === null || over) return;
    question += 1;
    const mine = question;
    try {
      const answer = await options.read(stallId);
      if (mine !== question || over) return;
      take(answer.tickets);
      setAheadMs(options.nowMs() - answer.asOfMs);
      setProblem(null);
    } catch (thrown) {
      if (mine === question) setProblem(() => thrown);
    } finally {
      setTickMs(options.nowMs());
      if (mine === question) later();
    }
  };
  const take = (tickets: readonly Ticket[]) => {
    const before = new Map(state.tickets.map((one) => [one.ticketId, one.state]));
    const cancelled = tickets.filter(
      (one) => one.state === "cancelled" && before.get(one.ticketId) === "waiting",
    );
    const fresh = tickets.filter((one) => one.state === "waiting" && !before.has(one.ticketId));
    const isFirst = !stands();
    setTakenBack((all) => [...all, ...cancelled.map((one) => one.ticketId)]);
    setState("tickets", reconcile([...tickets], { key: "ticketId" }));
    setStands(true);
    if (!isFirst && fresh.length > 0) options.onNew(fresh);
  };
  const put = (ticket: Ticket) => {
    question += 1;
    setState("tickets", (one) => one.ticketId === ticket.ticketId, reconcile(ticket, { key: "ticketId" }));
    later();
  };
  createEffect(
    on(options.stallId, () => {
      setState("tickets", []);
      setStands(false);
      setTakenBack([]);
      void ask();
    }),
  );
  onCleanup(() => {
    over = true;
    clearTimeout(timer);
  });

  const oldestFirst = (a: Ticket, b: Ticket) => a.orderedAtMs - b.orderedAtMs || a.ticketId - b.ticketId;
  return {
    /** Whether an answer has come since the stall was chosen. */
    stands,
    problem,
    busy,
    again: ask,
    waiting: () =>
      state.tickets
        .filter((one) => one.state === "waiting" || takenBack().includes(one.ticketId))
        .sort(oldestFirst),
    /** The last one ready stands first. */
    ready: () =>
      state.tickets
        .filter((one) => one.state === "ready")
        .sort((a, b) => (b.readyAtMs ?? 0) - (a.readyAtMs ?? 0)),
    minutesWaiting: (ticket: Ticket) => wholeMinutes(tickMs() - aheadMs() - ticket.orderedAtMs),
    seenTakenBack: (ticketId: number) => setTakenBack((all) => all.filter((one) => one !== ticketId)),
    /** Throws what the server refused; the order stays as it was. */
    serve: async (ticket: Pick<Ticket, "ticketId">, ready: boolean): Promise<void> => {
      if (busy() !== null) return;
      setBusy(ticket.ticketId);
      try {
        put(await options.serve({ id: newId(), ticketId: ticket.ticketId, ready }));
      } finally {
        setBusy(null);
      }
    },
  };
}

export type Board = ReturnType<typeof createBoard>;

function wholeMinutes(ms: number): number {
  return Math.max(0, Math.trunc(ms / minuteMs));
}
