// Sessions: signing in with name and PIN, a maker's own page with card and PIN, approvals on the spot.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { actQueries } from "#db/queries/acts";
import { centreQueries, sessionQueries } from "#db/queries/centre";
import { makerQueries } from "#db/queries/makers";
import { signInQueries } from "#db/queries/sign-ins";
import { zoneSchema } from "#rules/business-day";
import type { StallId } from "#rules/ids";
import { may, RIGHTS } from "#rules/permissions";
import { refuse } from "#rules/refusal";
import type { Session } from "#rules/session";
import { perform } from "./acts.ts";
import { limitsOf } from "./centre.ts";
import { cardDoor, guarded, staffDoor } from "./doors.ts";
import { pinFits } from "./pins.ts";
import { sealKeyOf } from "./seal.ts";
import type { Shop, Who } from "./shop.ts";
import { hasManager, listStaff, staffById } from "./staff.ts";

const HOURS = 60 * 60 * 1000;
const STAFF_SESSION_MS = 14 * HOURS;
const MAKER_SESSION_MS = HOURS / 4;

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/**
 * Signs a person in; returns the token for their cookie. Whoever was signed in on that screen (`before`) is out in the same moment, so
 * that cashiers take turns at one till. Refuses `wrong_pin`, or `locked_out` after five wrong ones.
 */
export async function signIn(shop: Shop, staffId: number, pin: string, before?: string): Promise<string> {
  await proveStaff(shop, staffId, pin);
  return shop.book.write(() => {
    const id = randomUUID();
    const signIns = shop.book.statements(signInQueries);
    signIns.insert({ id, staffId, atMs: shop.now(), tillId: null, proven: true });
    return openStaffSession(shop, staffId, id, before);
  });
}

/** A session of a sign-in that was proven; returns its token and ends the session `before`. Inside a write. */
export function openStaffSession(shop: Shop, staffId: number, signInId: string, before?: string): string {
  return openSession(shop, { staffId, signInId }, STAFF_SESSION_MS, before);
}

/** Of a member of staff, of a maker on their own page, or of a customer's screen; ends the one `before`. */
export function openSession(
  shop: Shop,
  of:
    | { readonly staffId: number; readonly signInId?: string }
    | { readonly makerId: number }
    | { readonly tillId: number },
  lastsMs: number,
  before?: string,
): string {
  const token = randomBytes(32).toString("base64url");
  const startedMs = shop.now();
  shop.book.write(() => {
    const sessions = shop.book.statements(sessionQueries);
    sessions.endExpired.run({ nowMs: startedMs });
    if (before) sessions.end.run({ tokenHash: hashOf(before) });
    const nobody = { staffId: null, makerId: null, tillId: null, signInId: null };
    sessions.insert({
      ...nobody,
      ...of,
      tokenHash: hashOf(token),
      startedMs,
      expiresMs: startedMs + lastsMs,
    });
  });
  return token;
}

/** The person behind a cookie, or null. */
export function whoIs(shop: Shop, token: string | undefined): Who | null {
  const staffId = sessionBehind(shop, token)?.staffId ?? null;
  if (staffId === null) return null;
  const person = staffById(shop, staffId);
  return person.active ? person : null;
}

/** The maker behind a card's cookie, or null. */
export function makerIs(shop: Shop, token: string | undefined): number | null {
  return sessionBehind(shop, token)?.makerId ?? null;
}

/** The till that a customer's screen follows by its cookie, or null. */
export function displayIs(shop: Shop, token: string | undefined): number | null {
  return sessionBehind(shop, token)?.tillId ?? null;
}

function sessionBehind(shop: Shop, token: string | undefined) {
  if (!token) return undefined;
  const found = { tokenHash: hashOf(token), nowMs: shop.now() };
  return shop.book.statements(sessionQueries).byToken.get(found);
}

export function signOut(shop: Shop, token: string | undefined): void {
  if (token)
    shop.book.write(() => void shop.book.statements(sessionQueries).end.run({ tokenHash: hashOf(token) }));
}

/** Opens a maker's own page; refuses `wrong_card`. */
export async function signInMaker(
  shop: Shop,
  cardCode: string,
  pin: string,
  before?: string,
): Promise<{ token: string; makerId: number; name: string }> {
  const maker = shop.book.statements(sessionQueries).makerByCard.get({ cardCode });
  const door = maker ? cardDoor(maker.id) : { passing: `card:${cardCode}` };
  await guarded(shop, door, "wrong_card", () => pinFits(pin, maker?.pinHash ?? null));
  if (!maker) refuse("wrong_card");
  const { id: makerId, name } = maker;
  return { token: openSession(shop, { makerId }, MAKER_SESSION_MS, before), makerId, name };
}

/** Whose yes it is, and for which act; the PIN stays with who reads it. */
export interface Approve {
  readonly id: string;
  /** The act that it is for, and no other. */
  readonly forId: string;
  /** What that act says (`markOf`). */
  readonly mark: string;
  readonly staffId: number;
  readonly pin: string;
}

/** A manager's yes on the spot, by name and PIN: good for the one act that it names. */
export async function approve(shop: Shop, { staffId, pin, ...approval }: Approve): Promise<{ id: string }> {
  const approver = await proveStaff(shop, staffId, pin);
  if (!may(approver.roles, "approve")) refuse("not_allowed");
  return shop.book.soon(() => recordApproval(shop, approver, approval));
}

export function recordApproval(
  shop: Shop,
  approver: Who,
  { id, forId, mark }: Pick<Approve, "id" | "forId" | "mark">,
): { id: string } {
  const { staffId } = approver;
  const command = { id, staffId, forId, mark };
  return perform(shop, { kind: "approval", command, who: approver, atMs: shop.now() }, () => {
    shop.book.statements(actQueries).insertApproval({ id, staffId, approvedMs: shop.now(), forId, mark });
    return { facts: { for: forId, mark }, answer: () => ({ id }) };
  });
}

/** Asks the PIN at the person's door; refuses `wrong_pin` and `locked_out`. */
export async function proveStaff(shop: Shop, staffId: number, pin: string): Promise<Who> {
  const person = listStaff(shop).some((row) => row.id === staffId) ? staffById(shop, staffId) : null;
  const door = person ? staffDoor(staffId) : { passing: `staff:${staffId}` };
  await guarded(shop, door, "wrong_pin", () => pinFits(pin, person?.active ? person.pinHash : null));
  return person ?? refuse("wrong_pin");
}

/** What a screen needs to know before anything else; the person is who is behind the cookie. */
export function sessionOf(shop: Shop, token: string | null | undefined): Session {
  const who = whoIs(shop, token ?? undefined);
  const centre = shop.book.statements(centreQueries).get.get();
  const staff = centre ? listStaff(shop).filter((person) => person.active && person.hasPin) : [];
  return {
    book: !centre ? "empty" : hasManager(shop) ? "ready" : "unmanned",
    practice: centre?.practice ?? false,
    centre: centre
      ? {
          code: centre.code,
          name: centre.name,
          place: centre.place,
          province: centre.province,
          regionCode: centre.regionCode,
          timeZone: zoneSchema.parse(centre.timeZone),
        }
      : null,
    settings: centre
      ? {
          cashRoundingRupiah: centre.cashRoundingRupiah as 0 | 50 | 100,
          receiptFooter: centre.receiptFooter,
          ...limitsOf(shop),
        }
      : null,
    person: who
      ? {
          staffId: who.staffId as never,
          name: who.name,
          roles: [...who.roles],
          rights: RIGHTS.filter((right) => may(who.roles, right)),
          stallIds: who.stallIds === null ? null : [...(who.stallIds as StallId[])],
        }
      : null,
    staff: staff.map((person) => ({ staffId: person.id as never, name: person.name, roles: person.roles })),
    signInId: who ? (sessionBehind(shop, token ?? undefined)?.signInId ?? null) : null,
    sealKey: centre ? sealKeyOf(shop) : null,
    serverMs: shop.now(),
  };
}

/** The name on a maker's own page. */
export function makerName(shop: Shop, makerId: number): string {
  return shop.book.statements(makerQueries).byId.get({ id: makerId })?.name ?? refuse("unknown_maker");
}
