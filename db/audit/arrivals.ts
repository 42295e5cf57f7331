// Promises about a till that worked without its server: how its acts came, what was held and settled, what never came.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { canonical } from "#rules/chain";
import type { Promised } from "../audit.ts";
import type { Orm } from "../open.ts";
import { promise } from "./rows.ts";

/** Whether a manager had the act `id` booked as it was charged: what was in force then does not bind it. */
export const wasAccepted = (
  id: string,
) => sql`exists (select 1 from repairs held join repair_settlements ended
  on ended.repair_id = held.id and ended.how = 'accepted' where held.act_id = ${sql.raw(id)})`;

export const arrivalPromises: readonly Promised[] = [
  promise(
    "How acts of tills arrived is what the chain recorded of it",
    sql`
    select v.act_id as act from arrivals v join tills t on t.id = v.till_id join staff s on s.id = v.sent_by
      left join acts a on a.id = v.act_id
      where a.record ->> '$.came.till' is not t.code or a.record ->> '$.came.offline' is not v.offline
        or a.record ->> '$.came.keptAt' is not v.kept_at_ms or a.record ->> '$.came.receivedAt' is not v.received_at_ms
        or a.record ->> '$.came.ahead' is not v.ahead_ms or a.record ->> '$.came.sentBy' is not s.code
    union all
    select a.id from acts a where a.record ->> '$.came' is not null and not exists (select 1 from arrivals v where v.act_id = a.id)`,
  ),
  { name: "Acts that were held are what the chain recorded of them", broken: changedRepairs },
  promise(
    "A held act is settled once, as the chain recorded it: booked in its own place, for whoever stands for it, or set aside",
    sql`
    with recorded as materialized (select seq, at_ms, staff_id, record ->> '$.facts.repair' as repair, record ->> '$.facts.how' as how
      from acts where kind = 'repair_settled')
    select e.repair_id as repair, e.how from repair_settlements e join repairs r on r.id = e.repair_id
      left join recorded s on s.repair = e.repair_id
      left join acts a on a.id = r.act_id and e.how <> 'set_aside'
      where s.how is not e.how or s.at_ms is not e.settled_at_ms or s.staff_id is not e.settled_by
        or (e.how <> 'set_aside' and (a.id is null or a.seq >= s.seq
          or (r.till_seq is not null and (a.till_id is not r.till_id or a.till_seq is not r.till_seq))))
        or (e.how = 'accepted' and (e.settled_by is null or a.approver_id is not e.settled_by))
    union all
    select e.repair_id, p.receipt_number from repair_settlements e join repairs r on r.id = e.repair_id
      join (select id, receipt_count, receipt_number from sales union all select id, receipt_count, receipt_number from refunds) p
        on p.id = r.act_id where e.how <> 'set_aside' and r.receipt_count is not null and p.receipt_count <> r.receipt_count
    union all
    select s.repair, s.how from recorded s where not exists (select 1 from repair_settlements e where e.repair_id = s.repair)
    union all
    select repair, 'twice' from recorded group by repair having count(*) > 1`,
  ),
  promise(
    "Numbers that never came from a till, and why, are what the chain recorded of them",
    sql`
    with explained as materialized (select id, at_ms, staff_id, record ->> '$.facts.gap' as gap from acts where kind = 'till_gap_explained')
    select g.id as gap from till_gaps g join tills t on t.id = g.till_id left join acts a on a.id = g.id and a.kind = 'till_gap_found'
      where a.record ->> '$.facts.till' is not t.code or a.record ->> '$.facts.seqBefore' is not g.seq_before
        or a.record ->> '$.facts.lastSeq' is not g.last_seq or a.record ->> '$.facts.receiptsBefore' is not g.receipts_before
        or a.record ->> '$.facts.lastReceiptCount' is not g.last_receipt_count or a.at_ms is not g.found_at_ms
    union all
    select a.id from acts a where a.kind = 'till_gap_found' and not exists (select 1 from till_gaps g where g.id = a.id)
    union all
    select x.gap_id from gap_explanations x left join explained a on a.gap = x.gap_id
      where a.id is null or a.at_ms is not x.explained_at_ms or a.staff_id is not x.explained_by
    union all
    select a.id from explained a where not exists (select 1 from gap_explanations x where x.gap_id = a.gap)`,
  ),
  promise(
    "Tills that were left before everything was sent, and sign-ins without the server, are what the chain recorded of them",
    sql`
    select l.id as act from till_leavings l join tills t on t.id = l.till_id left join acts a on a.id = l.id and a.kind = 'till_left'
      where a.record ->> '$.facts.till' is not t.code or a.record ->> '$.facts.unsent' is not l.unsent
        or a.at_ms is not l.left_at_ms or a.staff_id is not l.left_by
    union all
    select a.id from acts a where a.kind = 'till_left' and not exists (select 1 from till_leavings l where l.id = a.id)
    union all
    select a.id from acts a left join sign_ins i on i.id = a.id left join staff s on s.id = i.staff_id where a.kind = 'sign_in'
      and (i.id is null or a.record ->> '$.facts.staff' is not s.code or a.record ->> '$.facts.proven' is not i.proven)`,
  ),
];

interface Row {
  readonly id: string;
  readonly recorded: string | null;
  readonly body: string;
  readonly stray: number;
  readonly till: string;
  readonly act: string;
  readonly kind: string;
  readonly seq: number | null;
  readonly receipt: number | null;
  readonly digest: string;
  readonly staff: string | null;
  readonly signIn: string | null;
  readonly keptAt: number;
  readonly ahead: number;
  readonly code: string;
}

function* changedRepairs(orm: Orm): Iterable<string> {
  const rows = orm.all<Row>(sql`
    select r.id, json_extract(a.record, '$.facts') as recorded, r.body, t.code as till, r.act_id as act, r.kind, r.till_seq as seq,
      r.receipt_count as receipt, r.digest, s.code as staff, r.sign_in_id as signIn, r.kept_at_ms as keptAt, r.ahead_ms as ahead, r.code,
      a.at_ms is not r.received_at_ms or a.staff_id is not r.sent_by or (r.staff_id is not null and s.id is null) as stray
    from repairs r join tills t on t.id = r.till_id left join staff s on s.id = r.staff_id
    left join acts a on a.id = r.id and a.kind = 'act_held' order by r.till_id, r.till_seq`);
  for (const { id, recorded, body, stray, ...row } of rows) {
    const told = canonical({ ...row, text: createHash("sha256").update(body).digest("hex") });
    if (stray || recorded === null || canonical(JSON.parse(recorded)) !== told)
      yield `held ${row.kind} ${row.act}`;
  }
  const lost = orm.all<{ id: string }>(
    sql`select id from acts where kind = 'act_held' and id not in (select id from repairs)`,
  );
  for (const { id } of lost) yield `held act ${id} is gone`;
}
