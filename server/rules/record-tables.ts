// The raw tables of a trading record: their columns, their rows as cells, and what was found wrong in them.
import type { Cells, Fault } from "./record-cells.ts";
import { type Refusal, type RefusalCode, refusalSentence } from "./refusal.ts";

export const RECORD_TABLES = [
  "stalls",
  "beneficiaries",
  "products",
  "stock_receipts",
  "sales",
  "refunds",
  "visitors",
  "payouts",
] as const;
export type RecordTable = (typeof RECORD_TABLES)[number];

const columnsOf: Record<RecordTable, readonly string[]> = {
  stalls: ["code", "name"],
  beneficiaries: ["code", "name", "kind", "program", "members"],
  products: [
    "sku",
    "name",
    "category",
    "stall",
    "unit",
    "price",
    "counts_as_piece",
    "stock_tracked",
    "unit_cost",
    "share_rule",
    "share_value",
    "beneficiary",
  ],
  stock_receipts: ["received_at", "sku", "quantity"],
  sales: [
    "sale_ref",
    "sold_at",
    "stall",
    "cashier",
    "sku",
    "quantity",
    "unit_price",
    "discount",
    "payment_method",
  ],
  refunds: ["refund_ref", "refunded_at", "sale_ref", "sku", "quantity", "reason", "restock"],
  visitors: ["date", "area", "category", "count"],
  payouts: ["payout_ref", "paid_at", "beneficiary", "amount", "method"],
};

export interface RawTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Why the file could not be read as CSV. */
  readonly unreadable?: string;
}

export interface RawRecord {
  /** Parsed JSON; null when the file is missing, undefined when it is not JSON. */
  readonly centre: unknown;
  readonly tables: Record<RecordTable, RawTable | null>;
}

/** Where a row stands, so that a refusal of the shop's own verbs can name it. */
export interface Placed {
  readonly row: number;
}

/** The row that names the columns; what is wrong there is wrong with the whole file. */
const HEADER = 1;

/** What was found wrong. One spoiled cell is one fault: what rests on a cell that could not be read is not judged. */
export class Faults {
  readonly list: Fault[] = [];
  readonly #places = new Set<string>();

  add(table: RecordTable, row: number, column: string, expected: string, got: string): void {
    this.list.push({ file: `${table}.csv`, row, column, expected, got });
    this.#places.add(`${table} ${row} ${column}`);
    this.#places.add(column === "" || row === HEADER ? table : `${table} ${column}`);
  }

  /** Whether this cell could not be read. */
  at(table: RecordTable, row: number, column: string): boolean {
    return this.#places.has(`${table} ${row} ${column}`);
  }

  /** Whether any cell of this column, a whole row or the file itself could not be read, so that a name may stand in there. */
  in(table: RecordTable, column: string): boolean {
    return this.#places.has(`${table} ${column}`) || this.#places.has(table);
  }
}

/** The table's rows as cells by column; a missing file or column is a fault, and its rows are then not judged. */
export function rowsOf(raw: RawRecord, name: RecordTable, faults: Faults): [Cells, number][] {
  const table = raw.tables[name];
  if (table === null || table.unreadable !== undefined) {
    faults.add(name, HEADER, "", table ? "readable CSV" : "the file", table?.unreadable ?? "");
    return [];
  }
  const missing = columnsOf[name].filter((column) => !table.columns.includes(column));
  for (const column of missing) faults.add(name, HEADER, column, "this column", table.columns.join(","));
  const twice = columnsOf[name].filter(
    (column) => table.columns.indexOf(column) !== table.columns.lastIndexOf(column),
  );
  for (const column of twice) faults.add(name, HEADER, column, "this column once", table.columns.join(","));
  if (missing.length + twice.length > 0) return [];
  return table.rows.flatMap(({ line, cells }): [Cells, number][] => {
    if (cells.length !== table.columns.length) {
      faults.add(name, line, "", `${table.columns.length} cells`, String(cells.length));
      return [];
    }
    const values = new Map(table.columns.map((column, index) => [column, cells[index] ?? ""]));
    return [
      [
        {
          values,
          report: (column, expected, got) => faults.add(name, line, column, expected, got),
          spoiled: (column) => faults.at(name, line, column),
        },
        line,
      ],
    ];
  });
}

/** Reports every row whose key was there before. */
export function once<R extends Placed>(
  rows: readonly R[],
  table: RecordTable,
  column: string,
  key: (row: R) => string,
  faults: Faults,
): void {
  const seen = new Set<string>();
  for (const row of rows) {
    if (faults.at(table, row.row, column)) continue;
    if (seen.has(key(row))) faults.add(table, row.row, column, "each once", key(row));
    seen.add(key(row));
  }
}

export interface Names {
  readonly has: (name: string) => boolean;
}

/** The names in a table's column; any name may be the one that could not be read. */
export function namesIn(table: RecordTable, column: string, names: Iterable<string>, faults: Faults): Names {
  const known = new Set(names);
  return { has: (name) => known.has(name) || faults.in(table, column) };
}

/** Reads a cell that names something of another table. */
export function one(cells: Cells, column: string, known: Names, expected: string): string {
  const value = cells.values.get(column) ?? "";
  if (!known.has(value)) cells.report(column, expected, value);
  return value;
}

/** A row that reads well but that the shop's own rules refuse. */
export function ruleFault(table: RecordTable, row: number, refusal: Refusal): Fault {
  const got = refusalSentence(refusal.code, refusal.facts, "en");
  const column = columnsRefused[refusal.code] ?? "";
  return { file: `${table}.csv`, row, column, expected: "what the shop's rules allow", got };
}

/** The cell that a refusal speaks of. */
const columnsRefused: Partial<Record<RefusalCode, string>> = {
  refund_more_than_sold: "quantity",
  refund_before_sale: "refunded_at",
  unknown_sale: "sale_ref",
  more_than_owed: "amount",
  count_below_zero: "count",
  share_above_price: "share_value",
  shares_above_whole: "share_value",
  group_needs_members: "members",
  share_to_wrong_kind: "members",
};
