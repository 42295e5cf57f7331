// The line to the server is a drawn machine: every state with every event, and whatever happens it ends where things stand.
import fc from "fast-check";
import { createRoot, createSignal } from "solid-js";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  LINK_EVENTS,
  LINK_STATES,
  type LinkEvent,
  type LinkState,
  linkEvents,
  nextLink,
} from "../../client/link.ts";
import { createLink } from "../../client/link-watch.ts";

/** Each row a state, each column an event; `.` stays. */
const drawn: Record<LinkState, Record<LinkEvent, LinkState | ".">> = {
  online: {
    answered: ".",
    silent: "offline",
    queued: "catching_up",
    emptied: ".",
    blocked: "needs_you",
    unblocked: ".",
  },
  offline: { answered: "catching_up", silent: ".", queued: ".", emptied: ".", blocked: ".", unblocked: "." },
  catching_up: {
    answered: ".",
    silent: "offline",
    queued: ".",
    emptied: "online",
    blocked: "needs_you",
    unblocked: ".",
  },
  needs_you: {
    answered: ".",
    silent: "offline",
    queued: ".",
    emptied: "online",
    blocked: ".",
    unblocked: "catching_up",
  },
};

describe.each(LINK_STATES)("%s", (state) => {
  test.each(LINK_EVENTS)("%s", (event) => {
    const to = drawn[state][event];
    expect(nextLink(state, event)).toBe(to === "." ? state : to);
  });
});

test("from any state, how things stand decides where it ends; only answers are proof of a line (L7)", () => {
  const facts = fc.record({ answers: fc.boolean(), waits: fc.boolean(), blocked: fc.boolean() });
  fc.assert(
    fc.property(fc.constantFrom(...LINK_STATES), fc.array(facts), facts, (from, happened, now) => {
      const before = happened.flatMap(linkEvents).reduce(nextLink, from);
      const there = linkEvents(now).reduce(nextLink, before);
      const meant = !now.answers
        ? "offline"
        : now.blocked
          ? "needs_you"
          : now.waits
            ? "catching_up"
            : "online";
      expect(there).toBe(meant);
    }),
  );
});

describe("followed", () => {
  afterEach(() => vi.useRealTimers());

  test("while nothing answers the server is asked every five seconds, and what waits goes when it is back", () => {
    vi.useFakeTimers();
    const [answers, setAnswers] = createSignal(true);
    const [waits, setWaits] = createSignal(false);
    const asked = { times: 0, back: 0 };
    const { link, dispose } = createRoot((end) => ({
      dispose: end,
      link: createLink({
        answers,
        waits,
        blocked: () => false,
        probe: async () => (asked.times += 1),
        back: () => (asked.back += 1),
      }),
    }));
    expect(link()).toBe("online");
    vi.advanceTimersByTime(20_000);
    expect(asked.times).toBe(0);
    setAnswers(false);
    setWaits(true);
    expect(link()).toBe("offline");
    vi.advanceTimersByTime(15_000);
    expect(asked).toEqual({ times: 3, back: 0 });
    setAnswers(true);
    expect([link(), asked.back]).toEqual(["catching_up", 1]);
    setWaits(false);
    expect(link()).toBe("online");
    vi.advanceTimersByTime(15_000);
    expect(asked.times).toBe(3);
    dispose();
  });

  test("a quiet till asks now and then whether the server still answers (L7)", () => {
    vi.useFakeTimers();
    let asked = 0;
    const never = () => false;
    const needs = { answers: () => true, waits: never, blocked: never, back: () => {} };
    const dispose = createRoot((end) => {
      createLink({ ...needs, probe: async () => (asked += 1) });
      return end;
    });
    vi.advanceTimersByTime(95_000);
    expect(asked).toBe(3);
    dispose();
  });
});
