// Takes the summary's three files from the screen and reads back what they say.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { readSheet } from "read-excel-file/node";
import { type Report, reportSchema } from "#rules/report";
import { dialog, press, sees } from "./steps.ts";

export interface Taken {
  /** Where the browser has put it. */
  path: string;
  name: string;
}

export async function download(page: Page, what: string): Promise<Taken> {
  await press(page, "Unduh");
  const [file] = await Promise.all([page.waitForEvent("download"), press(dialog(page), `Unduh ${what}`)]);
  await sees(page, "Berkas sudah diunduh.");
  return { path: await file.path(), name: file.suggestedFilename() };
}

/** The numbers that a meeting asks for, in the words of each file. */
export interface Main {
  turnover: number;
  grossProfit: number;
  visitors: number;
  pieces: number;
  transactions: number;
  refunds: number;
  earned: number;
  paid: number;
  owed: number;
}

/** Semicolons, numbers without separators, and the mark that Excel needs at the start. */
export function mainOfCsv({ path }: Taken): Main {
  const text = readFileSync(path, "utf8");
  if (!text.startsWith("\uFEFF"))
    throw new Error("Indonesian Excel reads a CSV rightly only with a BOM (E3).");
  const rows: string[][] = parse(text, { bom: true, delimiter: ";", relaxColumnCount: true });
  return mainOf(rows.map(([name, value]) => [name, Number(value)]));
}

/** In the workbook the numbers are numbers (E3). */
export async function mainOfXlsx({ path }: Taken): Promise<Main> {
  return mainOf(await readSheet(path, "Rekap"));
}

export function reportOf({ path }: Taken): Report {
  return reportSchema.parse(JSON.parse(readFileSync(path, "utf8")));
}

export function mainOfReport({ figures, beneficiaries }: Report): Main {
  const { turnover, grossProfit, visitors, pieces, transactions, refunds } = figures;
  const { earned, paid, owed } = beneficiaries;
  return { turnover, grossProfit, visitors, pieces, transactions, refunds, earned, paid, owed };
}

function mainOf(rows: readonly (readonly unknown[])[]): Main {
  const named = (name: string): number => {
    const value = rows.find(([first]) => first === name)?.[1];
    if (typeof value !== "number" || Number.isNaN(value)) throw new Error(`No number beside ${name}.`);
    return value;
  };
  return {
    turnover: named("Omzet"),
    grossProfit: named("Laba kotor"),
    visitors: named("Pengunjung"),
    pieces: named("Potong"),
    transactions: named("Transaksi"),
    refunds: named("Retur"),
    earned: named("Hak penerima manfaat"),
    paid: named("Sudah dibayar"),
    owed: named("Belum dibayar"),
  };
}
