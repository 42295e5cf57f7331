// The one way to the server: Hono's typed client, with what it answers read by a schema, and its two ways to fail kept apart.
import { hc } from "hono/client";
import { createEffect, createSignal, on } from "solid-js";
import { v7 } from "uuid";
import type { z } from "zod";
import { type Facts, isRefusalCode, refusalSentence } from "#rules/refusal";
import type { Api } from "../server/api/app.ts";
import { DiskClosed, Refused, Unreachable } from "./refused.ts";
import { dictionary, language } from "./words.ts";

export { Refused, Unreachable };

/** Longer than this without an answer is no answer (a shop's Wi-Fi hangs more often than it breaks). */
const patienceMs = 20_000;

const [wireUp, setWireUp] = createSignal(true);

/** Whether the last request was answered by the server itself; the browser's own opinion is not asked (L7). */
export { wireUp };

/** Reads anew what was shown while nothing answered, as soon as the server answers again. */
export function onAnswerAgain(read: () => void): void {
  createEffect(on(wireUp, (up) => up && read(), { defer: true }));
}

const [signInsAsked, setSignInsAsked] = createSignal(0);

/** Grows each time the server asks who is there; the session listens. */
export { signInsAsked };

export const { api } = hc<Api>("/", { fetch: patientFetch });

/** The name of an act, made before it is sent. Not crypto.randomUUID: a tablet on plain http has none. */
export function newId(): string {
  return v7();
}

/**
 * What the server answered, read by its schema. Throws Refused when it said no, Unreachable when nothing came back.
 * `await answerOf(catalogueSchema, api.catalogue.$get())`
 */
export async function answerOf<S extends z.ZodType>(
  schema: S,
  request: Promise<{ ok: boolean; status: number; headers: Headers; json: () => Promise<unknown> }>,
): Promise<z.output<S>> {
  const response = await request;
  const answer = await response.json().then(
    (body: unknown) => ({ body }),
    () => null,
  );
  const refusal = answer && !response.ok ? refusalIn(answer.body, response.status) : null;
  const ours = answer !== null && (response.ok || refusal !== null);
  if (response.ok || isJson(response)) setWireUp(ours);
  if (refusal) throw refusal;
  if (ours) return schema.parse(answer.body);
  // Broken off in the middle; or whoever speaks here is not the shop: a proxy for a server that is away, a Wi-Fi that wants a sign-in.
  throw new Unreachable(response.ok ? "broken off" : String(response.status));
}

/** What a person reads about anything that went wrong. */
export function sentenceOf(error: unknown): string {
  if (error instanceof DiskClosed) return words[language()].diskClosed;
  if (error instanceof Refused) return refusalSentence(error.code, error.facts, language());
  if (error instanceof Unreachable) return words[language()].unreachable;
  return refusalSentence("broken", {}, language());
}

/** Null: not a word of the shop's. */
function refusalIn(body: unknown, status: number): Refused | Unreachable | null {
  const { refusal } = (body ?? {}) as { refusal?: { code?: unknown; facts?: Facts } };
  if (typeof refusal?.code !== "string") return null;
  // Of a newer program: nobody here can say what it means.
  if (!isRefusalCode(refusal.code)) return new Unreachable(String(status));
  if (refusal.code === "not_signed_in") setSignInsAsked((asked) => asked + 1);
  return new Refused(refusal.code, refusal.facts ?? {});
}

const typeOf = ({ headers }: { headers: Headers }) => headers.get("content-type") ?? "";
const isJson = (answer: { headers: Headers }) => typeOf(answer).includes("json");

async function patientFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  try {
    const response = await fetch(input, { ...init, signal: patience.signal });
    // An answer has to be through, or it would be waited for without end, and before that says nothing of the line; a file may take its time.
    if (isJson(response)) return response;
    clearTimeout(timer);
    setWireUp(response.status < 500 && !typeOf(response).includes("html"));
    return response;
  } catch (cause) {
    clearTimeout(timer);
    setWireUp(false);
    throw new Unreachable("no answer", { cause });
  }
}

const words = dictionary({
  id: {
    unreachable: "Server toko tidak menjawab. Periksa Wi-Fi, lalu coba lagi.",
    diskClosed:
      "Peramban menutup penyimpanan kasir ini. Jangan terima uang dulu: muat ulang halaman ini. Yang sudah tersimpan tidak hilang.",
  },
  en: {
    unreachable: "The shop's server does not answer. Check the Wi-Fi, then try again.",
    diskClosed:
      "The browser has closed this till's storage. Take no money yet: load this page again. Nothing that was kept is lost.",
  },
});
