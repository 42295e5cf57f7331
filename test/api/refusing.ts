// Asks for what must be refused: the refusal is complete, in both languages, and the book is as it was.
import { expect } from "vitest";
import { type Facts, type RefusalCode, refusalSentence } from "#rules/refusal";
import { contents } from "../contents.ts";
import type { TestShop } from "../shop.ts";
import type { Asker, Method } from "./asking.ts";

export type Refused = (
  method: Method,
  path: string,
  body: unknown,
  headers?: Record<string, string>,
) => Promise<[status: number, code: string]>;

/** Answers status and code of the refusal that this person gets in this shop. */
export function refusing(shop: TestShop, by: Asker): Refused {
  return async (method, path, body, headers) => {
    const before = contents(shop);
    const answer = await by.ask(method, path, body, headers);
    expect(contents(shop)).toEqual(before);
    const { refusal } = answer.body as { refusal: { code: RefusalCode; facts: Facts; retry: boolean } };
    const [id, en] = [
      refusalSentence(refusal.code, refusal.facts, "id"),
      refusalSentence(refusal.code, refusal.facts, "en"),
    ];
    for (const sentence of [id, en]) expect(sentence).toMatch(/^(?!.*undefined)\S.{8,}[.?]$/);
    expect(id).not.toBe(en);
    return [answer.status, refusal.code];
  };
}
