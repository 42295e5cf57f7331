// Z3 Z4 midnight in WIT: one shift over two business days, the same wherever the server stands.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("a shift from the evening to the small hours in Ternate, told under four zones of the server", () => {
  const told = ["UTC", "Asia/Jakarta", "Asia/Jayapura", "America/Los_Angeles"].map((TZ) => {
    const file = fileURLToPath(new URL("midnight.zone.ts", import.meta.url));
    const flags = process.features.typescript ? [] : ["--experimental-strip-types"];
    const ran = spawnSync(process.execPath, [...flags, file], {
      env: { ...process.env, TZ },
      encoding: "utf8",
    });
    expect(ran.status, ran.stderr).toBe(0);
    return JSON.parse(ran.stdout) as Record<string, unknown>;
  });
  for (const other of told) expect(other).toEqual(told[0]);
  expect(told[0]).toMatchObject({
    // 23.59 is still the 15th, 00.00 is the 16th; the refund of what was sold before midnight counts after it.
    days: ["2025-07-15", "2025-07-16", "2025-07-16", "2025-07-16"],
    byDay: {
      "2025-07-15": { turnover: 10_000, grossProfit: 6_000, pieces: 1 },
      "2025-07-16": { turnover: 20_000, grossProfit: 12_000, pieces: 2 },
    },
    // The shift is one, of the day on which it was opened, and its Z holds all of it.
    shiftDay: "2025-07-15",
    sales: { count: 4, rupiah: 40_000 },
    expected: 130_000,
    broken: [],
    z: {
      number: "WASANA-K1-Z-000001",
      zone: "Asia/Jayapura",
      perpetualNetRupiah: 30_000,
      perpetualAbsoluteRupiah: 50_000,
    },
  });
}, 60_000);
