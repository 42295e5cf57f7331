// What can happen at three tills and on their wires: acts, faults and ends of pages as data, for a property that lives them.
import fc from "fast-check";
import type { Sku } from "../shop.ts";

export const TILLS = 3;

const part = fc.double({ min: 0, max: 1, noNaN: true });
const which = fc.nat();
const kind = <K extends string>(name: K) => fc.constant(name);

const line = fc.record({
  sku: fc.constantFrom<Sku>("BATIK", "KOPI", "LELE", "AIR", "TAS", "KERIPIK", "SABUN", "PIJAT"),
  milli: fc.integer({ min: 1, max: 5_000 }),
});
const act = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: kind("sale"),
      cart: fc.uniqueArray(line, { selector: ({ sku }) => sku, minLength: 1, maxLength: 3 }),
      off: fc.oneof(fc.constant(0), part),
      pay: fc.constantFrom("cash" as const, "qris" as const, "both" as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: kind("refund"), which, line: fc.nat(), part, restock: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kind("void"), which }) },
  { weight: 2, arbitrary: fc.record({ kind: kind("visit"), people: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("undo_visit"), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: kind("drawer"),
      move: fc.constantFrom("cash_in" as const, "cash_out" as const, "deposit" as const, "top_up" as const),
      part,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind("open_drawer") }) },
  /** Counted, closed, and opened anew. */
  { weight: 1, arbitrary: fc.record({ kind: kind("shift") }) },
  /** What no server would take: the drawer of a shift that never was is counted. */
  { weight: 1, arbitrary: fc.record({ kind: kind("nonsense") }) },
);
export type TillAct = typeof act extends fc.Arbitrary<infer A> ? A : never;

export interface Step {
  readonly till: number;
  readonly by: "manager" | "cashier";
  /** The next step, of whichever till, does not wait for this one's end. */
  readonly overlaps: boolean;
  /** The till asks before it whether the server is there again, if it was away. */
  readonly probes: boolean;
  readonly act: TillAct;
}

/**
 * What becomes of a request. lost: never arrives. unanswered: its answer never arrives. twice: arrives twice. late: is given up, and
 * arrives long after, behind newer ones. hangs: is answered after the till's patience. restart: the server was started anew before it.
 */
const fates = ["lost", "unanswered", "twice", "late", "hangs", "restart"] as const;
export type Fate = "fine" | (typeof fates)[number];

export interface Weather {
  /** What becomes of this till's requests, one after the other; afterwards all is fine. */
  readonly fates: readonly Fate[];
  /** After how many steps to disk or wire, counted from the last time, the page ends: before that step is done, or just after. */
  readonly ends: readonly { readonly after: number; readonly done: boolean }[];
}

const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 3, arbitrary: fc.constant("fine" as const) },
  { weight: 4, arbitrary: fc.constantFrom(...fates) },
);
/** Bad weather lasts: what happens to one request often happens to the next ones. */
const stretch = fc
  .tuple(fate, fc.integer({ min: 1, max: 8 }))
  .map(([one, times]) => Array.from({ length: one === "restart" ? 1 : times }, () => one));
const weather: fc.Arbitrary<Weather> = fc.record({
  fates: fc.array(stretch, { maxLength: 20, size: "max" }).map((stretches) => stretches.flat()),
  ends: fc.array(fc.record({ after: fc.integer({ min: 1, max: 25 }), done: fc.boolean() }), { maxLength: 6 }),
});

const step: fc.Arbitrary<Step> = fc.record({
  till: fc.nat(TILLS - 1),
  by: fc.constantFrom("manager" as const, "cashier" as const),
  overlaps: fc.boolean(),
  probes: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  act,
});

export const steps = fc.array(step, { minLength: 6, maxLength: 45, size: "max" });
export const weathers = fc.tuple(weather, weather, weather);
export const fairWeather: Weather = { fates: [], ends: [] };
