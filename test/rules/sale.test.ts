// Laws of a sale: what its lines are worth, what its discounts take, and what its total must be.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rupiah } from "#rules/money";
import { cashRounding, discountOf, grossOf, netByPayment, netLines, saleTotal } from "#rules/sale";

const line = fc
  .record({
    quantityMilli: fc.integer({ min: 1, max: 100_000 }),
    unitPrice: fc.integer({ min: 0, max: 1_000_000 }),
    off: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ quantityMilli, unitPrice, off }) => {
    const unitPriceRupiah = rupiah(unitPrice);
    const gross = grossOf({ quantityMilli, unitPriceRupiah });
    return { quantityMilli, unitPriceRupiah, discountRupiah: rupiah(Math.floor(gross * off)) };
  });
const cart = fc.tuple(
  fc.array(line, { minLength: 1, maxLength: 20 }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const added = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);

describe("net of a cart's lines", () => {
  test("Σ net = Σ gross − all discounts, and no net is below zero or above its line", () => {
    fc.assert(
      fc.property(cart, ([lines, off]) => {
        const worth = lines.map((one) => grossOf(one) - one.discountRupiah);
        const saleDiscount = rupiah(Math.floor(added(worth) * off));
        const nets = netLines(lines, saleDiscount);
        expect(nets).not.toBeNull();
        expect(added((nets ?? []).map((net) => net.netRupiah))).toBe(added(worth) - saleDiscount);
        expect(added((nets ?? []).map((net) => net.saleDiscountPartRupiah))).toBe(saleDiscount);
        (nets ?? []).forEach((net, index) => {
          expect(net.netRupiah).toBeGreaterThanOrEqual(0);
          expect(net.netRupiah).toBeLessThanOrEqual(worth[index] ?? 0);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("a discount larger than what it is taken from is no cart", () => {
    const one = { quantityMilli: 1000, unitPriceRupiah: rupiah(1000), discountRupiah: rupiah(0) };
    expect(netLines([{ ...one, discountRupiah: rupiah(1001) }], rupiah(0))).toBeNull();
    expect(netLines([one], rupiah(1001))).toBeNull();
    expect(netLines([one, { ...one, discountRupiah: rupiah(1001) }], rupiah(0))).toBeNull();
    expect(netLines([one], rupiah(1000))?.[0]?.netRupiah).toBe(0);
  });

  test("by hand: Rp10.000 off lines worth 170.000, 23.985 and 4.000 falls 8.587, 1.211 and 202", () => {
    const lines = [
      { quantityMilli: 1000, unitPriceRupiah: rupiah(170_000), discountRupiah: rupiah(0) },
      { quantityMilli: 1950, unitPriceRupiah: rupiah(12_300), discountRupiah: rupiah(0) }, // 23.985
      { quantityMilli: 1000, unitPriceRupiah: rupiah(5_000), discountRupiah: rupiah(1_000) },
    ];
    // 10.000 × 170.000 ÷ 197.985 = 8586,509…; × 23.985 = 1211,455…; × 4.000 = 202,035…: one rupiah is left, the first has most.
    const nets = netLines(lines, rupiah(10_000));
    expect(nets?.map((net) => net.saleDiscountPartRupiah)).toEqual([8_587, 1_211, 202]);
    expect(nets?.map((net) => net.netRupiah)).toEqual([161_413, 22_774, 3_798]);
  });

  test("price × quantity is rounded half up, once", () => {
    expect(grossOf({ quantityMilli: 750, unitPriceRupiah: rupiah(30_000) })).toBe(22_500);
    expect(grossOf({ quantityMilli: 1, unitPriceRupiah: rupiah(499) })).toBe(0);
    expect(grossOf({ quantityMilli: 1, unitPriceRupiah: rupiah(500) })).toBe(1);
    expect(grossOf({ quantityMilli: 333, unitPriceRupiah: rupiah(12_500) })).toBe(4_163); // 4.162,5
    expect(discountOf(rupiah(12_350), 1000)).toBe(1_235);
    expect(discountOf(rupiah(12_345), 1000)).toBe(1_235); // 1.234,5
  });
});

describe("a sale's total and its cash rounding (C4)", () => {
  const anyStep = fc.constantFrom(0 as const, 50 as const, 100 as const);

  test("favours the customer by less than a step, only on the part paid in cash", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 500_000 }), { minLength: 1, maxLength: 10 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        anyStep,
        (nets, part, step) => {
          const due = added(nets);
          const cashless = rupiah(Math.floor(due * part));
          const total = saleTotal(nets.map(rupiah), cashless, step);
          expect(total.dueRupiah).toBe(due);
          expect(total.totalRupiah + total.roundingRupiah).toBe(due);
          expect(total.roundingRupiah).toBeGreaterThanOrEqual(0);
          expect(total.roundingRupiah).toBeLessThan(Math.max(step, 1));
          if (step > 0 && cashless < due) expect((total.totalRupiah - cashless) % step).toBe(0);
        },
      ),
    );
  });

  test("is nothing when everything is paid without cash, or rounding is off", () => {
    expect(saleTotal([rupiah(12_345)], rupiah(12_345), 100).roundingRupiah).toBe(0);
    expect(saleTotal([rupiah(12_345)], rupiah(0), 0).roundingRupiah).toBe(0);
    expect(saleTotal([rupiah(12_345)], rupiah(0), 100)).toMatchObject({
      roundingRupiah: 45,
      totalRupiah: 12_300,
    });
    expect(saleTotal([rupiah(12_345)], rupiah(10_000), 50)).toMatchObject({
      roundingRupiah: 45,
      totalRupiah: 12_300,
    });
    expect(cashRounding(rupiah(12_350), 50)).toBe(0);
  });
});

test("turnover by payment method: Σ net is spread over the payments, to the rupiah", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 9 }),
      fc.array(fc.integer({ min: 0, max: 10 ** 8 }), { minLength: 1, maxLength: 5 }),
      (net, paid) => {
        const parts = netByPayment(
          rupiah(net),
          paid.map((amount) => ({ amountRupiah: rupiah(amount) })),
        );
        expect(added(parts)).toBe(net);
      },
    ),
  );
});
