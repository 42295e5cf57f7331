// Laws of refunds: the cumulative rule in any order of partial refunds, and how the money goes back.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Rupiah, rupiah } from "#rules/money";
import { backByMethod, netBack, type PaidSoFar, payBack, refundedPart } from "#rules/refund";

/** A sold quantity and the pieces in which it comes back, not necessarily all of it. */
const comingBack = fc
  .array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 12 })
  .chain((pieces) =>
    fc.record({
      pieces: fc.constant(pieces),
      kept: fc.integer({ min: 0, max: 5_000 }),
      amount: fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.maxSafeNat()),
    }),
  );

test("what goes back in cash for two ways of paying is handed over as one sum", () => {
  const cash = (amount: number) => ({ method: "cash" as const, amountRupiah: amount });
  expect(backByMethod([cash(50_000), { method: "qris", amountRupiah: 1 }, cash(35_000)])).toEqual([
    { method: "cash", amountRupiah: 85_000 },
    { method: "qris", amountRupiah: 1 },
  ]);
});

describe("the cumulative rule", () => {
  test("after any sequence of refunds, floor(X × k ÷ q) has come back; at k = q exactly X; never less than nothing", () => {
    fc.assert(
      fc.property(comingBack, ({ pieces, kept, amount }) => {
        const sold = pieces.reduce((all, piece) => all + piece, 0) + kept;
        let back = 0;
        let total = 0;
        for (const piece of pieces) {
          const part = refundedPart(rupiah(amount), sold, back, back + piece);
          expect(part).toBeGreaterThanOrEqual(0);
          back += piece;
          total += part;
          expect(BigInt(total)).toBe((BigInt(amount) * BigInt(back)) / BigInt(sold));
        }
        if (kept === 0) expect(total).toBe(amount);
        else expect(total).toBeLessThanOrEqual(amount);
      }),
      { numRuns: 500 },
    );
  });

  test("by hand: Rp100 for three pieces comes back as 33, 33 and 34", () => {
    const parts = [0, 1, 2].map((k) => refundedPart(rupiah(100), 3000, k * 1000, (k + 1) * 1000));
    expect(parts).toEqual([33, 33, 34]);
  });

  test("by hand: 0,75 kg of 2,5 kg of Rp74.999 is 22.499, the rest 52.500", () => {
    expect(refundedPart(rupiah(74_999), 2500, 0, 750)).toBe(22_499);
    expect(refundedPart(rupiah(74_999), 2500, 750, 2500)).toBe(52_500);
  });
});

const method = fc.constantFrom("cash" as const, "qris" as const, "transfer" as const, "edc" as const);
const step = fc.constantFrom(0 as const, 50 as const, 100 as const);
const paidWith = fc.array(fc.record({ method, amount: fc.integer({ min: 0, max: 500_000 }) }), {
  minLength: 1,
  maxLength: 5,
});

const paid = (rows: readonly (readonly [PaidSoFar["method"], number, number?])[]): PaidSoFar[] =>
  rows.map(([way, amount, back = 0]) => ({
    method: way,
    amountRupiah: rupiah(amount),
    refundedRupiah: rupiah(back),
  }));

describe("how the money goes back", () => {
  test("never more of a payment than it brought, in any sequence; what is over or under is rounding, in the customer's favour", () => {
    fc.assert(
      fc.property(
        paidWith,
        step,
        fc.boolean(),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }),
        (rows, by, inCash, parts) => {
          const due = rows.reduce((all, row) => all + row.amount, 0);
          const given = rows.map(() => 0);
          let left = due;
          for (const part of [...parts, 1]) {
            const now = Math.min(left, Math.floor(due * part));
            left -= now;
            const soFar = rows.map(
              (row, at): PaidSoFar => ({
                method: row.method,
                amountRupiah: rupiah(row.amount),
                refundedRupiah: rupiah(given[at] ?? 0),
              }),
            );
            const back = payBack(rupiah(now), soFar, by, inCash);
            const total = back.payments.reduce((all, one) => all + one.amountRupiah, 0);
            expect(total).toBe(now + back.roundingRupiah);
            expect(back.roundingRupiah).toBeLessThan(Math.max(by, 1));
            for (const { position, method: way, amountRupiah } of back.payments) {
              given[position] = (given[position] ?? 0) + amountRupiah;
              expect(given[position]).toBeLessThanOrEqual(rows[position]?.amount ?? 0);
              expect(way).toBe(inCash ? "cash" : rows[position]?.method);
            }
            const positions = back.payments.map((one) => one.position);
            expect(positions).toEqual(positions.toSorted((a, b) => a - b));
          }
          expect(given).toEqual(rows.map((row) => row.amount));
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each<
    [
      what: string,
      due: number,
      from: PaidSoFar[],
      by: 0 | 50 | 100,
      inCash: boolean,
      back: [string, number][],
      rounding: number,
    ]
  >([
    ["the sale's own method", 5_000, paid([["qris", 20_000]]), 0, false, [["qris", 5_000]], 0],
    [
      "in the order of payment",
      15_000,
      paid([
        ["cash", 10_000],
        ["qris", 10_000],
      ]),
      0,
      false,
      [
        ["cash", 10_000],
        ["qris", 5_000],
      ],
      0,
    ],
    [
      "what has gone back before is gone",
      15_000,
      paid([
        ["cash", 10_000, 9_000],
        ["qris", 20_000],
      ]),
      0,
      false,
      [
        ["cash", 1_000],
        ["qris", 14_000],
      ],
      0,
    ],
    [
      "all of it in cash, with approval",
      15_000,
      paid([
        ["qris", 10_000],
        ["edc", 10_000],
      ]),
      0,
      true,
      [
        ["cash", 10_000],
        ["cash", 5_000],
      ],
      0,
    ],
    [
      "cash is rounded up for the customer",
      4_130,
      paid([["cash", 20_000]]),
      100,
      false,
      [["cash", 4_200]],
      70,
    ],
    ["a transfer is not", 4_130, paid([["transfer", 20_000]]), 100, false, [["transfer", 4_130]], 0],
    ["up to what the cash brought", 4_149, paid([["cash", 4_100]]), 50, false, [["cash", 4_100]], -49],
  ])("%s", (_, due, from, by, inCash, back, rounding) => {
    const result = payBack(rupiah(due), from, by, inCash);
    expect(
      result.payments.map(({ method: way, amountRupiah }): [string, Rupiah] => [way, amountRupiah]),
    ).toEqual(back);
    expect(result.roundingRupiah).toBe(rounding);
  });
});

describe("which method's turnover a refund takes back", () => {
  test("all of what is refunded, every time; and once everything has come back, exactly what each payment had brought", () => {
    fc.assert(
      fc.property(
        paidWith,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }),
        (rows, parts) => {
          const due = rows.reduce((all, row) => all + row.amount, 0);
          const given = rows.map(() => ({ amount: 0, net: 0 }));
          let left = due;
          for (const [turn, part] of [...parts, 1].entries()) {
            const last = turn === parts.length;
            const now = last ? left : Math.min(left, Math.floor(due * part));
            left -= now;
            const paid = rows.map((row, at) => ({
              method: row.method,
              amountRupiah: rupiah(row.amount),
              refundedRupiah: rupiah(given[at]?.amount ?? 0),
              netRupiah: rupiah(row.amount),
              refundedNetRupiah: rupiah(given[at]?.net ?? 0),
            }));
            const back = netBack(rupiah(now), payBack(rupiah(now), paid, 0, false).payments, paid, last);
            expect(back.reduce((all, row) => all + row.netRupiah, 0)).toBe(now);
            for (const { position, amountRupiah, netRupiah } of back) {
              const so = given[position] ?? { amount: 0, net: 0 };
              given[position] = { amount: so.amount + amountRupiah, net: so.net + netRupiah };
            }
          }
          expect(given.map(({ net }) => net)).toEqual(rows.map((row) => row.amount));
        },
      ),
    );
  });
});
