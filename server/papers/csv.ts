// CSV: reads a table with the line of each row, and writes one that opens in Indonesian Excel.
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import type { RawTable } from "#rules/record";

/**
 * Reads UTF-8 CSV with a header. Every row keeps the line it begins on, as an editor shows it. Throws CsvFault where it
 * cannot be read; `relaxed` takes a quotation mark inside an unquoted cell, like `="0012"`, for what it is.
 */
export function readCsv(text: string, { separator = ",", relaxed = false } = {}): RawTable {
  try {
    const records = parse(text, {
      delimiter: separator,
      relax_quotes: relaxed,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    const [header, ...rows] = records;
    return {
      columns: header?.record.map((name) => name.trim()) ?? [],
      rows: rows.map(({ record, info }) => ({ line: info.lines, cells: record })),
    };
  } catch (failure) {
    throw new CsvFault(failure instanceof Error ? failure.message : String(failure));
  }
}

export class CsvFault extends Error {
  override readonly name = "CsvFault";
}

export type Cell = string | number | null;

/**
 * Writes rows as CSV with CRLF lines. Numbers stay numbers where the file is opened: with semicolons a spreadsheet expects a decimal
 * comma, as Indonesian Excel does (E3). Text that it would run as a formula is neutralised (E4).
 */
export function writeCsv(
  rows: readonly (readonly Cell[])[],
  options: { separator: ";" | ","; bom: boolean },
): string {
  const decimal = options.separator === ";" ? "," : ".";
  return stringify(rows as Cell[][], {
    delimiter: options.separator,
    bom: options.bom,
    record_delimiter: "\r\n",
    escape_formulas: true,
    cast: { number: (value) => ({ value: String(value).replace(".", decimal), escape_formulas: false }) },
  });
}
