// Backups by SQLite's own means: a whole copy of the book, checked before it counts, then renamed into place (B1).
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import Database from "better-sqlite3";

/** What a checked copy holds. */
export interface Backup {
  readonly path: string;
  readonly acts: number;
  /** The chain's head; null in a book without acts. */
  readonly head: string | null;
}

/** Kept: the newest ones of a book. */
const KEPT = 30;

/** Where a book's backups lie. */
export function backupFolder(path: string): string {
  return join(dirname(path), "backups");
}

/**
 * Copies the book at `path` into its backup folder under `name`. Throws when it cannot be written or the copy is not the book; then
 * nothing that looks like a backup is left behind.
 */
export function backUp(path: string, name: string): Backup {
  const folder = backupFolder(path);
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `${basename(path, ".sqlite")}-${name}.sqlite`);
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    const book = new Database(path, { timeout: 5000 });
    try {
      book.prepare("vacuum into ?").run(unfinished);
    } finally {
      book.close();
    }
    sync(unfinished);
    const held = checkBackup(unfinished);
    renameSync(unfinished, target);
    sync(folder);
    forgetOldest(folder);
    return { path: target, ...held };
  } catch (failure) {
    rmSync(unfinished, { force: true });
    throw failure;
  }
}

/** The same on a thread of its own, so that selling goes on. */
export function backUpAside(path: string, name: string): Promise<Backup> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./backup-thread.ts", import.meta.url), { workerData: { path, name } });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

/** Reads a copy through: SQLite's own check, the chain's length against its last number, the foreign keys. Throws what is wrong with it. */
export function checkBackup(path: string): Omit<Backup, "path"> {
  const copy = new Database(path, { readonly: true });
  try {
    const check = copy.pragma("quick_check", { simple: true });
    if (check !== "ok") throw new Error(`the copy is damaged: ${String(check)}`);
    const orphans = copy.pragma("foreign_key_check") as unknown[];
    if (orphans.length > 0) throw new Error(`${orphans.length} rows of the copy refer to nothing`);
    const acts = copy.prepare("select count(*) from acts").pluck().get() as number;
    const last = copy.prepare("select seq, hash from acts order by seq desc limit 1").get() as
      | { seq: number; hash: string }
      | undefined;
    if ((last?.seq ?? 0) !== acts) throw new Error("the copy's chain has a hole");
    return { acts, head: last?.hash ?? null };
  } finally {
    copy.close();
  }
}

/** Puts a checked backup in the place of the book, which is kept beside it under `aside`. The book must not be open anywhere. */
export function restoreBackup(backup: string, path: string, aside: string): Omit<Backup, "path"> {
  const held = checkBackup(backup);
  const incoming = `${path}.restoring`;
  rmSync(incoming, { force: true });
  const source = new Database(backup, { readonly: true });
  source.prepare("vacuum into ?").run(incoming);
  source.close();
  // A copy made by VACUUM keeps no write-ahead log of its own; the shop sets it again when it opens the book.
  sync(incoming);
  if (existsSync(path)) {
    new Database(path).close(); // carries what its log still holds into the book, which is then one file
    renameSync(path, aside);
  }
  for (const ending of ["-wal", "-shm"]) rmSync(path + ending, { force: true });
  renameSync(incoming, path);
  sync(dirname(path));
  return held;
}

/** The backups of a book, newest first. */
export function listBackups(path: string): string[] {
  const folder = backupFolder(path);
  return existsSync(folder) ? backupsIn(folder).reverse() : [];
}

function backupsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sqlite"))
    .sort()
    .map((name) => join(folder, name));
}

function forgetOldest(folder: string): void {
  const all = backupsIn(folder);
  for (const old of all.slice(0, Math.max(all.length - KEPT, 0))) rmSync(old);
}

function sync(path: string): void {
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
}
