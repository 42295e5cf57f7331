// Promises about papers and drawers: what was printed and what was opened is what the chain recorded.
import { sql } from "drizzle-orm";
import type { Promised } from "../audit.ts";
import { promise } from "./rows.ts";

export const printPromises: readonly Promised[] = [
  promise(
    "Papers printed and drawers opened are what the chain recorded of them",
    sql`
    with recorded as materialized (
      select id, kind, at_ms, record ->> '$.by' as by, record -> '$.facts' as facts from acts where kind in ('printed', 'drawer_opened'))
    select 'print' as what, p.id from prints p join staff s on s.id = p.asked_by left join tills t on t.id = p.till_id
      left join recorded a on a.id = p.id and a.kind = 'printed'
      where a.at_ms is not p.asked_ms or a.by is not s.code or a.facts ->> 'paper' is not p.paper or a.facts ->> 'number' is not p.number
        or a.facts ->> 'copy' is not p.copy or a.facts ->> 'language' is not p.language or a.facts ->> 'till' is not t.code
        or (p.paper not in ('ticket', 'test') and a.facts ->> 'about' is not p.about)
    union all
    select 'opening', o.id from drawer_openings o join staff s on s.id = o.opened_by
      join shifts h on h.id = o.shift_id join tills t on t.id = h.till_id
      left join recorded a on a.id = o.id and a.kind = 'drawer_opened'
      where a.at_ms is not o.opened_at_ms or a.by is not s.code or a.facts ->> 'till' is not t.code or a.facts ->> 'shift' is not h.number
    union all
    select a.kind, a.id from recorded a where
      (a.kind = 'printed' and not exists (select 1 from prints where id = a.id))
      or (a.kind = 'drawer_opened' and not exists (select 1 from drawer_openings where id = a.id))`,
  ),
  promise(
    "Copies of a paper are numbered without a gap",
    sql`select paper, about, count(*) as printed, max(copy) as highest from prints
      group by paper, about having min(copy) <> 0 or max(copy) + 1 <> count(*)`,
  ),
];
