// A payment provider's file as cells, before anybody judges what they say.
import type { RawTable } from "#rules/record";
import { CsvFault, readCsv } from "./csv.ts";

/** What is no CSV says so in the table, so that a file that was sent twice is answered before it is judged. */
export function settlementTable(text: string, separator: string): RawTable {
  try {
    return readCsv(text, { separator, relaxed: true });
  } catch (failure) {
    if (failure instanceof CsvFault) return { columns: [], rows: [], unreadable: failure.message };
    throw failure;
  }
}
