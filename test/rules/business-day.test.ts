// The business day is the date at the centre, whatever zone the server stands in and whatever offset was written (Z1, Z3, Z4).
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  atHour,
  businessDay,
  type Day,
  daySchema,
  formatMoment,
  formatTime,
  periodSchema,
  ZONES,
  type Zone,
  zoneSchema,
} from "#rules/business-day";

const hoursEast: Record<Zone, number> = { "Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9 };
const moment = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) });

describe("Z1 the business day", () => {
  test.each([
    // 24 March at 15:30 UTC: 22:30 in Jakarta, 23:30 in Makassar, 00:30 of the 25th in Jayapura.
    ["2021-03-24T15:30:00Z", ["2021-03-24", "2021-03-24", "2021-03-25"]],
    ["2021-03-24T16:59:59.999Z", ["2021-03-24", "2021-03-25", "2021-03-25"]],
    ["2021-03-24T17:00:00Z", ["2021-03-25", "2021-03-25", "2021-03-25"]],
    ["2021-03-24T14:59:59.999Z", ["2021-03-24", "2021-03-24", "2021-03-24"]],
    ["2024-02-28T18:00:00Z", ["2024-02-29", "2024-02-29", "2024-02-29"]],
    ["2025-12-31T15:00:00Z", ["2025-12-31", "2025-12-31", "2026-01-01"]],
  ])("%s is %j in the three zones", (instant, days) => {
    expect(ZONES.map((zone) => businessDay(Date.parse(instant), zone))).toEqual(days);
  });

  test("is the date of the instant moved east by the zone's hours, for a century", () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(...ZONES), (atMs, zone) => {
        const local = new Date(atMs + hoursEast[zone] * 3_600_000).toISOString();
        expect(businessDay(atMs, zone)).toBe(local.slice(0, 10));
        expect(formatTime(atMs, zone).slice(0, 5)).toBe(local.slice(11, 16).replace(":", "."));
      }),
      { numRuns: 500 },
    );
  });

  test("comes from the instant and not from the offset it was written with", () => {
    const written = ["2021-03-25T00:30:00+09:00", "2021-03-24T22:30:00+07:00", "2021-03-24T15:30:00Z"];
    expect(new Set(written.map((text) => businessDay(Date.parse(text), "Asia/Jayapura")))).toEqual(
      new Set(["2021-03-25"]),
    );
  });

  test.each(["UTC", "Asia/Singapore", "WIB", "", "asia/jakarta"])(
    "%j is no zone, and is never taken for UTC",
    (zone) => {
      expect(zoneSchema.safeParse(zone).error?.issues[0]?.message).toBe("unknown_zone");
      expect(() => businessDay(0, zone as Zone)).toThrow(RangeError);
    },
  );

  test("noon of a day is on that day, at twelve", () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(...ZONES), (atMs, zone) => {
        const day = businessDay(atMs, zone);
        const noon = atHour(day, 12, zone);
        expect(businessDay(noon, zone)).toBe(day);
        expect(formatTime(noon, zone)).toMatch(/^12\.00 WI/);
        expect(addDays(addDays(day, 1), -1)).toBe(day);
        expect(addDays(day, 1) > day).toBe(true);
      }),
    );
  });
});

test("Z4 the server's own zone never matters: the same answers under four of them", () => {
  const told = ["UTC", "Asia/Jakarta", "Asia/Jayapura", "America/Los_Angeles"].map((TZ) => {
    const file = fileURLToPath(new URL("business-day.zone.ts", import.meta.url));
    const flags = process.features.typescript ? [] : ["--experimental-strip-types"];
    const ran = spawnSync(process.execPath, [...flags, file], {
      env: { ...process.env, TZ },
      encoding: "utf8",
    });
    expect(ran.status, ran.stderr).toBe(0);
    return JSON.parse(ran.stdout) as Record<string, string[]>;
  });
  for (const other of told) expect(other).toEqual(told[0]);
  expect(told[0]?.["Asia/Jayapura"]?.slice(0, 3)).toEqual([
    "2021-03-24 Rabu, 24 Maret 2021 pukul 23.00 WIT",
    "2021-03-24 Rabu, 24 Maret 2021 pukul 23.59 WIT",
    "2021-03-25 Kamis, 25 Maret 2021 pukul 00.00 WIT",
  ]);
  expect(told[0]?.["Asia/Jakarta noon"]).toEqual(["2021-03-24T05:00:00.000Z", "2024-02-29T05:00:00.000Z"]);
  expect(told[0]?.["days"]).toEqual(["2024-02-29", "2021-02-28", "2026-01-01"]);
}, 30_000);

describe("days and periods", () => {
  test.each(["2021-02-30", "2021-13-01", "2021-3-1", "24-03-2021", "2021-03-24T00:00:00Z", "", "besok"])(
    "%j is no day",
    (text) => {
      expect(daySchema.safeParse(text).error?.issues[0]?.message).toBe("not_a_day");
    },
  );

  test("a period holds both its ends, and does not end before it begins", () => {
    const day = (text: string): Day => daySchema.parse(text);
    expect(periodSchema.safeParse({ from: day("2021-03-24"), to: day("2021-03-24") }).success).toBe(true);
    expect(periodSchema.safeParse({ from: day("2021-03-25"), to: day("2021-03-24") }).success).toBe(false);
    expect(periodSchema.safeParse({ from: day("2021-03-25") }).success).toBe(false);
  });

  test("a moment is written as people read it, with its zone", () => {
    expect(formatMoment(Date.parse("2025-07-15T13:05:00Z"), "Asia/Jakarta", "id")).toBe(
      "Selasa, 15 Juli 2025 pukul 20.05 WIB",
    );
    expect(formatMoment(Date.parse("2025-07-15T13:05:00Z"), "Asia/Jayapura", "en")).toMatch(
      /^Tuesday,? 15 July 2025 at 22\.05 WIT$/,
    );
  });
});
