// Exports: screen, CSV, XLSX and the directorate's file say the same, from one query, and none carries what it must not.
import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { beforeAll, describe, expect, test } from "vitest";
import { createProduct, stalls } from "#domain/products";
import { checkReport } from "#domain/submissions";
import type { FiguresView } from "#rules/figures";
import { rupiah } from "#rules/money";
import type { Report } from "#rules/report";
import { livedShop } from "../lived.ts";
import { newId, type TestShop } from "../shop.ts";
import { saleCommand, sell } from "../till.ts";
import { type Asker, apiOf, parsed } from "./asking.ts";

const period = "from=2025-07-15&to=2025-07-16";
const formulas = ["=1+1", "+62 811", "-diskon", "@kasir", '=HYPERLINK("http://jahat")'];

let shop: TestShop;
let manager: Asker;
let view: FiguresView;

beforeAll(async () => {
  shop = await livedShop();
  manager = await apiOf(shop).manager();
  const { recordSale } = await import("#domain/sales");
  for (const [index, name] of formulas.entries()) {
    const { productId } = createProduct(shop, shop.manager, {
      id: newId(),
      sku: `ANEH-${index}`,
      name,
      category: name,
      stallId: stalls(shop)[0]?.stallId as never,
      unit: "buah",
      priceRupiah: rupiah(1_000),
      unitCostRupiah: rupiah(0),
      countsAsPiece: true,
      stockTracked: false,
      shares: [],
    });
    const command = saleCommand(shop, [{ sku: "SABUN", price: 1_000 }]);
    recordSale(shop, shop.manager, {
      ...command,
      lines: command.lines.map((line) => ({ ...line, productId })),
    });
  }
  sell(shop, [{ sku: "LELE", quantity: 0.75 }]);
  view = (await manager.ask("GET", `/figures?${period}`)).body as FiguresView;
});

async function file(path: string): Promise<Buffer> {
  const { createApp } = await import("#api/app");
  const app = createApp(shop);
  const signedIn = await app.request("/api/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ staffId: shop.manager.staffId, pin: shop.pins.manager }),
  });
  const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
  return Buffer.from(await (await app.request(`/api${path}`, { headers: { cookie } })).arrayBuffer());
}

const cells = (text: string, separator: string): string[][] =>
  parse(text, { delimiter: separator, bom: true, relax_column_count: true, skip_empty_lines: false });

describe("CSV", () => {
  test("E3 opens in Indonesian Excel: semicolons, a byte-order mark, CRLF, a comma in decimals; each can be chosen otherwise", async () => {
    const { text, headers } = await manager.ask("GET", `/figures.csv?${period}`);
    expect(headers.get("content-disposition")).toBe(
      'attachment; filename="rekap-UJI-2025-07-15-2025-07-16.csv"',
    );
    const bytes = await file(`/figures.csv?${period}`);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text.split("\r\n").length).toBeGreaterThan(40);
    const lele = cells(text, ";").find((row) => row[0] === "LELE");
    expect(lele?.slice(2, 5)).toEqual(["kg", "2,25", "67500"]);
    const plain = (await file(`/figures.csv?${period}&separator=,&bom=no`)).toString("utf8");
    expect(plain.charCodeAt(0)).not.toBe(0xfeff);
    expect(
      cells(plain, ",")
        .find((row) => row[0] === "LELE")
        ?.slice(2, 5),
    ).toEqual(["kg", "2.25", "67500"]);
  });

  test("E4 no cell begins what a spreadsheet would run, and the words can still be read", async () => {
    const { text } = await manager.ask("GET", `/figures.csv?${period}`);
    const dangerous = cells(text, ";")
      .flat()
      .filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(,\d+)?$/.test(cell));
    expect(dangerous).toEqual([]);
    for (const name of formulas)
      expect(
        cells(text, ";")
          .flat()
          .some((cell) => cell.includes(name)),
      ).toBe(true);
  });
});

describe("XLSX", () => {
  test("E3 E4 numbers are numbers, texts are texts and never formulas", async () => {
    const workbook = await file(`/figures.xlsx?${period}`);
    const sheets = await readExcelFile(workbook);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      "Rekap",
      "Gerai",
      "Kategori",
      "Hari",
      "Program",
      "Barang",
      "Cara bayar",
      "PBJT",
      "Pengunjung",
      "Penerima manfaat",
    ]);
    const goods = sheets.find(({ sheet }) => sheet === "Barang")?.data ?? [];
    const rows = new Map(goods.map((row) => [String(row[0]), row]));
    expect(rows.get("LELE")?.slice(3, 5)).toEqual([2.25, 67_500]);
    expect(rows.get("Total")?.[4]).toBe(view.figures.turnover);
    expect(formulas.map((_, index) => rows.get(`ANEH-${index}`)?.[1])).toEqual(formulas);
    const raw = workbook.toString("latin1");
    expect(raw.startsWith("PK")).toBe(true);
  });
});

describe("E1 one query behind all of them", () => {
  test("the same digest, row count, totals and lines on the screen, in CSV and in XLSX", async () => {
    const csv = cells((await manager.ask("GET", `/figures.csv?${period}`)).text, ";");
    const workbook = await file(`/figures.xlsx?${period}`);
    const sheets = (await readExcelFile(workbook)).map(({ data }) => data);
    const inCsv = new Map(csv.map((row) => [row[0], row[1]]));
    const inXlsx = new Map((sheets[0] ?? []).map((row) => [String(row[0]), row[1]]));
    for (const [name, value] of [
      ["Omzet", view.figures.turnover],
      ["Laba kotor", view.figures.grossProfit],
      ["Pengunjung", view.figures.visitors],
      ["Transaksi", view.figures.transactions],
      ["Hak penerima manfaat", view.earned],
      ["Sidik", view.digest],
      ["Dari", "2025-07-15"],
      ["Sampai", "2025-07-16"],
    ] as const) {
      expect([name, inXlsx.get(name)]).toEqual([name, value]);
    }
    expect(inCsv.get("Sidik")).toBe(view.digest);
    expect(inCsv.get("Laba kotor")).toBe(String(view.figures.grossProfit));
    const rows = sheets.slice(1).reduce((all, sheet) => all + sheet.length - 1, 0);
    expect([inXlsx.get("Baris"), inCsv.get("Baris")]).toEqual([rows, String(rows)]);
    const written = (value: unknown): string =>
      typeof value === "number" ? String(value).replace(".", ",") : String(value ?? "");
    const everything = sheets.flatMap((sheet) => sheet.map((row) => row.map(written).join("|")));
    const text = csv.map((row) =>
      row
        .map((cell) => cell.replace(/^'(?=[=+\-@])/, ""))
        .join("|")
        .replace(/\|+$/, ""),
    );
    for (const row of everything) expect(text).toContain(row.replace(/\|+$/, ""));
  });

  test("the directorate's file has the same totals, a valid digest, and the chain's head", async () => {
    const report = (await manager.ask("GET", `/reports/directorate?${period}`)).body as Report;
    expect(checkReport(report)).toEqual([]);
    expect(report.figures).toMatchObject({
      turnover: view.figures.turnover,
      grossProfit: view.figures.grossProfit,
      visitors: view.figures.visitors,
      byStall: view.figures.byStall,
      byDay: view.figures.byDay,
    });
    expect(report.period).toEqual({ from: "2025-07-15", to: "2025-07-16", days: 2 });
    expect(report.centre.regionCode).toEqual({ kemendagri: "33.23", bps: "3323" });
  });

  test("H5 any one changed digit of it is found", async () => {
    const { text } = await manager.ask("GET", `/reports/directorate?${period}`);
    const missed: string[] = [];
    for (const { index } of text.matchAll(/\d/g)) {
      const digit = (Number(text[index]) + 1) % 10;
      const changed = text.slice(0, index) + String(digit) + text.slice(index + 1);
      if (checkReport(parsed(changed)).length === 0) missed.push(text.slice(index - 20, index + 5));
    }
    expect(missed).toEqual([]);
  });

  test("no file carries a person: neither makers, nor cashiers, nor managers by name; the directorate's not even by code", async () => {
    const report = (await manager.ask("GET", `/reports/directorate?${period}`)).text;
    const csv = (await manager.ask("GET", `/figures.csv?${period}`)).text;
    for (const name of ["Sari Lestari", "Budi Santoso", "Wati", "Ratna", "Dewi", "Kelompok Batik"]) {
      expect(report).not.toContain(name);
      expect(csv).not.toContain(name);
    }
    expect(report).not.toMatch(/SARI|BUDI|WATI|KELOMPOK|PENITIP/);
  });

  test("E2 E5 a period without anything is a file with nothing in it, half a period is none", async () => {
    const empty = (await manager.ask("GET", "/reports/directorate?from=2020-01-01&to=2020-01-31"))
      .body as Report;
    expect(checkReport(empty)).toEqual([]);
    expect(empty.figures).toMatchObject({ turnover: 0, transactions: 0, byStall: {} });
    expect((await manager.ask("GET", "/figures.csv?from=2025-07-15")).status).toBe(400);
  });
});
