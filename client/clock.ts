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

/** Longer than any answer is waited for: the device slept over this one, or its clock was set while it was asked. */
const longestMs = 30_000;

/** The server has said what time it is, asked at that moment of the device's clock. The next answer tells what this one cannot. */
export function heardServerTime(serverMs: number, askedAtMs: number): void {
  if (Date.now() - askedAtMs > longestMs) return;
  measured = true;
  setAheadMs(Date.now() - serverMs);
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
