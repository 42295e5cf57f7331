// The write door: one writer at a time, savepoints inside, group commit, and effects that wait for the commit.

import Database from "better-sqlite3";
import { assert } from "#rules/assert";
import { Refusal } from "#rules/refusal";
import { openMemo } from "./memo.ts";
import type { Book, Now } from "./open.ts";

interface Savepoint {
  readonly open: Database.Statement;
  readonly rollback: Database.Statement;
  readonly release: Database.Statement;
}

/** A steady stream of writes must not put off its own commit. */
const MOST_TURNS = 8;

export type Writing = Pick<Book, "write" | "preview" | "soon" | "afterCommit" | "recall" | "forget">;

/** The write door over one connection; `committed` is told after each commit. */
export function openWriting(sqlite: Database.Database, committed: () => void): Writing {
  const begin = sqlite.prepare("begin immediate");
  const commit = sqlite.prepare("commit");
  const rollback = sqlite.prepare("rollback");
  const memo = openMemo(sqlite);
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
    effects = [];
    try {
      begin.run();
      memo.check();
      depth = 1;
      const result = work();
      (keep ? commit : rollback).run();
      if (keep) committed();
      else {
        effects = [];
        memo.forget();
      }
      return result;
    } catch (failure) {
      effects = [];
      memo.forget();
      if (sqlite.inTransaction) rollback.run();
      throw inOurWords(failure);
    } finally {
      depth = 0;
      const due = effects;
      effects = [];
      for (const effect of due) effect();
    }
  }

  function inside<T>(work: () => T, keep: boolean): T {
    // After a full disk SQLite has already rolled back; going on would save each statement by itself.
    assert(sqlite.inTransaction, "a write goes on although its transaction has ended");
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
      if (!kept) {
        effects.length = effectsBefore;
        memo.forget();
      }
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
            outcomes[index] = { failure: inOurWords(failure) };
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
    recall: (key, read) => (depth > 0 ? memo.recall(key, read) : read()),
    forget: memo.forget,
    afterCommit(effect) {
      if (depth > 0) effects.push(effect);
      else effect();
    },
  };
}

/** What SQLite refuses, in our words; said only at the outermost door, where nothing of the write is left. */
export function inOurWords(failure: unknown): unknown {
  const code = failure instanceof Database.SqliteError ? failure.code : "";
  if (code.startsWith("SQLITE_BUSY")) return new Refusal("busy", {});
  if (code.startsWith("SQLITE_FULL")) return new Refusal("disk_full", {});
  return failure;
}
