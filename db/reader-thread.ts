// The worker thread behind reader.ts: one read-only connection, one report at a time.
import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Question, Reply } from "./reader.ts";
import { reports } from "./reports.ts";

const { path } = workerData as { path: string };
const orm = drizzle(new Database(path, { readonly: true, timeout: 5000 }));

parentPort?.on("message", ({ ticket, name, args }: Question) => {
  parentPort?.postMessage(answer(ticket, name, args));
});

/** One snapshot for the whole report: a sale that arrives meanwhile is in all of its sums or in none. */
function answer(ticket: number, name: Question["name"], args: unknown): Reply {
  try {
    return { ticket, answer: orm.transaction(() => reports[name](orm, args as never)) };
  } catch (failure) {
    return {
      ticket,
      failure: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure),
    };
  }
}
