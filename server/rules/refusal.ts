// Refusals: every expected "no", its status, whether trying again could help, and the sentence a person reads.
import type { Language } from "./business-day.ts";
import type { Facts, Kind } from "./refusal-kind.ts";
import { asking } from "./refusals-asking.ts";
import { keeping } from "./refusals-keeping.ts";
import { selling } from "./refusals-selling.ts";
import { sending } from "./refusals-sending.ts";

export type { Facts } from "./refusal-kind.ts";

/** One table, in four files by what is being done. */
const kinds = { ...asking, ...selling, ...keeping, ...sending };

export type RefusalCode = keyof typeof kinds;
export const refusalCodes = Object.keys(kinds) as RefusalCode[];

/** An expected "no". Nothing of the act that met it is saved. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;
  readonly facts: Facts;
  constructor(code: RefusalCode, facts: Facts) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

/** Refuses the act being done. */
export function refuse(code: RefusalCode, facts: Facts = {}): never {
  throw new Refusal(code, facts);
}

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(kinds, code);
}

/** HTTP status and whether a repeat could help. */
export function refusalKind(code: RefusalCode): { status: Kind["status"]; retry: boolean } {
  return kinds[code];
}

/** The sentence a person reads. */
export function refusalSentence(code: RefusalCode, facts: Facts, language: Language): string {
  const kind: Kind = kinds[code];
  return kind[language](facts);
}
