// A shift's sums worked out anew from its events: what the running sums are compared with, and what a book from before them is read by.
import { type SQL, sql } from "drizzle-orm";
import type { Orm } from "../open.ts";

export interface EventSum {
  readonly shiftId: string;
  readonly kind: string;
  readonly key: string;
  readonly count: number;
  readonly rupiah: number;
}

/**
 * Rows of `shift_id, kind, key, count, rupiah` for the shifts `h` that `which` chooses; what came after the closing is not in them (S5). Kinds and keys
 * as in server/domain/shift-totals.ts; copies of papers are not here, since a paper is printed at no shift.
 */
export function eventSums(which: SQL): SQL {
  const sale = sql`sales e join shifts h on h.id = e.shift_id
    where (${which}) and not exists (select 1 from supplements u where u.event_id = e.id)`;
  const refund = sql`refunds e join shifts h on h.id = e.shift_id
    where (${which}) and not exists (select 1 from supplements u where u.event_id = e.id)`;
  const moved = sql`drawer_moves m join shifts h on h.id = m.shift_id
    where (${which}) and not exists (select 1 from supplements u where u.event_id = m.id)`;
  return sql`
    with sold as materialized (select e.* from ${sale}), back as materialized (select e.* from ${refund}),
    given as (select s.shift_id, s.id,
        s.sale_discount_rupiah + (select sum(discount_rupiah) from sale_lines l where l.sale_id = s.id) as rupiah from sold s),
    taxed as (select s.shift_id, t.event_id, t.name, sum(t.tax_rupiah) as rupiah from sold s join line_taxes t on t.event_id = s.id group by 1, 2, 3
      union all select r.shift_id, t.event_id, t.name, sum(t.tax_rupiah) from back r join line_taxes t on t.event_id = r.id group by 1, 2, 3),
    paid as (select h.id as shift_id, p.id, p.amount_rupiah as rupiah from payouts p join shifts h on h.id = p.shift_id
      where (${which}) and p.source = 'drawer'),
    happened(shift_id, kind, key, count, rupiah) as (
      select shift_id, 'sale', '', 1, total_rupiah from sold
      union all select s.shift_id, 'cashier', p.code, 1, s.total_rupiah from sold s join staff p on p.id = s.cashier_id
      union all select s.shift_id, 'tender', p.method, 1, p.amount_rupiah from sold s join payments p on p.sale_id = s.id
      union all select s.shift_id, 'category', l.category, 1, sum(l.net_rupiah) from sold s join sale_lines l on l.sale_id = s.id
        group by s.shift_id, s.id, l.category
      union all select shift_id, 'tax', name, 1, rupiah from taxed where rupiah <> 0
      union all select s.shift_id, 'drawer', '', 1, sum(p.amount_rupiah) from sold s join payments p on p.sale_id = s.id
        where p.method = 'cash' group by s.shift_id, s.id having sum(p.amount_rupiah) <> 0
      union all select shift_id, 'discount', '', 1, rupiah from given where rupiah <> 0
      union all select shift_id, 'rounding', '', 1, -rounding_rupiah from sold where rounding_rupiah <> 0
      union all select shift_id, case reason when 'mistake' then 'void' else 'refund' end, '', 1, total_rupiah from back
      union all select r.shift_id, 'tender_back', p.method, 1, p.amount_rupiah from back r join refund_payments p on p.refund_id = r.id
        where p.amount_rupiah <> 0
      union all select r.shift_id, 'category_back', l.category, 1, sum(l.net_rupiah) from back r join refund_lines l on l.refund_id = r.id
        group by r.shift_id, r.id, l.category
      union all select r.shift_id, 'drawer', '', 1, -sum(p.amount_rupiah) from back r join refund_payments p on p.refund_id = r.id
        where p.method = 'cash' group by r.shift_id, r.id having sum(p.amount_rupiah) <> 0
      union all select shift_id, 'rounding', '', 1, -rounding_rupiah from back where rounding_rupiah <> 0
      union all select h.id, 'drawer', '', 1, h.float_rupiah from shifts h where ${which}
      union all select m.shift_id, m.kind, '', 1, m.amount_rupiah from ${moved}
      union all select m.shift_id, 'drawer', '', 1, case when m.kind in ('cash_in', 'top_up') then m.amount_rupiah else -m.amount_rupiah end
        from ${moved}
      union all select shift_id, 'payout', '', 1, rupiah from paid
      union all select shift_id, 'drawer', '', 1, -rupiah from paid
      union all select p.shift_id, k.kind, '', k.count, k.sign * p.rupiah from paid p
        join payout_reversals r on r.payout_id = p.id join entries e on e.event_id = r.id and e.kind = 'payout_reversed'
        join (select 'payout' as kind, -1 as count, -1 as sign union all select 'drawer', 1, 1) k
        left join entries closed on closed.event_id = p.shift_id and closed.kind = 'shift_closed'
        where closed.id is null or closed.id > e.id
      union all select o.shift_id, 'opened', '', 1, 0 from drawer_openings o join shifts h on h.id = o.shift_id
        where (${which}) and not exists (select 1 from z_reports z join acts closed on closed.id = z.act_id
          join acts a on a.id = o.id where z.shift_id = o.shift_id and a.seq > closed.seq))
    select shift_id as shiftId, kind, key, sum(count) as count, sum(rupiah) as rupiah from happened group by 1, 2, 3`;
}

/** The sums of one shift. */
export function sumsFromEvents(orm: Orm, shiftId: string): EventSum[] {
  return orm.all<EventSum>(eventSums(sql`h.id = ${shiftId}`));
}
