// XLSX: sheets of rows become a workbook, on a thread of its own so that a sale never waits for it.
import { Worker } from "node:worker_threads";
import type { Cell } from "./csv.ts";

export interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Numbers are numbers, texts are texts and never formulas (E3, E4). */
export function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./xlsx-thread.ts", import.meta.url), { workerData: sheets });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
