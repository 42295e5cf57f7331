// Promises about a till's numbers: none is missing unless that is told, and none stands twice (N1, L9).
import { sql } from "drizzle-orm";
import type { Promised } from "../audit.ts";
import { promise } from "./rows.ts";

export const numberPromises: readonly Promised[] = [
  promise(
    "Each till's receipt numbers run from one without a gap or a repeat",
    sql`
    with issued(till_id, number) as (
      select till_id, receipt_count from sales union all select till_id, receipt_count from refunds
      union all
      select r.till_id, r.receipt_count from repairs r where r.receipt_count is not null
        and not exists (select 1 from sales s where s.id = r.act_id and s.till_id = r.till_id and s.receipt_count = r.receipt_count)
        and not exists (select 1 from refunds b where b.id = r.act_id and b.till_id = r.till_id and b.receipt_count = r.receipt_count)),
    missing(till_id, before, last) as (
      select till_id, receipts_before, last_receipt_count from till_resumes
      union all select till_id, receipts_before, last_receipt_count from till_gaps)
    select till_id as till, count(*) as papers, max(number) as highest from
      (select till_id, number, 1 as papers from issued
       union all select m.till_id, m.last, m.last - m.before
         - (select count(*) from issued i where i.till_id = m.till_id and i.number > m.before and i.number <= m.last) from missing m)
    group by till_id having sum(papers) <> max(number)
    union all
    select i.till_id, i.number, count(*) from issued i group by i.till_id, i.number
    having count(*) > 1 or i.number < 1
      or (exists (select 1 from missing m where m.till_id = i.till_id and i.number > m.before and i.number <= m.last)
        and not exists (select 1 from repairs r where r.till_id = i.till_id and r.receipt_count = i.number))`,
  ),
  promise(
    "Each till's acts run from one without a gap",
    sql`
    with done(till_id, number) as (
      select till_id, till_seq from acts where till_id is not null or till_seq is not null
      union all
      select r.till_id, r.till_seq from repairs r where r.till_seq is not null
        and not exists (select 1 from acts a where a.id = r.act_id and a.till_id = r.till_id and a.till_seq = r.till_seq)),
    missing(till_id, before, last) as (
      select till_id, seq_before, last_seq from till_resumes union all select till_id, seq_before, last_seq from till_gaps)
    select till_id as till, sum(acts) as acts, max(number) as highest from
      (select till_id, number, 1 as acts from done
       union all select m.till_id, m.last, m.last - m.before
         - (select count(*) from done d where d.till_id = m.till_id and d.number > m.before and d.number <= m.last) from missing m)
    group by till_id having till_id is null or sum(acts) is not max(number)
    union all
    select d.till_id, d.number, 0 from done d join missing m on m.till_id = d.till_id where d.number > m.before and d.number <= m.last
      and not exists (select 1 from repairs r where r.till_id = d.till_id and r.till_seq = d.number)`,
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
];
