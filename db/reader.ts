// Reads that take long run on a worker thread with a read connection, so that a sale never waits for a report.
import { Worker } from "node:worker_threads";
import { Refusal } from "#rules/refusal";
import type { Orm } from "./open.ts";
import { type ReportAnswer, type ReportArgs, type ReportName, reports } from "./reports.ts";

export interface Reader {
  /** Runs a named report of db/reports.ts. */
  read<N extends ReportName>(name: N, args: ReportArgs<N>): Promise<ReportAnswer<N>>;
  close(): Promise<void>;
}

/** A book in memory has no second connection: its reports run in place. */
export function openReader(path: string, orm: Orm): Reader {
  return path === ":memory:" ? inPlace(orm) : onThread(path);
}

function inPlace(orm: Orm): Reader {
  return {
    read: async (name, args) => reports[name](orm, args as never) as never,
    close: async () => {},
  };
}

export type Question = { ticket: number; name: ReportName; args: unknown };
export type Reply = { ticket: number; answer: unknown } | { ticket: number; failure: string };

function onThread(path: string): Reader {
  let worker: Worker | null = null;
  let tickets = 0;
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (failure: Error) => void }>();

  function start(): Worker {
    const started = new Worker(new URL("./reader-thread.ts", import.meta.url), { workerData: { path } });
    started.on("message", (reply: Reply) => {
      const asker = waiting.get(reply.ticket);
      waiting.delete(reply.ticket);
      if ("failure" in reply) asker?.reject(new Error(reply.failure));
      else asker?.resolve(reply.answer as never);
      if (waiting.size === 0) started.unref();
    });
    started.on("error", (failure) => {
      for (const asker of waiting.values()) asker.reject(failure);
      waiting.clear();
      worker = null;
    });
    started.unref();
    return started;
  }

  return {
    read: (name, args) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        worker.ref();
        const ticket = ++tickets;
        waiting.set(ticket, { resolve, reject });
        worker.postMessage({ ticket, name, args } satisfies Question);
      }),
    async close() {
      for (const asker of waiting.values()) asker.reject(new Refusal("busy", {}));
      waiting.clear();
      await worker?.terminate();
      worker = null;
    },
  };
}
