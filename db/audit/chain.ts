// Promises about the chain: every hash follows from the one before, and the records say what the rows say (H6).
import { createHash } from "node:crypto";
import { asc, eq, sql } from "drizzle-orm";
import { canonical, GENESIS } from "#rules/chain";
import { type Codes, payoutFacts, refundFacts, saleFacts, visitFacts } from "#rules/facts";
import type { Promised } from "../audit.ts";
import type { Orm } from "../open.ts";
import { acts } from "../tables/acts.ts";
import { stalls } from "../tables/centre.ts";
import { earnings } from "../tables/earnings.ts";
import { payoutAllocations, payouts } from "../tables/payouts.ts";
import { refundLines, refundPayments, refunds } from "../tables/refunds.ts";
import { lineTaxes, payments, saleLines, sales, unconfirmedPayments } from "../tables/sales.ts";
import { supplements } from "../tables/shifts.ts";
import { tickets } from "../tables/tickets.ts";
import { visits } from "../tables/visits.ts";

export const chainPromises: readonly Promised[] = [
  { name: "The chain holds: every act's hash follows from the act before it", broken: brokenLinks },
  { name: "Sales, refunds, payouts and visits are what the chain recorded of them", broken: changedRows },
  { name: "Every sale, refund, payout and visit is an act of the chain", broken: missingActs },
];

const PAGE = 2000;

interface Link {
  seq: number;
  id: string;
  kind: string;
  atMs: number;
  record: string;
  hash: string;
}

function* links(orm: Orm): Iterable<Link> {
  for (let after = 0; ; ) {
    const page = orm
      .select({
        seq: acts.seq,
        id: acts.id,
        kind: acts.kind,
        atMs: acts.atMs,
        record: acts.record,
        hash: acts.hash,
      })
      .from(acts)
      .where(sql`${acts.seq} > ${after}`)
      .orderBy(asc(acts.seq))
      .limit(PAGE)
      .all();
    if (page.length === 0) return;
    yield* page;
    after = page.at(-1)?.seq ?? after;
  }
}

/** Names the first break; what follows it cannot be judged. */
function* brokenLinks(orm: Orm): Iterable<string> {
  let before = GENESIS;
  let seq = 0;
  for (const link of links(orm)) {
    seq += 1;
    const hash = createHash("sha256").update(before).update(link.record).digest("hex");
    if (link.seq !== seq || link.hash !== hash || !isOf(link)) {
      yield `act ${link.seq} (${link.kind} ${link.id})`;
      return;
    }
    before = link.hash;
  }
}

/** Whether the record, which the hash covers, is of the act that the other columns name. */
function isOf({ id, kind, atMs, record }: Link): boolean {
  const named = JSON.parse(record) as { id: unknown; act: unknown; at: unknown };
  return named.id === id && named.act === kind && named.at === atMs;
}

function* missingActs(orm: Orm): Iterable<string> {
  for (const [kind, table] of [
    ["sale", "sales"],
    ["refund", "refunds"],
    ["payout", "payouts"],
    ["visit", "visits"],
  ] as const) {
    const rows = orm.all<{ id: string }>(
      sql`select t.id from ${sql.raw(table)} t where not exists (select 1 from acts a where a.id = t.id and a.kind = ${kind})`,
    );
    for (const row of rows) yield `${kind} ${row.id}`;
  }
}

function* changedRows(orm: Orm): Iterable<string> {
  const rebuild = rebuilders(orm);
  for (const { id, kind, record } of links(orm)) {
    const rebuilt = rebuild[kind]?.(id);
    if (rebuilt === undefined) continue;
    const { facts } = JSON.parse(record) as { facts: never };
    if (rebuilt === null || canonical(rebuilt as never) !== canonical(facts)) yield `${kind} ${id}`;
  }
}

/** For each kind of act that has rows of its own: its facts from those rows, or null when they are gone. */
function rebuilders(orm: Orm): Record<string, (id: string) => object | null> {
  const codes = codesIn(orm);
  const areas = new Map(
    orm.all<{ id: number; code: string }>(sql`select id, code from areas`).map((row) => [row.id, row.code]),
  );
  const id = sql.placeholder("id");
  const sale = orm.select().from(sales).where(eq(sales.id, id)).prepare();
  const saleLine = orm
    .select()
    .from(saleLines)
    .where(eq(saleLines.saleId, id))
    .orderBy(asc(saleLines.lineNo))
    .prepare();
  const payment = orm
    .select()
    .from(payments)
    .where(eq(payments.saleId, id))
    .orderBy(asc(payments.position))
    .prepare();
  const tax = orm
    .select()
    .from(lineTaxes)
    .where(eq(lineTaxes.eventId, id))
    .orderBy(asc(lineTaxes.lineNo))
    .prepare();
  const waiting = orm.select().from(unconfirmedPayments).where(eq(unconfirmedPayments.saleId, id)).prepare();
  const ticket = orm
    .select({ stall: stalls.code, number: tickets.number })
    .from(tickets)
    .innerJoin(stalls, eq(stalls.id, tickets.stallId))
    .where(eq(tickets.saleId, id))
    .orderBy(asc(tickets.id))
    .prepare();
  const late = orm.select().from(supplements).where(eq(supplements.eventId, id)).prepare();
  const part = orm
    .select()
    .from(earnings)
    .where(sql`${earnings.eventId} = ${id} and ${earnings.kind} <> 'borne'`)
    .orderBy(asc(earnings.lineNo), asc(earnings.partNo))
    .prepare();
  const borne = orm
    .select()
    .from(earnings)
    .where(sql`${earnings.eventId} = ${id} and ${earnings.kind} = 'borne'`)
    .orderBy(asc(earnings.lineNo), asc(earnings.partNo))
    .prepare();
  const refund = orm.select().from(refunds).where(eq(refunds.id, id)).prepare();
  const refundLine = orm
    .select()
    .from(refundLines)
    .where(eq(refundLines.refundId, id))
    .orderBy(asc(refundLines.lineNo))
    .prepare();
  const refundPayment = orm
    .select()
    .from(refundPayments)
    .where(eq(refundPayments.refundId, id))
    .orderBy(asc(refundPayments.position))
    .prepare();
  const payout = orm.select().from(payouts).where(eq(payouts.id, id)).prepare();
  const allocation = orm
    .select()
    .from(payoutAllocations)
    .where(eq(payoutAllocations.eventId, id))
    .orderBy(asc(payoutAllocations.position))
    .prepare();
  const visit = orm.select().from(visits).where(eq(visits.id, id)).prepare();
  return {
    sale: (of) => {
      const row = sale.get({ id: of });
      return row
        ? saleFacts(
            {
              sale: row,
              lines: saleLine.all({ id: of }),
              taxes: tax.all({ id: of }),
              unconfirmed: waiting.all({ id: of }),
              tickets: ticket.all({ id: of }),
              supplement: late.get({ id: of })?.number ?? null,
              parts: part.all({ id: of }),
              payments: payment.all({ id: of }),
            },
            codes,
          )
        : null;
    },
    refund: (of) => {
      const row = refund.get({ id: of });
      const rows = {
        lines: refundLine.all({ id: of }),
        taxes: tax.all({ id: of }),
        supplement: late.get({ id: of })?.number ?? null,
        parts: part.all({ id: of }),
        payments: refundPayment.all({ id: of }),
        borne: borne.all({ id: of }),
      };
      return row ? refundFacts({ refund: row, ...rows }, codes) : null;
    },
    payout: (of) => {
      const row = payout.get({ id: of });
      return row ? payoutFacts({ payout: row, allocations: allocation.all({ id: of }) }, codes) : null;
    },
    visit: (of) => {
      const row = visit.get({ id: of });
      return row ? visitFacts(row, areas.get(row.areaId) ?? "") : null;
    },
  };
}

function codesIn(orm: Orm): Codes {
  const read = (table: string, column = "code") => {
    const rows = orm.all<{ id: number; code: string }>(
      sql`select id, ${sql.raw(column)} as code from ${sql.raw(table)}`,
    );
    const codes = new Map(rows.map((row) => [row.id, row.code]));
    return (of: number) => codes.get(of) ?? `?${of}`;
  };
  return {
    till: read("tills"),
    stall: read("stalls"),
    product: read("products", "sku"),
    maker: read("makers"),
  };
}
