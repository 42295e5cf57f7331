// The thread behind backup.ts: makes one backup and ends.
import { parentPort, workerData } from "node:worker_threads";
import { backUp } from "./backup.ts";

const { path, name } = workerData as { path: string; name: string };
parentPort?.postMessage(backUp(path, name));
