// Whatever is lost, doubled, late or restarted between three tills and their shop: the book is the one that the same acts make without any fault.
import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fairWeather, steps, weathers } from "./tills-acts.ts";
import { live } from "./tills-world.ts";

/** A long run by `npm run soak`. */
const runs = Number(process.env.SOAK_RUNS ?? 8);
const seed = process.env.SOAK_SEED === undefined ? {} : { seed: Number(process.env.SOAK_SEED) };

test("the book in foul weather is the book in fair weather, and clean (L1, L4, L5, L9, D1, D2, N1)", {
  timeout: 60_000 + runs * 5_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(steps, weathers, async (lived, foul) => {
      const fair = await live(lived, [fairWeather, fairWeather, fairWeather]);
      expect(await live(lived, foul)).toEqual(fair);
    }),
    { numRuns: runs, ...seed, endOnFailure: process.env.SHRINK === undefined },
  );
});
