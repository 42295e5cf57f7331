// The queue goes out in pieces and in order; one bad act holds up nobody, and what a server should not say drops nothing.
import { afterEach, describe, expect, test, vi } from "vitest";
import { ZodError } from "zod";
import { MOST_ACTS, type SendActs } from "#rules/till-acts";
import { Refused, Unreachable } from "../../client/refused.ts";
import { createModelServer } from "./model-server.ts";
import {
  accepted,
  closeAll,
  id,
  newBook,
  range,
  sale,
  silent,
  soldOffline,
  till,
  wakes,
} from "./till-at-a-wire.ts";

afterEach(closeAll);

test("300 acts with one poisoned: 299 arrive, one is on the repair list, in the order of their numbers (L4)", async () => {
  const book = await soldOffline(300);
  const server = createModelServer();
  server.poisoned.add(id(147));
  const sizes: number[] = [];
  const after = await till(accepted, book, {
    send: async (_, json) => {
      sizes.push(json.acts.length);
      return server.send(json);
    },
  });
  await wakes(after);
  expect(after.outbox.unsent()).toBe(0);
  expect(after.outbox.toRepair().map((act) => act.id)).toEqual([id(147)]);
  const results = [...server.filed.values()];
  expect(results.filter(({ result }) => result.is === "recorded")).toHaveLength(299);
  expect(results.map(({ act }) => act.seq)).toEqual(range(8, 307));
  expect([server.gaps, sizes]).toEqual([[], Array.from({ length: 12 }, () => MOST_ACTS)]);
});

describe("pieces", () => {
  test.each([1, 24, 25, 26, 50, 51])("%i acts go in pieces of 25 at most, each once", async (sales) => {
    const after = await till(accepted, await soldOffline(sales));
    await wakes(after);
    expect(after.requests.map(({ acts }) => acts.length)).toEqual([
      ...Array.from({ length: Math.floor(sales / MOST_ACTS) }, () => MOST_ACTS),
      ...(sales % MOST_ACTS === 0 ? [] : [sales % MOST_ACTS]),
    ]);
    expect(after.sent.map((act) => act.id)).toEqual(range(1, sales).map(id));
  });

  test("a piece whose answer is lost goes again whole, and what is done meanwhile comes after it", async () => {
    const server = createModelServer();
    let losses = 2;
    const after = await till(accepted, await soldOffline(30), {
      pauseMs: () => 1,
      send: async (_, json) => {
        const answer = server.send(json);
        losses -= 1;
        if (losses >= 0) throw new Unreachable("lost");
        return answer;
      },
    });
    await after.outbox.start();
    expect(await after.outbox.act("sale", sale(31))).toMatchObject({ is: "kept" });
    await vi.waitFor(() => expect(after.outbox.unsent()).toBe(0));
    expect([...server.filed.values()].map(({ act }) => act.seq)).toEqual(range(8, 38));
  });

  test("large texts go fewer at a time", async () => {
    const before = await till(silent);
    before.server.up = false;
    for (const n of range(1, 20)) {
      const line = sale(n).lines[0] as ReturnType<typeof sale>["lines"][number];
      const lines = Array.from({ length: 200 }, () => ({ ...line, note: "n".repeat(75) }));
      await before.outbox.act("sale", { ...sale(n), lines } as never);
    }
    const length = (await before.disk.acts())[0]?.body.length ?? 0;
    before.close();
    const after = await till(accepted, before.book);
    await wakes(after);
    expect(after.outbox.unsent()).toBe(0);
    expect(after.sent).toHaveLength(20);
    expect(after.requests.length).toBeGreaterThan(1);
    for (const { acts } of after.requests) expect(acts.length * length).toBeLessThanOrEqual(600_000);
  });
});

describe("a server that answers and cannot now", () => {
  test.each(["busy", "disk_full", "locked_out"] as const)(
    "%s: everything stays, and goes again by itself",
    async (code) => {
      let times = 0;
      const after = await till(
        (act) => {
          times += 1;
          if (times <= 2) throw new Refused(code, {});
          return accepted(act);
        },
        await soldOffline(2),
        { pauseMs: () => 1 },
      );
      await after.outbox.start();
      await vi.waitFor(() => expect(after.outbox.unsent()).toBe(0));
      expect(after.sent.map((act) => act.id)).toEqual([id(1), id(1), id(1), id(2)]);
      expect(after.outbox.reason()).toBeNull();
    },
  );

  test.each(["busy", "broken"] as const)(
    "what is being done waits for %s as long as for any answer, and is then promised",
    async (code) => {
      const { outbox } = await till(accepted, undefined, {
        send: async () => {
          throw new Refused(code, {});
        },
      });
      expect(await outbox.act("sale", sale(1))).toMatchObject({ is: "kept" });
      expect(outbox.reason()?.code).toBe(code);
    },
  );

  test("the pauses grow to half a minute, and end at once when somebody asks", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const moments: number[] = [];
      let now = 0;
      const book = newBook();
      const asked = await till(silent, book, { pauseMs: undefined as never });
      asked.server.up = false;
      await asked.outbox.act("sale", sale(1));
      asked.close();
      const after = await till(
        () => {
          moments.push(now);
          throw new Unreachable("");
        },
        book,
        { pauseMs: undefined as never },
      );
      const settle = async () => {
        for (const _ of range(1, 40)) await new Promise((resolve) => setImmediate(resolve));
      };
      void after.outbox.start();
      await settle();
      for (; now < 200_000; now += 500) {
        await vi.advanceTimersByTimeAsync(500);
        await settle();
      }
      const gaps = moments.slice(1).map((at, n) => at - (moments[n] ?? 0));
      expect(gaps.slice(0, 4)).toEqual([...gaps.slice(0, 4)].sort((a, b) => a - b));
      expect(Math.max(...gaps)).toBeLessThanOrEqual(30_500);
      expect(gaps.at(-1)).toBeGreaterThanOrEqual(29_500);
      const before = moments.length;
      void after.outbox.retry();
      await settle();
      expect(moments).toHaveLength(before + 1);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("what a server should not say", () => {
  test("a promised act that is refused stays, with the reason, and nothing is skipped", async () => {
    const after = await till(
      () => {
        throw new Refused("not_allowed", {});
      },
      await soldOffline(2),
    );
    await wakes(after);
    expect([after.outbox.unsent(), after.outbox.reason()?.code]).toEqual([2, "not_allowed"]);
    expect(new Set(after.sent.map((act) => act.id))).toEqual(new Set([id(1)]));
  });

  test.each([
    ["no result at all", { results: [] }],
    ["results of other acts", { results: [{ id: id(77), is: "recorded", answer: {} }] }],
    ["something else", { hello: "world" }],
  ])("%s is no answer: everything stays", async (_, answer) => {
    const after = await till(accepted, await soldOffline(2), { send: async () => answer as never });
    await wakes(after);
    expect(after.outbox.unsent()).toBe(2);
    expect((await after.disk.acts()).every((act) => act.outcome === null)).toBe(true);
  });

  test("an answer that nobody can read holds up no sale, drops nothing, and is told", async () => {
    const { outbox, disk } = await till(accepted, undefined, {
      send: async () => Promise.reject(new ZodError([])),
    });
    expect(await outbox.act("sale", sale(1))).toMatchObject({ is: "kept" });
    expect([(await disk.acts()).length, outbox.reason()?.code]).toEqual([1, "broken"]);
  });

  test.each(["body_too_large", "invalid_request"] as const)(
    "a whole request refused because of one act (%s): the others go, and that one is kept and told (L4)",
    async (code) => {
      const server = createModelServer();
      const after = await till(accepted, await soldOffline(7), {
        send: async (_, json: SendActs) => {
          if (json.acts.some((act) => act.id === id(4))) throw new Refused(code, {});
          return server.send(json);
        },
      });
      await wakes(after);
      expect([...server.filed.keys()]).toEqual([1, 2, 3, 5, 6, 7].map(id));
      expect(after.outbox.queue().map((act) => act.id)).toEqual([id(4)]);
      expect(after.outbox.reason()?.code).toBe(code);
      // The number that did not come is a gap on the server, where it is shown until it is explained (L9).
      expect(server.gaps).toEqual([[11, 11]]);
    },
  );

  test("that one is tried again after an hour by itself, though nothing else is done (L4)", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    try {
      let tooLarge = true;
      const server = createModelServer();
      const after = await till(accepted, await soldOffline(1), {
        now: Date.now,
        send: async (_, json: SendActs) => {
          if (tooLarge) throw new Refused("body_too_large", {});
          return server.send(json);
        },
      });
      await wakes(after);
      tooLarge = false;
      await vi.advanceTimersByTimeAsync(3_540_000);
      expect(after.outbox.unsent()).toBe(1);
      await vi.advanceTimersByTimeAsync(120_000);
      await vi.waitFor(() => expect(after.outbox.unsent()).toBe(0));
      expect([server.filed.size, after.outbox.reason()]).toEqual([1, null]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a till whose numbers another device has taken", () => {
  test("what was promised keeps its number and goes to the repair list; what comes next counts above the server's", async () => {
    const book = await soldOffline(1);
    const server = createModelServer({ lastSeq: 12, lastReceiptCount: 9 });
    const after = await till(accepted, book, {
      send: async (_, json) => server.send(json),
      till: server.till,
    });
    await wakes(after);
    expect(after.outbox.toRepair()).toMatchObject([
      { id: id(1), seq: 8, outcome: { code: "till_seq_taken" } },
    ]);
    expect(await after.outbox.act("sale", sale(2))).toMatchObject({ is: "accepted" });
    expect(server.filed.get(id(2))?.act).toMatchObject({ seq: 13, receiptCount: 10 });
  });

  test("numbers that never came are a gap there, and the promised acts above it go on (L9)", async () => {
    const server = createModelServer({ lastSeq: 5, lastReceiptCount: 3 });
    const after = await till(accepted, await soldOffline(2), { send: async (_, json) => server.send(json) });
    await wakes(after);
    expect([server.gaps, [...server.filed.values()].map(({ act }) => act.seq)]).toEqual([[[6, 7]], [8, 9]]);
  });
});
