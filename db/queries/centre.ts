// The centre's own facts, its stalls, areas, people, tills and sessions.
import { and, asc, eq, gt, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { inserter } from "../insert.ts";
import type { Orm } from "../open.ts";
import {
  areas,
  centre,
  sessions,
  staff,
  staffRoles,
  staffStalls,
  stalls,
  tillResumes,
  tills,
} from "../tables/centre.ts";
import { makers } from "../tables/makers.ts";

const place = (name: string) => sql.placeholder(name);

export const centreQueries = (orm: Orm) => ({
  get: orm.select().from(centre).prepare(),
  insert: inserter(orm, centre),
  change: (facts: Partial<typeof centre.$inferInsert>) => orm.update(centre).set(facts).run(),
  stalls: orm.select().from(stalls).orderBy(asc(stalls.id)).prepare(),
  stallById: orm
    .select()
    .from(stalls)
    .where(eq(stalls.id, place("id")))
    .prepare(),
  stallByCode: orm
    .select()
    .from(stalls)
    .where(eq(stalls.code, place("code")))
    .prepare(),
  insertStall: inserter(orm, stalls, "id"),
  changeStall: (id: number, facts: { name: string; active: boolean }) =>
    orm.update(stalls).set(facts).where(eq(stalls.id, id)).run(),
  areas: orm.select().from(areas).orderBy(asc(areas.id)).prepare(),
  areaById: orm
    .select()
    .from(areas)
    .where(eq(areas.id, place("id")))
    .prepare(),
  areaByName: orm
    .select()
    .from(areas)
    .where(eq(areas.name, place("name")))
    .prepare(),
  insertArea: inserter(orm, areas, "id"),
  changeArea: (id: number, facts: { name: string; active: boolean }) =>
    orm.update(areas).set(facts).where(eq(areas.id, id)).run(),
  tills: orm.select().from(tills).orderBy(asc(tills.id)).prepare(),
  tillById: orm
    .select()
    .from(tills)
    .where(eq(tills.id, place("id")))
    .prepare(),
  insertTill: inserter(orm, tills, "id"),
  insertResume: inserter(orm, tillResumes),
});

export const staffQueries = (orm: Orm) => ({
  all: orm.select().from(staff).orderBy(asc(staff.name)).prepare(),
  roles: orm.select().from(staffRoles).orderBy(asc(staffRoles.role)).prepare(),
  byId: orm
    .select()
    .from(staff)
    .where(eq(staff.id, place("id")))
    .prepare(),
  rolesOf: orm
    .select({ role: staffRoles.role })
    .from(staffRoles)
    .where(eq(staffRoles.staffId, place("staffId")))
    .prepare(),
  stalls: orm.select().from(staffStalls).orderBy(asc(staffStalls.stallId)).prepare(),
  stallsOf: orm
    .select({ stallId: staffStalls.stallId })
    .from(staffStalls)
    .where(eq(staffStalls.staffId, place("staffId")))
    .orderBy(asc(staffStalls.stallId))
    .prepare(),
  managersWithPin: orm
    .select({ id: staff.id })
    .from(staff)
    .innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(and(eq(staffRoles.role, "manager"), eq(staff.active, true), isNotNull(staff.pinHash)))
    .prepare(),
  insert: inserter(orm, staff, "id"),
  change: (id: number, facts: Partial<typeof staff.$inferInsert>) =>
    orm.update(staff).set(facts).where(eq(staff.id, id)).run(),
  setRoles(id: number, roles: readonly string[]) {
    orm.delete(staffRoles).where(eq(staffRoles.staffId, id)).run();
    for (const role of roles) orm.insert(staffRoles).values({ staffId: id, role }).run();
  },
  setStalls(id: number, stallIds: readonly number[]) {
    orm.delete(staffStalls).where(eq(staffStalls.staffId, id)).run();
    for (const stallId of stallIds) orm.insert(staffStalls).values({ staffId: id, stallId }).run();
  },
});

export const sessionQueries = (orm: Orm) => ({
  insert: inserter(orm, sessions),
  endExpired: orm
    .delete(sessions)
    .where(lte(sessions.expiresMs, place("nowMs")))
    .prepare(),
  displaysOf: orm
    .select({ tokenHash: sessions.tokenHash })
    .from(sessions)
    .where(eq(sessions.tillId, place("tillId")))
    .orderBy(asc(sessions.startedMs))
    .prepare(),
  byToken: orm
    .select()
    .from(sessions)
    .where(and(eq(sessions.tokenHash, place("tokenHash")), gt(sessions.expiresMs, place("nowMs"))))
    .prepare(),
  end: orm
    .delete(sessions)
    .where(eq(sessions.tokenHash, place("tokenHash")))
    .prepare(),
  endAllOfStaff: orm
    .delete(sessions)
    .where(eq(sessions.staffId, place("staffId")))
    .prepare(),
  endAllOfMaker: orm
    .delete(sessions)
    .where(and(eq(sessions.makerId, place("makerId")), isNull(sessions.staffId)))
    .prepare(),
  makerByCard: orm
    .select({ id: makers.id, name: makers.name, pinHash: makers.pinHash })
    .from(makers)
    .where(eq(makers.cardCode, place("cardCode")))
    .prepare(),
});
