// Promises about terms: what goods cost and whom they pay, who is in a group and what the centre has set, as the chain recorded it.
import { sql } from "drizzle-orm";
import { TILL_LIMITS } from "#rules/approval";
import { PROTECTED_FLOOR_DEFAULT } from "#rules/centre";
import { canonical, type Fact } from "#rules/chain";
import type { Promised } from "../audit.ts";
import type { Orm } from "../open.ts";
import { wasAccepted } from "./arrivals.ts";
import { promise } from "./rows.ts";

export const termPromises: readonly Promised[] = [
  {
    name: "Prices, costs, arrangements and groups are what the chain recorded of them",
    broken: (orm) => [...changedVersions(orm), ...changedGroups(orm)],
  },
  { name: "The centre's settings are what the chain recorded of them", broken: changedSettings },
  {
    name: "Stalls' taxes are what the chain recorded of them, and lines bore the one in force",
    broken: changedTaxes,
  },
  promise(
    "A sold line keeps a version of its own product that was in force",
    sql`
    select l.sale_id as sale, l.line_no as line from sale_lines l join sales s on s.id = l.sale_id
    left join product_versions v on v.id = l.version_id
    where v.product_id is not l.product_id or v.from_ms > s.sold_at_ms`,
  ),
];

/** From always on: a first version is found by whoever sells, however slow their clock. */
const ALWAYS_MS = 0;

interface Version {
  readonly fromMs: number;
  readonly facts: Fact;
}

/** Acts and versions of one thing must be the same, one by one, in the order in which they were made. */
function* differing(
  kind: string,
  acts: ReadonlyMap<string, Version[]>,
  rows: ReadonlyMap<string, Version[]>,
): Iterable<string> {
  for (const code of new Set([...acts.keys(), ...rows.keys()])) {
    const recorded = (acts.get(code) ?? []).map((act, index) => ({
      ...act,
      fromMs: index === 0 ? ALWAYS_MS : act.fromMs,
    }));
    if (canonical(recorded as never) !== canonical((rows.get(code) ?? []) as never)) yield `${kind} ${code}`;
  }
}

interface ActRow {
  readonly code: string;
  readonly fromMs: number;
  readonly facts: string;
}

function actsOf(orm: Orm, code: string, kinds: readonly [string, string]): (ActRow & { read: Facts })[] {
  return orm
    .all<ActRow>(
      sql`select json_extract(record, ${`$.facts.${code}`}) as code, at_ms as fromMs, json_extract(record, '$.facts') as facts
        from acts where kind in ${kinds} order by seq`,
    )
    .map((row) => ({ ...row, read: JSON.parse(row.facts) as Facts }));
}
type Facts = Readonly<Record<string, Fact>>;

function* changedVersions(orm: Orm): Iterable<string> {
  const acts = Map.groupBy(actsOf(orm, "sku", ["product_added", "product_changed"]), (act) => act.code);
  const recorded = new Map(
    [...acts].map(([sku, rows]) => [
      sku,
      rows.map(({ fromMs, read: { price, unitCost, shares } }): Version => {
        return { fromMs, facts: { price, unitCost, shares } as Facts };
      }),
    ]),
  );
  yield* differing("product", recorded, versionsInRows(orm));
}

interface VersionRow {
  readonly id: number;
  readonly sku: string;
  readonly fromMs: number;
  readonly price: number | null;
  readonly unitCost: number | null;
}
interface ShareRow {
  readonly versionId: number;
  readonly recipient: string;
  readonly maker: string | null;
  readonly fund: string | null;
  readonly rule: string;
  readonly value: number;
}

function versionsInRows(orm: Orm): Map<string, Version[]> {
  const shares = Map.groupBy(
    orm.all<ShareRow>(sql`
      select s.version_id as versionId, s.recipient, m.code as maker, s.fund, s.rule, s.value
      from arrangement_shares s left join makers m on m.id = s.maker_id order by s.version_id, s.position`),
    (share) => share.versionId,
  );
  const versions = orm.all<VersionRow>(sql`
    select v.id, p.sku, v.from_ms as fromMs, v.price_rupiah as price, v.unit_cost_rupiah as unitCost
    from product_versions v join products p on p.id = v.product_id order by v.id`);
  const bySku = Map.groupBy(versions, (version) => version.sku);
  return new Map(
    [...bySku].map(([sku, rows]) => [
      sku,
      rows.map(({ id, fromMs, price, unitCost }) => ({
        fromMs,
        facts: { price, unitCost, shares: (shares.get(id) ?? []).map(shareFacts) },
      })),
    ]),
  );
}

function shareFacts({ recipient, maker, fund, rule, value }: ShareRow): Fact {
  return {
    to: recipient === "fund" ? fund : maker,
    savings: recipient === "savings",
    rule: rule === "fixed" ? { kind: rule, rupiahPerUnit: value } : { kind: rule, basisPoints: value },
  };
}

function* changedGroups(orm: Orm): Iterable<string> {
  const acts = actsOf(orm, "maker", ["maker_added", "maker_changed"]).filter(
    ({ read: { members } }) => Array.isArray(members) && members.length > 0,
  );
  const recorded = new Map(
    [...Map.groupBy(acts, (act) => act.code)].map(([code, rows]) => [
      code,
      rows.map(({ fromMs, read }): Version => ({ fromMs, facts: { members: read["members"] ?? null } })),
    ]),
  );
  const members = Map.groupBy(
    orm.all<{ versionId: number; maker: string; weight: number }>(sql`
      select g.version_id as versionId, m.code as maker, g.weight
      from group_members g join makers m on m.id = g.maker_id order by g.version_id, g.position`),
    (member) => member.versionId,
  );
  const versions = orm.all<{ id: number; code: string; fromMs: number }>(sql`
    select v.id, m.code, v.from_ms as fromMs from group_versions v join makers m on m.id = v.group_id order by v.id`);
  const rows = new Map(
    [...Map.groupBy(versions, (version) => version.code)].map(([code, ofGroup]) => [
      code,
      ofGroup.map(({ id, fromMs }): Version => {
        const named = (members.get(id) ?? []).map(({ maker, weight }) => ({ maker, weight }));
        return { fromMs, facts: { members: named } };
      }),
    ]),
  );
  yield* differing("group", recorded, rows);
}

/** What the newest act set, or what a new centre has. */
function* changedSettings(orm: Orm): Iterable<string> {
  const centre = orm.get<Facts | undefined>(sql`
    select code as centre, practice, cash_rounding_rupiah as cashRoundingRupiah, region_code as region,
      protected_floor_basis_points as protectedFloorBasisPoints, refund_after_payout as refundAfterPayout,
      coalesce(l.discount_limit_basis_points, ${TILL_LIMITS.discountLimitBasisPoints}) as discountLimitBasisPoints,
      coalesce(l.refund_limit_rupiah, ${TILL_LIMITS.refundLimitRupiah}) as refundLimitRupiah,
      coalesce(l.lock_after_minutes, ${TILL_LIMITS.lockAfterMinutes}) as lockAfterMinutes
      from centre left join till_limits l`);
  const begun = newest(orm, ["centre_set_up", "record_imported"]);
  if (!centre && !begun) return;
  const recorded: Facts = {
    practice: false,
    cashRoundingRupiah: 0,
    protectedFloorBasisPoints: PROTECTED_FLOOR_DEFAULT,
    refundAfterPayout: "maker",
    ...TILL_LIMITS,
    region: centre?.["region"] ?? null, // as it was set up; the chain holds only what it was changed to
    ...begun,
    ...newest(orm, ["settings_changed", "settings_changed"]),
  };
  for (const name of Object.keys(centre ?? recorded)) {
    const held = name === "practice" ? centre?.[name] !== 0 : centre?.[name];
    if (held !== recorded[name]) yield `${name}: ${String(held)}, recorded ${String(recorded[name])}`;
  }
}

/**
 * A stall's taxes are those that the chain recorded, and a sold line bore the one that was in force and known when its sale was taken
 * in: a change may begin a few minutes before it is set, and a till's clock may be ahead. A line that a manager accepted as it was charged
 * bore one that its stall has had at some time.
 */
function* changedTaxes(orm: Orm): Iterable<string> {
  const rows = orm.all<{ what: string; code: string; fromMs: number }>(sql`
    with recorded as materialized (select seq, record ->> '$.facts.stall' as stall, record ->> '$.facts.from' as from_ms,
      record ->> '$.facts.mode' as mode, record ->> '$.facts.rate' as rate, record ->> '$.facts.name' as name from acts where kind = 'tax_set'),
    known as materialized (select x.*, r.seq from stall_taxes x join stalls s on s.id = x.stall_id
      join recorded r on r.stall = s.code and r.from_ms = x.from_ms)
    select 'tax' as what, s.code, x.from_ms as fromMs from stall_taxes x join stalls s on s.id = x.stall_id
      left join recorded r on r.stall = s.code and r.from_ms = x.from_ms
      where r.mode is not x.mode or r.rate is not x.rate_basis_points or r.name is not x.name
    union all
    select 'recorded tax', r.stall, r.from_ms from recorded r where not exists
      (select 1 from stall_taxes x join stalls s on s.id = x.stall_id where s.code = r.stall and x.from_ms = r.from_ms)
    union all
    select 'line', s.code, t.sold_at_ms from line_taxes l join sales t on t.id = l.event_id join stalls s on s.id = l.stall_id
      left join acts a on a.id = t.id
      where not ${wasAccepted("t.id")} and not exists (select 1 from known x where x.stall_id = l.stall_id
        and x.from_ms <= t.sold_at_ms and x.seq < a.seq
        and x.mode = l.mode and x.rate_basis_points = l.rate_basis_points and x.name = l.name
        and not exists (select 1 from known y where y.stall_id = x.stall_id and y.from_ms > x.from_ms and y.from_ms <= t.sold_at_ms
          and y.seq < a.seq))
    union all
    select 'accepted line', s.code, t.sold_at_ms from line_taxes l join sales t on t.id = l.event_id join stalls s on s.id = l.stall_id
      where ${wasAccepted("t.id")} and not exists (select 1 from known x where x.stall_id = l.stall_id and x.mode = l.mode
        and x.rate_basis_points = l.rate_basis_points and x.name = l.name)`);
  for (const { what, code, fromMs } of rows) yield `${what} ${code} ${fromMs}`;
}

function newest(orm: Orm, kinds: readonly [string, string]): Facts | undefined {
  const row = orm.get<{ facts: string } | undefined>(
    sql`select json_extract(record, '$.facts') as facts from acts where kind in ${kinds} order by seq desc limit 1`,
  );
  return row && (JSON.parse(row.facts) as Facts);
}
