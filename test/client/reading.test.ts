// Reading for a screen: an answer that was overtaken is dropped, and the last one stays when a newer try fails.
import { createRoot, createSignal } from "solid-js";
import { expect, test } from "vitest";
import { createReading } from "../../client/reading.tsx";

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test("the answer to the newest question is shown, whichever comes last", async () => {
  const answers = new Map<number, (text: string) => void>();
  const { reading, ask, dispose } = createRoot((end) => {
    const [of, set] = createSignal(1);
    const made = createReading(of, (which) => new Promise<string>((resolve) => answers.set(which, resolve)));
    return { reading: made, ask: set, dispose: end };
  });
  await settled();
  ask(2);
  await settled();
  answers.get(2)?.("second");
  await settled();
  answers.get(1)?.("first");
  await settled();
  expect([reading.value(), reading.loading()]).toEqual(["second", false]);
  dispose();
});

test("a try that fails keeps what was there, and says so until one comes through", async () => {
  let fails = false;
  const { reading, dispose } = createRoot((end) => ({
    reading: createReading(
      () => true,
      async () => {
        if (fails) throw new Error("away");
        return "here";
      },
    ),
    dispose: end,
  }));
  await settled();
  fails = true;
  await reading.again();
  expect([reading.value(), reading.problem() instanceof Error]).toEqual(["here", true]);
  fails = false;
  await reading.again();
  expect([reading.value(), reading.problem()]).toEqual(["here", null]);
  dispose();
});
