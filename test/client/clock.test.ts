// A device whose clock is wrong writes the shop's time on what it sells, also after a reload without the server (Z2).
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openTillDisk } from "../../client/till-disk.ts";

const minute = 60_000;
const noon = 1_616_000_000_000;
beforeEach(() => vi.useFakeTimers({ toFake: ["Date"], now: noon }));
afterEach(() => {
  vi.useRealTimers();
  vi.resetModules();
});
/** A page has its own. */
const aPage = async () => await import("../../client/clock.ts");

test.each([
  ["right", 0, noon],
  ["two minutes ahead, as clocks are", 2 * minute, noon],
  ["two minutes behind", -2 * minute, noon],
  ["a quarter of an hour ahead", 15 * minute, noon - 15 * minute],
  ["a day behind", -1440 * minute, noon + 1440 * minute],
])("%s", async (_, ahead, meant) => {
  const clock = await aPage();
  clock.heardServerTime(noon - ahead, Date.now());
  expect(clock.shopNow()).toBe(meant);
  expect(clock.isClockWrong()).toBe(meant !== noon);
});

test.each([
  ["a tablet whose clock is right", 0],
  ["one that is known to be a quarter of an hour behind", -15],
])("%s and that slept for an hour over an answer does not learn from it", async (_, ahead) => {
  const clock = await aPage();
  const server = () => Date.now() - ahead * minute;
  clock.heardServerTime(server(), Date.now());
  const [asked, said] = [Date.now(), server()];
  vi.setSystemTime(asked + 60 * minute);
  clock.heardServerTime(said, asked);
  expect(clock.aheadMs()).toBe(ahead * minute);
});

test("a clock that is set right while the server is asked is right", async () => {
  const clock = await aPage();
  const asked = Date.now() + 60 * minute;
  clock.heardServerTime(Date.now(), asked);
  expect(clock.aheadMs()).toBe(0);
});

test("what was measured is remembered, and what is heard later takes its place", async () => {
  const disk = await openTillDisk("clock");
  const before = await aPage();
  await before.recallClock(disk);
  before.heardServerTime(noon - 15 * minute, Date.now());
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await disk.recall("clock")).toEqual({ aheadMs: 15 * minute });
  vi.resetModules();
  const after = await aPage();
  expect(after.shopNow()).toBe(noon);
  await after.recallClock(disk);
  expect(after.shopNow()).toBe(noon - 15 * minute);
  after.heardServerTime(noon, Date.now());
  expect(after.shopNow()).toBe(noon);
  disk.close();
});

test("an answer that was quicker than the disk is not overwritten by what is older; a damaged memory is none", async () => {
  const disk = await openTillDisk("clock that was wrong");
  await disk.remember("clock", { aheadMs: 60 * minute });
  const clock = await aPage();
  const recalled = clock.recallClock(disk);
  clock.heardServerTime(noon - 5 * minute, Date.now());
  await recalled;
  expect(clock.aheadMs()).toBe(5 * minute);
  vi.resetModules();
  await disk.remember("clock", { aheadMs: "late" });
  const later = await aPage();
  await later.recallClock(disk);
  expect(later.shopNow()).toBe(noon);
  disk.close();
});
