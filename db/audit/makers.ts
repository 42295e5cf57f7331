// Promises about makers' money: nothing is paid twice, nobody is paid more than was earned unless it is explained.
import { sql } from "drizzle-orm";
import type { Promised } from "../audit.ts";
import { promise } from "./rows.ts";

export const makerPromises: readonly Promised[] = [
  promise(
    "What a maker is owed is what their account holds",
    sql`
    select code, sum(earned) as earned, sum(held) as held from (
      select case e.account when 'payable' then 'payable:' when 'savings' then 'savings:' else 'vendor:' end || m.code as code,
        e.amount_rupiah as earned, 0 as held from earnings e join makers m on m.id = e.maker_id
      union all
      select case p.account when 'payable' then 'payable:' when 'savings' then 'savings:' else 'vendor:' end || m.code, -p.amount_rupiah, 0
        from payout_allocations p join makers m on m.id = p.maker_id
      union all
      select a.code, 0, -p.amount_rupiah from postings p join accounts a on a.id = p.account_id
        where a.code like 'payable:%' or a.code like 'savings:%' or a.code like 'vendor:%')
    group by code having sum(earned) <> sum(held)`,
  ),
  promise(
    "The months' sums of earnings and payouts equal their rows",
    sql`
    select maker_id as maker, account, month, sum(earned) as earned, sum(paid) as paid from (
      select maker_id, account, month, earned_rupiah as earned, paid_rupiah as paid from maker_months
      union all
      select maker_id, account, substr(business_day, 1, 7), -amount_rupiah, 0 from earnings where maker_id is not null
      union all
      select maker_id, account, substr(business_day, 1, 7), 0, -amount_rupiah from payouts
      union all
      select p.maker_id, p.account, substr(r.business_day, 1, 7), 0, p.amount_rupiah from payout_reversals r join payouts p on p.id = r.payout_id)
    group by maker_id, account, month having sum(earned) <> 0 or sum(paid) <> 0`,
  ),
  promise(
    "A payout covers exactly what it paid, and its reversal takes back exactly that",
    sql`
    select p.id as payout from payouts p where
      p.amount_rupiah <> (select coalesce(sum(amount_rupiah), 0) from payout_allocations a where a.event_id = p.id)
    union all
    select r.payout_id from payout_reversals r join payouts p on p.id = r.payout_id where
      -p.amount_rupiah <> (select coalesce(sum(amount_rupiah), 0) from payout_allocations a where a.event_id = r.id)
    union all
    select r.payout_id from payout_reversals r join payout_allocations a on a.event_id in (r.id, r.payout_id)
    group by r.payout_id, a.sale_id, a.line_no, a.part_no having sum(a.amount_rupiah) <> 0`,
  ),
  // A debt that a later payout recovered, before the payout that had made it was taken back, stands below zero until it is paid again.
  promise(
    "No part of a sold line is paid twice",
    sql`
    select a.sale_id as sale, a.line_no as line, a.part_no as part, sum(a.amount_rupiah) as paid from payout_allocations a
    group by a.sale_id, a.line_no, a.part_no
    having sum(a.amount_rupiah) > (select e.amount_rupiah from earnings e
      where e.event_id = a.sale_id and e.kind = 'sale' and e.line_no = a.line_no and e.part_no = a.part_no)
      or (sum(a.amount_rupiah) < 0 and not exists (select 1 from payout_allocations b join payout_reversals r on r.id = b.event_id
        where b.sale_id = a.sale_id and b.line_no = a.line_no and b.part_no = a.part_no))`,
  ),
  promise(
    "Paid is at most earned, or a refund after the payout explains the debt",
    sql`
    select a.sale_id as sale, a.line_no as line, a.part_no as part from
      (select sale_id, line_no, part_no, sum(amount_rupiah) as paid from payout_allocations group by 1, 2, 3) a
    join (select sale_id, line_no, part_no, sum(amount_rupiah) as earned, sum(kind = 'refund') as refunds from earnings group by 1, 2, 3) e
      using (sale_id, line_no, part_no)
    where a.paid > e.earned and e.refunds = 0`,
  ),
  promise(
    "A part that is refunded goes back to the recipient it went to",
    sql`
    select r.event_id as refund, r.line_no as line, r.part_no as part from earnings r
    left join earnings s on s.event_id = r.sale_id and s.kind = 'sale' and s.line_no = r.line_no and s.part_no = r.part_no
    where r.kind <> 'sale' and (s.event_id is null or s.maker_id is not r.maker_id or s.fund is not r.fund or s.account <> r.account)`,
  ),
];
