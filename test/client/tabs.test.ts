// One tab of a till acts, by the browser's locks or by a lease on the disk; whoever lost it writes nothing more (D5).
import "fake-indexeddb/auto";
import { createRoot } from "solid-js";
import { afterEach, describe, expect, test, vi } from "vitest";
import { LEASE_MS, LostTill, leaseOf, mayTake } from "../../client/lease.ts";
import { createOnlyTab } from "../../client/one-tab.ts";
import { openTillDisk, type TillDisk } from "../../client/till-disk.ts";
import { createModelServer } from "./model-server.ts";
import { accepted, closeAll, device, id, newBook, sale, silent, till } from "./till-at-a-wire.ts";

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  sessionStorage.clear();
  localStorage.clear();
  closeAll();
});

const clock = { nowMs: 1_000_000 };

interface Tab {
  stand: () => string;
  claim: () => void;
  takeOver: () => void;
  lose: () => void;
  disk: TillDisk;
  close: () => void;
  /** It goes, and its last words to the disk are lost. */
  crash: () => void;
  /** It is gone without a word. */
  dies: () => void;
}

/** The browser's locks for one test, as the standard has them: one holder, a line, and stealing. */
class Locks {
  #held: { stolen: (why: Error) => void } | null = null;
  #line: (() => void)[] = [];
  request(_: string, options: LockOptions, work: (lock: object | null) => unknown): Promise<unknown> {
    if (options.ifAvailable && this.#held) return Promise.resolve(work(null));
    if (options.steal) this.#held?.stolen(new DOMException("stolen", "AbortError"));
    if (options.steal) this.#held = null;
    return new Promise((resolve, reject) => {
      const hold = () => {
        const mine = { stolen: reject };
        this.#held = mine;
        const over = () => {
          if (this.#held !== mine) return;
          this.#held = null;
          this.#line.shift()?.();
        };
        Promise.resolve(work({})).then(resolve, reject).finally(over);
      };
      if (this.#held) this.#line.push(hold);
      else hold();
      options.signal?.addEventListener("abort", () => {
        this.#line = this.#line.filter((one) => one !== hold);
        reject(new DOMException("over", "AbortError"));
      });
    });
  }
}

async function tab(book: string, locks?: Locks): Promise<Tab> {
  const disk = await openTillDisk(book);
  if (!(await disk.device())) await disk.becomeTill(device);
  return createRoot((dispose) => {
    let gone = false;
    const mute: TillDisk = {
      ...disk,
      lease: (decide) => (gone ? new Promise(() => {}) : disk.lease(decide)),
    };
    const only = createOnlyTab({
      name: "kasir",
      disk: mute,
      now: () => clock.nowMs,
      locks: locks as unknown as LockManager | undefined,
    });
    const close = () => {
      dispose();
      disk.close();
    };
    ends.push(close);
    return {
      ...only,
      disk,
      close,
      crash: () => {
        gone = true;
        dispose();
      },
      dies: () => {
        gone = true;
        dispose();
        sessionStorage.clear();
        localStorage.clear();
      },
    };
  });
}
const stands = async (one: Tab, stand: string) => await vi.waitFor(() => expect(one.stand()).toBe(stand));
const writes = (one: Tab) => one.disk.step((now) => ({ device: now ?? undefined }));

describe("the lease, as a rule", () => {
  test.each([
    ["nobody has it", null, true],
    ["it is one's own", leaseOf("me", 5), true],
    ["another tab lives", leaseOf("you", 5), false],
    ["another tab is silent for too long", leaseOf("you", 5 - LEASE_MS), true],
    ["the clock was set back by a day since", { holder: "you", untilMs: 86_400_000 }, true],
  ])("%s", (_, lease, may) => expect(mayTake(lease, "me", 5)).toBe(may));
});

describe.each([
  ["with the browser's locks", () => new Locks()],
  ["by a lease on the disk, where a page on plain http has no locks", () => undefined],
])("%s", (_, make) => {
  test("the first tab acts, the second looks on, and takes its place when the first is closed (D5)", async () => {
    const [book, locks] = [newBook(), make()];
    const first = await tab(book, locks);
    first.claim();
    await stands(first, "mine");
    const second = await tab(book, locks);
    second.claim();
    await stands(second, "elsewhere");
    vi.useFakeTimers({ toFake: ["setInterval"] });
    first.close();
    vi.useRealTimers();
    if (!locks) second.takeOver();
    await stands(second, "mine");
    await writes(second);
  });

  test("a key takes the till over at once, and from then on not one step of the first tab is written", async () => {
    const [book, locks] = [newBook(), make()];
    const first = await tab(book, locks);
    first.claim();
    await stands(first, "mine");
    await writes(first);
    const second = await tab(book, locks);
    second.claim();
    await stands(second, "elsewhere");
    second.takeOver();
    await stands(second, "mine");
    await expect(writes(first)).rejects.toBeInstanceOf(LostTill);
    await writes(second);
    first.lose();
    expect(first.stand()).toBe("elsewhere");
  });
});

test("a reload is the same tab and goes on at once, even where its leaving did not come through; a copy of it is another", async () => {
  const book = newBook();
  const before = await tab(book);
  before.claim();
  await stands(before, "mine");
  // The page goes, and what it wrote on the disk while going is lost.
  before.crash();
  const after = await tab(book);
  after.claim();
  await stands(after, "mine");
  const copy = await tab(book);
  copy.claim();
  await stands(copy, "elsewhere");
});

test("a tab that is closed lets go at once, even where its last write to the disk did not come through", async () => {
  const book = newBook();
  const first = await tab(book);
  first.claim();
  await stands(first, "mine");
  const second = await tab(book);
  second.claim();
  await stands(second, "elsewhere");
  first.crash();
  dispatchEvent(new StorageEvent("storage", { key: "tab kasir pergi" }));
  await stands(second, "mine");
  await expect(writes(first)).rejects.toBeInstanceOf(LostTill);
  // Who lives is not taken for one that has gone.
  const third = await tab(book);
  third.claim();
  await stands(third, "elsewhere");
});

test("a tab that crashed keeps the lease for a minute and a half, and then the next one works", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    const book = newBook();
    const crashed = await tab(book);
    crashed.claim();
    await stands(crashed, "mine");
    crashed.dies();
    const next = await tab(book);
    next.claim();
    await stands(next, "elsewhere");
    clock.nowMs += LEASE_MS - 1;
    vi.advanceTimersByTime(5_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(next.stand()).toBe("elsewhere");
    clock.nowMs += 1;
    vi.advanceTimersByTime(5_000);
    await stands(next, "mine");
    await expect(writes(crashed)).rejects.toBeInstanceOf(LostTill);
  } finally {
    vi.useRealTimers();
  }
});

test("a tab that lives renews its lease, however long the day is", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    const book = newBook();
    const [first, second] = [await tab(book), await tab(book)];
    first.claim();
    await stands(first, "mine");
    second.claim();
    for (let times = 0; times < 40; times += 1) {
      clock.nowMs += 5_000;
      vi.advanceTimersByTime(5_000);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect([first.stand(), second.stand()]).toEqual(["mine", "elsewhere"]);
  } finally {
    vi.useRealTimers();
  }
});

test("two tabs that both think they are the till count no number twice: the second keeps nothing, sends nothing and says so", async () => {
  const book = newBook();
  const server = createModelServer();
  const lost = { told: 0 };
  const first = await till(accepted, book, {
    lost: () => (lost.told += 1),
    send: async (_, json) => server.send(json),
  });
  await first.disk.lease(() => leaseOf("first", clock.nowMs));
  first.disk.fence("first");
  expect(await first.outbox.act("sale", sale(1))).toMatchObject({ is: "accepted" });
  const second = await till(accepted, book, { send: async (_, json) => server.send(json) });
  await second.disk.lease(() => leaseOf("second", clock.nowMs));
  second.disk.fence("second");
  await second.outbox.start();
  expect(await second.outbox.act("sale", sale(2))).toMatchObject({ is: "accepted" });
  expect(await first.outbox.act("sale", sale(3))).toMatchObject({
    is: "refused",
    refusal: { code: "till_elsewhere" },
  });
  expect(lost.told).toBe(1);
  expect([...server.filed.values()].map(({ act }) => [act.id, act.seq])).toEqual([
    [id(1), 8],
    [id(2), 9],
  ]);
});

test("what a crashed tab left in its queue is taken up by the next one, in order, once", async () => {
  const book = newBook();
  const crashed = await till(silent, book);
  await crashed.disk.lease(() => leaseOf("crashed", clock.nowMs));
  crashed.disk.fence("crashed");
  await crashed.outbox.act("sale", sale(1));
  await crashed.outbox.act("sale", sale(2));
  const next = await till(accepted, book);
  await next.disk.lease((lease) =>
    mayTake(lease, "next", clock.nowMs + LEASE_MS) ? leaseOf("next", clock.nowMs) : undefined,
  );
  next.disk.fence("next");
  await next.outbox.start();
  await next.outbox.retry();
  expect(next.sent.map((act) => act.id)).toEqual([id(1), id(2)]);
  // The crashed one wakes after all: what it sends again is the same act, and it can write nothing.
  await crashed.outbox.retry();
  expect(await next.disk.acts()).toEqual([]);
});
