// A kitchen's orders: asked for again and again, oldest first, told once when they are new, and never lost with the link.
import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import type { StallId, TicketId } from "#rules/ids";
import type { Ticket } from "#rules/tickets";
import { Refused, Unreachable } from "../../client/api.ts";
import { createBoard } from "../../client/tickets/board.ts";

const noonMs = Date.parse("2025-07-15T12:00:00+07:00");
const minuteMs = 60_000;

function ticket(number: number, more: Partial<Ticket> = {}): Ticket {
  return {
    ticketId: number as TicketId,
    number,
    stallId: 2 as StallId,
    stall: "Kafe",
    receiptNumber: `KARTINI-K1-00000${number}`,
    orderedAtMs: noonMs + number * minuteMs,
    cashier: "Ibu Sari",
    lines: [{ name: "Kopi", unit: "gelas", quantityMilli: 1000, refundedMilli: 0, note: null }],
    state: "waiting",
    readyAtMs: null,
    ...more,
  };
}

type Step = readonly Ticket[] | Error;

/** A board whose server answers these, one after the other, and then the last for ever. */
function board(steps: readonly Step[], serve?: (ready: boolean) => Ticket) {
  return createRoot((dispose) => {
    let at = 0;
    const told: number[][] = [];
    const store = createBoard({
      stallId: () => 2 as StallId,
      read: async () => {
        const step = steps[Math.min(at, steps.length - 1)] ?? [];
        at += 1;
        if (step instanceof Error) throw step;
        return { tickets: [...step], asOfMs: noonMs + 20 * minuteMs };
      },
      serve: async ({ ready }) => serve?.(ready) ?? ticket(1, { state: ready ? "ready" : "waiting" }),
      onNew: (tickets) => told.push(tickets.map((one) => one.number)),
      nowMs: () => noonMs + 20 * minuteMs,
      everyMs: 1_000_000,
    });
    return { ...store, told, dispose };
  });
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test("the one that waits longest stands first, with its minutes; the first answer is no news", async () => {
  const kitchen = board([[ticket(3), ticket(1), ticket(2, { state: "ready", readyAtMs: noonMs })]]);
  await settled();
  expect(kitchen.waiting().map((one) => one.number)).toEqual([1, 3]);
  expect(kitchen.minutesWaiting(ticket(1))).toBe(19);
  expect(kitchen.ready().map((one) => one.number)).toEqual([2]);
  expect(kitchen.told).toEqual([]);
  kitchen.dispose();
});

test("what is new is told once", async () => {
  const kitchen = board([[ticket(1)], [ticket(1), ticket(2)], [ticket(1), ticket(2)]]);
  await settled();
  await kitchen.again();
  await kitchen.again();
  expect(kitchen.told).toEqual([[2]]);
  kitchen.dispose();
});

test("with the link gone the orders stay, and it is said; with the link back it is not", async () => {
  const kitchen = board([[ticket(1)], new Unreachable(), [ticket(1)]]);
  await settled();
  await kitchen.again();
  expect(kitchen.problem()).toBeInstanceOf(Unreachable);
  expect(kitchen.waiting()).toHaveLength(1);
  await kitchen.again();
  expect(kitchen.problem()).toBeNull();
  kitchen.dispose();
});

test("ready moves it at once, and undone it waits again; refused it stays where it was", async () => {
  const kitchen = board([[ticket(1)]]);
  await settled();
  await kitchen.serve(ticket(1), true);
  expect(kitchen.waiting()).toEqual([]);
  expect(kitchen.ready()).toHaveLength(1);
  await kitchen.serve(ticket(1), false);
  expect(kitchen.waiting()).toHaveLength(1);
  kitchen.dispose();

  const strict = board([[ticket(1)]], () => {
    throw new Refused("unknown_ticket", {});
  });
  await settled();
  await expect(strict.serve(ticket(1), true)).rejects.toBeInstanceOf(Refused);
  expect(strict.waiting()).toHaveLength(1);
  expect(strict.busy()).toBeNull();
  strict.dispose();
});

test("what was being made when it was taken back stays until somebody has seen it", async () => {
  const kitchen = board([
    [ticket(1), ticket(2)],
    [ticket(1, { state: "cancelled" }), ticket(2)],
  ]);
  await settled();
  await kitchen.again();
  expect(kitchen.waiting().map((one) => one.state)).toEqual(["cancelled", "waiting"]);
  kitchen.seenTakenBack(1);
  expect(kitchen.waiting().map((one) => one.number)).toEqual([2]);
  kitchen.dispose();
});
