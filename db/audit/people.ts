// Promises about people: who did and approved each act, and what everybody may, as the chain recorded it.
import { sql } from "drizzle-orm";
import type { Promised } from "../audit.ts";
import type { Orm } from "../open.ts";
import { promise } from "./rows.ts";

export const peoplePromises: readonly Promised[] = [
  promise(
    "Every act names who did it and who approved it, and every approval is the act of who gave it",
    sql`
    select p.id as approval from approvals p join staff s on s.id = p.staff_id
      left join acts a on a.id = p.id and a.kind = 'approval'
      where a.record ->> '$.by' is not s.code or coalesce(a.record ->> '$.facts.for', '') is not p.for_id
        or coalesce(a.record ->> '$.facts.mark', '') is not p.mark
    union all
    select a.id from acts a where a.kind = 'approval' and not exists (select 1 from approvals p where p.id = a.id)
    union all
    select a.id from acts a left join approvals p on p.id = a.approval_id left join staff s on s.id = coalesce(a.approver_id, p.staff_id)
      where a.record ->> '$.approvedBy' is not s.code
        or (a.approval_id is not null and (p.id is null or p.staff_id is not s.id or p.for_id not in ('', a.id)))
        or (a.approval_id is not null and a.approver_id is null and a.record ->> '$.v' is not null)
        or (a.approver_id is not null and s.id is null)
    union all
    select approval_id from acts where approval_id is not null group by approval_id having count(*) > 1
    union all
    select a.id from acts a left join staff s on s.id = a.staff_id
      where a.record ->> '$.by' is not s.code or (a.staff_id is not null and s.id is null)`,
  ),
  { name: "What people may, and at which stalls, is what the chain recorded of them", broken: changedPeople },
];

interface Rights {
  readonly roles: readonly string[];
  readonly stalls?: readonly string[];
  readonly active?: boolean;
}

/** Who came with a set-up or a record has no act of their own until they are changed, and no limits. */
function* changedPeople(orm: Orm): Iterable<string> {
  const recorded = new Map(
    orm
      .all<{ code: string; facts: string }>(sql`
        select record ->> '$.facts.staff' as code, record ->> '$.facts' as facts from acts
        where kind in ('staff_added', 'staff_changed') order by seq`)
      .map(({ code, facts }) => [code, JSON.parse(facts) as Rights]),
  );
  const people = orm.all<{ code: string; active: number; roles: string; stalls: string }>(sql`
    select s.code, s.active,
      (select json_group_array(role) from (select role from staff_roles r where r.staff_id = s.id)) as roles,
      (select json_group_array(code) from (select t.code from staff_stalls l join stalls t on t.id = l.stall_id where l.staff_id = s.id))
        as stalls
    from staff s`);
  for (const { code, active, roles, stalls } of people) {
    const held = { roles: JSON.parse(roles) as string[], stalls: JSON.parse(stalls) as string[] };
    const asRecorded = recorded.get(code) ?? { roles: held.roles, active: active !== 0 };
    recorded.delete(code);
    if (
      different(held.roles, asRecorded.roles) ||
      different(held.stalls, asRecorded.stalls ?? []) ||
      (active !== 0) !== (asRecorded.active ?? true)
    )
      yield `person ${code}`;
  }
  for (const code of recorded.keys()) yield `person ${code} is gone`;
}

function different(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join() !== [...others].sort().join();
}
