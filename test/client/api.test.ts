// An answer that breaks off or never ends is none: the till must not take it for a fault of its own, nor wait for it for ever (L7).
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { answerOf, api, sentenceOf, wireUp } from "../../client/api.ts";
import { Unreachable } from "../../client/refused.ts";

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
afterEach(() => {
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
