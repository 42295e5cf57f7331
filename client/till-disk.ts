// What a till keeps on its own disk: which till it is, how far it has counted, and every act until it is answered and seen.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { z } from "zod";
import { tillIdSchema } from "#rules/ids";
import { type KeptAct, keptActSchema } from "./commands.ts";

export const deviceSchema = z.object({
  tillId: tillIdSchema,
  code: z.string(),
  name: z.string(),
  /** The book this till belongs to: a device that was a till of another book must be registered again. */
  centreCode: z.string(),
  practice: z.boolean(),
  lastSeq: z.int().min(0),
  lastReceiptCount: z.int().min(0),
});
export type Device = z.infer<typeof deviceSchema>;

interface Shelves extends DBSchema {
  device: { key: "till"; value: unknown };
  acts: { key: string; value: unknown };
}

export type TillDisk = Awaited<ReturnType<typeof openTillDisk>>;

/** `lost` is told of a record that could not be read; it is never dropped silently. */
export async function openTillDisk(name = "sentra-kreasi", lost: (record: unknown) => void = () => {}) {
  const db: IDBPDatabase<Shelves> = await openDB<Shelves>(name, 1, {
    upgrade(opened) {
      opened.createObjectStore("device");
      opened.createObjectStore("acts");
    },
  });

  return {
    async device(): Promise<Device | null> {
      const kept = deviceSchema.safeParse(await db.get("device", "till"));
      return kept.success ? kept.data : null;
    },
    async becomeTill(device: Device | null): Promise<void> {
      if (device) await db.put("device", device, "till");
      else await db.delete("device", "till");
    },
    /** Oldest first: ids are made in the order of time. */
    async acts(): Promise<KeptAct[]> {
      const kept: KeptAct[] = [];
      for (const record of await db.getAll("acts")) {
        const read = keptActSchema.safeParse(record);
        if (read.success) kept.push(read.data);
        else lost(record);
      }
      return kept.sort((a, b) => a.keptAtMs - b.keptAtMs);
    },
    /** Resolves when it is on the disk, not before (L1). With a device, its counts move in the same transaction. */
    async keep(act: KeptAct, device?: Device): Promise<void> {
      const write = db.transaction(["acts", "device"], "readwrite", { durability: "strict" });
      await Promise.all([
        write.objectStore("acts").put(act, act.id),
        device ? write.objectStore("device").put(device, "till") : undefined,
        write.done,
      ]);
    },
    async forget(id: string): Promise<void> {
      await db.delete("acts", id);
    },
    close(): void {
      db.close();
    },
  };
}
