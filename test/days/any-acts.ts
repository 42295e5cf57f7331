// Anything that can happen in a day: acts as data, for a property that lives them in any order.
import fc from "fast-check";
import type { Sku } from "../shop.ts";

const sku = fc.constantFrom<Sku>("BATIK", "KOPI", "LELE", "AIR", "TAS", "KERIPIK", "SABUN", "PIJAT");
const part = fc.double({ min: 0, max: 1, noNaN: true });
const cart = fc.uniqueArray(
  fc.record({ sku, milli: fc.integer({ min: 1, max: 7_000 }), off: fc.oneof(fc.constant(0), part) }),
  {
    selector: (line) => line.sku,
    minLength: 1,
    maxLength: 4,
  },
);
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("sell" as const),
      cart,
      off: fc.oneof(fc.constant(0), part),
      cashless: fc.oneof(fc.constant(0), part, fc.constant(1)),
      by: fc.constantFrom("qris" as const, "transfer" as const, "edc" as const, "waiting" as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("refund" as const),
      which: fc.nat(),
      line: fc.nat(),
      part,
      restock: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("void" as const), which: fc.nat(), confirmed: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("drawer" as const),
      move: fc.constantFrom("cash_in" as const, "cash_out" as const, "deposit" as const, "top_up" as const),
      part,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("pay" as const),
      maker: fc.constantFrom("SARI" as const, "BUDI" as const, "WATI" as const, "PENITIP" as const),
      part,
      source: fc.constantFrom("safe" as const, "bank" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("undo" as const), which: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("receive" as const),
      sku: fc.constantFrom<Sku>("BATIK", "LELE", "AIR", "TAS", "KERIPIK", "SABUN"),
      milli: fc.integer({ min: 1, max: 50_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("count" as const), people: fc.integer({ min: 1, max: 40 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("shift" as const), hours: fc.integer({ min: 0, max: 40 }) }),
  },
);
export type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

export const acts = fc.array(act, { minLength: 10, maxLength: 60, size: "max" });
