// The summary's own reckoning: periods by name, and tables whose sums are the sums of what they show.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day } from "#rules/business-day";
import { figuresSchema } from "#rules/figures";
import {
  formatPeriod,
  monthOf,
  PRESETS,
  periodOf,
  presetOf,
  readPeriod,
} from "../../client/figures/period.ts";
import { byArea, byDay, byTurnover, inMilli, total } from "../../client/figures/tables.ts";
import expected from "../records/kartini-2021/expected.json" with { type: "json" };

const day = (text: string) => text as Day;

test.each([
  ["today", "2025-07-15", "2025-07-15"],
  ["yesterday", "2025-07-14", "2025-07-14"],
  ["this_week", "2025-07-14", "2025-07-15"],
  ["this_month", "2025-07-01", "2025-07-15"],
  ["last_month", "2025-06-01", "2025-06-30"],
] as const)("on Tuesday, 15 July 2025, %s is %s to %s", (preset, from, to) => {
  expect(periodOf(preset, day("2025-07-15"))).toEqual({ from, to });
});

test("a week begins on Monday, also seen from a Sunday; last month goes back over the year", () => {
  expect(periodOf("this_week", day("2025-07-20")).from).toBe("2025-07-14");
  expect(periodOf("last_month", day("2025-01-05"))).toEqual({ from: "2024-12-01", to: "2024-12-31" });
  expect(monthOf(day("2024-02-10"))).toEqual({ from: "2024-02-01", to: "2024-02-29" });
});

test("a period that has a name is called by one that means the same", () => {
  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day("2000-01-01"), days));
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...PRESETS), (today, preset) => {
      if (preset === "free") return;
      const period = periodOf(preset, today);
      const found = presetOf(period, today);
      expect(found).not.toBe("free");
      if (found !== "free") expect(periodOf(found, today)).toEqual(period);
    }),
  );
});

test("half a period, or one that ends before it begins, is none (E5)", () => {
  expect(readPeriod("2025-07-01", undefined)).toBeNull();
  expect(readPeriod("2025-07-02", "2025-07-01")).toBeNull();
  expect(readPeriod("2025-02-30", "2025-03-01")).toBeNull();
  expect(readPeriod("2025-07-01", "2025-07-01")).toEqual({ from: "2025-07-01", to: "2025-07-01" });
});

test.each([
  ["2021-03-24", "2021-03-24", "Rabu, 24 Maret 2021"],
  ["2021-03-01", "2021-03-24", "1–24 Maret 2021"],
  ["2021-02-28", "2021-03-03", "28 Februari – 3 Maret 2021"],
  ["2020-12-31", "2021-01-02", "31 Desember 2020 – 2 Januari 2021"],
])("%s to %s is written %s", (from, to, said) => {
  expect(formatPeriod({ from: day(from), to: day(to) }, "id")).toBe(said);
});

test("every table of the Kartini record adds up to its published turnover and gross profit", () => {
  const figures = figuresSchema.parse(expected);
  const tables = [figures.byStall, figures.byCategory, figures.byProgram].map((cells) =>
    byTurnover(cells, (key) => key),
  );
  for (const rows of [...tables, byDay(figures.byDay, (key) => key)]) {
    expect(total(rows)).toMatchObject({ turnover: 67_000_000, grossProfit: 12_400_000 });
  }
  expect(byDay(figures.byDay, (key) => key)[0]?.day).toBe("2021-03-05");
  expect(tables[0]?.[0]?.name).toBe("GALERI");
});

test("visitors stand by place and category with their sums", () => {
  const { categories, rows, all } = byArea([
    { area: "Galeri", category: "dewasa", count: 8 },
    { area: "Galeri", category: "anak", count: 4 },
    { area: "Kafe", category: "dewasa", count: 18 },
  ]);
  expect(categories).toEqual(["dewasa", "anak"]);
  expect(rows).toEqual([
    { area: "Galeri", counts: { dewasa: 8, anak: 4 }, all: 12 },
    { area: "Kafe", counts: { dewasa: 18, anak: 0 }, all: 18 },
  ]);
  expect(all).toEqual({ area: "", counts: { dewasa: 26, anak: 4 }, all: 30 });
});

test("pieces are written in thousandths, whatever a floating point makes of them", () => {
  expect([187, 0, -1, 1.005, 2.5].map(inMilli)).toEqual([187_000, 0, -1000, 1005, 2500]);
});
