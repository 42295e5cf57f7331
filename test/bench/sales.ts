// Sales over HTTP a second, against the same rows written by bare better-sqlite3 statements in the same run.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import Database from "better-sqlite3";
import { openSession } from "#domain/sessions";
import type { Shop } from "#domain/shop";
import { createApp } from "../../server/api/app.ts";
import { openShop } from "../../server/folder.ts";
import { benchSale, dice, openBenchTill, setUpBench } from "./centre.ts";
import type { Load, Measured } from "./client.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

export interface Rate {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Where a sale's rows lie, parents before children; upserted sums are replayed as the statements they were. */
const appended = [
  "sales",
  "sale_lines",
  "payments",
  "earnings",
  "stock_movements",
  "entries",
  "postings",
  "acts",
] as const;

/** Sells `sales` sales with `clients` at once over HTTP, then writes the very same rows with bare statements, one transaction a sale. */
export async function salesAgainstBare(
  synchronous: "FULL" | "OFF",
  clients: number,
  sales: number,
): Promise<{ http: Rate; bare: Rate }> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const path = join(folder, "shop.sqlite");
    const shop = openShop(path, () => Date.now(), { synchronous });
    const centre = setUpBench(shop);
    const roll = dice(7);
    const loads = Array.from({ length: clients }, (): string[] => {
      const till = openBenchTill(shop, centre.who);
      return Array.from({ length: Math.ceil(sales / clients) }, () =>
        JSON.stringify(benchSale(centre, till, Date.now(), roll)),
      );
    });
    const before = join(folder, "before.sqlite");
    new Database(path).exec(`vacuum into '${before}'`).close();
    const http = await overHttp(shop, openSession(shop, { staffId: centre.who.staffId }, DAY_MS), loads);
    await shop.book.close();
    const bare = replay(path, before, synchronous);
    return { http, bare };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Sends each till's bodies one after the other, and all tills at once; refusals of whole requests are thrown. */
export async function overHttp(
  shop: Shop,
  token: string,
  loads: string[][],
  path = "/api/sales",
): Promise<Rate & { seconds: number }> {
  const server = serve({ fetch: createApp(shop).fetch, hostname: "127.0.0.1", port: 0 });
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const client: ChildProcess = fork(new URL("./client.ts", import.meta.url), { execArgv: process.execArgv });
  client.send({ port, token, path, loads } satisfies Load);
  const [measured] = (await once(client, "message")) as [Measured];
  server.close();
  if (measured.refused > 0)
    throw new Error(`${measured.refused} sales were refused: ${measured.firstRefusal}`);
  return { ...rateOf(measured.latenciesMs, measured.seconds), seconds: measured.seconds };
}

type Row = Record<string, unknown>;

/** Writes each sale's rows as they now stand in the served book into a copy from before, and times only the writing. */
function replay(served: string, before: string, synchronous: "FULL" | "OFF"): Rate {
  const source = new Database(served, { readonly: true });
  const target = new Database(before);
  target.pragma("journal_mode = WAL");
  target.pragma(`synchronous = ${synchronous}`);
  target.pragma("foreign_keys = ON");
  const statements = new Map(appended.map((table) => [table, insertInto(target, table)]));
  const toMakers = target.prepare(
    `insert into maker_months values (?, ?, ?, ?, 0) on conflict do update set earned_rupiah = earned_rupiah + excluded.earned_rupiah`,
  );
  const toStock = target.prepare(
    `insert into stock_months values (?, ?, ?, ?) on conflict do update set quantity_milli = quantity_milli + excluded.quantity_milli`,
  );
  const toShift = target.prepare(
    `insert into shift_totals values (@shift_id, @kind, @key, 1, @rupiah)
     on conflict do update set count = count + 1, rupiah = rupiah + excluded.rupiah`,
  );
  // An account that the first sales opened is opened before the clock starts.
  for (const row of source.prepare("select * from accounts").all() as Row[])
    target.prepare("insert or ignore into accounts values (@id, @code)").run(row);
  const latenciesMs: number[] = [];
  const write = (rows: readonly (readonly [string, Row])[]): void => {
    const started = performance.now();
    target.exec("begin immediate");
    for (const [table, row] of rows) {
      if (table === "shift_totals") toShift.run(row);
      else statements.get(table as (typeof appended)[number])?.run(row);
      if (table === "earnings")
        toMakers.run(
          row["maker_id"],
          row["account"],
          String(row["business_day"]).slice(0, 7),
          row["amount_rupiah"],
        );
      if (table === "stock_movements")
        toStock.run(
          row["product_id"],
          row["stall_id"],
          String(row["business_day"]).slice(0, 7),
          row["quantity_milli"],
        );
    }
    target.exec("commit");
    latenciesMs.push(performance.now() - started);
  };
  const all = salesRows(source);
  const started = performance.now();
  for (const rows of all) write(rows);
  const seconds = (performance.now() - started) / 1000;
  const sums = (book: Database.Database) =>
    JSON.stringify(book.prepare("select * from shift_totals order by shift_id, kind, key").all());
  if (sums(source) !== sums(target)) throw new Error("The bare statements are not those of the shop.");
  source.close();
  target.close();
  return rateOf(latenciesMs, seconds);
}

function insertInto(book: Database.Database, table: string): Database.Statement {
  const columns = book.pragma(`table_info(${table})`) as { name: string }[];
  return book.prepare(`insert into ${table} values (${columns.map(({ name }) => `@${name}`).join(", ")})`);
}

function salesRows(book: Database.Database): (readonly [string, Row])[][] {
  const ids = book.prepare("select id from sales order by rowid").pluck().all() as string[];
  const of: Record<(typeof appended)[number], Database.Statement> = {
    sales: book.prepare("select * from sales where id = ?"),
    sale_lines: book.prepare("select * from sale_lines where sale_id = ?"),
    payments: book.prepare("select * from payments where sale_id = ?"),
    earnings: book.prepare("select * from earnings where event_id = ?"),
    stock_movements: book.prepare("select * from stock_movements where event_id = ?"),
    entries: book.prepare("select * from entries where event_id = ?"),
    postings: book.prepare(
      "select p.* from postings p join entries e on e.id = p.entry_id where e.event_id = ?",
    ),
    acts: book.prepare("select * from acts where id = ?"),
  };
  const codes = new Map(book.prepare("select id, code from staff").raw().all() as [number, string][]);
  return ids.map((id) => {
    const rows = appended.flatMap((table) =>
      (of[table].all(id) as Row[]).map((row) => [table, row] as const),
    );
    return [...rows, ...shiftSums(rows, codes).map((row) => ["shift_totals", row] as const)];
  });
}

/** What a sale of the bench adds to the sums of its shift, each a statement of its own. */
function shiftSums(rows: readonly (readonly [string, Row])[], codes: ReadonlyMap<number, string>): Row[] {
  const of = (table: string) => rows.flatMap(([name, row]) => (name === table ? [row] : []));
  const [sale = {}] = of("sales");
  const total = Number(sale["total_rupiah"]);
  const paid = of("payments").map((row) => [String(row["method"]), Number(row["amount_rupiah"])] as const);
  const cash = paid.reduce((sum, [method, amount]) => (method === "cash" ? sum + amount : sum), 0);
  const nets = new Map<string, number>();
  for (const { category, net_rupiah } of of("sale_lines"))
    nets.set(String(category), (nets.get(String(category)) ?? 0) + Number(net_rupiah));
  const discounts = [sale, ...of("sale_lines")].reduce(
    (sum, row) => sum + Number(row["sale_discount_rupiah"] ?? row["discount_rupiah"]),
    0,
  );
  const added: [kind: string, key: string, rupiah: number][] = [
    ["sale", "", total],
    ["cashier", codes.get(Number(sale["cashier_id"])) ?? "", total],
    ...paid.map(([method, amount]): [string, string, number] => ["tender", method, amount]),
    ...[...nets].map(([category, net]): [string, string, number] => ["category", category, net]),
    ...(cash === 0 ? [] : [["drawer", "", cash] as [string, string, number]]),
    ...(discounts === 0 ? [] : [["discount", "", discounts] as [string, string, number]]),
  ];
  return added.map(([kind, key, rupiah]) => ({ shift_id: sale["shift_id"], kind, key, rupiah }));
}

function rateOf(latenciesMs: number[], seconds: number): Rate {
  const sorted = latenciesMs.toSorted((a, b) => a - b);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { perSecond: latenciesMs.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}
