// The one module for the business day: the local calendar date at the centre when something happened (Z1).
import { z } from "zod";

/** Indonesia's three zones; any other name is refused, never taken for UTC. */
export const ZONES = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const;
export const zoneSchema = z.enum(ZONES, { error: "unknown_zone" });
export type Zone = z.infer<typeof zoneSchema>;

const shortNames: Record<Zone, string> = {
  "Asia/Jakarta": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
};

/** `WIB`, as people call it. */
export function zoneName(zone: Zone): string {
  return shortNames[zone];
}

/** A calendar date `2021-03-24` that exists. */
export const daySchema = z.iso.date({ error: "not_a_day" }).brand<"Day">();
export type Day = z.infer<typeof daySchema>;

const dayFormats = new Map<Zone, Intl.DateTimeFormat>(
  ZONES.map((zone) => [zone, new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" })]),
);

/** The business day of an instant (milliseconds UTC) at a centre in `zone`. A written offset or the server's zone never matters. */
export function businessDay(atMs: number, zone: Zone): Day {
  const format = dayFormats.get(zone);
  if (!format) throw new RangeError(`unknown time zone ${zone}`);
  return format.format(atMs) as Day;
}

/** The instant of `hour`:00 local time on a day (visitor counts of a record stand at noon). */
export function atHour(day: Day, hour: number, zone: Zone): number {
  const guess = Date.parse(`${day}T${String(hour).padStart(2, "0")}:00:00Z`);
  const local = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    hourCycle: "h23",
    timeZoneName: "longOffset",
  });
  const offset = local.formatToParts(guess).find((part) => part.type === "timeZoneName")?.value ?? "";
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(offset);
  if (!match) throw new RangeError(`no offset for ${zone}`);
  const minutes = (Number(match[2]) * 60 + Number(match[3])) * (match[1] === "-" ? -1 : 1);
  return guess - minutes * 60_000;
}

/** `days` later (or earlier, below zero). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day;
}

export const languageSchema = z.enum(["id", "en"]);
export type Language = z.infer<typeof languageSchema>;

const locales: Record<Language, string> = { id: "id-ID", en: "en-GB" };

/** `Selasa, 15 Juli 2025`. */
export function formatDay(day: Day, language: Language, weekday = true): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
    ...(weekday ? { weekday: "long" } : {}),
  }).format(Date.parse(`${day}T00:00:00Z`));
}

/** `20.05 WIB`: hours and minutes with a dot, the zone named. */
export function formatTime(atMs: number, zone: Zone): string {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return `${clock.format(atMs).replace(":", ".")} ${zoneName(zone)}`;
}

/** `Selasa, 15 Juli 2025 pukul 20.05 WIB`. */
export function formatMoment(atMs: number, zone: Zone, language: Language): string {
  const joined: Record<Language, string> = { id: "pukul", en: "at" };
  return `${formatDay(businessDay(atMs, zone), language)} ${joined[language]} ${formatTime(atMs, zone)}`;
}

/** `2021-03-24` to `2021-03-31`, both included. Half a range, or one that ends before it begins, is refused (E5). */
export const periodSchema = z
  .object({ from: daySchema, to: daySchema })
  .refine((period) => period.from <= period.to, { path: ["to"], message: "period_ends_before_it_begins" });
export type Period = z.infer<typeof periodSchema>;
