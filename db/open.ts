// The one door to SQLite: opens a centre's book, migrates it, and lets in one writer at a time.
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { refuse } from "#rules/refusal";
import { AUTOCHECKPOINT_PAGES, type Checkpointer, openCheckpointer } from "./checkpoint.ts";
import { openReader, type Reader } from "./reader.ts";

export type Orm = BetterSQLite3Database;

/** A value that is not a promise: `write` will not take work that waits (house.md, 8). */
type Now<T> = T extends PromiseLike<unknown> ? never : T;

export interface Book {
  readonly path: string;
  readonly orm: Orm;
  /**
   * Runs `work` in BEGIN IMMEDIATE … COMMIT, or in a savepoint inside another write. All of it is saved, or nothing.
   * Refuses `busy` or `disk_full` where SQLite cannot write; anything that `work` throws is thrown on.
   */
  write<T>(work: () => Now<T>): T;
  /** The same work, then rolled back: what a preview shows is what the act would do. */
  preview<T>(work: () => Now<T>): T;
  /** Group commit: writes asked for in one turn of the event loop share one transaction, each in a savepoint of its own, answered after COMMIT. */
  soon<T>(work: () => Now<T>): Promise<T>;
  /** What must wait for the commit (printing, sending); forgotten when the write is rolled back. */
  afterCommit(effect: () => void): void;
  /** Statements are prepared once for each book. */
  statements<S>(prepare: (orm: Orm) => S): S;
  /** Long reads, on a worker thread with a read connection of its own. */
  readonly reader: Reader;
  close(): Promise<void>;
}

export interface BookOptions {
  /** FULL in production: an acknowledged sale survives a power cut. OFF only where a bench measures the difference. */
  readonly synchronous?: "FULL" | "OFF";
}

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/** Opens the book at `path` (`:memory:` for tests), creating and migrating it as needed. */
export function openBook(path: string, options: BookOptions = {}): Book {
  const sqlite = new Database(path, { timeout: 2000 });
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma(`synchronous = ${options.synchronous ?? "FULL"}`);
  sqlite.pragma("recursive_triggers = ON"); // or INSERT OR REPLACE would delete past the append-only triggers
  sqlite.pragma("temp_store = MEMORY"); // a savepoint keeps the pages it may have to put back; on disk they would cost a sale
  const orm = drizzle(sqlite);
  migrateSafely(sqlite, orm);
  sqlite.pragma(`wal_autocheckpoint = ${AUTOCHECKPOINT_PAGES}`);
  const reader = openReader(path, orm);
  const checkpointer = openCheckpointer(path);
  const prepared = new Map<unknown, unknown>();
  const doors = writing(sqlite, checkpointer);
  return {
    path,
    orm,
    reader,
    ...doors,
    statements<S>(prepare: (orm: Orm) => S): S {
      if (!prepared.has(prepare)) prepared.set(prepare, prepare(orm));
      return prepared.get(prepare) as S;
    },
    async close() {
      await Promise.all([reader.close(), checkpointer.close()]);
      sqlite.close();
    },
  };
}

/** A rebuilt table would take its children along while foreign keys are on, so they are off until the check. */
function migrateSafely(sqlite: Database.Database, orm: Orm): void {
  sqlite.pragma("foreign_keys = OFF");
  migrate(orm, { migrationsFolder });
  const orphans = sqlite.pragma("foreign_key_check") as unknown[];
  if (orphans.length > 0) throw new Error(`migration left ${orphans.length} rows without what they refer to`);
  sqlite.pragma("foreign_keys = ON");
}

interface Savepoint {
  readonly open: Database.Statement;
  readonly rollback: Database.Statement;
  readonly release: Database.Statement;
}

/** A steady stream of writes must not put off its own commit. */
const MOST_TURNS = 8;

type Writing = Pick<Book, "write" | "preview" | "soon" | "afterCommit">;

function writing(sqlite: Database.Database, checkpointer: Checkpointer): Writing {
  const begin = sqlite.prepare("begin immediate");
  const commit = sqlite.prepare("commit");
  const rollback = sqlite.prepare("rollback");
  let depth = 0;
  let effects: (() => void)[] = [];
  let queue: { run: () => void; settle: (failure: unknown) => void }[] = [];

  const savepoints: Savepoint[] = [];

  /** The statements of the savepoint at this depth, prepared once. */
  function savepoint(at: number): Savepoint {
    const known = savepoints[at];
    if (known) return known;
    const made = {
      open: sqlite.prepare(`savepoint s${at}`),
      rollback: sqlite.prepare(`rollback to s${at}`),
      release: sqlite.prepare(`release s${at}`),
    };
    savepoints[at] = made;
    return made;
  }

  /** `keep` false rolls everything back after the work has shown what it would do. */
  function transact<T>(work: () => T, keep: boolean): T {
    if (depth > 0) return inside(work, keep);
    sayWhy(() => begin.run());
    depth = 1;
    effects = [];
    try {
      const result = work();
      sayWhy(() => (keep ? commit : rollback).run());
      if (keep) checkpointer.committed();
      else effects = [];
      return result;
    } catch (failure) {
      effects = [];
      if (sqlite.inTransaction) rollback.run();
      throw failure;
    } finally {
      depth = 0;
      const due = effects;
      effects = [];
      for (const effect of due) effect();
    }
  }

  function inside<T>(work: () => T, keep: boolean): T {
    const point = savepoint(depth);
    const effectsBefore = effects.length;
    point.open.run();
    depth += 1;
    let kept = false;
    try {
      const result = work();
      kept = keep;
      return result;
    } finally {
      depth -= 1;
      if (!kept) effects.length = effectsBefore;
      // A full disk or an I/O error ends the outer transaction by itself; then there is no savepoint left.
      if (sqlite.inTransaction) {
        if (!kept) point.rollback.run();
        point.release.run();
      }
    }
  }

  /** Waits as long as each turn of the event loop still brings more; a lone write waits one turn. */
  function gather(seen: number, turns = 0): void {
    if (queue.length > seen && turns < MOST_TURNS) setImmediate(gather, queue.length, turns + 1);
    else flush();
  }

  function flush(): void {
    const batch = queue;
    queue = [];
    const outcomes: unknown[] = [];
    try {
      transact(() => {
        for (const [index, job] of batch.entries()) {
          try {
            inside(job.run, true);
          } catch (failure) {
            if (!sqlite.inTransaction) throw failure;
            outcomes[index] = { failure };
          }
        }
      }, true);
    } catch (failure) {
      for (const job of batch) job.settle({ failure });
      return;
    }
    for (const [index, job] of batch.entries()) job.settle(outcomes[index]);
  }

  return {
    write: (work) => transact(work, true) as never,
    preview: (work) => transact(work, false) as never,
    soon: <T>(work: () => Now<T>) =>
      new Promise<T>((resolve, reject) => {
        let result: T;
        queue.push({
          run: () => {
            result = work();
          },
          settle: (outcome) =>
            outcome === undefined ? resolve(result) : reject((outcome as { failure: unknown }).failure),
        });
        if (queue.length === 1) setImmediate(gather, 0);
      }),
    afterCommit(effect) {
      if (depth > 0) effects.push(effect);
      else effect();
    },
  };
}

/** SQLite's own refusals in our words. */
function sayWhy(statement: () => void): void {
  try {
    statement();
  } catch (failure) {
    const code = failure instanceof Database.SqliteError ? failure.code : "";
    if (code.startsWith("SQLITE_BUSY")) refuse("busy");
    if (code.startsWith("SQLITE_FULL")) refuse("disk_full");
    throw failure;
  }
}
