// C4 with cash rounding on: whatever is sold, mixed and refunded in parts, nobody is paid back more than they gave, and the methods add up.
import fc from "fast-check";
import { expect, test } from "vitest";
import { holds } from "#domain/journal";
import { saleView } from "#domain/sale-views";
import { account } from "#rules/entry";
import { allFigures, cleanBook, testShop } from "../shop.ts";
import { refund, sell, set } from "../till.ts";

const sold = fc.record({
  price: fc.integer({ min: 1, max: 9_999 }),
  pieces: fc.integer({ min: 1, max: 4 }),
  cashless: fc.double({ min: 0, max: 1, noNaN: true }),
  method: fc.constantFrom("qris" as const, "transfer" as const, "edc" as const),
  inCash: fc.boolean(),
});

test("in any parts, until all of it is back", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(50 as const, 100 as const),
      fc.array(sold, { minLength: 1, maxLength: 6 }),
      async (step, sales) => {
        const shop = await testShop();
        set(shop, { cashRoundingRupiah: step });
        for (const { price, pieces, cashless, method, inCash } of sales) {
          const due = price * pieces;
          const pay = Math.floor(due * cashless);
          const sale = sell(shop, [{ sku: "AIR", quantity: pieces, price }], {
            pay: pay > 0 ? [[method, pay]] : "cash",
            approved: true,
          });
          const { roundingRupiah } = saleView(shop, sale.id);
          expect(roundingRupiah).toBeLessThan(step);
          expect(sale.totalRupiah + roundingRupiah).toBe(due);
          let back = 0;
          for (let piece = 0; piece < pieces; piece += 1) {
            const { totalRupiah } = refund(shop, sale, [[1, 1]], { inCash, approved: true });
            back += totalRupiah;
            expect(back).toBeLessThanOrEqual(sale.totalRupiah);
            expect(back).toBeGreaterThanOrEqual(Math.min(sale.totalRupiah, price * (piece + 1)));
            const { turnover, byPaymentMethod } = await allFigures(shop);
            expect(Object.values(byPaymentMethod).reduce((all, amount) => all + amount, 0)).toBe(turnover);
          }
          expect(back).toBe(sale.totalRupiah);
          expect(holds(shop, account.rounding)).toBe(0);
        }
        const { turnover, grossProfit, byPaymentMethod } = await allFigures(shop);
        expect({ turnover, grossProfit }).toEqual({ turnover: 0, grossProfit: 0 });
        if (sales.every(({ inCash }) => !inCash))
          expect(Object.values(byPaymentMethod).filter((amount) => amount !== 0)).toEqual([]);
        await cleanBook(shop);
      },
    ),
    { numRuns: 12 },
  );
});
