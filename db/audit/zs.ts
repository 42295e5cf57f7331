// Checks every Z: it is there, it is what the chain sealed, and its figures are its shift's.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { canonical, type Fact } from "#rules/chain";
import { type ZReport, zReportSchema } from "#rules/shift";
import type { Orm } from "../open.ts";

interface Row {
  readonly shiftId: string;
  readonly name: string | null;
  readonly report: string | null;
  readonly net: number | null;
  readonly absolute: number | null;
  readonly recorded: string | null;
  readonly recordedName: string | null;
  readonly tillCode: string;
  readonly shiftNumber: number;
  readonly businessDay: string;
  readonly openedAtMs: number;
  readonly floatRupiah: number;
  readonly closedAtMs: number;
  readonly countedRupiah: number;
  readonly expectedRupiah: number;
  readonly reason: string | null;
  readonly absentReason: string | null;
  readonly notes: string | null;
  readonly counts: number;
  readonly firstCountedRupiah: number | null;
  readonly receiptsBefore: number;
}

/** Shifts that were closed before Zs were kept have none; every other closing names its count. */
export function* brokenZs(orm: Orm): Iterable<string> {
  const rows = orm.all<Row>(sql`
    select c.shift_id as shiftId, z.number as name, z.report, z.perpetual_net_rupiah as net, z.perpetual_absolute_rupiah as absolute,
      a.record ->> '$.facts.report' as recorded, a.record ->> '$.facts.z' as recordedName,
      t.code as tillCode, h.number as shiftNumber, h.business_day as businessDay, h.opened_at_ms as openedAtMs,
      h.float_rupiah as floatRupiah, h.receipts_before as receiptsBefore,
      c.closed_at_ms as closedAtMs, c.counted_rupiah as countedRupiah, c.expected_rupiah as expectedRupiah, c.reason,
      c.absent_reason as absentReason, n.notes, (select count(*) from shift_counts m where m.shift_id = h.id) as counts,
      (select counted_rupiah from shift_counts m where m.shift_id = h.id and m.position = 1) as firstCountedRupiah
    from shift_closings c join shifts h on h.id = c.shift_id join tills t on t.id = h.till_id
    left join z_reports z on z.shift_id = c.shift_id
    left join acts a on a.id = z.act_id and a.kind = 'shift_closed'
    left join shift_counts n on n.id = c.count_id
    where c.count_id is not null or z.shift_id is not null`);
  for (const row of rows) {
    const named = row.name ?? `the Z of shift ${row.shiftId}`;
    if (!row.report) yield `${named} is missing`;
    else if (digestOf(row.report) !== row.recorded || row.name !== row.recordedName)
      yield `${named} is not what the chain sealed`;
    else
      for (const what of differences(orm, row, zReportSchema.parse(JSON.parse(row.report))))
        yield `${named}: ${what}`;
  }
  const lost = orm.all<{ id: string }>(sql`
    select id from acts where kind = 'shift_closed' and record ->> '$.facts.z' is not null
      and id not in (select act_id from z_reports)`);
  for (const { id } of lost) yield `the Z of closing ${id} is missing`;
}

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Names each part of a Z that its shift does not bear out. */
function differences(orm: Orm, row: Row, z: ZReport): string[] {
  const { totals } = z;
  const sums = new Map(
    orm
      .all<{ kind: string; key: string; count: number; rupiah: number }>(
        sql`select kind, key, count, rupiah from shift_totals where shift_id = ${row.shiftId}`,
      )
      .map(({ kind, key, count, rupiah }) => [`${kind}/${key}`, { count, rupiah }]),
  );
  const sum = (kind: string, key = "") => sums.get(`${kind}/${key}`) ?? { count: 0, rupiah: 0 };
  const keys = (...kinds: string[]): string[] =>
    [...new Set([...sums.keys()].filter((name) => kinds.includes(name.split("/")[0] ?? "")))].map((name) =>
      name.slice(name.indexOf("/") + 1),
    );
  const papers = orm.get<{ first: string | null; last: string | null }>(sql`
    with papers as (
      select receipt_count as count, receipt_number as number from sales e where shift_id = ${row.shiftId}
        and not exists (select 1 from supplements u where u.event_id = e.id)
      union all select receipt_count, receipt_number from refunds e where shift_id = ${row.shiftId}
        and not exists (select 1 from supplements u where u.event_id = e.id))
    select (select number from papers order by count limit 1) as first,
      (select number from papers order by count desc limit 1) as last`);
  const pairs: [what: string, told: Fact, is: Fact][] = [
    ["number", z.number, row.name],
    ["till", z.tillCode, row.tillCode],
    ["shift", z.shiftNumber, row.shiftNumber],
    ["day", z.businessDay, row.businessDay],
    ["opened", z.openedAtMs, row.openedAtMs],
    ["closed", z.closedAtMs, row.closedAtMs],
    ["float", totals.floatRupiah, row.floatRupiah],
    ["counted", z.countedRupiah, row.countedRupiah],
    ["expected", [z.expectedRupiah, totals.expectedRupiah], [row.expectedRupiah, row.expectedRupiah]],
    ["difference", z.differenceRupiah, row.countedRupiah - row.expectedRupiah],
    ["reasons", [z.reason, z.absentReason], [row.reason, row.absentReason]],
    ["notes", z.notes, JSON.parse(row.notes ?? "null") as Fact],
    ["counts", [z.counts, z.firstCountedRupiah], [row.counts, row.firstCountedRupiah]],
    ["perpetual", [z.perpetualNetRupiah, z.perpetualAbsoluteRupiah], [row.net, row.absolute]],
    ["papers", [totals.firstNumber, totals.lastNumber], [papers?.first ?? null, papers?.last ?? null]],
    ["sales", totals.sales, sum("sale")],
    ["refunds", totals.refunds, sum("refund")],
    ["voids", totals.voids, sum("void")],
    ["discounts", totals.discounts, sum("discount")],
    ["rounding", totals.roundingRupiah, sum("rounding").rupiah],
    ["cash in", totals.cashIn, sum("cash_in")],
    ["cash out", totals.cashOut, sum("cash_out")],
    ["deposits", totals.deposits, sum("deposit")],
    ["top-ups", totals.topUps, sum("top_up")],
    ["payouts", totals.payouts, sum("payout")],
    ["copies", totals.copies, sum("copy").count],
    ["openings", totals.drawerOpened, sum("opened").count],
    ["taxes", totals.tax, keys("tax").map((name) => ({ name, rupiah: sum("tax", name).rupiah }))],
    ["cashiers", totals.cashiers.length, keys("cashier").length],
    [
      "methods",
      byName(totals.tenders.map(({ method, sold, refunded }) => [method, sold, refunded])),
      byName(
        [...new Set(keys("tender", "tender_back"))].map((key) => [
          key,
          sum("tender", key),
          sum("tender_back", key),
        ]),
      ),
    ],
    [
      "categories",
      byName(totals.categories.map(({ category, netRupiah }) => [category, netRupiah])),
      byName(
        [...new Set(keys("category", "category_back"))].map((key) => [
          key,
          sum("category", key).rupiah - sum("category_back", key).rupiah,
        ]),
      ),
    ],
  ];
  return pairs.filter(([, told, is]) => canonical(told) !== canonical(is)).map(([what]) => what);
}

function byName(rows: readonly (readonly Fact[])[]): Fact {
  return rows.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}
