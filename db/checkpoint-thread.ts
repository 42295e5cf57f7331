// The worker thread behind checkpoint.ts: copies what it can without making a reader or the writer wait.
import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";

const { path } = workerData as { path: string };
const sqlite = new Database(path, { timeout: 0 });
sqlite.pragma("synchronous = FULL");

parentPort?.on("message", () => {
  sqlite.pragma("wal_checkpoint(PASSIVE)");
  parentPort?.postMessage(null);
});
