// One-month figures of a book of five years against those of a book of one month, both made through the shop's own verbs.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFigures } from "#domain/figures";
import { recordSale } from "#domain/sales";
import { addDays, atHour, type Day } from "#rules/business-day";
import { openShop } from "../../server/folder.ts";
import { benchSale, dice, openBenchTill, setUpBench } from "./centre.ts";

const SALES_A_DAY = 500;
const LAST_MONTH = { from: "2025-12-01" as Day, to: "2025-12-31" as Day };
const FIVE_YEARS_AGO = "2021-01-01" as Day;
const TRIES = 15;

export interface FiguresTimes {
  readonly monthOfFiveYearsMs: number;
  readonly monthAloneMs: number;
}

export async function figuresAgainstOneMonth(tell: (line: string) => void): Promise<FiguresTimes> {
  const alone = await timesOf(await book(LAST_MONTH.from, tell));
  const long = await timesOf(await book(FIVE_YEARS_AGO, tell));
  return { monthOfFiveYearsMs: median(long), monthAloneMs: median(alone) };
}

/** The book's path; made once and kept among temporary files, since five years take minutes. */
async function book(from: Day, tell: (line: string) => void): Promise<string> {
  const folder = join(tmpdir(), "sentra-bench");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `book-${tables()}-${from}.sqlite`);
  if (!existsSync(path)) await make(path, from, tell);
  return path;
}

/** A short name of the tables as they now are: a kept book of other tables would measure the past. */
function tables(): string {
  const migrations = new URL("../../db/migrations/", import.meta.url);
  const hash = createHash("sha256");
  for (const name of readdirSync(migrations).sort())
    if (name.endsWith(".sql")) hash.update(readFileSync(new URL(name, migrations)));
  return hash.digest("hex").slice(0, 8);
}

async function make(path: string, from: Day, tell: (line: string) => void): Promise<void> {
  const making = path.replace(".sqlite", "-making.sqlite");
  for (const ending of ["", "-wal", "-shm"]) rmSync(making + ending, { force: true });
  const clock = { ms: atHour(from, 7, "Asia/Jakarta") };
  const shop = openShop(making, () => clock.ms, { synchronous: "OFF" });
  const centre = setUpBench(shop);
  const till = openBenchTill(shop, centre.who);
  const roll = dice(11);
  for (let day = from; day <= LAST_MONTH.to; day = addDays(day, 1)) {
    const morning = atHour(day, 8, "Asia/Jakarta");
    shop.book.write(() => {
      for (let sale = 0; sale < SALES_A_DAY; sale += 1) {
        clock.ms = morning + sale * 60_000;
        recordSale(shop, centre.who, benchSale(centre, till, clock.ms, roll));
      }
    });
    if (day.endsWith("-01")) tell(`  making ${day.slice(0, 7)}`);
  }
  await shop.book.close();
  renameSync(making, path);
}

async function timesOf(path: string): Promise<number[]> {
  const shop = openShop(path, () => 0);
  const times: number[] = [];
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const started = performance.now();
    await readFigures(shop, LAST_MONTH);
    times.push(performance.now() - started);
  }
  await shop.book.close();
  return times;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
