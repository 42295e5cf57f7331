// Laws of dividing an amount: nothing is lost, nobody is more than a rupiah from their exact part, ties go to the earlier.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rupiah } from "#rules/money";
import { splitByWeight } from "#rules/split";

const total = fc.oneof(fc.integer({ min: 0, max: 10_000_000 }), fc.maxSafeNat());
const weights = fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.maxSafeNat()), {
  minLength: 1,
  maxLength: 30,
});

describe("a split by weight", () => {
  test("adds up to the whole, and no part is below zero", () => {
    fc.assert(
      fc.property(total, weights, (whole, by) => {
        const parts = splitByWeight(rupiah(whole), by);
        expect(parts).toHaveLength(by.length);
        expect(parts.reduce((all, part) => all + BigInt(part), 0n)).toBe(BigInt(whole));
        expect(parts.every((part) => part >= 0)).toBe(true);
      }),
    );
  });

  test("gives everybody their exact part rounded down, or that and one rupiah", () => {
    fc.assert(
      fc.property(total, weights, (whole, by) => {
        const all = by.reduce((sum, weight) => sum + BigInt(weight), 0n);
        fc.pre(all > 0n);
        splitByWeight(rupiah(whole), by).forEach((part, index) => {
          const over = BigInt(part) * all - BigInt(whole) * BigInt(by[index] ?? 0);
          expect(over > -all && over < all).toBe(true);
        });
      }),
    );
  });

  test("the odd rupiahs go to the largest remainders, and among equal ones to the earlier", () => {
    fc.assert(
      fc.property(total, weights, (whole, by) => {
        const all = by.reduce((sum, weight) => sum + BigInt(weight), 0n);
        fc.pre(all > 0n);
        const lots = splitByWeight(rupiah(whole), by).map((part, index) => {
          const product = BigInt(whole) * BigInt(by[index] ?? 0);
          return { index, lifted: BigInt(part) > product / all, remainder: product % all };
        });
        for (const winner of lots.filter((lot) => lot.lifted)) {
          for (const loser of lots.filter((lot) => !lot.lifted)) {
            const fair =
              winner.remainder > loser.remainder ||
              (winner.remainder === loser.remainder && winner.index < loser.index);
            expect(fair).toBe(true);
          }
        }
      }),
    );
  });

  test("twice the same members get twice the same, and weights in one proportion the same parts", () => {
    fc.assert(
      fc.property(total, fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }), (whole, by) => {
        const parts = splitByWeight(rupiah(whole), by);
        expect(splitByWeight(rupiah(whole), by)).toEqual(parts);
        if (by.some((weight) => weight > 0))
          expect(
            splitByWeight(
              rupiah(whole),
              by.map((weight) => weight * 7),
            ),
          ).toEqual(parts);
      }),
    );
  });

  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [101, [1, 1, 1], [34, 34, 33]],
    [1000, [1, 2], [333, 667]],
    [10, [0, 1, 0], [0, 10, 0]],
    [7, [0, 0], [7, 0]],
    [0, [3, 4], [0, 0]],
    [1, [1, 1, 1, 1], [1, 0, 0, 0]],
  ])("%i by %j is %j", (whole, by, parts) => {
    expect(splitByWeight(rupiah(whole), by)).toEqual(parts);
  });

  test("of less than nothing, or among nobody, is a bug", () => {
    expect(() => splitByWeight(rupiah(-1), [1])).toThrow();
    expect(() => splitByWeight(rupiah(1), [])).toThrow();
  });
});
