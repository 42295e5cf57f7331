// The periods a person asks for by name, worked out from the centre's own calendar.
import { addDays, type Day, daySchema, formatDay, type Language, type Period } from "#rules/business-day";

export const PRESETS = ["today", "yesterday", "this_week", "this_month", "last_month", "free"] as const;
export type Preset = (typeof PRESETS)[number];

/** The period of a name. A week begins on Monday; this week and this month end today. */
export function periodOf(preset: Exclude<Preset, "free">, today: Day): Period {
  switch (preset) {
    case "today":
      return { from: today, to: today };
    case "yesterday":
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case "this_week":
      return { from: addDays(today, -daysSinceMonday(today)), to: today };
    case "this_month":
      return { from: firstOfMonth(today), to: today };
    case "last_month":
      return monthOf(addDays(firstOfMonth(today), -1));
  }
}

/** The whole month in which a day lies. */
export function monthOf(day: Day): Period {
  const from = firstOfMonth(day);
  return { from, to: addDays(firstOfMonth(addDays(from, 31)), -1) };
}

/** The first name that means this period. */
export function presetOf(period: Period, today: Day): Preset {
  const found = PRESETS.find((preset) => {
    if (preset === "free") return false;
    const { from, to } = periodOf(preset, today);
    return from === period.from && to === period.to;
  });
  return found ?? "free";
}

/** A period as the address carries it; null when it is not one. */
export function readPeriod(from: unknown, to: unknown): Period | null {
  const [first, last] = [daySchema.safeParse(from), daySchema.safeParse(to)];
  return first.success && last.success && first.data <= last.data
    ? { from: first.data, to: last.data }
    : null;
}

/** `24 Maret 2021`, `1–24 Maret 2021`, `28 Februari – 3 Maret 2021`. */
export function formatPeriod({ from, to }: Period, language: Language): string {
  if (from === to) return formatDay(from, language);
  const last = formatDay(to, language, false);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${last}`;
  const first = formatDay(from, language, false);
  const year = ` ${from.slice(0, 4)}`;
  return `${from.slice(0, 4) === to.slice(0, 4) ? first.replace(year, "") : first} – ${last}`;
}

function daysSinceMonday(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01` as Day;
}
