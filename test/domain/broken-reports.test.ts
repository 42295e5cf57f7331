// What a report's check must not let through: a name in a field nobody asked for, and a period that runs backwards.
import { expect, test } from "vitest";
import { checkReport, directorateReport } from "#domain/submissions";
import type { Day } from "#rules/business-day";
import { testShop } from "../shop.ts";
import { sell } from "../till.ts";

const days = (from: string, to: string) => ({ from: from as Day, to: to as Day });

test("a field that no schema knows is a fault at every depth, so that no person rides along", async () => {
  const shop = await testShop();
  sell(shop, ["BATIK"]);
  const report = await directorateReport(shop, days("2025-07-01", "2025-07-31"));
  expect(checkReport(report)).toEqual([]);
  const beneficiaries = { ...report.beneficiaries, names: ["Sari Lestari"] };
  expect(checkReport({ ...report, beneficiaries })).toHaveLength(1);
  const figures = {
    ...report.figures,
    byStall: { GALERI: { ...report.figures.byStall["GALERI"], by: "Sari" } },
  };
  expect(checkReport({ ...report, figures })).toHaveLength(1);
});

test("the days are those from first to last, also of the longest period, and never of one that ends before it begins", async () => {
  const shop = await testShop();
  const report = await directorateReport(shop, days("2024-02-28", "2024-03-01"));
  expect(report.period.days).toBe(3);
  expect((await directorateReport(shop, days("0001-01-01", "9999-12-31"))).period.days).toBe(3_652_059);
  const backwards = { ...report, period: { ...days("2024-03-01", "2024-02-28"), days: 1 } };
  expect(checkReport(backwards)).toContain("period.days: not the days from first to last");
});
