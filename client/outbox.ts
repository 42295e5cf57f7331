// The one door for acts of a till, as the screens see it: the queue with its state in signals.
import { createMemo, createSignal, onCleanup } from "solid-js";
import { hasPaper, type KeptAct } from "./commands.ts";
import { createQueue } from "./queue.ts";
import type { QueueNeeds } from "./queue-shape.ts";
import { mostPapers } from "./till-disk.ts";

export type { Outcome } from "./queue-shape.ts";
export { refusalOf } from "./results.ts";

export type OutboxNeeds = Omit<QueueNeeds, "changed">;

export function createOutbox(needs: OutboxNeeds) {
  let tell: () => void = () => {};
  const [filed, setFiled] = createSignal<readonly KeptAct[]>([]);
  const file = (act: KeptAct) => hasPaper(act) && setFiled((papers) => [act, ...papers].slice(0, mostPapers));
  const queue = createQueue({
    ...needs,
    changed: () => tell(),
    answered: (act) => {
      if (act.seen) file(act);
      needs.answered?.(act);
    },
  });
  const [state, setState] = createSignal(queue.state());
  tell = () => setState(queue.state());
  onCleanup(queue.close);
  const newest = (held: boolean) => state().unseen.filter((act) => (act.outcome?.is === "held") === held);
  /** Moves only where another act is meant, and not with every step of the queue. */
  const waiting = createMemo(() => {
    const { asking } = state();
    const act = queue.unpromised();
    return act && act.id !== asking ? act : null;
  });
  const settled = createMemo(() => newest(false).at(-1) ?? null);
  const papers = createMemo(() => {
    const lying = [...state().acts, ...state().unseen].filter(hasPaper);
    const ids = new Set(lying.map((act) => act.id));
    return [...lying, ...filed().filter((act) => !ids.has(act.id))].sort((a, b) => b.keptAtMs - a.keptAtMs);
  });
  const unsent = () => state().acts.length + state().unreadable.length;
  return {
    /** Reads the disk, and begins to send what was left there. */
    start: async (): Promise<void> => {
      await queue.load();
      const lying = (await needs.disk.papers()).filter((act) => act.seen);
      const ids = new Set(lying.map((act) => act.id));
      // What was answered while the disk was read is not missing for that.
      setFiled((papers) => [...papers.filter((act) => !ids.has(act.id)), ...lying].slice(0, mostPapers));
      void queue.pass();
    },
    /** Takes one act. Its id is the caller's; the same id is free again after a refusal. */
    act: queue.act,
    asNext: queue.asNext,
    /** Sends now what waits; resolves when it is answered or nothing goes any more. */
    retry: queue.retry,
    seen: async (id: string): Promise<void> => {
      const act = state().unseen.find((one) => one.id === id);
      await queue.seen(id);
      if (act) file({ ...act, seen: true });
    },
    /** Sales and refunds of this device, answered or not, newest first: of three days, a thousand at most. */
    papers,
    /** Unanswered acts, in the order in which they are sent. */
    queue: () => state().acts,
    /** How many acts of this device the server has not answered, unreadable ones included. */
    unsent,
    /** The same without the act that somebody waits for at this moment. */
    left: () => unsent() - (state().acts.some((act) => act.id === state().asking) ? 1 : 0),
    unreadable: () => state().unreadable,
    /** The unpromised act that was not answered: nothing else is taken before it is. */
    waiting,
    reason: () => state().reason,
    sending: () => state().sending,
    /** The newest act that was answered and not yet seen by a person; also after a reload. */
    settled,
    /** Acts of this device that went to the repair list, until somebody has acknowledged them. */
    toRepair: () => newest(true),
    /** Whether the device has room for one more act; asked before money is taken. */
    hasRoom: () => needs.disk.hasRoom(),
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
