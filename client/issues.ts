// Says in a person's words what is wrong with what was written in a field.
import type { z } from "zod";
import { dictionary, type Language } from "./words.ts";

const words = dictionary({
  id: {
    missing: "Isian ini perlu diisi.",
    tooLong: (of: { most: number }) => `Paling banyak ${of.most} huruf.`,
    tooSmall: (of: { least: number }) => `Paling sedikit ${of.least}.`,
    tooLarge: (of: { most: number }) => `Paling banyak ${of.most}.`,
    other: "Isian ini tidak sesuai.",
  },
  en: {
    missing: "Please fill this in.",
    tooLong: (of) => `At most ${of.most} letters.`,
    tooSmall: (of) => `At least ${of.least}.`,
    tooLarge: (of) => `At most ${of.most}.`,
    other: "This does not fit.",
  },
});

/** `empty`: nothing was written there, whatever else does not fit about it. */
export function issueSentence(issue: z.core.$ZodIssue, language: Language, empty: boolean): string {
  const w = words[language];
  if (empty || issue.code === "invalid_type" || issue.code === "invalid_value") return w.missing;
  if (issue.code === "too_small") {
    const nothingWritten = issue.origin === "string" || issue.origin === "array";
    return nothingWritten ? w.missing : w.tooSmall({ least: Number(issue.minimum) });
  }
  if (issue.code === "too_big") {
    const most = Number(issue.maximum);
    return issue.origin === "string" ? w.tooLong({ most }) : w.tooLarge({ most });
  }
  return w.other;
}
