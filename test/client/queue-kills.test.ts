// A page is killed at every await of a busy till, wire and disk fail and do not say how far they came: every act once, with the numbers that were said.
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { staffIdSchema } from "#rules/ids";
import type { CommandKind } from "../../client/commands.ts";
import { createQueue, type Queue } from "../../client/queue.ts";
import { Unreachable } from "../../client/refused.ts";
import { openTillDisk, type TillDisk } from "../../client/till-disk.ts";
import { createModelServer, type ModelServer } from "./model-server.ts";
import { count, device, id, newBook, sale } from "./till-at-a-wire.ts";

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});
const never = () => new Promise<never>(() => {});

/** late: the answer comes when the till has given up waiting. hangs: nothing comes, and that only after a long time. */
type Wire = "answers" | "no_request" | "no_answer" | "late" | "hangs";

/** The next write: fails with nothing written, or is told as failed and has come through. */
type Disk = "well" | "fails" | "untold";

/** What the screen was told of each act. */
interface Said {
  readonly is: string;
  readonly seq: number | null;
}

/** One page, from opening it to throwing it away; nothing answers it afterwards. */
interface Life {
  over: boolean;
}

class Tablet {
  readonly book = newBook();
  readonly server: ModelServer = createModelServer();
  readonly said = new Map<string, Said>();
  /** Every way into the disk and the wire is a place to be killed at. */
  steps = 0;
  killAt = Number.POSITIVE_INFINITY;
  dead = false;
  wire: Wire = "answers";
  disk: Disk = "well";
  inFlight = 0;
  #life: Life = { over: false };
  #queue: Queue | null = null;
  #disk: TillDisk | null = null;

  /** Before and after: the power may go while it is written, or when it is written and nobody was told. */
  async #mortal<T>(life: Life, work: () => Promise<T>): Promise<T> {
    const dies = () => {
      if (life.over) return true;
      this.steps += 1;
      if (this.steps === this.killAt) this.dead = true;
      return this.dead;
    };
    if (dies()) return await never();
    const made = await work();
    return dies() ? await never() : made;
  }

  async #written<T>(work: () => Promise<T>): Promise<T> {
    const how = this.disk;
    this.disk = "well";
    if (how === "fails") throw new DOMException("not begun", "UnknownError");
    const made = await work();
    if (how === "untold") throw new DOMException("gone", "AbortError");
    return made;
  }

  async wake(): Promise<void> {
    this.#life.over = true;
    this.#queue?.close();
    this.dead = false;
    this.killAt = Number.POSITIVE_INFINITY;
    const disk = await openTillDisk(this.book);
    if (!(await disk.device())) await disk.becomeTill(device);
    this.#disk = disk;
    const life: Life = { over: false };
    this.#life = life;
    const guarded: TillDisk = {
      ...disk,
      step: (decide, of) => this.#mortal(life, () => this.#written(() => disk.step(decide, of))),
      all: () => this.#mortal(life, () => disk.all()),
      paper: (actId) => this.#mortal(life, () => disk.paper(actId)),
      device: () => this.#mortal(life, () => disk.device()),
    };
    const queue = createQueue({
      disk: guarded,
      now: () => 1_616_000_000_000,
      who: () => ({ signInId: null, by: { staffId: staffIdSchema.parse(3), name: "Dewi" } }),
      up: () => true,
      pauseMs: () => 60_000,
      patienceMs: 15,
      till: () => this.#mortal(life, () => this.server.till()),
      send: async (_, json) => {
        if (!life.over) this.inFlight += 1;
        if (!life.over) expect(this.inFlight).toBe(1);
        try {
          // What leaves is text: nothing of the page comes with it.
          const text = JSON.stringify(json);
          return await this.#mortal(life, async () => {
            const wire = this.wire;
            if (wire === "hangs") await later(25);
            if (wire === "hangs" || wire === "no_request") throw new Unreachable("lost");
            const answer = this.server.send(JSON.parse(text));
            if (wire === "no_answer") throw new Unreachable("lost");
            if (wire === "late") await later(25);
            return answer;
          });
        } finally {
          if (!life.over) this.inFlight -= 1;
        }
      },
    });
    ends.push(() => {
      life.over = true;
      queue.close();
      disk.close();
    });
    this.inFlight = 0;
    this.#queue = queue;
    await queue.load();
    void queue.pass();
  }

  async #alive<T>(work: Promise<T>): Promise<T | null> {
    const killed = (async () => {
      while (!this.dead) await new Promise((resolve) => setTimeout(resolve, 1));
      return null;
    })();
    return await Promise.race([work, killed]);
  }

  async act(kind: CommandKind, n: number): Promise<void> {
    if (this.dead || !this.#queue) return;
    const draft = kind === "sale" ? sale(n) : count(n);
    const outcome = await this.#alive(this.#queue.act(kind, draft as never));
    if (!outcome) return;
    this.said.set(id(n), { is: outcome.is, seq: outcome.is === "kept" ? outcome.act.seq : null });
  }

  async retry(): Promise<void> {
    if (this.#queue && !this.dead) await this.#alive(Promise.race([this.#queue.retry(), later(20)]));
  }

  /** Everything is well at last: the page is opened once more and all goes out. */
  async end(): Promise<void> {
    this.wire = "answers";
    this.disk = "well";
    this.server.is(null);
    await this.wake();
    await this.#queue?.retry();
    await this.#queue?.retry();
  }

  async check(): Promise<void> {
    const queue = this.#queue as Queue;
    expect(queue.state().acts).toEqual([]);
    const { filed, gaps } = this.server;
    for (const [actId, { is, seq }] of this.said) {
      const there = filed.get(actId);
      if (is === "accepted") expect(there?.result.is).toBe("recorded");
      // Said "done": in the book or on its repair list, with the number that was on the paper.
      if (is === "kept") expect([actId, there?.act.seq]).toEqual([actId, seq]);
      if (is === "refused" || is === "behind") expect(there).toBeUndefined();
    }
    expect(gaps).toEqual([]);
    // No number twice and none left out, of the acts and of the papers (L9, N1).
    const acts = [...filed.values()].map(({ act }) => act);
    const seqs = acts.map((act) => act.seq).sort((a, b) => a - b);
    expect(seqs).toEqual(seqs.map((_, at) => device.lastSeq + 1 + at));
    const papers = acts.flatMap((act) => act.receiptCount ?? []).sort((a, b) => a - b);
    expect(papers).toEqual(papers.map((_, at) => device.lastReceiptCount + 1 + at));
    expect(await this.#disk?.device()).toMatchObject(this.server.counts());
    // Every paper that the server knows is readable here.
    const here = new Set((await this.#disk?.papers())?.map((act) => act.id));
    for (const act of acts) if (act.kind === "sale") expect(here).toContain(act.id);
  }
}

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A busy quarter of an hour: it counts its ways, so that each can be the last one. */
async function busy(tablet: Tablet, wires: readonly Wire[]): Promise<void> {
  const kinds: CommandKind[] = ["sale", "sale", "count_shift", "sale"];
  for (const [at, wire] of wires.entries()) {
    tablet.wire = wire;
    if (tablet.dead) await tablet.wake();
    await tablet.act(kinds[at % kinds.length] as CommandKind, at + 1);
    if (at % 2 === 1) await tablet.retry();
  }
}

const scripts: Wire[][] = [
  ["answers", "answers", "answers", "answers"],
  ["no_request", "no_answer", "answers", "no_request", "answers"],
  ["late", "hangs", "answers", "late", "answers"],
  ["answers", "no_answer", "no_answer", "no_request", "no_answer", "answers"],
];

describe.each(scripts.map((wires) => [wires.join(" "), wires] as const))(
  "killed at every await: %s",
  (_, wires) => {
    test("every act once, with the numbers that were said (L1, D1, N1)", async () => {
      const whole = new Tablet();
      await whole.wake();
      await busy(whole, wires);
      const ways = whole.steps;
      await whole.end();
      await whole.check();
      expect(ways).toBeGreaterThan(10);
      for (let killAt = 1; killAt <= ways; killAt += 1) {
        const tablet = new Tablet();
        // One of the acts is refused by the rules, in each of its lives.
        if (killAt % 3 === 0) tablet.server.poisoned.add(id(2));
        await tablet.wake();
        tablet.killAt = killAt;
        await busy(tablet, wires);
        await tablet.end();
        await tablet.check();
      }
    });
  },
);

test("any interleaving of acts, losses, kills, failing writes and refusals ends with each act once and no number missing", async () => {
  const event = fc.oneof(
    { weight: 4, arbitrary: fc.record({ is: fc.constant("sale" as const) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant("count" as const) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant("poisoned" as const) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        is: fc.constant("wire" as const),
        wire: fc.constantFrom<Wire>("answers", "no_request", "no_answer", "late", "hangs"),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        is: fc.constant("server" as const),
        how: fc.constantFrom(null, "busy" as const, "disk_full" as const),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ is: fc.constant("kill" as const), after: fc.integer({ min: 1, max: 9 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        is: fc.constant("disk" as const),
        how: fc.constantFrom<Disk>("fails", "untold"),
      }),
    },
    { weight: 2, arbitrary: fc.record({ is: fc.constant("retry" as const) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant("twice" as const) }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 18 }), async (events) => {
      const tablet = new Tablet();
      await tablet.wake();
      let n = 0;
      for (const now of events) {
        if (tablet.dead) await tablet.wake();
        if (now.is === "disk") tablet.disk = now.how;
        if (now.is === "wire") tablet.wire = now.wire;
        if (now.is === "server") tablet.server.is(now.how);
        if (now.is === "kill") tablet.killAt = tablet.steps + now.after;
        if (now.is === "retry") await tablet.retry();
        if (now.is === "poisoned") tablet.server.poisoned.add(id(n + 1));
        if (now.is === "sale" || now.is === "poisoned") await tablet.act("sale", ++n);
        if (now.is === "count") await tablet.act("count_shift", ++n);
        if (now.is === "twice") {
          n += 1;
          await Promise.all([tablet.act("sale", n), tablet.act("sale", n)]);
        }
      }
      await tablet.end();
      await tablet.check();
    }),
    { numRuns: 150, endOnFailure: true },
  );
}, 120_000);
