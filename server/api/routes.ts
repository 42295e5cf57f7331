// How every route is written: its right, its schemas for in and out, and refusals in one shape.
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Who } from "#domain/shop";
import type { Right } from "#rules/permissions";
import { isRefusalCode, refusalCodes, refuse } from "#rules/refusal";
import { mustHave } from "./who.ts";

export interface Env {
  Variables: {
    /** The person behind the request, on every route that names a right. */
    who: Who;
    /** The maker behind a card's cookie, on the maker's own routes. */
    makerId: number;
  };
}

export const refusalAnswer = z
  .object({
    refusal: z.object({
      code: z.enum(refusalCodes as [string, ...string[]]),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
      retry: z.boolean(),
    }),
  })
  .openapi("Refusal");

/** A group of routes; what does not fit its schema is refused by the code that the schema names, or `invalid_request`. */
export function routes(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return;
      const [issue] = result.error.issues;
      const path = issue?.path.join(".") ?? "";
      const code = issue?.message ?? "";
      if (isRefusalCode(code)) refuse(code, { path });
      refuse("invalid_request", { path, problem: code });
    },
  });
}

export const refusals = {
  "4XX": {
    description: "Refused; nothing was saved",
    content: { "application/json": { schema: refusalAnswer } },
  },
} as const;

type Answer<S extends z.ZodType> = {
  200: { description: string; content: { "application/json": { schema: S } } };
} & typeof refusals;

/** An answer in JSON. */
function json<S extends z.ZodType>(schema: S): Answer<S> {
  return { 200: { description: "Done", content: { "application/json": { schema } } }, ...refusals };
}

const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true as const, content: { "application/json": { schema } } },
});

type Open = "open";

/** `right` names what a person must be allowed to do; `open` is for whoever reaches the shop. */
const guarded = (right: Right | Open) => ({
  middleware: right === "open" ? [] : [mustHave(right)],
  "x-right": right,
});

export function get<P extends string, S extends z.ZodType>(path: P, right: Right | Open, answer: S) {
  return createRoute({ method: "get", path, ...guarded(right), responses: json(answer) });
}

export function getWith<P extends string, Q extends z.ZodObject, S extends z.ZodType>(
  path: P,
  right: Right | Open,
  query: Q,
  answer: S,
) {
  return createRoute({ method: "get", path, ...guarded(right), request: { query }, responses: json(answer) });
}

export function getOne<P extends string, I extends z.ZodObject, S extends z.ZodType>(
  path: P,
  right: Right | Open,
  params: I,
  answer: S,
) {
  return createRoute({
    method: "get",
    path,
    ...guarded(right),
    request: { params },
    responses: json(answer),
  });
}

export function post<P extends string, B extends z.ZodType, S extends z.ZodType>(
  path: P,
  right: Right | Open,
  command: B,
  answer: S,
) {
  return createRoute({
    method: "post",
    path,
    ...guarded(right),
    request: body(command),
    responses: json(answer),
  });
}

export function postTo<P extends string, I extends z.ZodObject, B extends z.ZodType, S extends z.ZodType>(
  path: P,
  right: Right | Open,
  params: I,
  command: B,
  answer: S,
) {
  return createRoute({
    method: "post",
    path,
    ...guarded(right),
    request: { params, ...body(command) },
    responses: json(answer),
  });
}

export function put<P extends string, B extends z.ZodType, S extends z.ZodType>(
  path: P,
  right: Right | Open,
  command: B,
  answer: S,
) {
  return createRoute({
    method: "put",
    path,
    ...guarded(right),
    request: body(command),
    responses: json(answer),
  });
}

export function putTo<P extends string, I extends z.ZodObject, B extends z.ZodType, S extends z.ZodType>(
  path: P,
  right: Right | Open,
  params: I,
  command: B,
  answer: S,
) {
  return createRoute({
    method: "put",
    path,
    ...guarded(right),
    request: { params, ...body(command) },
    responses: json(answer),
  });
}

/** A file to download. */
export function file<P extends string, Q extends z.ZodObject>(
  path: P,
  right: Right | Open,
  query: Q,
  type: string,
) {
  return createRoute({
    method: "get",
    path,
    ...guarded(right),
    request: { query },
    responses: { 200: { description: "The file", content: { [type]: { schema: z.string() } } }, ...refusals },
  });
}

/** A row's id in a path. */
export const idParam = <N extends string, S extends z.ZodType<number>>(name: N, schema: S) =>
  z.object({
    [name]: z.coerce.number<string>().pipe(schema as unknown as z.ZodType<z.output<S>, number>),
  } as unknown as Record<N, z.ZodType<z.output<S>, string>>);
