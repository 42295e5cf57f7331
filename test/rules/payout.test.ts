// Laws of payouts: the oldest earnings first, a debt never below the protected floor, and every rupiah allocated (K4, K5).
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rupiah } from "#rules/money";
import { allocate, type OpenEarning, payable, payoutCommandSchema } from "#rules/payout";

const earning = (open: number, index: number): OpenEarning => ({
  saleId: `sale-${index}`,
  lineNo: 1,
  partNo: 1,
  openRupiah: rupiah(open),
});
const earnings = (...open: number[]): OpenEarning[] => open.map(earning);
const anyOpen = fc
  .array(
    fc.integer({ min: -300_000, max: 500_000 }).filter((open) => open !== 0),
    { maxLength: 15 },
  )
  .map((open) => earnings(...open));
const floor = fc.integer({ min: 0, max: 10_000 });

describe("what may be paid now", () => {
  test("is at most what is owed, at least the protected part of the unpaid earnings, and takes no more debt than there is", () => {
    fc.assert(
      fc.property(anyOpen, floor, (open, basisPoints) => {
        const { unpaidRupiah, debtRupiah, recoveredRupiah, payableRupiah } = payable(open, basisPoints);
        const owed = open.reduce((all, one) => all + one.openRupiah, 0);
        expect(unpaidRupiah - debtRupiah).toBe(owed);
        expect(payableRupiah + recoveredRupiah).toBe(unpaidRupiah);
        expect(recoveredRupiah).toBeGreaterThanOrEqual(0);
        expect(recoveredRupiah).toBeLessThanOrEqual(debtRupiah);
        expect(payableRupiah * 10_000).toBeGreaterThanOrEqual(unpaidRupiah * basisPoints);
        if (debtRupiah === 0) expect(payableRupiah).toBe(owed);
        // Nothing is recovered only because it may be: all of the debt, or down to the floor.
        if (recoveredRupiah < debtRupiah)
          expect(payableRupiah - 1).toBeLessThan((unpaidRupiah * basisPoints) / 10_000);
      }),
    );
  });

  test.each([
    ["nothing owed", [], 5000, 0, 0],
    ["no debt", [45_000, 10_000], 5000, 0, 55_000],
    ["a small debt comes off whole", [100_000, -20_000], 5000, 20_000, 80_000],
    ["a large debt leaves half of it theirs", [100_000, -90_000], 5000, 50_000, 50_000],
    ["half of an odd amount is rounded up for the maker", [101, -90], 5000, 50, 51],
    ["a floor of 100 % recovers nothing", [100_000, -90_000], 10_000, 0, 100_000],
    ["a floor of nothing recovers all", [100_000, -150_000], 0, 100_000, 0],
    ["only a debt", [-5_000], 5000, 0, 0],
  ])("%s", (_, open, basisPoints, recovered, may) => {
    expect(payable(earnings(...open), basisPoints)).toMatchObject({
      recoveredRupiah: recovered,
      payableRupiah: may,
    });
  });
});

describe("which earnings a payout covers", () => {
  test("the allocations add up to what was paid; none is more than was open; the oldest are covered before the next", () => {
    fc.assert(
      fc.property(anyOpen, floor, fc.double({ min: 0, max: 1, noNaN: true }), (open, basisPoints, part) => {
        const { payableRupiah, debtRupiah } = payable(open, basisPoints);
        const amount = rupiah(Math.floor(payableRupiah * part));
        const allocations = allocate(open, amount, basisPoints);
        expect(allocations.reduce((all, one) => all + one.amountRupiah, 0)).toBe(amount);
        const after = open.map((one) => {
          const taken = allocations
            .filter((allocation) => allocation.saleId === one.saleId)
            .reduce((all, allocation) => all + allocation.amountRupiah, 0);
          return { before: one.openRupiah, after: one.openRupiah - taken };
        });
        for (const { before, after: left } of after)
          expect(before > 0 ? left >= 0 && left <= before : left <= 0 && left >= before).toBe(true);
        for (const sign of [1, -1]) {
          const side = after.filter(({ before }) => before * sign > 0);
          const firstOpen = side.findIndex(({ after: left }) => left !== 0);
          if (firstOpen >= 0)
            expect(side.slice(firstOpen + 1).every((one) => one.before === one.after)).toBe(true);
        }
        const debtAfter = after.reduce((all, one) => all + Math.max(-one.after, 0), 0);
        expect(debtAfter).toBeLessThanOrEqual(debtRupiah);
      }),
      { numRuns: 500 },
    );
  });

  test("paying it all, in one payout or in several, ends with nothing that may still be paid beyond the floor's part", () => {
    fc.assert(
      fc.property(anyOpen, floor, (open, basisPoints) => {
        const { payableRupiah, recoveredRupiah } = payable(open, basisPoints);
        fc.pre(payableRupiah > 0); // where a debt takes everything nothing is paid, and so nothing is recovered
        const allocations = allocate(open, payableRupiah, basisPoints);
        const negative = allocations.filter((one) => one.amountRupiah < 0);
        expect(negative.reduce((all, one) => all - one.amountRupiah, 0)).toBe(recoveredRupiah);
      }),
    );
  });

  test("by hand: Rp60.000 of 45.000 and 30.000 covers the first and half of the second", () => {
    expect(allocate(earnings(45_000, 30_000), rupiah(60_000), 5000)).toMatchObject([
      { saleId: "sale-0", amountRupiah: 45_000 },
      { saleId: "sale-1", amountRupiah: 15_000 },
    ]);
  });

  test("by hand: half of what may be paid takes half of the debt, rounded down for the maker", () => {
    // Unpaid 100.001, debt 30.001: payable 70.000. Paying 35.000 recovers 15.000 (of 15.000,5) and covers 50.000.
    expect(allocate(earnings(-30_001, 100_001), rupiah(35_000), 5000)).toMatchObject([
      { saleId: "sale-1", amountRupiah: 50_000 },
      { saleId: "sale-0", amountRupiah: -15_000 },
    ]);
  });

  test("more than may be paid is a bug here: the verb has refused it before", () => {
    expect(() => allocate(earnings(100), rupiah(101), 5000)).toThrow();
  });
});

test("a payout of nothing is no payout", () => {
  expect(payoutCommandSchema.shape.amountRupiah.safeParse(0).success).toBe(false);
});
