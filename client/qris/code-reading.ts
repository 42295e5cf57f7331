// Reads what was pasted as a standing QRIS code, or says in a sentence why it is none.
import { type Qris, readStandingQris } from "#rules/qris";
import { Refusal, refusalSentence } from "#rules/refusal";
import type { Language } from "../words.ts";

export interface CodeReading {
  code: Qris | null;
  /** What is wrong with it; nothing is wrong with an empty field. */
  fault: string | undefined;
}

export function reading(text: string, language: Language): CodeReading {
  if (text.trim() === "") return { code: null, fault: undefined };
  try {
    return { code: readStandingQris(text), fault: undefined };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return { code: null, fault: refusalSentence(thrown.code, thrown.facts, language) };
  }
}
