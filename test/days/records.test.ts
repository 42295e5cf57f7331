// Both trading records come out to the rupiah, through the verbs and through the real command line.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { openBook } from "#db/open";
import { figuresOf, readFigures } from "#domain/figures";
import { importRecord, RecordRefused } from "#domain/record-import";
import type { Shop } from "#domain/shop";
import { directorateReport } from "#domain/submissions";
import { readRecordFolder } from "#papers/record-folder";
import { addDays, type Day } from "#rules/business-day";
import { type Figures, figuresSchema } from "#rules/figures";
import { readRecord } from "#rules/record";
import { paperless } from "../printer.ts";
import { cleanBook } from "../shop.ts";
import { newFolder, recordFolder, shop, shopHere, spoiled } from "./command-line.ts";

vi.setConfig({ testTimeout: 60_000 }); // a process of its own takes its time on a busy machine

const records = ["kartini-2021", "pangudi-luhur-2021"] as const;
const now = Date.parse("2025-07-15T03:00:00Z");

const expected = (name: string): Figures =>
  JSON.parse(readFileSync(join(recordFolder(name), "expected.json"), "utf8")) as Figures;

function emptyShop(): Shop {
  return {
    book: openBook(":memory:"),
    now: () => now,
    startOver: async () => {},
    backUp() {},
    printer: paperless(),
  };
}

const made = new Map<string, Promise<Shop>>();

/** The record in a book of its own, imported once for all who only read it. */
function imported(name: string): Promise<Shop> {
  const shopOf = made.get(name) ?? importing(name);
  made.set(name, shopOf);
  return shopOf;
}

async function importing(name: string): Promise<Shop> {
  const { record, faults } = readRecord(await readRecordFolder(recordFolder(name)));
  expect(faults).toEqual([]);
  const into = emptyShop();
  if (record) importRecord(into, record, { practice: false });
  return into;
}

describe.each(records)("%s", (name) => {
  test("through the verbs: every value of expected.json, and a clean book", async () => {
    const made = await imported(name);
    expect(await figuresOf(made, null)).toEqual(expected(name));
    await cleanBook(made);
  });

  test("through the command line: figures --json prints nothing but the figures, audit keeps every promise", async () => {
    const data = newFolder();
    const TZ = name === "kartini-2021" ? "America/Los_Angeles" : "Asia/Jayapura"; // the server's own zone never matters (Z4)
    const ran = await shop(data, ["import", recordFolder(name)], { TZ });
    expect(ran, ran.stderr).toMatchObject({ code: 0, stdout: "" });
    const figures = await shop(data, ["figures", "--json"], { TZ });
    expect(figures.code).toBe(0);
    expect(figures.stderr).toBe("");
    expect(figuresSchema.strict().parse(JSON.parse(figures.stdout))).toEqual(expected(name));
    const audit = await shopHere(data, ["audit"]);
    expect(audit.code).toBe(0);
    expect(audit.stdout).not.toContain("BROKEN");
    expect(audit.stdout.match(/^kept {4}/gm)?.length).toBeGreaterThan(30);
  });

  test("figures of any two halves add up to the whole, day by day", async () => {
    const made = await imported(name);
    const whole = expected(name);
    const days = Object.keys(whole.byDay).sort() as Day[];
    const [first, middle, last] = [days[0], days[Math.trunc(days.length / 3)], days.at(-1)];
    if (!first || !middle || !last) throw new Error("a record has days");
    const { figures: early } = await readFigures(made, { from: first, to: middle });
    const { figures: late } = await readFigures(made, { from: addDays(middle, 1), to: whole.asOf });
    for (const key of [
      "turnover",
      "grossProfit",
      "visitors",
      "turnoverWithoutCost",
      "transactions",
      "refunds",
    ] as const)
      expect([key, early[key] + late[key]]).toEqual([key, whole[key]]);
    for (const key of [
      "byPaymentMethod",
      "quantityBySkuMilli",
      "earnedByProgram",
      "beneficiaryEarned",
      "beneficiaryPaid",
    ] as const)
      expect([key, added([early[key], late[key]])]).toEqual([key, whole[key]]);
    // What is owed and on hand are states, not movements: the later half ends where the whole ends.
    expect(late.beneficiaryOwed).toEqual(whole.beneficiaryOwed);
    expect(late.stockOnHandMilli).toEqual(whole.stockOnHandMilli);
    const alone = await Promise.all(days.map((day) => readFigures(made, { from: day, to: day })));
    expect(Object.assign({}, ...alone.map(({ figures }) => figures.byDay)) as Figures["byDay"]).toEqual(
      whole.byDay,
    );
  });
});

function added(parts: readonly Record<string, number>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const part of parts)
    for (const [key, amount] of Object.entries(part)) sums[key] = (sums[key] ?? 0) + amount;
  return sums;
}

describe("what was published as of 24 March 2021", () => {
  test("Kartini: 187 pieces of Ciprat Batik, 1.710 visitors, Rp67.000.000, gross profit Rp12.400.000", async () => {
    const { figures } = await readFigures(await imported("kartini-2021"), {
      from: "2021-01-01" as Day,
      to: "2021-03-24" as Day,
    });
    expect(figures).toMatchObject({ visitors: 1710, turnover: 67_000_000, grossProfit: 12_400_000 });
    expect(figures.byCategory["Ciprat Batik"]?.pieces).toBe(187);
  });

  test("Pangudi Luhur: 3.465 visitors, gross profit Rp28.400.000", async () => {
    const { figures } = await readFigures(await imported("pangudi-luhur-2021"), {
      from: "2021-01-01" as Day,
      to: "2021-03-24" as Day,
    });
    expect(figures).toMatchObject({ visitors: 3465, grossProfit: 28_400_000 });
  });

  test("the directorate's file of a record carries its totals and no person", async () => {
    const made = await imported("kartini-2021");
    const report = await directorateReport(made, { from: "2021-03-01" as Day, to: "2021-03-31" as Day });
    expect(report.figures).toMatchObject({ turnover: 67_000_000, grossProfit: 12_400_000 });
    expect(report.beneficiaries.earned).toBe(
      Object.values(expected("kartini-2021").beneficiaryEarned).reduce((all, amount) => all + amount, 0),
    );
    expect(JSON.stringify(report)).not.toMatch(/PM-\d|Perajin|kasir-\d/);
  });
});

describe("a record that is not right imports nothing", () => {
  const threeRows = [
    ["sales.csv", 10, "unit_price", "12.5"],
    ["products.csv", 3, "stall", "TIDAK-ADA"],
    ["visitors.csv", 7, "count", "0"],
  ] as const;

  test("three spoiled rows in three files: exactly those three are listed, with file, row and column", async () => {
    const folder = spoiled("kartini-2021", threeRows);
    const { record, faults } = readRecord(await readRecordFolder(folder));
    expect(record).toBeNull();
    expect(faults.map(({ file, row, column, got }) => [file, row, column, got]).sort()).toEqual(
      threeRows.map((row) => [...row]).sort(),
    );
    const data = newFolder();
    const ran = await shop(data, ["import", folder]);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toBe("");
    const lines = ran.stderr.trim().split("\n");
    expect(lines).toHaveLength(4);
    for (const [file, row, column] of threeRows)
      expect(
        lines.filter((line) => line.startsWith(`${file}, row ${row}, column ${column}: expected `)),
      ).toHaveLength(1);
    expect(lines.at(-1)).toBe("Nothing was imported: 3 faults.");
    expect((await shopHere(data, ["figures", "--json"])).code).not.toBe(0);
  });

  test.each([
    ["a price with a fraction", "sales.csv", 2, "unit_price", "17000.5"],
    ["a price with separators", "sales.csv", 2, "unit_price", "17.000"],
    ["a negative discount", "sales.csv", 2, "discount", "-1"],
    ["a quantity with four decimals", "sales.csv", 2, "quantity", "0.1234"],
    ["a quantity of nothing", "sales.csv", 2, "quantity", "0"],
    ["a moment without an offset", "sales.csv", 2, "sold_at", "2021-03-05T05:25:15"],
    ["a way of paying nobody knows", "sales.csv", 2, "payment_method", "bon"],
    ["a product nobody knows", "sales.csv", 2, "sku", "KAIN-X"],
    ["a refund of a sale that is not there", "refunds.csv", 2, "sale_ref", "S99999"],
    ["a payout to nobody", "payouts.csv", 2, "beneficiary", "PM-999"],
    ["a day that does not exist", "visitors.csv", 2, "date", "2021-02-30"],
    ["a share above 100 %", "products.csv", 2, "share_value", "100.01"],
    ["yes or no, and nothing else", "products.csv", 2, "counts_as_piece", "ya"],
    ["a stall's code twice", "stalls.csv", 3, "code", "GALERI"],
    ["a programme nobody knows", "beneficiaries.csv", 2, "program", "BLT"],
  ])("%s", async (_, file, row, column, text) => {
    const { record, faults } = readRecord(
      await readRecordFolder(spoiled("kartini-2021", [[file, row, column, text]])),
    );
    expect(record).toBeNull();
    expect(faults).toContainEqual(expect.objectContaining({ file, row, column }));
  });

  const texts = [
    "name",
    "category",
    "unit",
    "sale_ref",
    "cashier",
    "refund_ref",
    "reason",
    "area",
    "payout_ref",
  ];

  test("any one spoiled cell is one fault, at its place, whatever rests on it", async () => {
    const raw = await readRecordFolder(recordFolder("kartini-2021"));
    const wrong: string[] = [];
    for (const [name, table] of Object.entries(raw.tables)) {
      const { columns, rows } = table ?? { columns: [], rows: [] };
      for (const [at, column] of columns.entries()) {
        for (const spoilt of [0, Math.trunc(rows.length / 2), rows.length - 1]) {
          const garbage = texts.includes(column) ? "" : "§";
          const cells = rows.map(({ line, cells }, row) => ({
            line,
            cells: row === spoilt ? cells.with(at, garbage) : cells,
          }));
          const { faults } = readRecord({
            ...raw,
            tables: { ...raw.tables, [name]: { columns, rows: cells } },
          });
          const told = faults.map((fault) => `${fault.file}:${fault.row}:${fault.column}`).join(" ");
          if (told !== `${name}.csv:${spoilt + 2}:${column}`)
            wrong.push(`${name} ${spoilt + 2} ${column}: ${told}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each(["stalls", "beneficiaries", "products", "sales"] as const)(
    "without %s.csv, that is all there is to say",
    async (name) => {
      const raw = await readRecordFolder(recordFolder("kartini-2021"));
      const { faults } = readRecord({ ...raw, tables: { ...raw.tables, [name]: null } });
      expect(faults).toEqual([
        expect.objectContaining({ file: `${name}.csv`, row: 1, expected: "the file" }),
      ]);
    },
  );

  test("a comma too many is a fault of the row, not of every cell after it", async () => {
    const folder = spoiled("kartini-2021", [["sales.csv", 5, "unit_price", "17,000"]]);
    const { faults } = readRecord(await readRecordFolder(folder));
    expect(faults).toEqual([
      expect.objectContaining({ file: "sales.csv", row: 5, expected: "9 cells", got: "10" }),
    ]);
  });

  test("a wrong zone, a missing column and a missing file are each named (Z1)", async () => {
    const raw = await readRecordFolder(recordFolder("kartini-2021"));
    const zone = readRecord({ ...raw, centre: { ...(raw.centre as object), timeZone: "Asia/Singapore" } });
    expect(zone.faults).toEqual([
      expect.objectContaining({ file: "center.json", column: "timeZone", got: "Asia/Singapore" }),
    ]);
    const visitors = raw.tables.visitors;
    if (!visitors) throw new Error("the record has visitors");
    const columns = visitors.columns.map((name) => (name === "area" ? "place" : name));
    expect(
      readRecord({ ...raw, tables: { ...raw.tables, visitors: { ...visitors, columns } } }).faults,
    ).toEqual([expect.objectContaining({ file: "visitors.csv", row: 1, column: "area" })]);
    expect(readRecord({ ...raw, tables: { ...raw.tables, payouts: null } }).faults).toEqual([
      expect.objectContaining({ file: "payouts.csv", row: 1, expected: "the file" }),
    ]);
    expect(readRecord({ ...raw, centre: null }).record).toBeNull();
    expect((await shopHere(newFolder(), ["import", newFolder()])).code).toBe(1);
  });

  test("what only the shop's rules can see is listed by row too, and nothing of it is kept", async () => {
    const folder = spoiled("kartini-2021", [
      ["refunds.csv", 2, "quantity", "99999"],
      ["payouts.csv", 2, "amount", "99999999"],
    ]);
    const { record } = readRecord(await readRecordFolder(folder));
    if (!record) throw new Error("every cell can be read");
    const made = emptyShop();
    let refused: unknown;
    try {
      importRecord(made, record, { practice: false });
    } catch (failure) {
      refused = failure;
    }
    expect(refused).toBeInstanceOf(RecordRefused);
    const rows = (refused as RecordRefused).faults.map(({ file, row }) => `${file}:${row}`);
    expect(rows).toContain("refunds.csv:2");
    expect(rows).toContain("payouts.csv:2");
    await expect(figuresOf(made, null)).rejects.toMatchObject({ code: "not_set_up" });
  });
});
