// A trading record (rules.md, Files): its raw tables become checked rows, or a list of every fault with file, row and column.
import { PROGRAMS, type Program, type ShareRule } from "./arrangement.ts";
import type { Day } from "./business-day.ts";
import { type Centre, centreSchema } from "./centre.ts";
import { rupiah } from "./money.ts";
import {
  amount,
  type Cells,
  choice,
  code,
  day,
  type Fault,
  kindOfMembers,
  moment,
  optionalAmount,
  percent,
  quantity,
  signedCount,
  text,
  yesNo,
} from "./record-cells.ts";
import { METHODS, type Method } from "./sale.ts";
import { VISITOR_CATEGORIES, type VisitorCategory } from "./visits.ts";

export type { Fault } from "./record-cells.ts";

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
interface Placed {
  readonly row: number;
}

export interface TradingRecord {
  readonly centre: Centre;
  readonly stalls: readonly (Placed & { code: string; name: string })[];
  readonly makers: readonly (Placed & {
    code: string;
    name: string;
    kind: "person" | "group";
    program: Program;
    members: readonly { code: string; weight: number }[];
  })[];
  readonly products: readonly (Placed & {
    sku: string;
    name: string;
    category: string;
    stall: string;
    unit: string;
    priceRupiah: number | null;
    countsAsPiece: boolean;
    stockTracked: boolean;
    unitCostRupiah: number | null;
    share: { rule: ShareRule; maker: string } | null;
  })[];
  readonly receipts: readonly (Placed & { atMs: number; sku: string; quantityMilli: number })[];
  readonly sales: readonly (Placed & {
    ref: string;
    atMs: number;
    cashier: string;
    method: Method;
    lines: readonly (Placed & {
      sku: string;
      quantityMilli: number;
      unitPriceRupiah: number;
      discountRupiah: number;
    })[];
  })[];
  readonly refunds: readonly (Placed & {
    ref: string;
    atMs: number;
    saleRef: string;
    sku: string;
    quantityMilli: number;
    reason: string;
    restock: boolean;
  })[];
  readonly visits: readonly (Placed & { day: Day; area: string; category: VisitorCategory; count: number })[];
  readonly payouts: readonly (Placed & {
    ref: string;
    atMs: number;
    maker: string;
    amountRupiah: number;
    method: "cash" | "transfer";
  })[];
}

/** The checked record, or every fault in it. */
export function readRecord(
  raw: RawRecord,
): { record: TradingRecord; faults: [] } | { record: null; faults: Fault[] } {
  const faults: Fault[] = [];
  const centre = centreOf(raw.centre, faults);
  const read = <R>(table: RecordTable, rowOf: (cells: Cells) => R): (R & Placed)[] =>
    rowsOf(raw, table, faults).map(([cells, row]) => ({ ...rowOf(cells), row }));

  const stalls = read("stalls", (c) => ({ code: code(c, "code"), name: text(c, "name") }));
  once(stalls, "stalls", "code", (row) => row.code, faults);
  const makers = read("beneficiaries", (c) => {
    const kind = choice(c, "kind", ["person", "group"]);
    return {
      code: code(c, "code"),
      name: text(c, "name"),
      kind,
      program: choice(c, "program", PROGRAMS),
      members: kindOfMembers(c, "members", kind),
    };
  });
  once(makers, "beneficiaries", "code", (row) => row.code, faults);
  const known = {
    stall: new Set(stalls.map((row) => row.code)),
    maker: new Set(makers.map((row) => row.code)),
    person: new Set(makers.filter((row) => row.kind === "person").map((row) => row.code)),
  };
  for (const row of makers) {
    for (const member of row.members) {
      if (!known.person.has(member.code))
        faults.push(fault("beneficiaries", row.row, "members", "a person of this file", member.code));
    }
  }
  const products = read("products", (c) => ({
    sku: code(c, "sku"),
    name: text(c, "name"),
    category: text(c, "category"),
    stall: one(c, "stall", known.stall, "a stall of stalls.csv"),
    unit: text(c, "unit"),
    priceRupiah: optionalAmount(c, "price"),
    countsAsPiece: yesNo(c, "counts_as_piece"),
    stockTracked: yesNo(c, "stock_tracked"),
    unitCostRupiah: optionalAmount(c, "unit_cost"),
    share: shareOf(c, known.maker),
  }));
  once(products, "products", "sku", (row) => row.sku, faults);
  const skus = new Set(products.map((row) => row.sku));
  const tracked = new Set(products.filter((row) => row.stockTracked).map((row) => row.sku));

  const receipts = read("stock_receipts", (c) => ({
    atMs: moment(c, "received_at"),
    sku: one(c, "sku", tracked, "a stock-tracked product of products.csv"),
    quantityMilli: quantity(c, "quantity"),
  }));
  const saleLines = read("sales", (c) => ({
    ref: text(c, "sale_ref"),
    atMs: moment(c, "sold_at"),
    stall: one(c, "stall", known.stall, "a stall of stalls.csv"),
    cashier: text(c, "cashier"),
    sku: one(c, "sku", skus, "a product of products.csv"),
    quantityMilli: quantity(c, "quantity"),
    unitPriceRupiah: amount(c, "unit_price"),
    discountRupiah: amount(c, "discount"),
    method: choice(c, "payment_method", METHODS),
  }));
  const homes = new Map(products.map((row) => [row.sku, row.stall]));
  for (const line of saleLines) {
    const home = homes.get(line.sku);
    if (home !== undefined && home !== line.stall)
      faults.push(fault("sales", line.row, "stall", `the product's stall ${home}`, line.stall));
  }
  const sales = salesOf(saleLines, faults);
  const soldSkus = new Map(sales.map((sale) => [sale.ref, new Set(sale.lines.map((line) => line.sku))]));
  const refunds = read("refunds", (c) => {
    const saleRef = one(c, "sale_ref", soldSkus, "a sale of sales.csv");
    return {
      ref: text(c, "refund_ref"),
      atMs: moment(c, "refunded_at"),
      saleRef,
      sku: one(c, "sku", soldSkus.get(saleRef) ?? skus, `a product of sale ${saleRef}`),
      quantityMilli: quantity(c, "quantity"),
      reason: text(c, "reason"),
      restock: yesNo(c, "restock"),
    };
  });
  once(refunds, "refunds", "refund_ref", (row) => row.ref, faults);
  const visits = read("visitors", (c) => ({
    day: day(c, "date"),
    area: text(c, "area"),
    category: choice(c, "category", VISITOR_CATEGORIES),
    count: signedCount(c, "count"),
  }));
  const payouts = read("payouts", (c) => ({
    ref: text(c, "payout_ref"),
    atMs: moment(c, "paid_at"),
    maker: one(c, "beneficiary", known.person, "a person of beneficiaries.csv"),
    amountRupiah: amount(c, "amount"),
    method: choice(c, "method", ["cash", "transfer"] as const),
  }));
  once(payouts, "payouts", "payout_ref", (row) => row.ref, faults);

  if (faults.length > 0 || centre === null) return { record: null, faults };
  return {
    record: { centre, stalls, makers, products, receipts, sales, refunds, visits, payouts },
    faults: [],
  };
}

function centreOf(raw: unknown, faults: Fault[]): Centre | null {
  const file = "center.json";
  if (raw === null || raw === undefined) {
    faults.push({ file, row: 1, column: "", expected: raw === null ? "the file" : "JSON", got: "" });
    return null;
  }
  const parsed = centreSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const column = issue.path.join(".");
    const got = typeof raw === "object" ? String((raw as Record<string, unknown>)[column] ?? "") : "";
    faults.push({ file, row: 1, column, expected: expectedOf(column), got });
  }
  return null;
}

function expectedOf(field: string): string {
  if (field === "timeZone") return "Asia/Jakarta, Asia/Makassar or Asia/Jayapura";
  if (field === "regionCode") return "a region code like 33.23";
  return field === "code" ? "capital letters, digits and hyphens" : "a text";
}

function fault(table: RecordTable, row: number, column: string, expected: string, got: string): Fault {
  return { file: `${table}.csv`, row, column, expected, got };
}

/** The table's rows as cells by column; a missing file or column is a fault, and its rows are then not judged. */
function rowsOf(raw: RawRecord, name: RecordTable, faults: Fault[]): [Cells, number][] {
  const table = raw.tables[name];
  if (table === null || table.unreadable !== undefined) {
    faults.push(fault(name, 1, "", table ? "readable CSV" : "the file", table?.unreadable ?? ""));
    return [];
  }
  const missing = columnsOf[name].filter((column) => !table.columns.includes(column));
  for (const column of missing) faults.push(fault(name, 1, column, "this column", table.columns.join(",")));
  if (missing.length > 0) return [];
  return table.rows.map(({ line, cells }) => {
    if (cells.length !== table.columns.length) {
      faults.push(fault(name, line, "", `${table.columns.length} cells`, String(cells.length)));
    }
    const values = new Map(table.columns.map((column, index) => [column, cells[index] ?? ""]));
    return [
      { values, report: (column, expected, got) => faults.push(fault(name, line, column, expected, got)) },
      line,
    ];
  });
}

function once<R extends Placed>(
  rows: readonly R[],
  table: RecordTable,
  column: string,
  key: (row: R) => string,
  faults: Fault[],
): void {
  const seen = new Set<string>();
  for (const row of rows) {
    if (seen.has(key(row))) faults.push(fault(table, row.row, column, "each once", key(row)));
    seen.add(key(row));
  }
}

function one(cells: Cells, column: string, known: { has(key: string): boolean }, expected: string): string {
  const value = cells.values.get(column) ?? "";
  if (!known.has(value)) cells.report(column, expected, value);
  return value;
}

function shareOf(cells: Cells, makers: ReadonlySet<string>): { rule: ShareRule; maker: string } | null {
  const kind = choice(cells, "share_rule", ["none", "fixed", "percent", "percent_after_cost"] as const);
  if (kind === "none") {
    for (const column of ["share_value", "beneficiary"]) {
      const value = cells.values.get(column) ?? "";
      if (value !== "") cells.report(column, "nothing, since share_rule is none", value);
    }
    return null;
  }
  const maker = one(cells, "beneficiary", makers, "somebody of beneficiaries.csv");
  if (kind === "fixed") return { rule: { kind, rupiahPerUnit: rupiah(amount(cells, "share_value")) }, maker };
  return { rule: { kind, basisPoints: percent(cells, "share_value") }, maker };
}

type SaleLineRow = Placed & {
  ref: string;
  atMs: number;
  stall: string;
  cashier: string;
  sku: string;
  quantityMilli: number;
  unitPriceRupiah: number;
  discountRupiah: number;
  method: Method;
};

/** Lines of one sale_ref are one sale: the same moment, cashier and method, and no product twice. */
function salesOf(lines: readonly SaleLineRow[], faults: Fault[]): TradingRecord["sales"][number][] {
  return [...Map.groupBy(lines, (line) => line.ref).values()].map((group) => {
    const [first] = group as [SaleLineRow, ...SaleLineRow[]];
    const seen = new Set<string>();
    for (const line of group) {
      if (line.atMs !== first.atMs)
        faults.push(
          fault("sales", line.row, "sold_at", `the moment of row ${first.row}, as the same sale`, line.ref),
        );
      if (line.cashier !== first.cashier)
        faults.push(fault("sales", line.row, "cashier", first.cashier, line.cashier));
      if (line.method !== first.method)
        faults.push(fault("sales", line.row, "payment_method", first.method, line.method));
      if (seen.has(line.sku))
        faults.push(fault("sales", line.row, "sku", "each product once in a sale", line.sku));
      seen.add(line.sku);
    }
    const { ref, atMs, cashier, method, row } = first;
    return { ref, atMs, cashier, method, row, lines: group };
  });
}
