// The database under a till's disk: its shelves, older ones made into these, and one that the browser has closed opened again.
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from "idb";
import { z } from "zod";
import { tillIdSchema } from "#rules/ids";
import { countedUp } from "./counting.ts";
import { converted } from "./old-acts.ts";
import { DiskClosed } from "./refused.ts";

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
  device: { key: "till" | "lease"; value: unknown };
  acts: { key: string; value: unknown };
  papers: { key: string; value: unknown; indexes: { kept: number } };
  parked: { key: string; value: unknown };
  memory: { key: string; value: unknown };
  reserve: { key: "room"; value: Uint8Array };
}
export type Database = IDBPDatabase<Shelves>;
type Change = IDBPTransaction<Shelves, StoreNames<Shelves>[], "versionchange">;

const version = 4;

/** `held`: a tab of an older program holds the disk; it opens once that tab is closed. */
export async function openShelves(name: string, held: () => void) {
  let db = await openDB<Shelves>(name, version, {
    blocked: held,
    async upgrade(opened, from, _, change) {
      if (from < 1) {
        opened.createObjectStore("device");
        opened.createObjectStore("acts");
      }
      if (from < 2) opened.createObjectStore("parked");
      if (from < 3) opened.createObjectStore("memory");
      opened.createObjectStore("papers").createIndex("kept", "keptAtMs");
      opened.createObjectStore("reserve");
      if (from > 0) await convert(change, from);
    },
  });
  let over = false;
  let opening: Promise<Database> | null = null;

  /** What lies there now must be what this page had: an empty disk in its place would count from nought. */
  const openAgain = async (): Promise<Database> => {
    const upgrade = (_: Database, __: number, ___: number | null, change: Change) => {
      change.done.catch(() => {});
      change.abort();
    };
    const opened = await openDB<Shelves>(name, version, { upgrade }).catch((cause) => {
      throw new DiskClosed({ cause });
    });
    if (over) opened.close();
    return opened;
  };

  return {
    /**
     * Does `work` on the database. One that the browser has closed under the page (its storage was cleared or has crashed) takes no
     * transaction any more: nothing was begun, so it is opened once more and the work is done there. Throws DiskClosed where it does
     * not open.
     */
    async use<T>(work: (db: Database) => Promise<T>): Promise<T> {
      const used = db;
      try {
        return await work(used);
      } catch (error) {
        if (over || !isClosed(error)) throw error;
        if (db === used) {
          opening ??= openAgain().finally(() => {
            opening = null;
          });
          db = await opening;
        }
        return await work(db).catch((again) => {
          throw isClosed(again) ? new DiskClosed({ cause: again }) : again;
        });
      }
    },
    close(): void {
      over = true;
      db.close();
    },
  };
}

function isClosed(error: unknown): boolean {
  return error instanceof DOMException && error.name === "InvalidStateError";
}

export function deviceIn(record: unknown): Device | null {
  const known = deviceSchema.safeParse(record);
  return known.success ? known.data : null;
}

/**
 * Acts of an older disk become acts of this one; what cannot be read stays as it lies. Version 1 counted an act only once it was
 * answered: what was on its way is counted now.
 */
async function convert(change: Change, from: number): Promise<void> {
  const [acts, place] = [change.objectStore("acts"), change.objectStore("device")];
  const device = deviceIn(await place.get("till"));
  let counted = device;
  for (const key of await acts.getAllKeys()) {
    const act = converted(await acts.get(key), device);
    if (!act) continue;
    await acts.put(act, key);
    if (from === 1 && act.outcome === null && counted) counted = countedUp(counted, act);
  }
  if (from === 1 && counted) await place.put(counted, "till");
}
