// Reads the head of a provider's file, so that a person can point at its columns; the server reads all of it.
import type { RawTable } from "#rules/record";
import { Refusal, refusalSentence } from "#rules/refusal";
import { readSettlement, type SettlementRow } from "#rules/settlement-file";
import { importSettlementSchema, type SettlementFormat, settlementFormatSchema } from "#rules/settlements";
import type { Language } from "../words.ts";

export type Separator = SettlementFormat["separator"];
const separators: readonly Separator[] = [",", ";", "\t"];

export type FileFault = "empty" | "notText" | "tooLarge";

/** Why a file that was chosen cannot be a provider's CSV at all; null where it may be one. */
export function fileFault(text: string): FileFault | null {
  if (text.trim() === "") return "empty";
  // No text holds the zero byte; a spreadsheet's own file, a picture and UTF-16 do.
  if (text.includes("\0")) return "notText";
  return importSettlementSchema.shape.text.safeParse(text).success ? null : "tooLarge";
}

/** As many lines as titles, header and some rows take. */
const linesRead = 60;
const rowsShown = 3;

/** The first records of a file: cells in quotes may hold separators and line breaks. */
export function readHead(text: string, separator: Separator, most = linesRead): string[][] {
  const records: string[][] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    cells.push(cell.trim());
    cell = "";
  };
  const endRecord = () => {
    endCell();
    if (cells.some((one) => one !== "")) records.push(cells);
    cells = [];
  };
  for (const character of text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n")) {
    if (records.length >= most) return records;
    if (quoted && character !== '"') cell += character;
    else if (character === '"') quoted = !quoted;
    else if (character === separator) endCell();
    else if (character === "\n" || character === "\r") endRecord();
    else cell += character;
  }
  endRecord();
  return records;
}

/** The separator that parts the lines into most cells. */
export function guessSeparator(text: string): Separator {
  const widths = separators.map((separator) => widest(readHead(text, separator)));
  return separators[widths.indexOf(Math.max(...widths))] ?? ",";
}

function widest(records: readonly string[][]): number {
  return Math.max(0, ...records.map((record) => record.length));
}

/** The names of the columns: the first of the widest lines that holds words in most of its cells. */
export function headerOf(records: readonly string[][]): string[] {
  const most = widest(records);
  const isHeader = (record: readonly string[]) =>
    record.length >= most - 1 && record.filter((cell) => /[a-z]/i.test(cell)).length * 2 > record.length;
  return (records.find(isHeader) ?? records[0] ?? []).filter((cell) => cell !== "");
}

const likely = {
  dayColumn: /tanggal|date|tgl|waktu|created|transaction time/i,
  timeColumn: /^(jam|time|waktu|pukul)/i,
  amountColumn: /nominal|jumlah|amount|gross|bruto|nilai/i,
  referenceColumn: /rrn|refer|ref\b|no\. ?ref|transaction id|id transaksi|order/i,
} as const;

/** What the columns' names suggest; nothing where no name does. */
export function guessFormat(text: string): SettlementFormat {
  const separator = guessSeparator(text);
  const records = readHead(text, separator);
  const names = headerOf(records);
  const find = (pattern: RegExp, not: readonly string[] = []) =>
    names.find((name) => pattern.test(name) && !not.includes(name)) ?? "";
  const dayColumn = find(likely.dayColumn);
  const guess = {
    separator,
    dayColumn,
    timeColumn: find(likely.timeColumn, [dayColumn]),
    amountColumn: find(likely.amountColumn),
    referenceColumn: find(likely.referenceColumn),
  };
  const orders = settlementFormatSchema.shape.dayOrder.options;
  const dayOrder = orders.find((order) => preview(text, { ...guess, dayOrder: order }, "id").rows.length > 0);
  return { ...guess, dayOrder: dayOrder ?? "dmy" };
}

export interface Preview {
  /** The first rows as they would be counted. */
  rows: readonly SettlementRow[];
  /** Why they cannot be read so. */
  fault: string | undefined;
}

export function preview(text: string, format: SettlementFormat, language: Language): Preview {
  if ([format.dayColumn, format.amountColumn, format.referenceColumn].includes(""))
    return { rows: [], fault: undefined };
  try {
    const rows = readSettlement(tableOf(readHead(text, format.separator)), format);
    return { rows: rows.slice(0, rowsShown), fault: undefined };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return { rows: [], fault: refusalSentence(thrown.code, thrown.facts, language) };
  }
}

function tableOf(records: readonly string[][]): RawTable {
  const [columns = [], ...rest] = records;
  return { columns, rows: rest.map((cells, at) => ({ line: at + 2, cells })) };
}
