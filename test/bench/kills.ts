// A shop that is killed (-9) again and again while its tills sell: what was answered is there, once, and the book keeps its promises.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Audited } from "#db/audit";
import { openSession } from "#domain/sessions";
import type { SaleCommand, SaleRecorded } from "#rules/sale";
import { openShop } from "../../server/folder.ts";
import { type BenchCentre, type BenchTill, benchSale, dice, openBenchTill, setUpBench } from "./centre.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

export interface Survived {
  /** Sales that a till was answered for, and sales in the book. */
  readonly answered: number;
  readonly booked: number;
  /** Sales that had to be sent again because no answer came. */
  readonly repeated: number;
  /** Answers to a repeat that differ from what the book holds. */
  readonly changed: number;
  readonly broken: readonly Audited[];
}

const TILLS = 3;
const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

/** Sells with three tills, killing the shop `kills` times at moments that the dice choose. */
export async function killsWhileSelling(kills: number, seed: number): Promise<Survived> {
  const folder = mkdtempSync(join(tmpdir(), "kills-"));
  const path = join(folder, "shop.sqlite");
  const roll = dice(seed);
  try {
    const prepared = openShop(path, Date.now);
    const centre = setUpBench(prepared);
    const sellers = Array.from({ length: TILLS }, () =>
      seller(centre, openBenchTill(prepared, centre.who), roll),
    );
    const token = openSession(prepared, { staffId: centre.who.staffId }, DAY_MS);
    await prepared.book.close();
    for (let kill = 0; kill <= kills; kill += 1) {
      const shop = await start(folder);
      const selling = { on: true };
      const done = Promise.all(sellers.map((till) => till.sell(shop.url, token, selling)));
      await new Promise((resolve) => setTimeout(resolve, 30 + roll(400)));
      selling.on = kill < kills; // before the last stop every till hears the answer to its last sale
      if (kill < kills) shop.process.kill("SIGKILL");
      await done;
      if (kill === kills) shop.process.kill("SIGTERM");
      await shop.ended;
    }
    return await survivors(path, sellers);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Seller {
  readonly answers: Map<string, SaleRecorded>;
  readonly repeats: Set<string>;
  /** Sells until it is told to stop or the shop is gone; an unanswered sale stays to be sent again. */
  sell(url: string, token: string, selling: { readonly on: boolean }): Promise<void>;
}

function seller(centre: BenchCentre, till: BenchTill, roll: (sides: number) => number): Seller {
  let pending: SaleCommand | null = null;
  const answers = new Map<string, SaleRecorded>();
  const repeats = new Set<string>();
  return {
    answers,
    repeats,
    async sell(url, token, selling) {
      while (selling.on || pending) {
        if (pending) repeats.add(pending.id);
        pending ??= benchSale(centre, till, Date.now(), roll);
        const answer = await post(url, token, pending);
        if (answer === null) return;
        answers.set(pending.id, answer);
        pending = null;
      }
    },
  };
}

/** The answer, or null when none came; a refusal is a defect of the shop and is thrown. */
async function post(url: string, token: string, sale: SaleCommand): Promise<SaleRecorded | null> {
  const headers = { "content-type": "application/json", cookie: `sentra_session=${token}` };
  const response = await fetch(`${url}/api/sales`, {
    method: "POST",
    headers,
    body: JSON.stringify(sale),
  }).catch(() => null);
  const body = await response?.text().catch(() => null);
  if (!response || body === null || body === undefined) return null;
  if (!response.ok) throw new Error(`a sale was refused: ${body}`);
  return JSON.parse(body) as SaleRecorded;
}

async function start(
  folder: string,
): Promise<{ process: ChildProcess; url: string; ended: Promise<unknown> }> {
  const env = { ...process.env, SHOP_DATA: folder, PORT: "0" };
  const shop = spawn(process.execPath, [...process.execArgv, main], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(shop, "exit");
  let words = "";
  const url = await new Promise<string>((resolve, reject) => {
    shop.stdout.setEncoding("utf8").on("data", (text: string) => {
      words += text;
      const address = /https?:\/\/\S+/.exec(words)?.[0];
      if (address) resolve(address);
    });
    ended.then(() => reject(new Error(`the shop did not start: ${words}`)), reject);
  });
  return { process: shop, url, ended };
}

async function survivors(path: string, sellers: readonly Seller[]): Promise<Survived> {
  const shop = openShop(path, Date.now);
  const rows = await shop.book.reader.read("sales", { limit: 1_000_000 });
  const booked = new Map(rows.map((row) => [row.id as string, row]));
  const answers = sellers.flatMap((till) => [...till.answers]);
  const repeats = sellers.flatMap((till) => [...till.repeats]);
  const changed = answers.filter(([id, answer]) => {
    const row = booked.get(id);
    return row?.receiptNumber !== answer.receiptNumber || row.totalRupiah !== answer.totalRupiah;
  });
  const broken = (await shop.book.reader.read("audit", {})).filter((promise) => promise.broken > 0);
  await shop.book.close();
  return {
    answered: answers.length,
    booked: booked.size,
    repeated: repeats.length,
    changed: changed.length,
    broken,
  };
}
