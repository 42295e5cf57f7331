// Promises about QRIS: codes, payments that wait, and what providers settled are what the chain recorded of them.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { canonical, type Fact } from "#rules/chain";
import { settlementDigestText } from "#rules/settlements";
import type { Promised } from "../audit.ts";
import type { Orm } from "../open.ts";
import { promise } from "./rows.ts";

export const qrisPromises: readonly Promised[] = [
  promise(
    "What waits in QRIS unconfirmed is what its unconfirmed payments are",
    sql`
    select sum(waits) as waits, sum(held) as held from (
      select u.amount_rupiah as waits, 0 as held from unconfirmed_payments u
        where not exists (select 1 from payment_confirmations c where c.sale_id = u.sale_id and c.position = u.position)
        and not exists (select 1 from refunds r where r.sale_id = u.sale_id)
      union all
      select 0, p.amount_rupiah from postings p join accounts a on a.id = p.account_id where a.code = 'qris_unconfirmed')
    having sum(waits) <> sum(held)`,
  ),
  promise(
    "A confirmation is of one QRIS payment that waited, once, and is what the chain recorded of it",
    sql`
    with recorded as materialized (
      select id, at_ms, staff_id, json_extract(record, '$.facts') as facts from acts where kind = 'qris_confirmed')
    select 'confirmation' as what, c.id from payment_confirmations c
      left join unconfirmed_payments u on u.sale_id = c.sale_id and u.position = c.position
      left join sales s on s.id = c.sale_id left join recorded a on a.id = c.id
      where u.amount_rupiah is null or a.id is null or a.at_ms is not c.confirmed_at_ms or a.staff_id is not c.confirmed_by
        or a.facts ->> 'receipt' is not s.receipt_number or a.facts ->> 'payment' is not c.position
        or a.facts ->> 'rupiah' is not u.amount_rupiah or a.facts ->> 'day' is not c.business_day
        or not exists (select 1 from entries e where e.event_id = c.id and e.kind = 'qris_confirmed' and e.business_day = c.business_day)
    union all
    select 'act', id from recorded where id not in (select id from payment_confirmations)
    union all
    select 'payment', u.sale_id from unconfirmed_payments u
      left join payments p on p.sale_id = u.sale_id and p.position = u.position
      where p.method is not 'qris' or p.amount_rupiah is not u.amount_rupiah`,
  ),
  { name: "QRIS codes are what the chain recorded of them", broken: changedCodes },
  {
    name: "Settlement files, their rows and their columns are what the chain recorded of them",
    broken: (orm) => [...changedFiles(orm), ...changedFormat(orm)],
  },
];

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Codes and acts must be the same, one by one, in the order in which they were set. */
function* changedCodes(orm: Orm): Iterable<string> {
  const rows = orm.all<{ stall: string | null; fromMs: number; payload: string }>(sql`
    select s.code as stall, q.from_ms as fromMs, q.payload from qris_codes q left join stalls s on s.id = q.stall_id
    where q.stall_id is null or s.id is not null order by q.id`);
  const acts = orm.all<{ stall: string | null; fromMs: number; code: string | null }>(sql`
    select record ->> '$.facts.stall' as stall, at_ms as fromMs, record ->> '$.facts.code' as code
    from acts where kind = 'qris_code_set' order by seq`);
  for (let at = 0; at < Math.max(rows.length, acts.length); at += 1) {
    const row = rows[at];
    const held = row && {
      stall: row.stall,
      fromMs: row.fromMs,
      code: row.payload === "" ? null : digestOf(row.payload),
    };
    if (canonical((held ?? null) as Fact) !== canonical((acts[at] ?? null) as unknown as Fact))
      yield `code ${at + 1}`;
  }
}

function* changedFiles(orm: Orm): Iterable<string> {
  const files = orm.all<{ id: string; digest: string | null }>(sql`
    select f.id, case when a.at_ms is f.imported_ms and a.staff_id is f.imported_by then a.record ->> '$.facts.digest' end as digest
      from settlement_files f left join acts a on a.id = f.id and a.kind = 'settlement_imported'
    union all
    select id, null from acts where kind = 'settlement_imported' and id not in (select id from settlement_files)
    union all
    select file_id, null from settlement_rows where file_id not in (select id from settlement_files)`);
  for (const { id, digest } of files) {
    const rows = orm.all<{ day: string; time: string | null; amountRupiah: number; reference: string }>(sql`
      select day, time, amount_rupiah as amountRupiah, reference from settlement_rows where file_id = ${id} order by id`);
    if (digestOf(settlementDigestText(rows)) !== digest) yield `file ${id}`;
  }
}

function* changedFormat(orm: Orm): Iterable<string> {
  const row = orm.get<Record<string, Fact> | undefined>(sql`
    select separator, day_column as dayColumn, time_column as timeColumn, day_order as dayOrder, amount_column as amountColumn,
      reference_column as referenceColumn from settlement_formats`);
  const act = orm.get<{ facts: string } | undefined>(
    sql`select record ->> '$.facts' as facts from acts where kind = 'settlement_format_set' order by seq desc limit 1`,
  );
  if (canonical(row ?? null) !== canonical(act ? (JSON.parse(act.facts) as Fact) : null)) yield "the columns";
}
