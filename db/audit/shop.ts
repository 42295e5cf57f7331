// Promises about goods, shifts, numbers and the book as a file.

import { sql } from "drizzle-orm";
import { businessDay, type Zone } from "#rules/business-day";
import type { Promised } from "../audit.ts";
import type { Orm } from "../open.ts";
import { promise } from "./rows.ts";

export const shopPromises: readonly Promised[] = [
  promise(
    "The shelf equals its movements",
    sql`
    select product_id as product, stall_id as stall, month, sum(milli) as milli from (
      select product_id, stall_id, month, quantity_milli as milli from stock_months
      union all
      select product_id, stall_id, substr(business_day, 1, 7), -quantity_milli from stock_movements)
    group by product_id, stall_id, month having sum(milli) <> 0`,
  ),
  promise(
    "Goods moved by a sale or a refund are those of its lines, and what comes back is what went out",
    sql`
    select m.event_id as event, m.line_no as line from stock_movements m where m.kind = 'sold'
      and not exists (select 1 from sale_lines l where l.sale_id = m.event_id and l.line_no = m.line_no and l.quantity_milli = -m.quantity_milli)
    union all
    select m.event_id, m.line_no from stock_movements m where m.kind = 'returned_by_customer'
      and not exists (select 1 from refund_lines l where l.refund_id = m.event_id and l.line_no = m.line_no and l.quantity_milli = m.quantity_milli)
    union all
    select m.event_id, m.line_no from stock_movements m where m.kind = 'damaged'
      and not exists (select 1 from refund_lines l where l.refund_id = m.event_id and l.line_no = m.line_no and l.restock = 0
        and l.quantity_milli = -m.quantity_milli)
    union all
    select m.event_id, m.line_no from stock_movements m where m.kind not in ('received', 'sold', 'returned_by_customer', 'damaged')
    union all
    select l.refund_id, l.line_no from refund_lines l where
      exists (select 1 from stock_movements m where m.event_id = l.sale_id and m.line_no = l.line_no and m.kind = 'sold')
      <> exists (select 1 from stock_movements m where m.event_id = l.refund_id and m.line_no = l.line_no and m.kind = 'returned_by_customer')`,
  ),
  promise(
    "Every sale and refund belongs to a shift of its till",
    sql`
    select s.id as event from sales s join shifts h on h.id = s.shift_id where h.till_id <> s.till_id
    union all select r.id from refunds r join shifts h on h.id = r.shift_id where h.till_id <> r.till_id`,
  ),
  promise(
    "A till without an open shift holds no cash in its drawer",
    sql`
    select a.code, sum(p.amount_rupiah) as rupiah from accounts a join postings p on p.account_id = a.id
    where a.code like 'drawer:%' and not exists (
      select 1 from shifts h join tills t on t.id = h.till_id left join shift_closings c on c.shift_id = h.id
      where 'drawer:' || t.code = a.code and c.shift_id is null)
    group by a.code having sum(p.amount_rupiah) <> 0`,
  ),
  promise(
    "A till has at most one open shift",
    sql`
    select h.till_id as till, count(*) as open from shifts h left join shift_closings c on c.shift_id = h.id
    where c.shift_id is null group by h.till_id having count(*) > 1`,
  ),
  promise(
    "A day's visitors in an area are never below zero",
    sql`select business_day as day, area_id as area, category, sum(count) as count from visits
      group by business_day, area_id, category having sum(count) < 0`,
  ),
  { name: "Every event stands on the business day of its moment in the centre's zone", broken: wrongDays },
  { name: "The file is whole and every row has what it refers to", broken: fileFaults },
  promise(
    "The books can still only be appended to",
    sql`
    select t.name as unguarded from sqlite_master t where t.type = 'table' and t.name in
      ('acts', 'sales', 'sale_lines', 'payments', 'refunds', 'refund_lines', 'refund_payments', 'earnings', 'payouts', 'payout_allocations',
       'payout_reversals', 'accounts', 'entries', 'postings', 'money_moves', 'shifts', 'shift_closings', 'stock_movements', 'visits',
       'approvals', 'product_versions', 'arrangement_shares', 'group_versions', 'group_members', 'shift_counts', 'z_reports',
       'supplements', 'drawer_moves', 'drawer_openings', 'prints', 'unconfirmed_payments', 'payment_confirmations', 'qris_codes',
       'tickets', 'ticket_events', 'settlement_files', 'settlement_rows', 'line_taxes', 'line_notes', 'stall_taxes', 'letterheads',
       'till_resumes', 'staff_names', 'maker_names', 'sign_ins', 'arrivals', 'repairs', 'repair_settlements', 'till_gaps', 'gap_explanations',
       'till_leavings', 'shop_keys')
    and (select count(*) from sqlite_master g where g.type = 'trigger' and g.tbl_name = t.name
      and g.name in (t.name || '_no_update', t.name || '_no_delete') and g.sql like '%RAISE(ABORT%') <> 2`,
  ),
];

function* wrongDays(orm: Orm): Iterable<string> {
  const centre = orm.get<{ zone: Zone } | undefined>(sql`select time_zone as zone from centre`);
  if (!centre) return;
  const events = sql`
    select 'sale' as kind, id, sold_at_ms as at, business_day as day from sales
    union all select 'refund', id, refunded_at_ms, business_day from refunds
    union all select 'payout', id, paid_at_ms, business_day from payouts
    union all select 'shift', id, opened_at_ms, business_day from shifts
    union all select 'drawer move', id, moved_at_ms, business_day from drawer_moves
    union all select 'confirmation', id, confirmed_at_ms, business_day from payment_confirmations
    union all select 'visit', id, counted_at_ms, business_day from visits where undoes is null`;
  for (const event of orm.all<{ kind: string; id: string; at: number; day: string }>(events)) {
    const day = businessDay(event.at, centre.zone);
    if (day !== event.day) yield `${event.kind} ${event.id} stands on ${event.day}, not on ${day}`;
  }
}

function* fileFaults(orm: Orm): Iterable<string> {
  for (const row of orm.all<{ quick_check: string }>(sql`pragma quick_check`))
    if (row.quick_check !== "ok") yield row.quick_check;
  for (const row of orm.all<{ table: string; rowid: number }>(sql`pragma foreign_key_check`))
    yield `${row.table} row ${row.rowid} refers to nothing`;
}
