// A trading record's folder: reads its files as they are, before anything is judged.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type RawRecord, type RawTable, RECORD_TABLES } from "#rules/record";
import { CsvFault, readCsv } from "./csv.ts";

/** Reads every file of the record; one that is missing or unreadable is null, and `readRecord` says so. */
export async function readRecordFolder(folder: string): Promise<RawRecord> {
  const text = async (name: string) => textOf(await readFile(join(folder, name)).catch(() => null));
  const tables = await Promise.all(
    RECORD_TABLES.map(async (name) => [name, tableOf(await text(`${name}.csv`))] as const),
  );
  return {
    centre: jsonOf(await text("center.json")),
    tables: Object.fromEntries(tables) as RawRecord["tables"],
  };
}

/** Bytes that are not UTF-8 would become names that nobody has. */
function textOf(bytes: Uint8Array | null): string | null | undefined {
  if (bytes === null) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function tableOf(text: string | null | undefined): RawTable | null {
  if (text === null) return null;
  if (text === undefined) return { columns: [], rows: [], unreadable: "bytes that are not UTF-8" };
  try {
    return readCsv(text);
  } catch (failure) {
    if (failure instanceof CsvFault) return { columns: [], rows: [], unreadable: failure.message };
    throw failure;
  }
}

function jsonOf(text: string | null | undefined): unknown {
  if (text === null || text === undefined) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
