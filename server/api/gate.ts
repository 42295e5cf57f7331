// What every request passes first: headers, size, kind and origin; and how every failure is answered.
import type { ErrorHandler, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { type Facts, Refusal, type RefusalCode, refusalKind, refuse } from "#rules/refusal";
import type { Env } from "./routes.ts";

/** The largest body is a bank's settlement file of 900,000 characters, with what JSON adds for every quote and line in it. */
const LARGEST_BODY = 2 * 1024 * 1024;

/** Only our own scripts, styles and pictures; no other page may frame us, and of the device we ask for nothing but the camera. */
export const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", "data:", "blob:"],
    styleSrcAttr: ["'unsafe-inline'"],
    workerSrc: ["'self'"],
    manifestSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: "DENY",
  referrerPolicy: "no-referrer",
  permissionsPolicy: {
    camera: ["self"], // a code is read with it
    displayCapture: [],
    geolocation: [],
    microphone: [],
    payment: [],
    usb: [],
  },
  strictTransportSecurity: false, // most shops are reached by plain http on their own network
});

const counted = bodyLimit({ maxSize: LARGEST_BODY, onError: () => refuse("body_too_large") });

/** A body that tells its length is judged by it, without opening its stream (which costs a sale a tenth of its time). */
export const smallEnough: MiddlewareHandler<Env> = async (c, next) => {
  const length = c.req.header("content-length");
  if (length === undefined || c.req.header("transfer-encoding") !== undefined) return counted(c, next);
  if (Number(length) > LARGEST_BODY) refuse("body_too_large");
  await next();
};

/** What a person was shown of money and people stays in no browser's store, unless the route says so. */
export const notKept: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
};

/** A write must be JSON and come from our own pages (a program without an Origin is no browser's page). */
export const ownWrites: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method !== "GET" && c.req.method !== "HEAD") {
    const origin = c.req.header("origin");
    const site = c.req.header("sec-fetch-site") ?? "none";
    if (site !== "same-origin" && site !== "none") refuse("foreign_origin");
    if (origin !== undefined && hostOf(origin) !== c.req.header("host")) refuse("foreign_origin");
    const type = c.req.header("content-type") ?? "";
    if (c.req.method !== "DELETE" && !type.toLowerCase().startsWith("application/json")) refuse("not_json");
  }
  await next();
};

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** A refusal becomes its code and facts; anything else is a bug: 500, nothing saved, the stack in the log. */
export function answerFailure(log: (failure: Error) => void): ErrorHandler<Env> {
  return (failure, c) => {
    if (failure instanceof Refusal)
      return c.json(refusalBody(failure.code, failure.facts), refusalKind(failure.code).status);
    if (failure instanceof HTTPException && failure.status === 400) {
      return c.json(refusalBody("invalid_request", { path: "", problem: "JSON" }), 400);
    }
    log(failure);
    return c.json(refusalBody("broken", {}), 500);
  };
}

export function refusalBody(code: RefusalCode, facts: Facts) {
  return { refusal: { code, facts, retry: refusalKind(code).retry } };
}
