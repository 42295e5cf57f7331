// What a record must not bring in, and what a fault must not blame: each is one row, one cell, and nothing that only follows from it.
import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openBook } from "#db/open";
import { importRecord, RecordRefused } from "#domain/record-import";
import { readRecordFolder } from "#papers/record-folder";
import { type Fault, type RawRecord, readRecord } from "#rules/record";
import type { RecordTable } from "#rules/record-tables";

const kartini = join(import.meta.dirname, "../records/kartini-2021");

/** The record with cells of one data row (the first is row 2) replaced. */
async function spoiled(table: RecordTable, row: number, cells: Record<string, string>): Promise<RawRecord> {
  const raw = await readRecordFolder(kartini);
  const { columns, rows } = raw.tables[table] ?? { columns: [], rows: [] };
  const changed = rows.map((one) =>
    one.line === row ? { ...one, cells: one.cells.map((cell, at) => cells[columns[at] ?? ""] ?? cell) } : one,
  );
  return { ...raw, tables: { ...raw.tables, [table]: { columns, rows: changed } } };
}

async function renamed(table: RecordTable, from: string, to: string): Promise<RawRecord> {
  const raw = await readRecordFolder(kartini);
  const { columns, rows } = raw.tables[table] ?? { columns: [], rows: [] };
  const names = columns.map((name) => (name === from ? to : name));
  return { ...raw, tables: { ...raw.tables, [table]: { columns: names, rows } } };
}

/** Every fault, of reading or of the shop's rules. */
function faultsOf(raw: RawRecord): Fault[] {
  const { record, faults } = readRecord(raw);
  if (!record) return faults;
  const shop = {
    book: openBook(":memory:"),
    now: () => Date.parse("2021-04-01T00:00:00Z"),
    startOver: async () => {},
  };
  try {
    importRecord(shop as never, record, { practice: false });
    return [];
  } catch (failure) {
    if (failure instanceof RecordRefused) return [...failure.faults];
    throw failure;
  }
}

const places = (faults: readonly Fault[]) => faults.map(({ file, row, column }) => [file, row, column]);

describe("what is refused", () => {
  test.each([
    ["payouts", "amount", "0"],
    ["stock_receipts", "received_at", "1965-01-01T10:00:00+07:00"],
    ["stock_receipts", "received_at", "9998-01-01T10:00:00+07:00"],
    ["visitors", "date", "0001-01-01"],
    ["sales", "discount", "99999999"],
    ["sales", "unit_price", "9007199254740991"],
  ] as const)("%s, %s: %s", async (table, column, text) => {
    const quantity = column === "unit_price" ? { quantity: "2" } : {};
    expect(places(faultsOf(await spoiled(table, 2, { [column]: text, ...quantity })))).toEqual([
      [`${table}.csv`, 2, column],
    ]);
  });

  test("bytes that are not UTF-8", async () => {
    const folder = mkdtempSync(join(tmpdir(), "record-"));
    cpSync(kartini, folder, { recursive: true });
    writeFileSync(join(folder, "stalls.csv"), Buffer.from("code,name\nKAFE,Caf\xe9\n", "latin1"));
    expect(places(faultsOf(await readRecordFolder(folder)))).toEqual([["stalls.csv", 1, ""]]);
  });
});

describe("what is blamed, and what is not", () => {
  test.each(["stalls", "beneficiaries", "products", "sales"] as const)(
    "a missing column of %s is one fault, not one more for every row that rests on the file",
    async (table) => {
      const column = table === "sales" ? "discount" : "name";
      const raw = await renamed(table, column, "lain");
      expect(places(faultsOf(raw))).toEqual([[`${table}.csv`, 1, column]]);
    },
  );

  test("a column that stands twice could mean two things", async () => {
    const raw = await renamed("stalls", "name", "code");
    expect(places(faultsOf(raw))).toEqual([
      ["stalls.csv", 1, "name"],
      ["stalls.csv", 1, "code"],
    ]);
  });

  test("a refund above what was sold names its quantity", async () => {
    const raw = await readRecordFolder(kartini);
    const first = raw.tables.refunds?.rows[0];
    const more = await spoiled("refunds", first?.line ?? 0, { quantity: "999" });
    expect(places(faultsOf(more))).toEqual([["refunds.csv", first?.line, "quantity"]]);
  });
});

test("a name that every object knows is a name like any other", async () => {
  const raw = await readRecordFolder(kartini);
  const tables = Object.fromEntries(
    Object.entries(raw.tables).map(([name, table]) => [
      name,
      table && {
        ...table,
        rows: table.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => cell.replaceAll("PM-001", "constructor")),
        })),
      },
    ]),
  ) as RawRecord["tables"];
  const { record } = readRecord({ ...raw, tables });
  if (!record) throw new Error("the record was refused");
  const shop = { book: openBook(":memory:"), now: () => 0, startOver: async () => {} };
  importRecord(shop as never, record, { practice: false });
  const { figures } = await shop.book.reader.read("figures", { from: "2021-03-01", to: "2021-03-31" });
  expect(figures.beneficiaryEarned["constructor"]).toBe(10_474_790);
});
