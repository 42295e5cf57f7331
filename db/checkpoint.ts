// Carries the write-ahead log into the book on a thread of its own, so that no sale waits while pages are copied.
import { Worker } from "node:worker_threads";

export interface Checkpointer {
  /** Told after each commit. */
  committed(): void;
  close(): Promise<void>;
}

/** Some megabytes of log; the book itself steps in only far beyond that (see AUTOCHECKPOINT_PAGES). */
const COMMITS_BETWEEN = 50;

/** Where the thread cannot keep up, the writer copies the pages itself, as SQLite always would. */
export const AUTOCHECKPOINT_PAGES = 8000;

export function openCheckpointer(path: string): Checkpointer {
  if (path === ":memory:") return { committed() {}, close: async () => {} };
  let worker: Worker | null = null;
  let commits = 0;
  let busy = false;
  const start = (): Worker => {
    const started = new Worker(new URL("./checkpoint-thread.ts", import.meta.url), { workerData: { path } });
    started.on("message", () => {
      busy = false;
    });
    // Without the thread nothing is lost: the writer's own checkpoint remains.
    started.on("error", () => {
      worker = null;
      busy = false;
    });
    started.unref();
    return started;
  };
  return {
    committed() {
      commits += 1;
      if (busy || commits < COMMITS_BETWEEN) return;
      commits = 0;
      busy = true;
      worker ??= start();
      worker.postMessage(null);
    },
    async close() {
      await worker?.terminate();
      worker = null;
    },
  };
}
