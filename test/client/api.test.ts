// An answer that breaks off or never ends is none: the till must not take it for a fault of its own, nor wait for it for ever (L7).
import { createComputed, createRoot } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { answerOf, api, sentenceOf, wireUp } from "../../client/api.ts";
import { Refused, Unreachable } from "../../client/refused.ts";

const schema = z.object({ tills: z.array(z.unknown()) });
const json = { headers: { "content-type": "application/json" } };
/** What comes of the body before and after the half of it. */
const answers = (half: (body: ReadableStreamDefaultController, signal: AbortSignal) => void) =>
  vi.stubGlobal("fetch", async (_: unknown, { signal }: { signal: AbortSignal }) => {
    const body = new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode('{"tills":'));
        half(stream, signal);
      },
    });
    return new Response(body, json);
  });
const asked = () => answerOf(schema, api.tills.$get()).catch((error: unknown) => error);

beforeEach(() => void vi.useFakeTimers());
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("half an answer of a server that was switched off is no answer", async () => {
  answers((body) => body.error(new TypeError("network error")));
  const told = await asked();
  expect(told).toBeInstanceOf(Unreachable);
  expect(sentenceOf(told)).toMatch(/^Server toko tidak menjawab/);
  expect(wireUp()).toBe(false);
});

test("an answer that stands still in the middle is given up after twenty seconds", async () => {
  answers((body, signal) => signal.addEventListener("abort", () => body.error(signal.reason)));
  const told = asked();
  await vi.advanceTimersByTimeAsync(19_000);
  expect(await Promise.race([told, Promise.resolve("waits")])).toBe("waits");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await told).toBeInstanceOf(Unreachable);
});

test("one that is whole is the answer, and the wire is up again", async () => {
  answers((body) => {
    body.enqueue(new TextEncoder().encode("[]}"));
    body.close();
  });
  expect(await asked()).toEqual({ tills: [] });
  expect(wireUp()).toBe(true);
});

test.each([
  ["a proxy whose shop is away", 502, { error: "bad gateway" }, false],
  ["a proxy that says nothing", 503, null, false],
  ["the shop, which refuses", 403, { refusal: { code: "not_allowed", facts: {} } }, true],
  [
    "the shop of a newer program, with a word that this one does not know",
    409,
    { refusal: { code: "x" } },
    true,
  ],
])(
  "whoever answers in JSON is the shop only where it speaks as the shop: %s",
  async (_, status, body, up) => {
    vi.stubGlobal("fetch", async () => Response.json(body, { status }));
    // Nobody is told that the line is back before the answer is read: at a wire that hangs its face would change each time it is tried.
    const faces: boolean[] = [];
    createRoot((end) => {
      createComputed(() => faces.push(wireUp()));
      ends.push(end);
    });
    const told = [await asked(), await asked()];
    expect(told[1]).toBeInstanceOf(up && status === 403 ? Refused : Unreachable);
    expect(wireUp()).toBe(up);
    expect(faces.slice(1)).toEqual(faces[0] === up ? [] : [up]);
  },
);

test("an answer whose second half never comes is no news that the line is back", async () => {
  answers((body) => body.error(new TypeError("network error")));
  await asked();
  const faces: boolean[] = [];
  createRoot((end) => {
    createComputed(() => faces.push(wireUp()));
    ends.push(end);
  });
  await asked();
  expect(faces).toEqual([false]);
});
