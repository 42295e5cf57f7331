// A trading record's folder: reads its files as they are, before anything is judged.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type RawRecord, type RawTable, RECORD_TABLES } from "#rules/record";
import { CsvFault, readCsv } from "./csv.ts";

/** Reads every file of the record; one that is missing or unreadable is null, and `readRecord` says so. */
export async function readRecordFolder(folder: string): Promise<RawRecord> {
  const text = async (name: string) => readFile(join(folder, name), "utf8").catch(() => null);
  const tables = await Promise.all(
    RECORD_TABLES.map(async (name) => [name, tableOf(await text(`${name}.csv`))] as const),
  );
  return {
    centre: jsonOf(await text("center.json")),
    tables: Object.fromEntries(tables) as RawRecord["tables"],
  };
}

function tableOf(text: string | null): RawTable | null {
  if (text === null) return null;
  try {
    return readCsv(text);
  } catch (failure) {
    if (failure instanceof CsvFault) return { columns: [], rows: [], unreadable: failure.message };
    throw failure;
  }
}

function jsonOf(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
