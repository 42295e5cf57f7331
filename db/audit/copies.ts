// Promises about what stands in two places: a row and its copy, an account and its events, an act's record and its rows.
import { sql } from "drizzle-orm";
import type { Promised } from "../audit.ts";
import { promise } from "./rows.ts";

/** Where a payment's money lies, as `moneyAccount` of the rules says it. */
const placeOf = (method: string) =>
  sql.raw(
    `case ${method} when 'cash' then 'drawer:' || t.code when 'transfer' then 'bank' else ${method} end`,
  );

export const copyPromises: readonly Promised[] = [
  promise(
    "Lines, payments, earnings, goods and entries stand on the day of their event",
    sql`
    with events(id, kind, day) as (
      select id, 'sale', business_day from sales union all select id, 'refund', business_day from refunds
      union all select id, 'borne', business_day from refunds union all select id, 'payout', business_day from payouts
      union all select id, 'payout_reversed', business_day from payout_reversals
      union all select id, 'shift_opened', business_day from shifts
      union all select id, 'drawer_moved', business_day from drawer_moves
      union all select id, 'supplement', business_day from sales union all select id, 'supplement', business_day from refunds
      union all select id, 'supplement', business_day from drawer_moves
      union all select id, 'qris_confirmed', business_day from payment_confirmations),
    copies(id, kind, what, day) as (
      select sale_id, 'sale', 'line', business_day from sale_lines
      union all select sale_id, 'sale', 'payment', business_day from payments
      union all select refund_id, 'refund', 'line', business_day from refund_lines
      union all select refund_id, 'refund', 'payment', business_day from refund_payments
      union all select event_id, case when event_id = sale_id then 'sale' else 'refund' end, 'tax', business_day from line_taxes
      union all select event_id, kind, 'earning', business_day from earnings
      union all select event_id, 'sale', 'goods', business_day from stock_movements where kind = 'sold'
      union all select event_id, 'refund', 'goods', business_day from stock_movements where kind in ('returned_by_customer', 'damaged')
      union all select event_id, kind, 'entry', business_day from entries where kind not in ('opening', 'money_moved', 'shift_closed'))
    select c.kind, c.id, c.what, c.day from copies c left join events e on e.id = c.id and e.kind = c.kind where e.day is not c.day`,
  ),
  promise(
    "A refunded line is of the product, stall, category and programme that was sold, and of the refund's own sale",
    sql`
    select l.refund_id as refund, l.line_no as line from refund_lines l
    join refunds r on r.id = l.refund_id
    left join sale_lines s on s.sale_id = l.sale_id and s.line_no = l.line_no
    where l.sale_id <> r.sale_id or s.product_id is not l.product_id or s.stall_id is not l.stall_id or s.category is not l.category
      or s.program is not l.program or s.counts_as_piece is not l.counts_as_piece or s.cost_recorded is not l.cost_recorded
    union all
    select p.refund_id, p.position from refund_payments p join refunds r on r.id = p.refund_id
    left join payments s on s.sale_id = p.sale_id and s.position = p.position
    where p.sale_id <> r.sale_id or s.sale_id is null or (p.method <> s.method and p.method <> 'cash')`,
  ),
  promise(
    "Drawers, safe, bank and payment providers hold what the events brought there",
    sql`
    with brought(code, rupiah) as (
      select case when u.sale_id is null then ${placeOf("p.method")} else 'qris_unconfirmed' end, p.amount_rupiah
        from payments p join sales s on s.id = p.sale_id join tills t on t.id = s.till_id
        left join unconfirmed_payments u on u.sale_id = p.sale_id and u.position = p.position
      union all
      select case when u.sale_id is not null and c.id is null then 'qris_unconfirmed' else ${placeOf("p.method")} end, -p.amount_rupiah
        from refund_payments p join refunds r on r.id = p.refund_id join tills t on t.id = r.till_id
        left join unconfirmed_payments u on u.sale_id = p.sale_id and u.position = p.position
        left join payment_confirmations c on c.sale_id = p.sale_id and c.position = p.position
      union all
      select 'qris_unconfirmed', -u.amount_rupiah from payment_confirmations c join unconfirmed_payments u
        on u.sale_id = c.sale_id and u.position = c.position
      union all
      select 'qris', u.amount_rupiah from payment_confirmations c join unconfirmed_payments u
        on u.sale_id = c.sale_id and u.position = c.position
      union all
      select 'drawer:' || t.code, case when m.kind in ('cash_in', 'top_up') then m.amount_rupiah else -m.amount_rupiah end
        from drawer_moves m join shifts h on h.id = m.shift_id join tills t on t.id = h.till_id
      union all
      select case when m.kind in ('deposit', 'top_up') then 'safe' else 'outside' end,
        case when m.kind in ('cash_in', 'top_up') then -m.amount_rupiah else m.amount_rupiah end from drawer_moves m
      union all
      select 'drawer:' || t.code, -p.amount_rupiah from supplements n join payments p on p.sale_id = n.event_id and p.method = 'cash'
        join shifts h on h.id = n.shift_id join tills t on t.id = h.till_id
      union all
      select 'drawer:' || t.code, p.amount_rupiah from supplements n join refund_payments p on p.refund_id = n.event_id
        and p.method = 'cash' join shifts h on h.id = n.shift_id join tills t on t.id = h.till_id
      union all
      select 'drawer:' || t.code, case when m.kind in ('cash_in', 'top_up') then -m.amount_rupiah else m.amount_rupiah end
        from supplements n join drawer_moves m on m.id = n.event_id join shifts h on h.id = n.shift_id join tills t on t.id = h.till_id
      union all
      select case p.source when 'drawer' then 'drawer:' || t.code else p.source end, -p.amount_rupiah from payouts p
        left join shifts h on h.id = p.shift_id left join tills t on t.id = h.till_id
      union all
      select case when p.source <> 'drawer' then p.source when closed.id < e.id then 'safe' else 'drawer:' || t.code end, p.amount_rupiah
        from payout_reversals r join payouts p on p.id = r.payout_id
        join entries e on e.event_id = r.id and e.kind = 'payout_reversed'
        left join entries closed on closed.event_id = p.shift_id and closed.kind = 'shift_closed'
        left join shifts h on h.id = p.shift_id left join tills t on t.id = h.till_id
      union all select from_place, -amount_rupiah from money_moves
      union all select to_place, amount_rupiah from money_moves
      union all select 'safe', -float_rupiah from shifts
      union all select 'drawer:' || t.code, h.float_rupiah from shifts h join tills t on t.id = h.till_id
      union all select 'safe', counted_rupiah from shift_closings
      union all select 'drawer:' || t.code, -c.expected_rupiah from shift_closings c
        join shifts h on h.id = c.shift_id join tills t on t.id = h.till_id
      union all select 'safe', record ->> '$.facts.safe' from acts where kind in ('centre_set_up', 'record_imported')
      union all select 'bank', record ->> '$.facts.bank' from acts where kind in ('centre_set_up', 'record_imported'))
    select code, sum(brought) as brought, sum(held) as held from (
      select code, rupiah as brought, 0 as held from brought
      union all
      select a.code, 0, p.amount_rupiah from postings p join accounts a on a.id = p.account_id)
    where code in ('safe', 'bank', 'qris', 'qris_unconfirmed', 'edc', 'treasury', 'outside') or code like 'drawer:%'
    group by code having sum(brought) <> sum(held)`,
  ),
  promise(
    "Shifts, money moves, payouts taken back and goods received are what the chain recorded of them",
    sql`
    with recorded as materialized (
      select id, kind, json_extract(record, '$.facts') as facts from acts
      where kind in ('shift_opened', 'shift_closed', 'money_moved', 'payout_reversed', 'stock_received')),
    closed as materialized (
      select facts ->> 'till' as till, facts ->> 'shift' as number, facts ->> 'counted' as counted, facts ->> 'expected' as expected
      from recorded where kind = 'shift_closed')
    select 'shift' as what, h.id from shifts h join tills t on t.id = h.till_id
      left join recorded a on a.id = h.id and a.kind = 'shift_opened'
      where a.facts ->> 'till' is not t.code or a.facts ->> 'shift' is not h.number or a.facts ->> 'float' is not h.float_rupiah
        or a.facts ->> 'day' is not h.business_day or coalesce(a.facts ->> 'receiptsBefore', 0) is not h.receipts_before
    union all
    select 'closing', c.shift_id from shift_closings c join shifts h on h.id = c.shift_id join tills t on t.id = h.till_id
      left join closed a on a.till = t.code and a.number = h.number
      where a.counted is not c.counted_rupiah or a.expected is not c.expected_rupiah
    union all
    select 'move', m.id from money_moves m left join recorded a on a.id = m.id and a.kind = 'money_moved'
      where a.facts ->> 'from' is not m.from_place or a.facts ->> 'to' is not m.to_place or a.facts ->> 'amount' is not m.amount_rupiah
    union all
    select 'reversal', r.id from payout_reversals r join payouts p on p.id = r.payout_id
      left join recorded a on a.id = r.id and a.kind = 'payout_reversed'
      where a.facts ->> 'payout' is not p.number or a.facts ->> 'day' is not r.business_day
    union all
    select 'goods', m.event_id from stock_movements m join products p on p.id = m.product_id
      left join recorded a on a.id = m.event_id and a.kind = 'stock_received'
      where m.kind = 'received' and (a.facts ->> 'sku' is not p.sku or a.facts ->> 'quantity' is not m.quantity_milli
        or a.facts ->> 'day' is not m.business_day)
    union all
    select a.kind, a.id from recorded a where
      (a.kind = 'shift_opened' and not exists (select 1 from shifts where id = a.id))
      or (a.kind = 'money_moved' and not exists (select 1 from money_moves where id = a.id))
      or (a.kind = 'payout_reversed' and not exists (select 1 from payout_reversals r join payouts p on p.id = r.payout_id
        where p.number = a.facts ->> 'payout' and r.id = a.id))
      or (a.kind = 'stock_received' and not exists (select 1 from stock_movements where event_id = a.id and kind = 'received'))
    union all
    select 'shift_closed', till || ' ' || number from closed a where not exists (
      select 1 from shift_closings c join shifts h on h.id = c.shift_id join tills t on t.id = h.till_id
      where t.code = a.till and h.number = a.number)`,
  ),
];
