// Keeps which of the two languages is spoken, and hands every screen its own words in it.
import { createSignal } from "solid-js";

export type Language = "id" | "en";

/** A word is a text, or a function of named values that returns one whole sentence. */
type Word = string | ((values: never) => string);
type Wording = Record<string, Word>;
type Spoken<W extends Wording> = {
  readonly [K in keyof W]: W[K] extends (values: infer V) => string ? (values: V) => string : string;
};
export type Dictionary<W extends Wording> = { readonly id: W; readonly en: Spoken<W> };

const kept = "language";
const [language, speak] = createSignal<Language>(readKept());
showLanguage(language());

export { language };

/** The words of one screen. Both languages must have the same keys, or it does not compile. */
export function dictionary<W extends Wording>(both: { id: W; en: NoInfer<Spoken<W>> }): Dictionary<W> {
  return both;
}

/** The words in the language spoken now; reading `w()` in JSX follows the switch. */
export function useWords<W extends Wording>(words: Dictionary<W>): () => Spoken<W> {
  return () => words[language()] as Spoken<W>;
}

/** Switches the language of every screen at once, and remembers it on this device. */
export function setLanguage(chosen: Language): void {
  speak(chosen);
  showLanguage(chosen);
  try {
    localStorage.setItem(kept, chosen);
  } catch {
    // A browser that keeps nothing still speaks both languages.
  }
}

function readKept(): Language {
  try {
    return localStorage.getItem(kept) === "en" ? "en" : "id";
  } catch {
    return "id";
  }
}

function showLanguage(chosen: Language): void {
  if (typeof document !== "undefined") document.documentElement.lang = chosen;
}
