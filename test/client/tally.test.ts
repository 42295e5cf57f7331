// Counting visitors: each tap counts at once, is kept until the server has answered, and can be taken back (V3).
import { createRoot, createSignal } from "solid-js";
import { beforeEach, expect, test } from "vitest";
import type { AreaId } from "#rules/ids";
import { type VisitCommand, visitsViewSchema } from "#rules/visits";
import { Refused, Unreachable } from "../../client/api.ts";
import { createTally } from "../../client/visitors/tally.ts";

const noon = Date.parse("2025-07-15T12:00:00+07:00");
const gate = 1 as AreaId;
const today = () =>
  visitsViewSchema.parse({
    businessDay: "2025-07-15",
    areas: [
      { areaId: 1, name: "Gerbang", active: true },
      { areaId: 2, name: "Galeri", active: true },
    ],
    counts: [{ areaId: 1, category: "dewasa", count: 10 }],
    total: 10,
    entries: [],
  });

beforeEach(() => localStorage.clear());

function tally(send: (command: VisitCommand) => Promise<{ total: number }>, nowMs = noon) {
  return createRoot((dispose) => {
    const store = createTally({ zone: () => "Asia/Jakarta", by: () => "Ibu Sari", nowMs: () => nowMs, send });
    store.show(today());
    return { ...store, dispose };
  });
}

/** Lets the sending go on until nothing moves. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test("a tap counts before the server has answered, and is counted once after it has", async () => {
  const answers: (() => void)[] = [];
  const { add, count, total, entries, dispose } = tally(
    () => new Promise((resolve) => answers.push(() => resolve({ total: 11 }))),
  );
  add(gate, "dewasa", 1);
  expect([count(gate, "dewasa"), total(), entries()[0]?.sent]).toEqual([11, 11, false]);
  answers[0]?.();
  await settled();
  expect([count(gate, "dewasa"), total(), entries()[0]?.sent]).toEqual([11, 11, true]);
  dispose();
});

test("counts made while the server is away survive a restart and arrive in order with the ids they had", async () => {
  const away = tally(() => Promise.reject(new Unreachable()));
  away.add(gate, "anak", 5);
  away.add(gate, "dewasa", 1);
  await settled();
  const made = away.state.waiting.map((one) => one.id);
  expect(away.count(gate, "anak")).toBe(5);
  away.dispose();

  const arrived: string[] = [];
  const back = tally(async (command) => {
    arrived.push(command.id);
    return { total: 0 };
  });
  expect(back.count(gate, "anak")).toBe(5);
  await back.sendWaiting();
  expect(arrived).toEqual(made);
  expect(back.state.waiting).toEqual([]);
  expect(localStorage.length).toBe(0);
  back.dispose();
});

test("an undo is an event of its own that follows what it takes back", async () => {
  const sent: VisitCommand[] = [];
  const { add, undo, count, entries, dispose } = tally(async (command) => {
    sent.push(command);
    return { total: 10 };
  });
  const five = add(gate, "dewasa", 5);
  undo(five);
  await settled();
  expect(sent.map(({ count: people, undoes }) => [people, undoes])).toEqual([
    [5, undefined],
    [-5, five.id],
  ]);
  expect(count(gate, "dewasa")).toBe(10);
  expect(entries().find((one) => one.id === five.id)?.undone).toBe(true);
  dispose();
});

test("what is refused leaves the count and stands in a list with its reason (L4); the rest goes on", async () => {
  const { add, takeOff, count, state, dispose } = tally(async (command) => {
    if (command.count < 0) throw new Refused("count_below_zero", {});
    return { total: 11 };
  });
  takeOff(gate, "anak", 3, "terhitung dua kali");
  add(gate, "dewasa", 1);
  await settled();
  expect([count(gate, "anak"), count(gate, "dewasa")]).toEqual([0, 11]);
  expect(state.refused.map(({ command }) => command.count)).toEqual([-3]);
  expect(state.waiting).toEqual([]);
  dispose();
});

test("a count that waited overnight belongs to its own day", async () => {
  const away = tally(() => Promise.reject(new Unreachable()), noon - 86_400_000);
  away.add(gate, "dewasa", 7);
  await settled();
  expect(away.count(gate, "dewasa")).toBe(10);
  expect(away.entries()).toEqual([]);
  expect(away.state.waiting).toHaveLength(1);
  away.dispose();
});

test("at a till a count is an act of its queue: unsent it stands in the totals, answered it stays there once", async () => {
  const [queued, setQueued] = createSignal<readonly VisitCommand[]>([]);
  const store = createRoot((dispose) => ({
    ...createTally({
      zone: () => "Asia/Jakarta",
      by: () => "Ibu Sari",
      nowMs: () => noon,
      send: () => Promise.reject(new Error("Not by the plain way.")),
      act: () => async (draft) => {
        setQueued((all) => [...all, draft as VisitCommand]);
        return { is: "kept" } as never;
      },
      queued,
    }),
    dispose,
  }));
  store.show(today());
  store.add(gate, "dewasa", 2);
  await settled();
  expect([store.total(), store.entries()[0]?.sent, store.unsent().length]).toEqual([12, false, 1]);
  expect(localStorage.length).toBe(0);
  setQueued([]);
  await settled();
  expect([store.total(), store.entries()[0]?.sent, store.unsent().length]).toEqual([12, true, 0]);
  store.dispose();
});

test("where the till's queue takes nothing now, the count is kept beside it and lost by nobody", async () => {
  const store = createRoot((dispose) => ({
    ...createTally({
      zone: () => "Asia/Jakarta",
      by: () => "Ibu Sari",
      nowMs: () => noon,
      send: () => Promise.reject(new Unreachable()),
      act: () => async () => ({ is: "behind" }),
    }),
    dispose,
  }));
  store.showAlone(today().areas);
  store.add(gate, "anak", 1);
  await settled();
  expect([store.total(), store.unsent().length, localStorage.length]).toEqual([1, 1, 1]);
  store.show(today());
  expect(store.total()).toBe(11);
  store.dispose();
});
