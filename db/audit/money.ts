// Promises about money: entries balance, sales add up, and the accounts say what the lines say.

import { sql } from "drizzle-orm";
import type { PromiseName } from "#rules/promises";
import type { Promised } from "../audit.ts";
import { promise } from "./rows.ts";

/** What a line kept (sale) and gave back (refund) for each stall and day, beside what the accounts hold. */
const accountsAgree = (name: PromiseName, prefix: string, column: string, sign: 1 | -1): Promised =>
  promise(
    name,
    sql`
    select stall, day, sum(lines) as lines, sum(account) as account from (
      select s.code as stall, l.business_day as day, sum(${sql.raw(column)}) as lines, 0 as account
        from sale_lines l join stalls s on s.id = l.stall_id group by 1, 2
      union all
      select s.code, l.business_day, -sum(${sql.raw(column)}), 0 from refund_lines l join stalls s on s.id = l.stall_id group by 1, 2
      union all
      select substr(a.code, ${prefix.length + 1}), e.business_day, 0, ${sql.raw(String(sign))} * sum(p.amount_rupiah)
        from postings p join accounts a on a.id = p.account_id join entries e on e.id = p.entry_id
        where substr(a.code, 1, ${prefix.length}) = ${prefix} group by 1, 2)
    group by stall, day having sum(lines) <> sum(account)`,
  );

export const moneyPromises: readonly Promised[] = [
  promise(
    "Every journal entry adds up to zero",
    sql`select entry_id as entry, sum(amount_rupiah) as rupiah from postings group by entry_id having sum(amount_rupiah) <> 0`,
  ),
  promise(
    "Every event that moves money has its entry",
    sql`
    select 'sale' as kind, s.id from sales s where s.total_rupiah <> 0 and not exists (select 1 from entries e where e.event_id = s.id and e.kind = 'sale')
    union all select 'refund', r.id from refunds r where not exists (select 1 from entries e where e.event_id = r.id and e.kind = 'refund')
    union all select 'payout', p.id from payouts p where not exists (select 1 from entries e where e.event_id = p.id and e.kind = 'payout')
    union all select 'payout_reversed', v.id from payout_reversals v where not exists (select 1 from entries e where e.event_id = v.id)
    union all select 'money_moved', m.id from money_moves m where not exists (select 1 from entries e where e.event_id = m.id)`,
  ),
  promise(
    "Every entry belongs to an act in the chain, or to its own part of one",
    sql`select e.kind, e.event_id as event from entries e
      where not exists (select 1 from acts a where a.id = e.event_id)`,
  ),
  promise(
    "A line's net is its gross less its discounts, and never below zero",
    sql`select sale_id as sale, line_no as line from sale_lines
      where net_rupiah < 0 or net_rupiah <> gross_rupiah - discount_rupiah - sale_discount_part_rupiah
        - coalesce((select tax_rupiah from line_taxes x where x.event_id = sale_lines.sale_id and x.line_no = sale_lines.line_no and x.mode = 'inclusive'), 0)`,
  ),
  promise(
    "Net = cost + shares to people and vendors + margin, on every sold and refunded line",
    sql`
    select sale_id as event, line_no as line from sale_lines where net_rupiah <> cost_rupiah + shares_rupiah + margin_rupiah
    union all select refund_id, line_no from refund_lines where net_rupiah <> cost_rupiah + shares_rupiah + margin_rupiah`,
  ),
  promise(
    "A line's shares are the sum of its makers' parts",
    sql`
    select l.sale_id as event, l.line_no as line from sale_lines l
      where l.shares_rupiah <> (select coalesce(sum(amount_rupiah), 0) from earnings e
        where e.event_id = l.sale_id and e.kind = 'sale' and e.line_no = l.line_no and e.maker_id is not null)
    union all
    select l.refund_id, l.line_no from refund_lines l
      where l.shares_rupiah <> -(select coalesce(sum(amount_rupiah), 0) from earnings e
        where e.event_id = l.refund_id and e.kind = 'refund' and e.line_no = l.line_no and e.maker_id is not null)`,
  ),
  promise(
    "A sale's total is the sum of its nets less rounding, and its payments equal it",
    sql`
    select s.id as sale, s.total_rupiah as total from sales s where
      s.total_rupiah <> (select sum(net_rupiah) from sale_lines where sale_id = s.id) - s.rounding_rupiah
        + (select coalesce(sum(tax_rupiah), 0) from line_taxes where event_id = s.id)
      or s.total_rupiah <> (select sum(amount_rupiah) from payments where sale_id = s.id)
      or (select sum(net_rupiah) from payments where sale_id = s.id) <> (select sum(net_rupiah) from sale_lines where sale_id = s.id)
      or s.sale_discount_rupiah <> (select sum(sale_discount_part_rupiah) from sale_lines where sale_id = s.id)`,
  ),
  promise(
    "A refund pays back what its lines are worth, but for cash rounding, and never more than the sale's payments brought",
    sql`
    select r.id as refund from refunds r where
      r.total_rupiah <> (select sum(net_rupiah) from refund_lines where refund_id = r.id) + r.rounding_rupiah
        - (select coalesce(sum(tax_rupiah), 0) from line_taxes where event_id = r.id)
      or r.total_rupiah <> (select coalesce(sum(amount_rupiah), 0) from refund_payments where refund_id = r.id)
      or (select sum(net_rupiah) from refund_lines where refund_id = r.id)
        <> (select coalesce(sum(net_rupiah), 0) from refund_payments where refund_id = r.id)
    union all
    select p.sale_id from payments p where p.amount_rupiah <
      (select coalesce(sum(amount_rupiah), 0) from refund_payments f where f.sale_id = p.sale_id and f.position = p.position)`,
  ),
  promise(
    "Nothing is refunded beyond what was sold, and all of it once everything has come back",
    sql`
    select l.sale_id as sale, l.line_no as line, sum(r.quantity_milli) as back from sale_lines l
      join refund_lines r on r.sale_id = l.sale_id and r.line_no = l.line_no group by l.sale_id, l.line_no
      having sum(r.quantity_milli) > l.quantity_milli or sum(r.net_rupiah) > l.net_rupiah
        or (sum(r.quantity_milli) = l.quantity_milli and (sum(r.net_rupiah) <> l.net_rupiah or sum(r.cost_rupiah) <> l.cost_rupiah
          or sum(r.shares_rupiah) <> l.shares_rupiah))`,
  ),
  promise(
    "Tax is what its stall's rate makes of the line, goes back as the line does, and is held until it is paid",
    sql`
    select x.event_id as event, x.line_no as line from line_taxes x join sale_lines l on l.sale_id = x.sale_id and l.line_no = x.line_no
      where x.event_id = x.sale_id and (x.stall_id <> l.stall_id or x.tax_rupiah <> case x.mode
        when 'exclusive' then (2 * l.net_rupiah * x.rate_basis_points + 10000) / 20000
        else l.net_rupiah + x.tax_rupiah - (2 * (l.net_rupiah + x.tax_rupiah) * 10000 + 10000 + x.rate_basis_points)
          / (2 * (10000 + x.rate_basis_points)) end)
    union all
    select x.event_id, x.line_no from line_taxes x where not exists
      (select 1 from sale_lines l where l.sale_id = x.sale_id and l.line_no = x.line_no)
    union all
    select x.sale_id, x.line_no from line_taxes x join sale_lines l on l.sale_id = x.sale_id and l.line_no = x.line_no
      where x.event_id = x.sale_id and -(select coalesce(sum(tax_rupiah), 0) from line_taxes b
        where b.sale_id = x.sale_id and b.line_no = x.line_no and b.event_id <> x.sale_id)
        <> x.tax_rupiah * (select coalesce(sum(quantity_milli), 0) from refund_lines r where r.sale_id = x.sale_id and r.line_no = x.line_no)
          / l.quantity_milli
    union all
    select r.refund_id, r.line_no from refund_lines r join line_taxes x on x.event_id = r.sale_id and x.line_no = r.line_no
      left join line_taxes b on b.event_id = r.refund_id and b.line_no = r.line_no
      where b.event_id is null or b.name <> x.name or b.mode <> x.mode or b.rate_basis_points <> x.rate_basis_points
        or b.stall_id <> x.stall_id
    union all
    select 'tax held', held from (select (select coalesce(-sum(p.amount_rupiah), 0) from postings p join accounts a on a.id = p.account_id
        where a.code = 'tax') as held,
      (select coalesce(sum(tax_rupiah), 0) from line_taxes)
        - (select coalesce(sum(amount_rupiah), 0) from money_moves where to_place = 'tax')
        + (select coalesce(sum(amount_rupiah), 0) from money_moves where from_place = 'tax') as due) where held <> due`,
  ),
  accountsAgree(
    "Turnover is what the sales accounts hold, stall by stall and day by day",
    "sales:",
    "net_rupiah",
    -1,
  ),
  accountsAgree("Cost of goods is what the cost accounts hold", "cost:", "cost_rupiah", 1),
  accountsAgree(
    "What lines give to people and vendors is what the share accounts hold",
    "share:",
    "shares_rupiah",
    1,
  ),
];
