// The match of a day: nothing twice, nothing lost, equal amounts only, the nearest in time first.
import fc from "fast-check";
import { expect, test } from "vitest";
import { matchSettlement, type Side } from "#rules/settlement-match";

const amounts = fc.constantFrom(5_000, 12_000, 15_000);
const moments = fc.integer({ min: 0, max: 200 });
const file = fc.array(fc.record({ amountRupiah: amounts, atMs: fc.option(moments, { freq: 6 }) }), {
  maxLength: 25,
});
const book = fc.array(fc.record({ amountRupiah: amounts, atMs: moments }), { maxLength: 25 });
const apart = ({ settled, sold }: { settled: Side; sold: Side }) =>
  Math.abs((settled.atMs ?? 0) - (sold.atMs ?? 0));

test("what is matched and what is left over is everything, nothing stands twice, and amounts agree", () => {
  fc.assert(
    fc.property(file, book, (settled, sold) => {
      const { matched, onlyInFile, onlyInBook } = matchSettlement(settled, sold);
      const inFile = [...matched.map((pair) => pair.settled), ...onlyInFile];
      const inBook = [...matched.map((pair) => pair.sold), ...onlyInBook];
      expect([inFile.length, new Set(inFile)]).toEqual([settled.length, new Set(settled)]);
      expect([inBook.length, new Set(inBook)]).toEqual([sold.length, new Set(sold)]);
      for (const pair of matched) expect(pair.settled.amountRupiah).toBe(pair.sold.amountRupiah);
    }),
  );
});

test("of one amount as many are matched as both sides have", () => {
  fc.assert(
    fc.property(file, book, (settled, sold) => {
      const { onlyInFile, onlyInBook } = matchSettlement(settled, sold);
      const left = new Set(onlyInFile.map((row) => row.amountRupiah));
      expect(onlyInBook.filter((row) => left.has(row.amountRupiah))).toEqual([]);
    }),
  );
});

test("the nearest come first: no two that were not matched with each other lie nearer than what either was given", () => {
  const timed = fc.array(fc.record({ amountRupiah: amounts, atMs: moments }), { maxLength: 25 });
  fc.assert(
    fc.property(timed, book, (settled, sold) => {
      const { matched } = matchSettlement<Side, Side>(settled, sold);
      const given = new Map<Side, number>(
        matched.flatMap((pair) => [
          [pair.settled, apart(pair)],
          [pair.sold, apart(pair)],
        ]),
      );
      const far = Number.POSITIVE_INFINITY;
      for (const one of settled) {
        for (const other of sold.filter((row) => row.amountRupiah === one.amountRupiah)) {
          const best = Math.min(given.get(one) ?? far, given.get(other) ?? far);
          expect(best).toBeLessThanOrEqual(apart({ settled: one, sold: other }));
        }
      }
    }),
  );
});

test("a row without a time takes what the others left, and a thousand equal amounts are laid side by side at once", () => {
  const sold = [10, 20].map((atMs) => ({ amountRupiah: 5_000, atMs }));
  const settled = [
    { amountRupiah: 5_000, atMs: null },
    { amountRupiah: 5_000, atMs: 11 },
  ];
  expect(matchSettlement(settled, sold).matched.map((pair) => pair.sold.atMs)).toEqual([20, 10]);
  const many = Array.from({ length: 1_000 }, (_, index) => ({ amountRupiah: 5_000, atMs: index * 60_000 }));
  expect(matchSettlement(many, [...many].reverse()).matched.every((pair) => apart(pair) === 0)).toBe(true);
});
