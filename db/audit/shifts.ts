// Promises about shifts: their sums, counts, drawer moves, supplements and Zs say what their events say.
import { sql } from "drizzle-orm";
import { canonical } from "#rules/chain";
import type { Promised } from "../audit.ts";
import type { Orm } from "../open.ts";
import { eventSums } from "../queries/shift-events.ts";
import { wasAccepted } from "./arrivals.ts";
import { promise } from "./rows.ts";
import { brokenZs } from "./zs.ts";

/** Shifts whose sums were kept: all but those that were closed before. */
const kept = sql`h.id in (select shift_id from shift_totals)
  or not exists (select 1 from shift_closings k where k.shift_id = h.id and k.count_id is null)`;

export const shiftPromises: readonly Promised[] = [
  promise(
    "A shift's running totals equal its events",
    sql`
    select shift, kind, key, sum(count) as count, sum(rupiah) as rupiah from (
      select shiftId as shift, kind, key, count, rupiah from (${eventSums(kept)})
      union all
      select shift_id, kind, key, -count, -rupiah from shift_totals where kind <> 'copy')
    group by shift, kind, key having sum(count) <> 0 or sum(rupiah) <> 0`,
  ),
  promise(
    "A drawer's expected cash is what its account holds while its shift is open, and what it was closed with afterwards",
    sql`
    select h.id as shift, d.rupiah as expected from shifts h join tills t on t.id = h.till_id
      left join shift_closings c on c.shift_id = h.id
      left join shift_totals d on d.shift_id = h.id and d.kind = 'drawer'
    where (c.shift_id is null or c.count_id is not null) and d.rupiah is not coalesce(c.expected_rupiah,
      (select coalesce(sum(p.amount_rupiah), 0) from postings p join accounts a on a.id = p.account_id where a.code = 'drawer:' || t.code))`,
  ),
  promise(
    "A shift is closed with its last count, and counts, slips and supplements are numbered without a gap",
    sql`
    select 'closing' as what, c.shift_id as of from shift_closings c where c.count_id is not null and not exists (
      select 1 from shift_counts n where n.id = c.count_id and n.shift_id = c.shift_id and n.counted_rupiah = c.counted_rupiah
        and n.expected_rupiah = c.expected_rupiah
        and n.position = (select max(position) from shift_counts m where m.shift_id = c.shift_id))
    union all
    select 'counts', shift_id from shift_counts group by shift_id having min(position) <> 1 or max(position) <> count(*)
    union all
    select 'slips', till_id from drawer_moves group by till_id having min(number) <> 1 or max(number) <> count(*)
    union all
    select 'slip', m.id from drawer_moves m join shifts h on h.id = m.shift_id where h.till_id <> m.till_id
    union all
    select 'deposits', 'all' from money_moves where number is not null group by number > 0 having min(number) <> 1 or max(number) <> count(*)
      or count(distinct number) <> count(*)
    union all
    select 'supplements', shift_id from supplements group by shift_id having min(number) <> 1 or max(number) <> count(*)
    union all
    select 'supplements', till_id from supplements group by till_id having min(position) <> 1 or max(position) <> count(*)
    union all
    select 'supplement', u.event_id from supplements u join shifts h on h.id = u.shift_id
      left join shift_closings c on c.shift_id = u.shift_id
      left join sales s on s.id = u.event_id and u.kind = 'sale' left join refunds r on r.id = u.event_id and u.kind = 'refund'
      left join drawer_moves m on m.id = u.event_id and m.kind = u.kind
      where h.till_id <> u.till_id or coalesce(s.shift_id, r.shift_id, m.shift_id) is not u.shift_id
        or c.closed_at_ms is null
        or (coalesce(s.sold_at_ms, r.refunded_at_ms, m.moved_at_ms) > c.closed_at_ms and not ${wasAccepted("u.event_id")})`,
  ),
  promise(
    "Drawer moves and deposits are what the chain recorded of them",
    sql`
    with recorded as materialized (select id, kind, at_ms, staff_id, json_extract(record, '$.facts') as facts from acts
      where kind in ('drawer_moved', 'money_moved'))
    select m.id from drawer_moves m join shifts h on h.id = m.shift_id join tills t on t.id = h.till_id
      left join recorded a on a.id = m.id and a.kind = 'drawer_moved'
      where a.facts ->> 'till' is not t.code or a.facts ->> 'shift' is not h.number or a.facts ->> 'number' is not m.number
        or a.facts ->> 'kind' is not m.kind or a.facts ->> 'amount' is not m.amount_rupiah or a.facts ->> 'day' is not m.business_day
        or a.at_ms is not m.moved_at_ms or a.staff_id is not m.moved_by
        or a.facts ->> 'supplement' is not (select number from supplements u where u.event_id = m.id)
    union all
    select m.id from money_moves m join recorded a on a.id = m.id
      where a.facts ->> 'reference' is not m.reference
        or (a.facts ->> 'slip' is null) <> (m.number is null) or a.facts ->> 'slip' not like '%-' || printf('%06d', m.number)
    union all
    select a.id from recorded a where a.kind = 'drawer_moved' and not exists (select 1 from drawer_moves where id = a.id)`,
  ),
  { name: "Counts of drawers are what the chain recorded of them", broken: changedCounts },
  { name: "Every closed shift has its Z, and the Z says what its events say", broken: brokenZs },
  promise(
    "Each till's Zs run without a gap, and their perpetual totals add up",
    sql`
    with own as (
      select h.id, h.till_id, h.number,
        (select coalesce(sum(total_rupiah), 0) from sales e where e.shift_id = h.id
          and not exists (select 1 from supplements u where u.event_id = e.id)) as sold,
        (select coalesce(sum(total_rupiah), 0) from refunds e where e.shift_id = h.id
          and not exists (select 1 from supplements u where u.event_id = e.id)) as back
      from shifts h),
    run as (
      select id, till_id, number, sum(sold) over way as sold, sum(back) over way as back from own
      window way as (partition by till_id order by number)),
    zs as (
      select r.*, z.number as name, z.supplements_to, z.perpetual_net_rupiah as net, z.perpetual_absolute_rupiah as absolute,
        lag(r.number) over (partition by r.till_id order by r.number) as before,
        lag(z.supplements_to, 1, 0) over (partition by r.till_id order by r.number) as supplements_before,
        (select coalesce(sum(s.total_rupiah), 0) from supplements u join sales s on s.id = u.event_id
          where u.till_id = r.till_id and u.position <= z.supplements_to) as late_sold,
        (select coalesce(sum(b.total_rupiah), 0) from supplements u join refunds b on b.id = u.event_id
          where u.till_id = r.till_id and u.position <= z.supplements_to) as late_back
      from run r join z_reports z on z.shift_id = r.id)
    select name from zs where net <> sold - back + late_sold - late_back or absolute <> sold + back + late_sold + late_back
      or before <> number - 1 or supplements_to < supplements_before
      or supplements_to > (select count(*) from supplements u where u.till_id = zs.till_id)`,
  ),
];

interface Counted {
  readonly id: string;
  readonly facts: string | null;
  readonly till: string;
  readonly shift: number;
  readonly count: number;
  readonly counted: number;
  readonly expected: number;
  readonly notes: string;
  readonly stray: number;
}

function* changedCounts(orm: Orm): Iterable<string> {
  const rows = orm.all<Counted>(sql`
    select n.id, json_extract(a.record, '$.facts') as facts, t.code as till, h.number as shift, n.position as count,
      n.counted_rupiah as counted, n.expected_rupiah as expected, n.notes,
      a.at_ms is not n.counted_at_ms or a.staff_id is not n.counted_by as stray
    from shift_counts n join shifts h on h.id = n.shift_id join tills t on t.id = h.till_id
    left join acts a on a.id = n.id and a.kind = 'shift_counted'`);
  for (const { id, facts, notes, stray, ...row } of rows) {
    const told = canonical({ ...row, notes: JSON.parse(notes) } as never);
    if (stray || facts === null || canonical(JSON.parse(facts)) !== told) yield `count ${id}`;
  }
  const lost = orm.all<{ id: string }>(
    sql`select id from acts where kind = 'shift_counted' and id not in (select id from shift_counts)`,
  );
  for (const { id } of lost) yield `count ${id}`;
}
