// Clocks that a test sets: of a page's device, and of the machine that the shop runs on; both run on from there.
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "playwright-core";

/** What `startShop` is given for a machine whose clock is that far ahead of the real one. */
export function machineAhead(aheadMs: number): Record<string, string> {
  const clock = fileURLToPath(new URL("machine-clock.ts", import.meta.url));
  return { NODE_OPTIONS: `--import ${clock}`, TEST_CLOCK_AHEAD_MS: String(aheadMs) };
}

/** The clocks of all pages of a device are ahead by this much; before they are opened. */
export async function deviceAhead(device: BrowserContext, aheadMs: number): Promise<void> {
  await device.addInitScript((ms) => {
    const RealDate = Date;
    const clock = globalThis as unknown as { aheadMs?: number };
    clock.aheadMs ??= Number(sessionStorage.getItem("test:ahead") ?? ms);
    const now = () => RealDate.now() + (clock.aheadMs ?? 0);
    globalThis.Date = class extends RealDate {
      constructor(...given: [] | [number]) {
        if (given.length === 0) super(now());
        else super(...given);
      }
      static override now = now;
    } as DateConstructor;
  }, aheadMs);
}

/** Somebody sets the clock of the device while its page is open; it stays so for this tab. */
export async function setAhead(page: Page, aheadMs: number): Promise<void> {
  await page.evaluate((ms) => {
    (globalThis as unknown as { aheadMs: number }).aheadMs = ms;
    sessionStorage.setItem("test:ahead", String(ms));
  }, aheadMs);
}
