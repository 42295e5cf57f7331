// The figures of a period, read from the lines' covering indexes; owed and on hand come from the months' sums.

import { type SQL, sql } from "drizzle-orm";
import type { Cell, Figures } from "#rules/figures";
import type { Orm } from "./open.ts";

export interface FiguresRead {
  readonly figures: Figures;
  readonly products: readonly ProductFigures[];
  readonly visitors: readonly { area: string; category: string; count: number }[];
  readonly earningByProgram: Record<string, number>;
  readonly earning: number;
  /** PBJT that sales brought and refunds gave back, by stall; no part of any other figure. */
  readonly taxByStall: Record<string, number>;
  readonly stallNames: Record<string, string>;
  readonly makerNames: Record<string, string>;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

interface ProductFigures {
  sku: string;
  name: string;
  unit: string;
  quantityMilli: number;
  turnover: number;
  grossProfit: number;
  pieces: number;
}

interface LineSum {
  day: string;
  sku: string;
  name: string;
  unit: string;
  stall: string;
  category: string;
  program: string;
  costRecorded: number;
  countsAsPiece: number;
  milli: number;
  net: number;
  margin: number;
}

/** `from` and `to` are business days, both included. */
export function readFigures(orm: Orm, { from, to }: { from: string; to: string }): FiguresRead {
  const lines = lineSums(orm, from, to);
  const byStall = new Cells();
  const byCategory = new Cells();
  const byDay = new Cells();
  const byProgram = new Cells();
  const products = new Map<string, ProductFigures>();
  const total: Cell = { turnover: 0, grossProfit: 0, pieces: 0 };
  let turnoverWithoutCost = 0;
  for (const line of lines) {
    const cell = {
      turnover: line.net,
      grossProfit: line.margin,
      pieces: line.countsAsPiece ? line.milli : 0,
    };
    addTo(total, cell);
    byStall.add(line.stall, cell);
    byCategory.add(line.category, cell);
    byDay.add(line.day, cell);
    byProgram.add(line.program, cell);
    if (!line.costRecorded) turnoverWithoutCost += line.net;
    const product = products.get(line.sku) ?? {
      sku: line.sku,
      name: line.name,
      unit: line.unit,
      quantityMilli: 0,
      turnover: 0,
      grossProfit: 0,
      pieces: 0,
    };
    product.quantityMilli += line.milli;
    addTo(product, cell);
    products.set(line.sku, product);
  }
  const visitors = visitorCounts(orm, from, to);
  const earned = earnedByMaker(orm, from, to);
  const persons = earned.filter((row) => row.rupiah > 0);
  return {
    figures: {
      asOf: to as Figures["asOf"],
      turnover: total.turnover,
      grossProfit: total.grossProfit,
      visitors: visitors.reduce((all, row) => all + row.count, 0),
      turnoverWithoutCost,
      transactions: countOf(
        orm,
        sql`select count(*) as n from sales where business_day between ${from} and ${to}`,
      ),
      refunds: countOf(
        orm,
        sql`select count(*) as n from refunds where business_day between ${from} and ${to}`,
      ),
      byStall: byStall.read(),
      byCategory: byCategory.read(),
      byDay: byDay.read(),
      byProgram: byProgram.read(),
      byPaymentMethod: byPaymentMethod(orm, from, to),
      quantityBySkuMilli: Object.fromEntries(
        [...products.values()].map((product) => [product.sku, product.quantityMilli]),
      ),
      earnedByProgram: sumBy(earned, (row) => row.program),
      beneficiaryEarned: sumBy(earned, (row) => row.code),
      beneficiaryPaid: paid(orm, from, to),
      beneficiaryOwed: owedAt(orm, to),
      stockOnHandMilli: onHandAt(orm, to),
    },
    products: [...products.values()].map((product) => ({ ...product, pieces: product.pieces / PIECE })),
    visitors,
    earning: new Set(persons.map((row) => row.code)).size,
    earningByProgram: sumBy(
      persons,
      (row) => row.program,
      () => 1,
    ),
    taxByStall: taxByStall(orm, from, to),
    stallNames: names(orm, sql`select code, name from stalls`),
    makerNames: names(orm, sql`select code, name from makers where kind = 'person'`),
    ...daysOfBook(orm),
  };
}

/** Thousandths in a piece: pieces are added up in whole thousandths and divided once. */
const PIECE = 1000;

class Cells {
  readonly #cells = new Map<string, Cell>();
  add(key: string, cell: Cell): void {
    const sum = this.#cells.get(key) ?? { turnover: 0, grossProfit: 0, pieces: 0 };
    addTo(sum, cell);
    this.#cells.set(key, sum);
  }
  read(): Record<string, Cell> {
    return Object.fromEntries(
      [...this.#cells].map(([key, cell]) => [key, { ...cell, pieces: cell.pieces / PIECE }]),
    );
  }
}

function addTo(sum: Cell, cell: Cell): void {
  sum.turnover += cell.turnover;
  sum.grossProfit += cell.grossProfit;
  sum.pieces += cell.pieces;
}

function lineSums(orm: Orm, from: string, to: string): LineSum[] {
  const sums = (table: SQL, sign: SQL): SQL => sql`
    select business_day, product_id, stall_id, category, program, cost_recorded, counts_as_piece,
      ${sign} sum(quantity_milli) as milli, ${sign} sum(net_rupiah) as net, ${sign} sum(margin_rupiah) as margin
    from ${table} where business_day between ${from} and ${to}
    group by business_day, product_id, stall_id, category, program, cost_recorded, counts_as_piece`;
  return orm.all<LineSum>(sql`
    select l.business_day as day, p.sku, p.name, p.unit, s.code as stall, l.category, l.program,
      l.cost_recorded as costRecorded, l.counts_as_piece as countsAsPiece, l.milli, l.net, l.margin
    from (${sums(sql`sale_lines`, sql``)} union all ${sums(sql`refund_lines`, sql`-`)}) l
    join products p on p.id = l.product_id join stalls s on s.id = l.stall_id
    order by l.business_day, p.sku`);
}

function visitorCounts(orm: Orm, from: string, to: string) {
  return orm.all<{ area: string; category: string; count: number }>(sql`
    select a.name as area, v.category, sum(v.count) as count from visits v join areas a on a.id = v.area_id
    where v.business_day between ${from} and ${to} group by a.id, v.category order by a.id, v.category desc`);
}

function byPaymentMethod(orm: Orm, from: string, to: string): Record<string, number> {
  const rows = orm.all<{ method: string; rupiah: number }>(sql`
    select method, sum(net) as rupiah from (
      select method, sum(net_rupiah) as net from payments where business_day between ${from} and ${to} group by method
      union all
      select method, -sum(net_rupiah) from refund_payments where business_day between ${from} and ${to} group by method)
    group by method`);
  return Object.fromEntries(rows.map((row) => [row.method, row.rupiah]));
}

function taxByStall(orm: Orm, from: string, to: string): Record<string, number> {
  const rows = orm.all<{ stall: string; rupiah: number }>(sql`
    select s.code as stall, t.rupiah from (
      select stall_id, sum(tax_rupiah) as rupiah from line_taxes where business_day between ${from} and ${to} group by stall_id) t
    join stalls s on s.id = t.stall_id order by s.id`);
  return Object.fromEntries(rows.map((row) => [row.stall, row.rupiah]));
}

/** Persons' parts, their parts of groups' shares among them, less refunds; a part of nothing is no earning. */
function earnedByMaker(orm: Orm, from: string, to: string) {
  return orm.all<{ code: string; program: string; rupiah: number }>(sql`
    select m.code, coalesce(e.program, 'CENTRE') as program, e.rupiah from (
      select maker_id, program, sum(amount_rupiah) as rupiah from earnings
      where business_day between ${from} and ${to} and maker_id is not null and account <> 'vendor' and kind in ('sale', 'refund')
      group by maker_id, program having count(nullif(amount_rupiah, 0)) > 0) e
    join makers m on m.id = e.maker_id order by m.code`);
}

function paid(orm: Orm, from: string, to: string): Record<string, number> {
  const rows = orm.all<{ code: string; rupiah: number }>(sql`
    select m.code, sum(p.rupiah) as rupiah from (
      select maker_id, amount_rupiah as rupiah from payouts where business_day between ${from} and ${to} and account <> 'vendor'
      union all
      select p.maker_id, -p.amount_rupiah from payout_reversals r join payouts p on p.id = r.payout_id
      where r.business_day between ${from} and ${to} and p.account <> 'vendor') p
    join makers m on m.id = p.maker_id group by m.code order by m.code`);
  return sumBy(rows, (row) => row.code);
}

/** What each person is owed of proceeds at a day's end: whole months before, and the days of its own month. */
function owedAt(orm: Orm, to: string): Record<string, number> {
  const month = to.slice(0, 7);
  const firstOfMonth = `${month}-01`;
  const rows = orm.all<{ code: string; rupiah: number }>(sql`
    select m.code, sum(o.rupiah) as rupiah from (
      select maker_id, earned_rupiah - paid_rupiah as rupiah from maker_months where account = 'payable' and month < ${month}
      union all
      select maker_id, amount_rupiah from earnings
        where business_day between ${firstOfMonth} and ${to} and maker_id is not null and account = 'payable' and amount_rupiah <> 0
      union all
      select maker_id, -amount_rupiah from payouts where business_day between ${firstOfMonth} and ${to} and account = 'payable'
      union all
      select p.maker_id, p.amount_rupiah from payout_reversals r join payouts p on p.id = r.payout_id
        where r.business_day between ${firstOfMonth} and ${to} and p.account = 'payable') o
    join makers m on m.id = o.maker_id group by m.code order by m.code`);
  return sumBy(rows, (row) => row.code);
}

function onHandAt(orm: Orm, to: string): Record<string, number> {
  const month = to.slice(0, 7);
  const rows = orm.all<{ code: string; rupiah: number }>(sql`
    select p.sku as code, sum(m.milli) as rupiah from (
      select product_id, quantity_milli as milli from stock_months where month < ${month}
      union all
      select product_id, quantity_milli from stock_movements where business_day between ${`${month}-01`} and ${to}) m
    join products p on p.id = m.product_id group by p.sku order by p.sku`);
  return sumBy(rows, (row) => row.code);
}

function sumBy<R extends { rupiah: number }>(
  rows: readonly R[],
  key: (row: R) => string,
  worth = (row: R) => row.rupiah,
): Record<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + worth(row));
  return Object.fromEntries(sums);
}

function countOf(orm: Orm, query: SQL): number {
  return orm.get<{ n: number }>(query)?.n ?? 0;
}

function names(orm: Orm, query: SQL): Record<string, string> {
  return Object.fromEntries(
    orm.all<{ code: string; name: string }>(query).map((row) => [row.code, row.name]),
  );
}

/** The first and last business day with any event. */
export function daysOfBook(orm: Orm): { firstDay: string | null; lastDay: string | null } {
  const tables = ["sales", "refunds", "visits", "payouts", "payout_reversals", "stock_movements"].map(
    (table) => sql.raw(table),
  );
  const ends = (end: SQL): SQL =>
    sql.join(
      tables.map((table) => sql`select ${end}(business_day) as day from ${table}`),
      sql` union all `,
    );
  return {
    firstDay:
      orm.get<{ day: string | null }>(sql`select min(day) as day from (${ends(sql`min`)})`)?.day ?? null,
    lastDay:
      orm.get<{ day: string | null }>(sql`select max(day) as day from (${ends(sql`max`)})`)?.day ?? null,
  };
}
