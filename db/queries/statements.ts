// The rows of a maker's statement, newest first.

import { sql } from "drizzle-orm";
import type { StatementRow } from "#rules/statement";
import type { Orm } from "../open.ts";

export interface StatementAsked {
  readonly makerId: number;
  readonly limit: number;
}

interface Row {
  kind: string;
  atMs: number;
  businessDay: string;
  product: string;
  quantityMilli: number;
  unit: string;
  unitPriceRupiah: number;
  discountRupiah: number;
  netRupiah: number;
  groupName: string | null;
  savings: number;
  amountRupiah: number;
  payoutId: string;
  number: number;
}

/** At most `limit` rows, and one more if there are older ones. A payout's number is the centre's count; the caller writes it out. */
export function statementRows(
  orm: Orm,
  { makerId, limit }: StatementAsked,
): (StatementRow & { count?: number })[] {
  const rows = orm.all<Row>(sql`
    select * from (
      select e.kind, e.at_ms as atMs, e.business_day as businessDay, p.name as product,
        coalesce(r.quantity_milli, l.quantity_milli) as quantityMilli, p.unit, l.unit_price_rupiah as unitPriceRupiah,
        l.discount_rupiah + l.sale_discount_part_rupiah as discountRupiah, coalesce(r.net_rupiah, l.net_rupiah) as netRupiah,
        g.name as groupName, e.account = 'savings' as savings, e.amount_rupiah as amountRupiah, '' as payoutId, 0 as number
      from earnings e
        join sale_lines l on l.sale_id = e.sale_id and l.line_no = e.line_no
        join products p on p.id = l.product_id
        left join refund_lines r on e.kind = 'refund' and r.refund_id = e.event_id and r.line_no = e.line_no
        left join makers g on g.id = e.group_id
      where e.maker_id = ${makerId}
      union all
      select 'payout', paid_at_ms, business_day, '', 0, '', 0, 0, 0, null, account = 'savings', -amount_rupiah, id, number
      from payouts where maker_id = ${makerId}
      union all
      select 'payout_reversed', r.reversed_at_ms, r.business_day, '', 0, '', 0, 0, 0, null, p.account = 'savings', p.amount_rupiah, p.id, p.number
      from payout_reversals r join payouts p on p.id = r.payout_id where p.maker_id = ${makerId})
    order by atMs desc, kind desc limit ${limit + 1}`);
  return rows.map(rowOf);
}

function rowOf(row: Row): StatementRow & { count?: number } {
  const { atMs, businessDay, product, amountRupiah } = row;
  const savings = row.savings === 1;
  if (row.kind === "payout" || row.kind === "payout_reversed") {
    return {
      kind: row.kind,
      payoutId: row.payoutId as never,
      number: "",
      count: row.number,
      atMs,
      businessDay,
      savings,
      amountRupiah,
    };
  }
  if (row.kind === "borne") return { kind: "borne", atMs, businessDay, product, amountRupiah };
  const { quantityMilli, unit, unitPriceRupiah, discountRupiah, netRupiah, groupName } = row;
  return {
    kind: row.kind as "sale" | "refund",
    atMs,
    businessDay,
    product,
    quantityMilli,
    unit,
    unitPriceRupiah,
    discountRupiah,
    netRupiah,
    group: groupName,
    savings,
    amountRupiah,
  };
}
