// The page of a simulated till: the real queue on a disk, and an end of the page at any step to disk or wire, after which that step answers nobody.

import { createQueue } from "../../client/queue.ts";
import { Refused } from "../../client/refused.ts";
import { type Device, openTillDisk, type TillDisk } from "../../client/till-disk.ts";
import type { Fate, Weather } from "./tills-acts.ts";
import type { Server } from "./tills-wire.ts";
import type { Person } from "./tills-world.ts";

const PATIENCE_MS = 6;
/** The queue's own repeats; the hand asks for most of them. */
const PAUSE_MS = 400;

export type Queue = ReturnType<typeof createQueue>;
/** What a queue answered, or nothing because the page has ended. */
export const ENDED = Symbol("the page has ended");

interface Life {
  readonly disk: TillDisk;
  readonly queue: Queue;
  readonly ended: Promise<typeof ENDED>;
}

export interface PageNeeds {
  readonly name: string;
  readonly device: Device;
  readonly server: Server;
  readonly weather: Weather;
  readonly now: () => number;
  readonly who: () => Person;
}

export async function aPage({ name, device, server, weather, now, who }: PageNeeds) {
  const fates = [...weather.fates];
  const ends = [...weather.ends];
  let up = true;
  let life: Life = await begin();

  const nextFate = (): Fate => fates.shift() ?? "fine";

  async function begin(): Promise<Life> {
    const disk = await openTillDisk(name);
    if (!(await disk.device())) await disk.becomeTill(device);
    const end = ends.shift();
    let steps = 0;
    let over: (ended: typeof ENDED) => void = () => {};
    const ended = new Promise<typeof ENDED>((resolve) => (over = resolve));
    const never = () => new Promise<never>(() => {});
    let gone = false;
    /** Counts what leaves the page; at its last step the page is gone, before the step is done or just after. */
    const step = async <T>(work: () => Promise<T>): Promise<T> => {
      if (gone) return await never();
      steps += 1;
      if (steps !== end?.after) {
        const done = await work();
        return gone ? await never() : done;
      }
      gone = true;
      if (end.done) await work().catch(() => {});
      over(ENDED);
      return await never();
    };
    const mortal = new Proxy(disk, {
      get: (of, method: keyof TillDisk) =>
        method === "close" || method === "fence"
          ? of[method]
          : (...given: never[]) =>
              step(() => (of[method] as (...all: never[]) => Promise<unknown>)(...given)),
    });
    const queue = createQueue({
      disk: mortal,
      send: (tillId, sent) => step(() => heard(server.send(who().cookie, nextFate(), tillId, sent))),
      till: (tillId) => step(() => heard(server.till(who().cookie, nextFate(), tillId))),
      now,
      who,
      up: () => up,
      whyNotPromised: (kind) =>
        kind === "count_shift" || kind === "close_shift" ? new Refused("server_needed", {}) : null,
      patienceMs: PATIENCE_MS,
      pauseMs: () => PAUSE_MS,
    });
    const made = { disk, queue, ended };
    // A page that is opened sends what was left; it may end over that, too.
    await Promise.race([queue.load(), ended]);
    return made;
  }

  async function heard<T>(answer: Promise<T>): Promise<T> {
    try {
      const said = await answer;
      up = true;
      return said;
    } catch (error) {
      up = error instanceof Refused;
      throw error;
    }
  }

  return {
    get disk() {
      return life.disk;
    },
    get queue() {
      return life.queue;
    },
    /** Does something with the queue; where the page ends over it, another page is opened. */
    async with<T>(work: (queue: Queue) => Promise<T>): Promise<T | typeof ENDED> {
      const done = await Promise.race([work(life.queue), life.ended]);
      if (done === ENDED) {
        life.queue.close();
        life.disk.close();
        life = await begin();
      }
      return done;
    },
    /** Asks whether the server is there, as a page does again and again while nothing answers. */
    async probe(): Promise<void> {
      if (up) return;
      const fate = nextFate();
      up = fate === "fine" || fate === "twice" || fate === "restart";
      // The moment the server answers again is the moment to send what waits.
      if (up) void life.queue.retry();
    },
    /** From now on all is well. */
    calm(): void {
      fates.length = 0;
      ends.length = 0;
    },
    close(): void {
      life.queue.close();
      life.disk.close();
    },
  };
}

export type Page = Awaited<ReturnType<typeof aPage>>;
