// Closing a shift of many sales against closing one of few, in the same book and the same run (S1).
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordSale } from "#domain/sales";
import { expectedIn } from "#domain/shift-views";
import { closeShift, countShift, openShift } from "#domain/shifts";
import type { Shop, Who } from "#domain/shop";
import { inNotes } from "#rules/cash";
import type { ShiftId } from "#rules/ids";
import { rupiah } from "#rules/money";
import { bookPath, openShop } from "../../server/folder.ts";
import { type BenchTill, benchSale, dice, nextId, openBenchTill, setUpBench } from "./centre.ts";

const ROUNDS = 7;
/**
 * A day's sales lie in the book when its drawer is counted. Here they come in one breath, and the thread that carries them from the
 * write-ahead log into the book would still be at it.
 */
const REST_MS = 400;

export interface Closings {
  /** Milliseconds from the count's request to the written Z; the median of some. */
  readonly fewMs: number;
  readonly manyMs: number;
}

/** Shifts of `few` and of `many` sales by turns, so that both close in books of the same size. */
export function closingManyAgainstFew(few: number, many: number): Closings {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    // The disk's own time would hide the difference that is looked for; and a backup at each closing would be another bench.
    const shop: Shop = {
      ...openShop(bookPath(folder), () => Date.now(), { synchronous: "OFF" }),
      backUp() {},
    };
    const centre = setUpBench(shop);
    const till = openBenchTill(shop, centre.who);
    const roll = dice(29);
    const took: Record<number, number[]> = { [few]: [], [many]: [] };
    close(shop, centre.who, till); // the first of everything prepares its statements
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const sales of [few, many]) {
        reopen(shop, centre.who, till);
        shop.book.write(() => {
          for (let sold = 0; sold < sales; sold += 1)
            recordSale(shop, centre.who, benchSale(centre, till, Date.now(), roll));
        });
        rest(REST_MS);
        took[sales]?.push(close(shop, centre.who, till));
      }
    }
    void shop.book.close();
    return { fewMs: median(took[few] ?? []), manyMs: median(took[many] ?? []) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rest(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function reopen(shop: Shop, who: Who, till: BenchTill): void {
  till.shiftId = nextId() as ShiftId;
  till.seq += 1;
  openShift(shop, who, {
    id: till.shiftId,
    till: { tillId: till.tillId, seq: till.seq },
    floatRupiah: rupiah(0),
    openedAtMs: Date.now(),
  });
}

/** Counts and closes; answers how long it took. */
function close(shop: Shop, who: Who, till: BenchTill): number {
  const expected = expectedIn(shop, { id: till.shiftId, tillCode: till.code });
  const started = performance.now();
  const stamp = () => {
    till.seq += 1;
    return { tillId: till.tillId, seq: till.seq };
  };
  const { countId } = countShift(shop, who, {
    id: nextId(),
    till: stamp(),
    shiftId: till.shiftId,
    ...inNotes(expected),
    countedAtMs: Date.now(),
  });
  closeShift(shop, who, {
    id: nextId(),
    till: stamp(),
    shiftId: till.shiftId,
    countId,
    closedAtMs: Date.now(),
  });
  return performance.now() - started;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
