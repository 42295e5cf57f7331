// From a request to the person behind it, or a refusal.
import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { makerIs, whoIs } from "#domain/sessions";
import { requireRight, type Shop } from "#domain/shop";
import type { Right } from "#rules/permissions";
import { refuse } from "#rules/refusal";
import type { Env } from "./routes.ts";

const STAFF_COOKIE = "sentra_session";
const MAKER_COOKIE = "sentra_card";
const DISPLAY_COOKIE = "sentra_display";
/** The only addresses that a customer's screen tells its cookie to. */
const DISPLAY_PATH = "/api/displays";
const A_YEAR_S = 365 * 24 * 60 * 60;

/** Which shop a request came to, set by createApp for every request. */
const shops = new WeakMap<Request, Shop>();

export function comesTo(shop: Shop): MiddlewareHandler<Env> {
  return async (c, next) => {
    shops.set(c.req.raw, shop);
    await next();
  };
}

function shopOf(c: Context): Shop {
  return shops.get(c.req.raw) ?? refuse("broken");
}

/** Lets a signed-in person with this right through; refuses `not_signed_in` and `not_allowed`. */
export function mustHave(right: Right): MiddlewareHandler<Env> {
  return async (c, next) => {
    const who = whoIs(shopOf(c), staffToken(c)) ?? refuse("not_signed_in");
    requireRight(who, right);
    c.set("who", who);
    await next();
  };
}

/** Lets anybody who is signed in through. */
export const mustBeSignedIn: MiddlewareHandler<Env> = async (c, next) => {
  c.set("who", whoIs(shopOf(c), staffToken(c)) ?? refuse("not_signed_in"));
  await next();
};

/** Lets a maker with an open card session through, to their own page only. */
export const mustHoldCard: MiddlewareHandler<Env> = async (c, next) => {
  c.set("makerId", makerIs(shopOf(c), getCookie(c, MAKER_COOKIE)) ?? refuse("not_signed_in"));
  await next();
};

export function staffToken(c: Context): string | undefined {
  return getCookie(c, STAFF_COOKIE);
}

export function cardToken(c: Context): string | undefined {
  return getCookie(c, MAKER_COOKIE);
}

export function displayToken(c: Context): string | undefined {
  return getCookie(c, DISPLAY_COOKIE);
}

export function keepStaffToken(c: Context, token: string): void {
  setCookie(c, STAFF_COOKIE, token, cookieOptions(c));
}

export function keepCardToken(c: Context, token: string): void {
  setCookie(c, MAKER_COOKIE, token, cookieOptions(c));
}

export function keepDisplayToken(c: Context, token: string): void {
  setCookie(c, DISPLAY_COOKIE, token, { ...cookieOptions(c), path: DISPLAY_PATH, maxAge: A_YEAR_S });
}

export function dropStaffToken(c: Context): void {
  deleteCookie(c, STAFF_COOKIE, { path: "/" });
}

export function dropCardToken(c: Context): void {
  deleteCookie(c, MAKER_COOKIE, { path: "/" });
}

export function dropDisplayToken(c: Context): void {
  deleteCookie(c, DISPLAY_COOKIE, { path: DISPLAY_PATH });
}

/** A session cookie: no script reads it, no other site sends it. */
function cookieOptions(c: Context) {
  const secure = new URL(c.req.url).protocol === "https:";
  return { path: "/", httpOnly: true, sameSite: "Strict", secure } as const;
}
