// Notes and coins: change to hand out, and a drawer that is counted.
import fc from "fast-check";
import { expect, test } from "vitest";
import { inNotes, notesWorth } from "#rules/cash";
import { rupiah } from "#rules/money";

test("notes and coins always add up to the amount, and what is left over is less than the smallest coin", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50_000_000 }), (amount) => {
      const { notes, otherRupiah } = inNotes(rupiah(amount));
      expect(notesWorth(notes) + otherRupiah).toBe(amount);
      expect(otherRupiah).toBeLessThan(100);
    }),
  );
});

test("as few as it takes, the largest first; a drawer below zero holds none", () => {
  expect(inNotes(rupiah(188_850))).toEqual({
    notes: [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100].map((valueRupiah) => ({
      valueRupiah,
      count: 1,
    })),
    otherRupiah: 50,
  });
  expect(inNotes(rupiah(40_000)).notes).toEqual([{ valueRupiah: 20_000, count: 2 }]);
  expect(inNotes(rupiah(-5_000))).toEqual({ notes: [], otherRupiah: 0 });
});
