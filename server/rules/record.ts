// A trading record (rules.md, Files): its raw tables become checked rows, or a list of every fault with file, row and column.
import { PROGRAMS, type Program, type ShareRule } from "./arrangement.ts";
import type { Day } from "./business-day.ts";
import { type Centre, centreSchema } from "./centre.ts";
import { rupiah } from "./money.ts";
import {
  amount,
  amountAboveZero,
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
import { type RecordSale, salesOf, soldIn, worthOf } from "./record-sales.ts";
import {
  Faults,
  type Names,
  namesIn,
  once,
  one,
  type Placed,
  type RawRecord,
  type RecordTable,
  rowsOf,
} from "./record-tables.ts";
import { METHODS } from "./sale.ts";
import { VISITOR_CATEGORIES, type VisitorCategory } from "./visits.ts";

export type { Fault } from "./record-cells.ts";
export { type RawRecord, type RawTable, RECORD_TABLES } from "./record-tables.ts";

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
  readonly sales: readonly RecordSale[];
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
  const faults = new Faults();
  const centre = centreOf(raw.centre, faults.list);
  const read = <R>(table: RecordTable, rowOf: (cells: Cells) => R): (R & Placed)[] =>
    rowsOf(raw, table, faults).map(([cells, row]) => ({ ...rowOf(cells), row }));

  const stalls = read("stalls", (c) => ({ code: code(c, "code"), name: text(c, "name") }));
  once(stalls, "stalls", "code", (row) => row.code, faults);
  const stallCodes = namesIn(
    "stalls",
    "code",
    stalls.map((row) => row.code),
    faults,
  );
  const makers = read("beneficiaries", (c) => {
    const kind = choice(c, "kind", ["person", "group"]);
    return {
      code: code(c, "code"),
      name: text(c, "name"),
      kind,
      program: choice(c, "program", PROGRAMS),
      members: c.spoiled("kind") ? [] : kindOfMembers(c, "members", kind),
    };
  });
  once(makers, "beneficiaries", "code", (row) => row.code, faults);
  const makerCodes = namesIn(
    "beneficiaries",
    "code",
    makers.map((row) => row.code),
    faults,
  );
  const persons = makers.filter((row) => row.kind === "person");
  const personCodes = namesIn(
    "beneficiaries",
    "code",
    persons.map((row) => row.code),
    faults,
  );
  for (const { row, members } of makers) {
    for (const member of members) {
      if (!personCodes.has(member.code))
        faults.add("beneficiaries", row, "members", "a person of this file", member.code);
    }
  }
  const products = read("products", (c) => ({
    sku: code(c, "sku"),
    name: text(c, "name"),
    category: text(c, "category"),
    stall: one(c, "stall", stallCodes, "a stall of stalls.csv"),
    unit: text(c, "unit"),
    priceRupiah: optionalAmount(c, "price"),
    countsAsPiece: yesNo(c, "counts_as_piece"),
    stockTracked: yesNo(c, "stock_tracked"),
    unitCostRupiah: optionalAmount(c, "unit_cost"),
    share: shareOf(c, makerCodes),
  }));
  once(products, "products", "sku", (row) => row.sku, faults);
  const skus = namesIn(
    "products",
    "sku",
    products.map((row) => row.sku),
    faults,
  );
  const mayBeTracked = products.filter(
    (row) => row.stockTracked || faults.at("products", row.row, "stock_tracked"),
  );
  const tracked = namesIn(
    "products",
    "sku",
    mayBeTracked.map((row) => row.sku),
    faults,
  );

  const receipts = read("stock_receipts", (c) => ({
    atMs: moment(c, "received_at"),
    sku: one(c, "sku", tracked, "a stock-tracked product of products.csv"),
    quantityMilli: quantity(c, "quantity"),
  }));
  const saleLines = read("sales", (c) => ({
    ref: text(c, "sale_ref"),
    atMs: moment(c, "sold_at"),
    stall: one(c, "stall", stallCodes, "a stall of stalls.csv"),
    cashier: text(c, "cashier"),
    sku: one(c, "sku", skus, "a product of products.csv"),
    quantityMilli: quantity(c, "quantity"),
    unitPriceRupiah: amount(c, "unit_price"),
    discountRupiah: amount(c, "discount"),
    method: choice(c, "payment_method", METHODS),
  }));
  const homes = new Map(
    products
      .filter((row) => !faults.at("products", row.row, "stall"))
      .map((row) => [row.sku, row.stall] as const),
  );
  for (const line of saleLines) {
    const home = homes.get(line.sku);
    if (home !== undefined && home !== line.stall && !faults.at("sales", line.row, "stall"))
      faults.add("sales", line.row, "stall", `the product's stall ${home}`, line.stall);
    worthOf(line, faults);
  }
  const sales = salesOf(saleLines, faults);
  const byRef = new Map(sales.map((sale) => [sale.ref, sale]));
  const refs = namesIn(
    "sales",
    "sale_ref",
    sales.map((sale) => sale.ref),
    faults,
  );
  const refunds = read("refunds", (c) => {
    const saleRef = one(c, "sale_ref", refs, "a sale of sales.csv");
    const sale = byRef.get(saleRef);
    return {
      ref: text(c, "refund_ref"),
      atMs: moment(c, "refunded_at"),
      saleRef,
      sku: one(c, "sku", sale ? soldIn(sale, faults) : skus, `a product of sale ${saleRef}`),
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
    maker: one(c, "beneficiary", personCodes, "a person of beneficiaries.csv"),
    amountRupiah: amountAboveZero(c, "amount"),
    method: choice(c, "method", ["cash", "transfer"] as const),
  }));
  once(payouts, "payouts", "payout_ref", (row) => row.ref, faults);

  if (faults.list.length > 0 || centre === null) return { record: null, faults: faults.list };
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

function shareOf(cells: Cells, makers: Names): { rule: ShareRule; maker: string } | null {
  const kind = choice(cells, "share_rule", ["none", "fixed", "percent", "percent_after_cost"] as const);
  if (cells.spoiled("share_rule")) return null;
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
