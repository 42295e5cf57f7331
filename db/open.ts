// The one door to SQLite: opens a centre's book, migrates it, and lets in one writer at a time.
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { backUp } from "./backup.ts";
import { AUTOCHECKPOINT_PAGES, openCheckpointer } from "./checkpoint.ts";
import { openReader, type Reader } from "./reader.ts";
import { openWriting } from "./write.ts";

export type Orm = BetterSQLite3Database;

/** A value that is not a promise: `write` will not take work that waits (house.md, 8). */
export type Now<T> = T extends PromiseLike<unknown> ? never : T;

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
  /**
   * What `read` finds, kept from write to write until another connection commits, a write is rolled back or `forget` is called. For
   * facts that only acts other than sales change; outside a write it always reads.
   */
  recall<T>(key: string, read: () => T): T;
  forget(): void;
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
  migrateSafely(sqlite, orm, path);
  sqlite.pragma(`wal_autocheckpoint = ${AUTOCHECKPOINT_PAGES}`);
  const reader = openReader(path, orm);
  const checkpointer = openCheckpointer(path);
  const prepared = new Map<unknown, unknown>();
  const doors = openWriting(sqlite, checkpointer.committed);
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

/**
 * A book that lies behind is backed up first, and stays as it is where that fails (B2); one of a newer program would be written without
 * what that program relies on, and is not opened. A rebuilt table would take its children along while foreign keys are on, so they are
 * off until the check.
 */
function migrateSafely(sqlite: Database.Database, orm: Orm, path: string): void {
  const done = migrationsDone(sqlite);
  const known = readMigrationFiles({ migrationsFolder }).length;
  if (done > known)
    throw new Error("This book was written by a newer version of the program. Start that one.");
  if (done > 0 && done < known) backUp(path, `before-migration-${done + 1}`);
  sqlite.pragma("foreign_keys = OFF");
  migrate(orm, { migrationsFolder });
  const orphans = sqlite.pragma("foreign_key_check") as unknown[];
  if (orphans.length > 0) throw new Error(`migration left ${orphans.length} rows without what they refer to`);
  sqlite.pragma("foreign_keys = ON");
}

/** How many migrations the book has had; none in a new one. */
function migrationsDone(sqlite: Database.Database): number {
  const known = sqlite.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  return known ? (sqlite.prepare("select count(*) from __drizzle_migrations").pluck().get() as number) : 0;
}
