// What the tiny shop sells: each product's price, cost, tax and who gets what of it, in plain BigInt.
import type { Sku } from "../shop.ts";

export type Maker = "SARI" | "BUDI" | "WATI" | "PENITIP";
export type Part = readonly [to: Maker | "WATI savings" | "capital" | "reserve", amount: bigint];

export const floor = (amount: bigint, times: bigint, by: bigint): bigint => (amount * times) / by;
export const ceil = (amount: bigint, times: bigint, by: bigint): bigint => (amount * times + by - 1n) / by;
export const half = (amount: bigint, times: bigint, by: bigint): bigint =>
  (2n * amount * times + by) / (2n * by);
export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

export const goods: Record<
  Sku,
  { price: bigint; cost: bigint; tracked: boolean; of: (net: bigint, cost: bigint, milli: bigint) => Part[] }
> = {
  BATIK: { price: 170_000n, cost: 20_000n, tracked: true, of: (net) => [["SARI", ceil(net, 80n, 100n)]] },
  KOPI: {
    price: 12_000n,
    cost: 4_000n,
    tracked: false,
    of: (_net, _cost, milli) => [["BUDI", half(5_000n, milli, 1000n)]],
  },
  LELE: {
    price: 30_000n,
    cost: 18_500n,
    tracked: true,
    of: (net, cost) => [["WATI", ceil(net > cost ? net - cost : 0n, 3333n, 10_000n)]],
  },
  AIR: { price: 4_000n, cost: 2_500n, tracked: true, of: () => [] },
  TAS: {
    price: 85_000n,
    cost: 10_000n,
    tracked: true,
    of: (net) => {
      const all = ceil(net, 60n, 100n);
      // One to two: of a rest of one the second has the larger remainder, of a rest of two the first.
      const sari = floor(all, 1n, 3n) + (all % 3n === 2n ? 1n : 0n);
      return [
        ["SARI", sari],
        ["BUDI", all - sari],
      ];
    },
  },
  KERIPIK: {
    price: 15_000n,
    cost: 0n,
    tracked: true,
    of: (_net, _cost, milli) => [["PENITIP", half(11_000n, milli, 1000n)]],
  },
  SABUN: {
    price: 10_000n,
    cost: 3_000n,
    tracked: true,
    of: (net) => {
      const savings = ceil(net, 30n, 100n);
      const capital = least(floor(net, 60n, 100n), net - savings);
      return [
        ["WATI savings", savings],
        ["capital", capital],
        ["reserve", least(floor(net, 10n, 100n), net - savings - capital)],
      ];
    },
  },
  PIJAT: { price: 60_000n, cost: 0n, tracked: false, of: (net) => [["BUDI", ceil(net, 50n, 100n)]] },
};

/** PBJT where the shop bears it: a tenth within the café's prices, 7,5 % on top of the pond's. */
export const taxes: Partial<Record<Sku, (worth: bigint) => { net: bigint; tax: bigint }>> = {
  KOPI: within,
  AIR: within,
  KERIPIK: within,
  LELE: (net) => ({ net, tax: half(net, 75n, 1000n) }),
};
function within(worth: bigint): { net: bigint; tax: bigint } {
  const net = half(worth, 100n, 110n);
  return { net, tax: worth - net };
}
