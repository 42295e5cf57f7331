// Before one leaves, what waits is sent as long as it goes (L6); what was printed or counted here is remembered.
import { createRoot } from "solid-js";
import { beforeEach, expect, test } from "vitest";
import { createPaperJob } from "../../client/paper-jobs.ts";
import { createPrintsHere } from "../../client/prints-here.ts";
import { sendFirst } from "../../client/send-first.ts";
import { createCount } from "../../client/shifts/count.ts";

beforeEach(() => localStorage.clear());

test("L6: what waits is sent and then one may go; a line that hangs is waited for only while something moves", async () => {
  let left = 3;
  const goes = {
    unsent: () => left,
    retry: async () => {
      left = 0;
    },
  };
  expect(await sendFirst(goes)).toBe(true);
  expect(await sendFirst({ unsent: () => 2, retry: () => new Promise<void>(() => {}) }, 5)).toBe(false);
  expect(await sendFirst({ unsent: () => 1, retry: async () => Promise.reject(new Error("no")) })).toBe(
    false,
  );
  let moving = 4;
  const slow = {
    unsent: () => moving,
    retry: async () => {
      for (; moving > 0; moving -= 1) await new Promise((resolve) => setTimeout(resolve, 3));
    },
  };
  expect(await sendFirst(slow, 10)).toBe(true);
});

test("the first printing by the browser is the original, the second says that it is a copy (P5), also after a reload", () => {
  const shows = () => {
    const job = createRoot(() =>
      createPaperJob({
        tillId: () => null,
        printerId: () => null,
        here: createPrintsHere(localStorage, "cetak-sini"),
      }),
    );
    const make = (copy: number) => ({
      kind: "receipt" as const,
      number: "K1",
      rows: [],
      opensDrawer: copy === 0,
    });
    job.showOwn({ about: "a", make });
    const before = job.paper()?.opensDrawer;
    job.beforeBrowser();
    return [before, job.paper()?.opensDrawer];
  };
  expect(shows()).toEqual([true, true]);
  expect(shows()).toEqual([false, false]);
});

test("a count of the drawer outlives a reload until it is answered", () => {
  const kept = { storage: localStorage, key: "hitungan:1" };
  const counted = () => createRoot((dispose) => ({ ...createCount(kept), dispose }));
  const first = counted();
  first.set(100_000, 3);
  first.setOther(50 as never);
  expect(first.total()).toBe(300_050);
  first.dispose();
  const again = counted();
  expect(again.total()).toBe(300_050);
  again.forget();
  again.dispose();
  expect(counted().isEmpty()).toBe(true);
  localStorage.setItem("hitungan:1", '{"counts":{"100000":-4},"other":null}');
  expect(counted().isEmpty()).toBe(true);
});
