// The repair list in the order in which it is worked through: what one cause holds together, and what each is called.
import { businessDay, formatDay, formatTime, type Language, type Zone } from "#rules/business-day";
import { isRefusalCode, refusalSentence } from "#rules/refusal";
import type { RepairView } from "#rules/repairs";

export interface Cause {
  /** The one sentence that says why all of these were refused. */
  readonly sentence: string;
  readonly repairs: readonly RepairView[];
}

/** Why it was refused, as a person reads it; what this program does not know was a mistake of another. */
export function whySaid(of: Pick<RepairView, "code" | "facts">, language: Language): string {
  return refusalSentence(isRefusalCode(of.code) ? of.code : "broken", of.facts, language);
}

/** Those with one cause stand together, the causes in the order in which they were first met. */
export function byCause(repairs: readonly RepairView[], language: Language): Cause[] {
  const causes = Map.groupBy(repairs, (repair) => whySaid(repair, language));
  return [...causes].map(([sentence, those]) => ({ sentence, repairs: those }));
}

/** Those that can be booked as they are. */
export function acceptable(repairs: readonly RepairView[]): RepairView[] {
  return repairs.filter((repair) => repair.settled === null && repair.whyNot === null);
}

/** Refusals that an earlier act, once it is booked, takes away: its shift or its sale is there then. */
const passing = ["shift_not_open", "shift_already_open", "unknown_sale", "not_found", "confirm_first"];

/** What this till did before it and is still open, where that may be all that stands in its way. */
export function earlierOpen(of: RepairView, open: readonly RepairView[]): RepairView | null {
  const { seq, whyNot } = of;
  if (seq === null || whyNot === null || !passing.includes(whyNot.code)) return null;
  return open.find((one) => one.tillId === of.tillId && one.seq !== null && one.seq < seq) ?? null;
}

/** `14.05 WIB` of today, `20 November 2026, 14.05 WIB` of any other day. */
export function momentSaid(atMs: number, nowMs: number, zone: Zone, language: Language): string {
  const day = businessDay(atMs, zone);
  const time = formatTime(atMs, zone);
  return day === businessDay(nowMs, zone) ? time : `${formatDay(day, language, false)}, ${time}`;
}

/** How far a clock is off, in the largest unit that says it: to the nearest minute, and at least one. */
export function spanOf(ms: number): { unit: "minutes" | "hours" | "days"; count: number } {
  const minutes = Math.trunc((Math.abs(ms) + 30_000) / 60_000);
  if (minutes < 120) return { unit: "minutes", count: Math.max(minutes, 1) };
  const hours = Math.trunc(minutes / 60);
  return hours < 48 ? { unit: "hours", count: hours } : { unit: "days", count: Math.trunc(hours / 24) };
}
