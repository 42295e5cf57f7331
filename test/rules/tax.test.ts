// PBJT: taken out of an amount or put on top of it, whole rupiah, and nothing of it lost.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rupiah } from "#rules/money";
import { discountBasisPoints, netLines } from "#rules/sale";
import { MOST_TAX_BASIS_POINTS, type Tax, taxed, taxSchema } from "#rules/tax";

const tax = (mode: Tax["mode"], rateBasisPoints: number): Tax => ({ mode, rateBasisPoints, name: "PBJT" });
const amounts = fc.integer({ min: 0, max: 1_000_000_000_000 }).map(rupiah);
const rates = fc.integer({ min: 0, max: MOST_TAX_BASIS_POINTS });

describe("a line's tax", () => {
  test.each([
    // amount × 100 / 110 = 10.909,09; half up 10.909
    ["inclusive", 1000, 12_000, 10_909, 1_091],
    ["inclusive", 1000, 11_000, 10_000, 1_000],
    // 5 × 100 / 110 = 4,545
    ["inclusive", 1000, 5, 5, 0],
    ["exclusive", 1000, 12_000, 12_000, 1_200],
    // half of a rupiah is a rupiah
    ["exclusive", 1000, 15, 15, 2],
    ["exclusive", 750, 12_345, 12_345, 926],
    ["none", 1000, 12_000, 12_000, 0],
  ] as const)("%s at %i of %i", (mode, rate, amount, netRupiah, taxRupiah) => {
    expect(taxed(rupiah(amount), tax(mode, rate))).toEqual({ netRupiah, taxRupiah });
  });

  test("a price that includes it stays the price; one that does not grows by it; neither is ever below zero", () => {
    fc.assert(
      fc.property(amounts, rates, (amount, rate) => {
        const inside = taxed(amount, tax("inclusive", rate));
        expect(inside.netRupiah + inside.taxRupiah).toBe(amount);
        expect(inside.taxRupiah).toBeGreaterThanOrEqual(0);
        const onTop = taxed(amount, tax("exclusive", rate));
        expect(onTop.netRupiah).toBe(amount);
        // Half a rupiah at most from the exact tax, in integers.
        expect(Math.abs(onTop.taxRupiah * 10_000 - amount * rate)).toBeLessThanOrEqual(5_000);
      }),
    );
  });

  test("at most 10 %", () => {
    expect(taxSchema.safeParse(tax("exclusive", 1001)).success).toBe(false);
    expect(taxSchema.safeParse(tax("exclusive", 1000)).success).toBe(true);
  });

  test("is worked out after every discount, line by line, by each stall's own tax", () => {
    const lines = netLines(
      [
        {
          quantityMilli: 2000,
          unitPriceRupiah: rupiah(12_000),
          discountRupiah: rupiah(2_000),
          tax: tax("inclusive", 1000),
        },
        {
          quantityMilli: 1000,
          unitPriceRupiah: rupiah(22_000),
          discountRupiah: rupiah(0),
          tax: tax("exclusive", 500),
        },
        { quantityMilli: 1000, unitPriceRupiah: rupiah(11_000), discountRupiah: rupiah(0) },
      ],
      rupiah(5_500),
    );
    // Worth 22.000, 22.000 and 11.000; of the 5.500 they bear 2.200, 2.200 and 1.100.
    expect(lines?.map(({ netRupiah, taxRupiah }) => [netRupiah, taxRupiah])).toEqual([
      [18_000, 1_800],
      [19_800, 990],
      [9_900, 0],
    ]);
  });
});

describe("what a cashier may give away", () => {
  test("is counted in hundredths of a percent, rounded up, so that no crumb slips under a limit", () => {
    expect(discountBasisPoints(8_000, 800)).toBe(1000);
    expect(discountBasisPoints(8_000, 801)).toBe(1002);
    expect(discountBasisPoints(1_000_000_000, 100_000_001)).toBe(1001);
    expect(discountBasisPoints(0, 0)).toBe(0);
  });
});
