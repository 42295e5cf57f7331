// The shop's time on a device whose clock is wrong: the server's, as far as it was last heard (Z2).
import { createSignal } from "solid-js";
import { z } from "zod";
import { CLOCK_TOLERANCE_MS } from "#rules/repairs";
import type { TillDisk } from "./till-disk.ts";

const [aheadMs, setAheadMs] = createSignal(0);

/** How far this device's clock is ahead of the server's; below zero it is behind. */
export { aheadMs };

const keptSchema = z.object({ aheadMs: z.number() });
const place = "clock";
let kept: Pick<TillDisk, "remember" | "recall"> | null = null;
let measured = false;

/** Recalls what was measured last, for a page that opens while nothing answers. */
export async function recallClock(disk: Pick<TillDisk, "remember" | "recall">): Promise<void> {
  kept = disk;
  const known = keptSchema.safeParse(await disk.recall(place).catch(() => undefined));
  if (known.success && !measured) setAheadMs(known.data.aheadMs);
}

/**
 * The server has said what time it is, at some moment between the question and now: a tablet that slept over its answer reads it an hour
 * late. Of all that its clock may then be off, it is what is nearest to what was known before.
 */
export function heardServerTime(serverMs: number, askedAtMs: number): void {
  measured = true;
  const [least, most] = [askedAtMs - serverMs, Date.now() - serverMs];
  setAheadMs(Math.min(most, Math.max(least, aheadMs())));
  void kept?.remember(place, { aheadMs: aheadMs() }).catch(() => {});
}

/** Whether the device's clock is so far off that receipts would be wrong. */
export function isClockWrong(): boolean {
  return Math.abs(aheadMs()) > CLOCK_TOLERANCE_MS;
}

/** The moment as the shop counts it, for what an act says of itself. What was kept or sent when is told by the raw clock. */
export function shopNow(): number {
  return isClockWrong() ? Date.now() - aheadMs() : Date.now();
}
