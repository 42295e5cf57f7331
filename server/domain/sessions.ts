// Sessions: signing in with name and PIN, a maker's own page with card and PIN, approvals on the spot.
import { createHash, randomBytes } from "node:crypto";
import { actQueries } from "#db/queries/acts";
import { centreQueries, sessionQueries } from "#db/queries/centre";
import { makerQueries } from "#db/queries/makers";
import { zoneSchema } from "#rules/business-day";
import { may, RIGHTS } from "#rules/permissions";
import { refuse } from "#rules/refusal";
import type { Session } from "#rules/session";
import { perform } from "./acts.ts";
import { pinFits } from "./pins.ts";
import type { Shop, Who } from "./shop.ts";
import { hasManager, listStaff, staffById } from "./staff.ts";

const HOURS = 60 * 60 * 1000;
const STAFF_SESSION_MS = 14 * HOURS;
const MAKER_SESSION_MS = HOURS / 4;

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Signs a person in; returns the token for their cookie. Refuses `wrong_pin`, or `locked_out` after five wrong ones. */
export async function signIn(shop: Shop, staffId: number, pin: string): Promise<string> {
  await proveStaff(shop, staffId, pin);
  return openSession(shop, { staffId, makerId: null, lastsMs: STAFF_SESSION_MS });
}

export function openSession(
  shop: Shop,
  session: { staffId: number | null; makerId: number | null; lastsMs?: number },
): string {
  const token = randomBytes(32).toString("base64url");
  const startedMs = shop.now();
  const expiresMs = startedMs + (session.lastsMs ?? STAFF_SESSION_MS);
  shop.book.write(() => {
    shop.book.statements(sessionQueries).insert({
      tokenHash: hashOf(token),
      staffId: session.staffId,
      makerId: session.makerId,
      startedMs,
      expiresMs,
    });
  });
  return token;
}

/** The person behind a cookie, or null. */
export function whoIs(shop: Shop, token: string | undefined): Who | null {
  const session =
    token &&
    shop.book.statements(sessionQueries).byToken.get({ tokenHash: hashOf(token), nowMs: shop.now() });
  if (!session || session.staffId === null) return null;
  const person = staffById(shop, session.staffId);
  return person.active ? person : null;
}

/** The maker behind a card's cookie, or null. */
export function makerIs(shop: Shop, token: string | undefined): number | null {
  const session =
    token &&
    shop.book.statements(sessionQueries).byToken.get({ tokenHash: hashOf(token), nowMs: shop.now() });
  return session ? session.makerId : null;
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
): Promise<{ token: string; makerId: number; name: string }> {
  const maker = shop.book.statements(sessionQueries).makerByCard.get({ cardCode });
  await guarded(shop, `card:${cardCode}`, "wrong_card", () => pinFits(pin, maker?.pinHash ?? null));
  if (!maker) refuse("wrong_card");
  return {
    token: openSession(shop, { staffId: null, makerId: maker.id, lastsMs: MAKER_SESSION_MS }),
    makerId: maker.id,
    name: maker.name,
  };
}

/** A manager's yes on the spot, by name and PIN: good for one act that names it. */
export async function approve(shop: Shop, id: string, staffId: number, pin: string): Promise<{ id: string }> {
  const approver = await proveStaff(shop, staffId, pin);
  if (!may(approver.roles, "approve")) refuse("not_allowed");
  return shop.book.soon(() => recordApproval(shop, approver, id));
}

export function recordApproval(shop: Shop, approver: Who, id: string): { id: string } {
  const { staffId } = approver;
  const command = { id, staffId };
  return perform(shop, { kind: "approval", command, who: approver, atMs: shop.now() }, () => {
    shop.book.statements(actQueries).insertApproval({ id, staffId, approvedMs: shop.now() });
    return { facts: {}, answer: () => ({ id }) };
  });
}

async function proveStaff(shop: Shop, staffId: number, pin: string): Promise<Who> {
  const person = listStaff(shop).some((row) => row.id === staffId) ? staffById(shop, staffId) : null;
  await guarded(shop, `staff:${staffId}`, "wrong_pin", () =>
    pinFits(pin, person?.active ? person.pinHash : null),
  );
  return person ?? refuse("wrong_pin");
}

/** Wrong PINs in a row by door; five lock it for half a minute, each further one for twice as long. */
const doors = new WeakMap<Shop, Map<string, { wrong: number; untilMs: number }>>();
const FREE_TRIES = 5;
const FIRST_LOCK_MS = 30_000;
/** A quarter of an hour at most: whoever plays with the keys must not keep a manager out for the day. */
const MOST_DOUBLINGS = 5;
/** Guessed card codes must not fill the memory. */
const MOST_DOORS = 1000;

async function guarded(
  shop: Shop,
  door: string,
  refusal: "wrong_pin" | "wrong_card",
  fits: () => Promise<boolean>,
): Promise<void> {
  const tries = doors.get(shop) ?? new Map<string, { wrong: number; untilMs: number }>();
  doors.set(shop, tries);
  const state = tries.get(door) ?? { wrong: 0, untilMs: 0 };
  const waitMs = state.untilMs - shop.now();
  if (waitMs > 0) refuse("locked_out", { seconds: Math.ceil(waitMs / 1000) });
  // Counted before the answer is known, so that many guesses at once do not all pass the gate.
  state.wrong += 1;
  if (state.wrong >= FREE_TRIES)
    state.untilMs = shop.now() + FIRST_LOCK_MS * 2 ** Math.min(state.wrong - FREE_TRIES, MOST_DOUBLINGS);
  tries.set(door, state);
  if (tries.size > MOST_DOORS) forgetOpenDoors(tries, shop.now());
  if (!(await fits())) refuse(refusal);
  tries.delete(door);
}

function forgetOpenDoors(tries: Map<string, { untilMs: number }>, nowMs: number): void {
  for (const [door, { untilMs }] of tries) if (untilMs <= nowMs) tries.delete(door);
}

/** What a screen needs to know before anything else. */
export function sessionOf(shop: Shop, who: Who | null): Session {
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
      ? { cashRoundingRupiah: centre.cashRoundingRupiah as 0 | 50 | 100, receiptFooter: centre.receiptFooter }
      : null,
    person: who
      ? {
          staffId: who.staffId as never,
          name: who.name,
          roles: [...who.roles],
          rights: RIGHTS.filter((right) => may(who.roles, right)),
        }
      : null,
    staff: staff.map((person) => ({ staffId: person.id as never, name: person.name, roles: person.roles })),
    serverMs: shop.now(),
  };
}

/** The name on a maker's own page. */
export function makerName(shop: Shop, makerId: number): string {
  return shop.book.statements(makerQueries).byId.get({ id: makerId })?.name ?? refuse("unknown_maker");
}
