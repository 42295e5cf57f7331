// Staff: the people who sell and manage, their roles and PINs.

import type { z } from "zod";
import { centreQueries, sessionQueries, staffQueries } from "#db/queries/centre";
import { staffNameQueries } from "#db/queries/staff-names";
import type { changeStaffSchema, newStaffSchema } from "#rules/centre";
import { ROLES, type Role, STALL_ROLES } from "#rules/permissions";
import { refuse } from "#rules/refusal";
import { perform } from "./acts.ts";
import { ALWAYS_MS } from "./arrangements.ts";
import { forgive, staffDoor } from "./doors.ts";
import { hashPin, pinMark } from "./pins.ts";
import type { Shop, Who } from "./shop.ts";

export type StaffRow = ReturnType<typeof listStaff>[number];

export function listStaff(shop: Shop) {
  const queries = shop.book.statements(staffQueries);
  const roles = Map.groupBy(queries.roles.all(), (row) => row.staffId);
  const stalls = Map.groupBy(queries.stalls.all(), (row) => row.staffId);
  return queries.all.all().map(({ pinHash, ...person }) => ({
    ...person,
    hasPin: pinHash !== null,
    roles: (roles.get(person.id) ?? []).map((row) => row.role as Role),
    stallIds: stalls.get(person.id)?.map((row) => row.stallId) ?? null,
  }));
}

/** The person who acts; refuses `not_found`. */
export function staffById(shop: Shop, staffId: number): Who & { active: boolean; pinHash: string | null } {
  const queries = shop.book.statements(staffQueries);
  const row = queries.byId.get({ id: staffId }) ?? refuse("not_found");
  const roles = queries.rolesOf.all({ staffId }).map((role) => role.role as Role);
  const limits = queries.stallsOf.all({ staffId }).map((limit) => limit.stallId);
  return {
    staffId: row.id,
    code: row.code,
    name: row.name,
    roles,
    stallIds: limits.length > 0 ? limits : null,
    active: row.active,
    pinHash: row.pinHash,
  };
}

interface NewPerson {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly pinHash: string | null;
  readonly code?: string;
  /** The stalls they are limited to; absent or none: all. */
  readonly stallIds?: readonly number[] | undefined;
}

/** Adds a person inside an act that is already being done; returns their id. `pinHash` null cannot sign in. */
export function addStaff(shop: Shop, person: NewPerson): Who {
  const queries = shop.book.statements(staffQueries);
  const code = person.code ?? `S${String(queries.all.all().length + 1).padStart(2, "0")}`;
  const staffId = queries.insert({ code, name: person.name, pinHash: person.pinHash, active: true });
  queries.setRoles(staffId, person.roles);
  const stallIds = person.stallIds ?? [];
  queries.setStalls(staffId, stallIds);
  return {
    staffId,
    code,
    name: person.name,
    roles: person.roles,
    stallIds: stallIds.length > 0 ? stallIds : null,
  };
}

/** Refuses `role_above_yours`, `unknown_stall`, or `stalls_limit_no_role` where a role is of the whole centre. */
export async function createStaff(
  shop: Shop,
  who: Who,
  command: z.infer<typeof newStaffSchema>,
): Promise<{ staffId: number }> {
  const pinHash = await hashPin(command.pin);
  const remembered = { ...command, pinMark: await pinMark(command.pin, command.id) };
  return shop.book.soon(() =>
    perform(shop, { kind: "staff_added", command: remembered, who, atMs: shop.now() }, () => {
      const { roles, stalls } = given(shop, command);
      mayGive(who, null, roles);
      const stallIds = stalls.map((stall) => stall.id);
      const { staffId, code } = addStaff(shop, { name: command.name, roles, stallIds, pinHash });
      return {
        facts: { staff: code, roles, stalls: stalls.map((stall) => stall.code) },
        answer: () => ({ staffId }),
      };
    }),
  );
}

/**
 * Changes a person; refuses as adding one does, and `last_manager` where nobody would be left who can manage. Another PIN, other roles
 * or leaving ends their sessions; other stalls count from their next act on.
 */
export async function changeStaff(
  shop: Shop,
  who: Who,
  command: z.infer<typeof changeStaffSchema>,
): Promise<{ staffId: number }> {
  const { id, pin } = command;
  const pinHash = pin === undefined ? null : await hashPin(pin);
  const remembered = { ...command, ...(pin === undefined ? {} : { pinMark: await pinMark(pin, id) }) };
  return shop.book.soon(() =>
    perform(shop, { kind: "staff_changed", command: remembered, who, atMs: shop.now() }, () => {
      const queries = shop.book.statements(staffQueries);
      const before = staffById(shop, command.staffId);
      const { staffId, code } = before;
      const { roles, stalls } = given(shop, command);
      mayGive(who, before, roles);
      const { name, active } = command;
      if (name !== before.name) keepName(shop, before, name);
      queries.change(staffId, { name, active, ...(pinHash ? { pinHash } : {}) });
      queries.setRoles(staffId, roles);
      queries.setStalls(
        staffId,
        stalls.map((stall) => stall.id),
      );
      if (!hasManager(shop)) refuse("last_manager");
      if (pinHash) forgive(shop, staffDoor(staffId));
      if (pinHash || !active || !sameRoles(before.roles, roles)) endSessions(shop, staffId);
      return {
        facts: {
          staff: code,
          roles,
          stalls: stalls.map((stall) => stall.code),
          active,
          pinChanged: pinHash !== null,
        },
        answer: () => ({ staffId }),
      };
    }),
  );
}

/** A new name counts from now on and the one before it from always, or a copy of an old paper would name somebody else (P5). */
function keepName(shop: Shop, { staffId, name: before }: Who, name: string): void {
  const names = shop.book.statements(staffNameQueries);
  const last = names.newest.get({ staffId });
  if (!last) names.insert({ staffId, fromMs: ALWAYS_MS, name: before });
  names.insert({ staffId, fromMs: Math.max(shop.now(), (last?.fromMs ?? ALWAYS_MS) + 1), name });
}

interface Given {
  readonly roles: readonly Role[];
  readonly stallIds?: readonly number[] | undefined;
}

/** Roles and stalls as they are kept: each once, in one order. */
function given(shop: Shop, command: Given): { roles: Role[]; stalls: { id: number; code: string }[] } {
  const queries = shop.book.statements(centreQueries);
  const roles = ROLES.filter((role) => command.roles.includes(role));
  const stalls = [...new Set(command.stallIds)]
    .sort((one, other) => one - other)
    .map((id) => queries.stallById.get({ id }) ?? refuse("unknown_stall"));
  if (stalls.length > 0 && !roles.every((role) => STALL_ROLES.includes(role))) refuse("stalls_limit_no_role");
  return { roles, stalls };
}

/** Only a manager has to do with managers, and nobody else gives themselves a role. */
function mayGive(who: Who, before: Who | null, roles: readonly Role[]): void {
  if (who.roles.includes("manager")) return;
  const own = before?.staffId === who.staffId && !sameRoles(before.roles, roles);
  if (own || roles.includes("manager") || before?.roles.includes("manager")) refuse("role_above_yours");
}

function sameRoles(some: readonly Role[], others: readonly Role[]): boolean {
  return ROLES.every((role) => some.includes(role) === others.includes(role));
}

function endSessions(shop: Shop, staffId: number): void {
  shop.book.statements(sessionQueries).endAllOfStaff.run({ staffId });
}

/** Whether anybody can sign in as a manager. */
export function hasManager(shop: Shop): boolean {
  return shop.book.statements(staffQueries).managersWithPin.get() !== undefined;
}

/** Every active manager who can sign in (an import's cannot), for the person who forgot the PIN and sits at the server. */
export function managers(shop: Shop): StaffRow[] {
  return listStaff(shop).filter(
    (person) => person.active && person.hasPin && person.roles.includes("manager"),
  );
}

/** A new PIN for a person, set at the server's own keyboard. */
export async function setPin(shop: Shop, staffId: number, pin: string, id: string): Promise<void> {
  const pinHash = await hashPin(pin);
  shop.book.write(() => {
    perform(shop, { kind: "pin_reset", command: { id }, who: null, atMs: shop.now() }, () => {
      const { code } = staffById(shop, staffId);
      shop.book.statements(staffQueries).change(staffId, { pinHash });
      forgive(shop, staffDoor(staffId));
      endSessions(shop, staffId);
      return { facts: { staff: code }, answer: () => ({}) };
    });
  });
}
