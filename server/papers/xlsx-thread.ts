// The thread behind xlsx.ts: writes one workbook and ends.
import { parentPort, workerData } from "node:worker_threads";
import writeExcelFile, { type Cell as ExcelCell } from "write-excel-file/node";
import type { Cell } from "./csv.ts";
import type { Sheet } from "./xlsx.ts";

const widestColumn = 40;

const head = (value: string): ExcelCell => ({ value, type: String, fontWeight: "bold", wrap: true });

/** Whole numbers are grouped as people read them; quantities keep their decimals. */
function cell(value: Cell): ExcelCell {
  if (value === null) return null;
  if (typeof value === "string") return { value, type: String };
  return { value, type: Number, format: Number.isInteger(value) ? "#,##0" : "#,##0.###" };
}

const workbook = (workerData as readonly Sheet[]).map((sheet) => ({
  sheet: sheet.name,
  data: [sheet.head.map(head), ...sheet.rows.map((row) => row.map(cell))],
  columns: sheet.head.map((name, column) => ({
    width: Math.min(
      widestColumn,
      2 + Math.max(name.length, ...sheet.rows.map((row) => String(row[column] ?? "").length)),
    ),
  })),
  stickyRowsCount: 1,
}));

const buffer = await writeExcelFile(workbook).toBuffer();
parentPort?.postMessage(new Uint8Array(buffer));
