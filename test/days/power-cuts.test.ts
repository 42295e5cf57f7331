// A day of power cuts, in short; `npm run soak` does it by the hundred.
import { expect, test } from "vitest";
import { killsWhileSelling } from "../bench/kills.ts";

test("D1 L1 killed four times while three tills sell: every answered sale is there once, unchanged, and the book keeps its promises", {
  timeout: 60_000,
}, async () => {
  const { answered, booked, repeated, changed, broken } = await killsWhileSelling(4, 5);
  expect({ booked, changed, broken }).toEqual({ booked: answered, changed: 0, broken: [] });
  expect(answered).toBeGreaterThan(10);
  expect(repeated).toBeGreaterThan(0);
});
