// Books of former days are migrated in the middle of a shift: from before sums, counts and Zs were kept, and from before a till sold without its server.
import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { expect, test } from "vitest";
import { openBook } from "#db/open";
import { saleView } from "#domain/sale-views";
import { shiftReport } from "#domain/shift-reports";
import { listShifts, shiftView } from "#domain/shift-views";
import { resumeTill, tillView } from "#domain/tills";
import { canonical, GENESIS } from "#rules/chain";
import { cleanBook, close, inDrawer, newId, open, type TestShop, testShop } from "../shop.ts";
import { payOut, refund, sell, takeBack } from "../till.ts";
import { rewritten, send, tillQueue, told } from "../till-queue.ts";

const migrationsFolder = fileURLToPath(new URL("../../db/migrations", import.meta.url));
/** How many migrations a book had before the whole day came, and before a till sold without its server. */
const BEFORE_THE_DAY = 2;
const BEFORE_THE_QUEUE = 4;

interface Act {
  seq: number;
  kind: string;
  record: string;
  hash: string;
  till_id: number | null;
  till_seq: number | null;
}

/** What the chain records since the whole day came. */
const newFacts: ReadonlySet<string> = new Set([
  "z",
  "report",
  "receiptsBefore",
  "for",
  "mark",
  "discountLimitBasisPoints",
  "refundLimitRupiah",
  "lockAfterMinutes",
]);

/** The acts as an old book recorded them: nobody counted before closing, and no Z was sealed. */
function oldActs(acts: readonly Act[]): Act[] {
  let hash = GENESIS;
  const seqs = new Map<number, number>();
  return acts
    .filter(({ kind }) => kind !== "shift_counted")
    .map((act, index) => {
      const { v: _version, ...record } = JSON.parse(act.record);
      const facts = Object.fromEntries(Object.entries(record.facts).filter(([name]) => !newFacts.has(name)));
      const told = canonical({ ...record, facts } as never);
      hash = createHash("sha256").update(hash).update(told).digest("hex");
      if (act.till_id !== null) seqs.set(act.till_id, (seqs.get(act.till_id) ?? 0) + 1);
      const till_seq = act.till_id === null ? null : (seqs.get(act.till_id) ?? null);
      return { ...act, seq: index + 1, record: told, hash, till_seq };
    });
}

/** Writes the same book with the tables of before; what only later ones hold is left behind. */
function asOldBook(from: string, path: string, migrations: number): void {
  const book = new Database(path);
  book.pragma("foreign_keys = OFF");
  const done = readMigrationFiles({ migrationsFolder }).slice(0, migrations);
  book.exec(
    "create table __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)",
  );
  for (const { sql, hash, folderMillis } of done) {
    for (const statement of sql) book.exec(statement);
    book.prepare("insert into __drizzle_migrations (hash, created_at) values (?, ?)").run(hash, folderMillis);
  }
  book.exec(`attach '${from}' as new`);
  const tables = book
    .prepare(
      "select name from main.sqlite_master where type = 'table' and name not glob '*drizzle*' and name not glob 'sqlite_*'",
    )
    .pluck()
    .all() as string[];
  for (const table of tables) {
    const columns = (book.pragma(`main.table_info(${table})`) as { name: string }[]).map(({ name }) => name);
    if (table !== "acts") {
      book.exec(`insert into main.${table} (${columns}) select ${columns} from new.${table}`);
      continue;
    }
    const insert = book.prepare(
      `insert into main.acts (${columns}) values (${columns.map((name) => `@${name}`)})`,
    );
    const acts = book.prepare("select * from new.acts order by seq").all() as Act[];
    for (const act of migrations === BEFORE_THE_DAY ? oldActs(acts) : acts) {
      insert.run(Object.fromEntries(columns.map((name) => [name, act[name as keyof Act]])));
    }
  }
  book.close();
}

test("a migrated book's open shift has its sums, and closes into a Z that says all of it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "shop-"));
  const shop: TestShop = await testShop({ path: join(folder, "new.sqlite") });
  sell(shop, ["BATIK", "KOPI"]);
  close(shop, 380_000, "Kembalian salah");
  const first = shiftView(shop, shop.shiftId);
  open(shop);
  const sale = sell(shop, ["TAS", { sku: "AIR", quantity: 2, discount: 1_000 }], {
    pay: [["qris", 50_000]],
    approved: true,
  });
  const wrong = sell(shop, ["KOPI"]);
  refund(shop, wrong, [[1, 1]], { reason: "mistake", approved: true });
  refund(shop, sale, [[2, 1]]);
  payOut(shop, "SARI", 10_000, { source: "drawer", shiftId: shop.shiftId });
  takeBack(shop, payOut(shop, "BUDI", 2_000, { source: "drawer", shiftId: shop.shiftId }));
  const sums = shiftReport(shop, shop.manager, shop.shiftId).totals;
  const lying = inDrawer(shop);
  await shop.book.close();
  const path = join(folder, "shop.sqlite");
  asOldBook(join(folder, "new.sqlite"), path, BEFORE_THE_DAY);

  shop.book = openBook(path);
  await cleanBook(shop);
  expect(shiftReport(shop, shop.manager, shop.shiftId).totals).toEqual(sums);
  expect(sums.expectedRupiah).toBe(lying);
  // The shift that was closed before is shown as it was; it has no Z, and none is made up for it.
  expect(shiftView(shop, first.id)).toEqual({ ...first, zNumber: null });
  expect(shiftReport(shop, shop.manager, first.id)).toMatchObject({
    z: null,
    seal: null,
    totals: { sales: { count: 1, rupiah: 182_000 }, firstNumber: "UJI-K1-000001", expectedRupiah: 382_000 },
  });

  sell(shop, ["KOPI"]);
  expect(close(shop)).toMatchObject({ expectedRupiah: lying + 12_000, zNumber: "UJI-K1-Z-000002" });
  expect(shiftReport(shop, shop.manager, shop.shiftId).z).toMatchObject({
    totals: {
      sales: { count: 3, rupiah: (sums.sales?.rupiah ?? 0) + 12_000 },
      voids: { count: 1, rupiah: 12_000 },
      payouts: { count: 1, rupiah: 10_000 },
      firstNumber: "UJI-K1-000002",
      lastNumber: "UJI-K1-000006",
    },
    // The first shift's 182.000 are among what this till has sold since its first day.
    perpetualNetRupiah: 182_000 + 92_000 - 3_500 + 12_000,
  });
  expect(listShifts(shop, { limit: 5 }).map(({ zNumber }) => zNumber)).toEqual(["UJI-K1-Z-000002", null]);
  await cleanBook(shop);
  await shop.book.close();
});

test("a book of the last days before the queue: its till's row goes on, late acts arrive, and what was sold prints as it did", async () => {
  const folder = mkdtempSync(join(tmpdir(), "shop-"));
  const shop: TestShop = await testShop({ path: join(folder, "new.sqlite") });
  const late = sell(shop, ["BATIK"], { at: shop.now() - 10 * 60_000 });
  const prompt = sell(shop, ["KOPI"]);
  refund(shop, prompt, [[1, 1]]);
  close(shop);
  const { tillId } = shop.till;
  const { lastSeq, lastReceiptCount } = tillView(shop, tillId);
  resumeTill(shop, shop.manager, { id: newId(), tillId, lastSeq: lastSeq + 5, lastReceiptCount });
  open(shop);
  const views = [late, prompt].map(({ id }) => saleView(shop, id));
  expect(views.map(({ offline }) => offline)).toEqual([true, false]);
  const known = tillView(shop, tillId);
  await shop.book.close();
  const path = join(folder, "shop.sqlite");
  asOldBook(join(folder, "new.sqlite"), path, BEFORE_THE_QUEUE);

  shop.book = openBook(path);
  await cleanBook(shop);
  expect(tillView(shop, tillId)).toEqual(known);
  expect([late, prompt].map(({ id }) => saleView(shop, id))).toEqual(views);
  const till = tillQueue(shop);
  const poisoned = rewritten(till.sale(["AIR"]), (body: object) => ({ ...body, totalRupiah: 1 }));
  const acts = [poisoned, till.sale(["AIR"]), till.refund(late.id, [[1, 1]])];
  expect(told(await send(shop, acts))).toEqual(["held parts_do_not_add_up", "recorded", "recorded"]);
  expect(tillView(shop, tillId)).toMatchObject({
    lastSeq: known.lastSeq + 3,
    lastReceiptCount: lastReceiptCount + 3,
  });
  close(shop);
  await cleanBook(shop);
  await shop.book.close();
});
