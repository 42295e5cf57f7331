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
    "Each till's receipt numbers run from one without a gap or a repeat",
    sql`
    select till_id as till, count(*) as papers, max(receipt_count) as highest from
      (select till_id, receipt_count, 1 as papers from sales union all select till_id, receipt_count, 1 from refunds
        union all select till_id, last_receipt_count, last_receipt_count - receipts_before from till_resumes)
    group by till_id having sum(papers) <> max(receipt_count)
    union all
    select till_id, receipt_count, count(*) from
      (select till_id, receipt_count from sales union all select till_id, receipt_count from refunds)
    group by till_id, receipt_count having count(*) > 1 or receipt_count < 1 or exists
      (select 1 from till_resumes g where g.till_id = till_id and receipt_count > g.receipts_before
        and receipt_count <= g.last_receipt_count)`,
  ),
  promise(
    "Each till's acts run from one without a gap",
    sql`
    select till_id as till, sum(acts) as acts, max(till_seq) as highest from
      (select till_id, till_seq, 1 as acts from acts where till_id is not null or till_seq is not null
        union all select till_id, last_seq, last_seq - seq_before from till_resumes)
    group by till_id having till_id is null or sum(acts) is not max(till_seq)
    union all
    select a.till_id, a.till_seq, 0 from acts a join till_resumes g on g.till_id = a.till_id
      where a.till_seq > g.seq_before and a.till_seq <= g.last_seq`,
  ),
  promise(
    "A till went on above a gap only where a manager set it up anew",
    sql`
    select g.id from till_resumes g join tills t on t.id = g.till_id left join acts a on a.id = g.id and a.kind = 'till_resumed'
      where a.record ->> '$.facts.till' is not t.code or a.record ->> '$.facts.seqBefore' is not g.seq_before
        or a.record ->> '$.facts.lastSeq' is not g.last_seq or a.record ->> '$.facts.receiptsBefore' is not g.receipts_before
        or a.record ->> '$.facts.lastReceiptCount' is not g.last_receipt_count or a.staff_id is not g.resumed_by
        or a.at_ms is not g.resumed_at_ms
    union all
    select a.id from acts a where a.kind = 'till_resumed' and not exists (select 1 from till_resumes g where g.id = a.id)`,
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
       'till_resumes', 'staff_names', 'maker_names')
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
