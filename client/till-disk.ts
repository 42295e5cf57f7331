// What a till keeps on its own disk: which till it is, how far it has counted, its acts and papers, parked carts, and copies of what the server said.
import { hasPaper, type KeptAct, keptActSchema } from "./commands.ts";
import { type Lease, LostTill, leaseSchema } from "./lease.ts";
import { salvaged } from "./old-acts.ts";
import { Refused } from "./refused.ts";
import { type Database, type Device, deviceIn, openShelves } from "./shelves.ts";
import { aReserve, isFull } from "./storage.ts";

export type { Device } from "./shelves.ts";

/** What one transaction writes: acts, forgetting and filing away of others, and how far the till has counted, all or none. */
export interface Step {
  readonly keep?: KeptAct | readonly KeptAct[] | undefined;
  readonly forget?: string | readonly string[] | undefined;
  /** Answered and seen: from the queue to the papers, which stay readable for some days. */
  readonly file?: readonly KeptAct[] | undefined;
  readonly device?: Device | undefined;
}

/** What a step makes of how far the till has counted and of the acts it asked for. */
type Deciding = (device: Device | null, acts: ReadonlyMap<string, KeptAct>) => Step;

/** Papers stay readable for this long, and this many at most. */
const paperMs = 3 * 24 * 60 * 60 * 1000;
export const mostPapers = 1000;

export type TillDisk = Awaited<ReturnType<typeof openTillDisk>>;

/** `lost` is told of a record that could not be read; it is never dropped silently. */
export async function openTillDisk(
  name = "sentra-kreasi",
  lost: (record: unknown) => void = () => {},
  /** A tab of an older program holds the disk; it opens once that tab is closed. */
  held: () => void = () => {},
) {
  const shelves = await openShelves(name, held);
  /** The tab that may write, where tabs have to agree about that. */
  let holder: string | null = null;

  const deviceNow = async (): Promise<Device | null> =>
    deviceIn(await shelves.use((db) => db.get("device", "till")));

  /** The queue: unanswered acts in the order of their numbers, then what was answered and not seen; and what nothing can read. */
  const all = async (): Promise<{ acts: KeptAct[]; unreadable: unknown[] }> => {
    const [records, device] = [await shelves.use((db) => db.getAll("acts")), await deviceNow()];
    const acts: KeptAct[] = [];
    const unreadable: unknown[] = [];
    for (const record of records) {
      const known = keptActSchema.safeParse(record);
      const act = known.success ? known.data : salvaged(record, device);
      if (!known.success) lost(record);
      if (act) acts.push(act);
      else unreadable.push(record);
    }
    const rank = (act: KeptAct) => (act.tillId === device?.tillId ? 1 : 0);
    acts.sort((a, b) => rank(a) - rank(b) || a.tillId - b.tillId || a.seq - b.seq);
    return { acts, unreadable };
  };

  const tryStep = async (db: Database, decide: Deciding, of: readonly string[]): Promise<Step> => {
    const write = db.transaction(["acts", "papers", "device"], "readwrite", { durability: "strict" });
    // What fails is told by the steps themselves; the transaction's own end must not be left unheard beside them.
    write.done.catch(() => {});
    const [acts, papers, device] = [
      write.objectStore("acts"),
      write.objectStore("papers"),
      write.objectStore("device"),
    ];
    if (holder !== null && leaseIn(await device.get("lease"))?.holder !== holder) throw new LostTill();
    const now = deviceIn(await device.get("till"));
    const found = new Map<string, KeptAct>();
    for (const id of of) {
      const record = await acts.get(id);
      const act = record === undefined ? null : readable(record, now);
      if (act) found.set(id, act);
    }
    const made = decide(now, found);
    const written = Promise.all([
      ...listed(made.keep).map((act) => acts.put(act, act.id)),
      ...listed(made.forget).map((id) => acts.delete(id)),
      ...(made.file ?? []).flatMap((act) => [papers.put(act, act.id), acts.delete(act.id)]),
      made.device && device.put(made.device, "till"),
      write.done,
    ]);
    await written.catch((error) => {
      // Whichever request failed first, it is the transaction that knows why.
      throw isFull(write.error) ? write.error : error;
    });
    return made;
  };

  return {
    device: deviceNow,
    async becomeTill(device: Device | null): Promise<void> {
      await shelves.use(async (db) => {
        if (device) await db.put("device", device, "till");
        else await db.delete("device", "till");
      });
    },
    all,
    acts: async (): Promise<KeptAct[]> => (await all()).acts,
    /**
     * Reads how far the till has counted, and the acts named in `of`, and writes what `decide` makes of it; resolves when it is on the
     * disk, not before (L1). Where the disk is full the reserve is let go first. Throws Refused `device_full` with nothing written, and
     * LostTill where another tab has taken over.
     */
    async step(decide: Deciding, of: readonly string[] = []): Promise<Step> {
      const once = () => shelves.use((db) => tryStep(db, decide, of));
      try {
        return await once();
      } catch (error) {
        if (!isFull(error)) throw error;
        await shelves.use((db) => db.delete("reserve", "room")).catch(() => {});
        // A browser counts what was let go a moment later.
        for (const pauseMs of [0, 200, 600]) {
          await new Promise((resolve) => setTimeout(resolve, pauseMs));
          const made = await once().catch((again) => {
            if (isFull(again)) return null;
            throw again;
          });
          if (made) return made;
        }
        throw new Refused("device_full", {});
      }
    },
    /** Whether an act would find room: the reserve lies there, or can be laid there now. */
    async hasRoom(): Promise<boolean> {
      try {
        await shelves.use(async (db) => {
          if ((await db.getKey("reserve", "room")) !== undefined) return;
          const write = db.transaction("reserve", "readwrite", { durability: "strict" });
          write.done.catch(() => {});
          await Promise.all([write.store.put(aReserve(), "room"), write.done]);
        });
        return true;
      } catch (error) {
        if (isFull(error)) return false;
        throw error;
      }
    },
    /** Sales and refunds of this device, answered or not, newest first. */
    async papers(): Promise<KeptAct[]> {
      const records = await shelves.use((db) => db.getAll("papers"));
      const filed = records.flatMap((record) => readable(record, null) ?? []);
      const queued = (await all()).acts.filter(hasPaper);
      return [...queued, ...filed].sort((a, b) => b.keptAtMs - a.keptAtMs || b.seq - a.seq);
    },
    async paper(id: string): Promise<KeptAct | null> {
      const record = await shelves.use(
        async (db) => (await db.get("acts", id)) ?? (await db.get("papers", id)),
      );
      const act = record === undefined ? null : readable(record, null);
      return act && hasPaper(act) ? act : null;
    },
    /** Lets go of papers that are older than three days, and of the oldest above a thousand. */
    async clearPapers(nowMs: number): Promise<void> {
      await shelves.use(async (db) => {
        const write = db.transaction("papers", "readwrite");
        let surplus = (await write.store.count()) - mostPapers;
        for (let at = await write.store.index("kept").openCursor(); at; at = await at.continue()) {
          if (at.key > nowMs - paperMs && surplus <= 0) break;
          await at.delete();
          surplus -= 1;
        }
        await write.done;
      });
    },
    /** Reads the lease and writes what `decide` makes of it; undefined leaves it. */
    async lease(decide: (lease: Lease | null) => Lease | null | undefined): Promise<void> {
      await shelves.use(async (db) => {
        const write = db.transaction("device", "readwrite");
        const made = decide(leaseIn(await write.store.get("lease")));
        if (made) await write.store.put(made, "lease");
        if (made === null) await write.store.delete("lease");
        await write.done;
      });
    },
    /** From now on each step asks whether the lease is still this holder's. */
    fence(by: string | null): void {
      holder = by;
    },
    /** Parked carts as they were kept; whoever reads them knows their shape. */
    async parked(): Promise<unknown[]> {
      return await shelves.use((db) => db.getAll("parked"));
    },
    async park(id: string, cart: unknown): Promise<void> {
      await shelves.use(async (db) => {
        const write = db.transaction("parked", "readwrite", { durability: "strict" });
        await Promise.all([write.store.put(cart, id), write.done]);
      });
    },
    async unpark(id: string): Promise<void> {
      await shelves.use((db) => db.delete("parked", id));
    },
    /** A copy of what the server said; undefined forgets it. Whoever recalls it knows its shape. */
    async remember(what: string, copy: unknown): Promise<void> {
      await shelves.use(async (db) => {
        if (copy === undefined) await db.delete("memory", what);
        else await db.put("memory", copy, what);
      });
    },
    async recall(what: string): Promise<unknown> {
      return await shelves.use((db) => db.get("memory", what));
    },
    close: shelves.close,
  };
}

function leaseIn(record: unknown): Lease | null {
  const known = leaseSchema.safeParse(record);
  return known.success ? known.data : null;
}

function readable(record: unknown, device: Device | null): KeptAct | null {
  const known = keptActSchema.safeParse(record);
  return known.success ? known.data : salvaged(record, device);
}

function listed<T>(one: T | readonly T[] | undefined): readonly T[] {
  if (one === undefined) return [];
  return Array.isArray(one) ? one : [one as T];
}
