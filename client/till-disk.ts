// What a till keeps on its own disk: which till it is, how far it has counted, every act until it is answered and seen, parked carts, and copies of what the server said.
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from "idb";
import { z } from "zod";
import { tillIdSchema } from "#rules/ids";
import { type KeptAct, keptActSchema } from "./commands.ts";
import { countedUp } from "./counting.ts";

export const deviceSchema = z.object({
  tillId: tillIdSchema,
  code: z.string(),
  name: z.string(),
  /** The book this till belongs to: a device that was a till of another book must be registered again. */
  centreCode: z.string(),
  practice: z.boolean(),
  /** Both count what is on its way too: they go up with the act, and back with one that is refused (N1, D7). */
  lastSeq: z.int().min(0),
  lastReceiptCount: z.int().min(0),
  /** Sales of training have numbers of their own (H7). */
  lastTrainingCount: z.int().min(0).optional(),
});
export type Device = z.infer<typeof deviceSchema>;

interface Shelves extends DBSchema {
  device: { key: "till"; value: unknown };
  acts: { key: string; value: unknown };
  parked: { key: string; value: unknown };
  memory: { key: string; value: unknown };
}

/** What one transaction writes: the act, the forgetting of one, and how far the till has counted, all or none. */
export interface Step {
  readonly keep?: KeptAct | undefined;
  readonly forget?: string | undefined;
  readonly device?: Device | undefined;
}

export type TillDisk = Awaited<ReturnType<typeof openTillDisk>>;

/** `lost` is told of a record that could not be read; it is never dropped silently. */
export async function openTillDisk(
  name = "sentra-kreasi",
  lost: (record: unknown) => void = () => {},
  /** A tab of an older program holds the disk; it opens once that tab is closed. */
  held: () => void = () => {},
) {
  const db: IDBPDatabase<Shelves> = await openDB<Shelves>(name, 3, {
    blocked: held,
    async upgrade(opened, from, _, change) {
      if (from < 1) {
        opened.createObjectStore("device");
        opened.createObjectStore("acts");
      }
      if (from < 2) opened.createObjectStore("parked");
      if (from < 3) opened.createObjectStore("memory");
      if (from === 1) await countWhatWaits(change);
    },
  });
  const read = <T>(schema: z.ZodType<T>, records: readonly unknown[]): T[] =>
    records.flatMap((record) => {
      const known = schema.safeParse(record);
      if (!known.success) lost(record);
      return known.success ? [known.data] : [];
    });

  return {
    async device(): Promise<Device | null> {
      return deviceIn(await db.get("device", "till"));
    },
    async becomeTill(device: Device | null): Promise<void> {
      if (device) await db.put("device", device, "till");
      else await db.delete("device", "till");
    },
    /** Oldest first: ids are made in the order of time. */
    async acts(): Promise<KeptAct[]> {
      return read(keptActSchema, await db.getAll("acts")).sort((a, b) => a.keptAtMs - b.keptAtMs);
    },
    /** Reads how far the till has counted and writes what `decide` makes of it; resolves when it is on the disk, not before (L1). */
    async step(decide: (device: Device | null) => Step): Promise<Step> {
      const write = db.transaction(["acts", "device"], "readwrite", { durability: "strict" });
      const [acts, device] = [write.objectStore("acts"), write.objectStore("device")];
      const made = decide(deviceIn(await device.get("till")));
      await Promise.all([
        made.keep && acts.put(made.keep, made.keep.id),
        made.forget === undefined ? undefined : acts.delete(made.forget),
        made.device && device.put(made.device, "till"),
        write.done,
      ]);
      return made;
    },
    /** Parked carts as they were kept; whoever reads them knows their shape. */
    async parked(): Promise<unknown[]> {
      return await db.getAll("parked");
    },
    async park(id: string, cart: unknown): Promise<void> {
      const write = db.transaction("parked", "readwrite", { durability: "strict" });
      await Promise.all([write.store.put(cart, id), write.done]);
    },
    async unpark(id: string): Promise<void> {
      await db.delete("parked", id);
    },
    /** A copy of what the server said; undefined forgets it. Whoever recalls it knows its shape. */
    async remember(what: string, copy: unknown): Promise<void> {
      if (copy === undefined) await db.delete("memory", what);
      else await db.put("memory", copy, what);
    },
    async recall(what: string): Promise<unknown> {
      return await db.get("memory", what);
    },
    close(): void {
      db.close();
    },
  };
}

function deviceIn(record: unknown): Device | null {
  const known = deviceSchema.safeParse(record);
  return known.success ? known.data : null;
}

/** Version 1 counted an act only once it was answered: what was on its way is counted now. */
async function countWhatWaits(
  places: IDBPTransaction<Shelves, StoreNames<Shelves>[], "versionchange">,
): Promise<void> {
  const device = deviceIn(await places.objectStore("device").get("till"));
  if (!device) return;
  let counted = device;
  for (const record of await places.objectStore("acts").getAll()) {
    const act = keptActSchema.safeParse(record);
    if (act.success && act.data.outcome === null) counted = countedUp(counted, act.data);
  }
  await places.objectStore("device").put(counted, "till");
}
