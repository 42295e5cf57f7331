// Acts: the chain's tail, a repeat's first answer, and how far each till has counted.
import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import { acts } from "../tables/acts.ts";
import { approvals, tillResumes } from "../tables/centre.ts";
import { repairs, tillGaps } from "../tables/till-acts.ts";
import { nameAt } from "./staff-names.ts";

export const actQueries = (orm: Orm) => ({
  insert: inserter(orm, acts, "seq"),
  byId: orm
    .select({ kind: acts.kind, digest: acts.digest, answer: acts.answer })
    .from(acts)
    .where(eq(acts.id, sql.placeholder("id")))
    .prepare(),
  head: orm.select({ seq: acts.seq, hash: acts.hash }).from(acts).orderBy(desc(acts.seq)).limit(1).prepare(),
  hashOf: orm
    .select({ hash: acts.hash })
    .from(acts)
    .where(eq(acts.id, sql.placeholder("id")))
    .prepare(),
  /** Which till did it, and as the how-manieth of its acts; nulls where none did. */
  stampOf: orm
    .select({ tillId: acts.tillId, tillSeq: acts.tillSeq })
    .from(acts)
    .where(eq(acts.id, sql.placeholder("id")))
    .prepare(),
  /** Who stood for an act, where somebody had to. */
  approverOf: orm
    .select({ name: nameAt(acts.approverId, acts.atMs) })
    .from(acts)
    .where(and(eq(acts.id, sql.placeholder("id")), isNotNull(acts.approverId)))
    .prepare(),
  /** The highest number of a till's acts, held ones among them, or where it went on above a gap. */
  lastTillSeq: orm
    .select({
      seq: sql<number>`max(
        coalesce((select max(${acts.tillSeq}) from ${acts} where ${acts.tillId} = ${sql.placeholder("tillId")}), 0),
        coalesce((select max(${repairs.tillSeq}) from ${repairs} where ${repairs.tillId} = ${sql.placeholder("tillId")}), 0),
        coalesce((select max(${tillGaps.lastSeq}) from ${tillGaps} where ${tillGaps.tillId} = ${sql.placeholder("tillId")}), 0),
        coalesce((select max(${tillResumes.lastSeq}) from ${tillResumes} where ${tillResumes.tillId} = ${sql.placeholder("tillId")}), 0))`,
    })
    .from(sql`(select 1)`)
    .prepare(),
  insertApproval: inserter(orm, approvals),
  approval: orm
    .select()
    .from(approvals)
    .where(eq(approvals.id, sql.placeholder("id")))
    .prepare(),
  usedApproval: orm
    .select({ id: acts.id })
    .from(acts)
    .where(eq(acts.approvalId, sql.placeholder("id")))
    .limit(1)
    .prepare(),
});
