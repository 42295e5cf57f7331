// Hears a scanner that types like a keyboard, whatever has the focus, and leaves ordinary typing alone.
import { onCleanup, onMount } from "solid-js";
import { createMend, type Mend } from "./scanner-mend.ts";

/** Two keys of a scanner come at most this far apart; a person's hand is slower. */
const gapMs = 60;
/** Fewer characters than this are a person's two fingers landing together. */
const shortest = 4;

/**
 * Calls `onScan` with what was scanned. A burst of characters that ends in Enter, CR or LF is a scan: the Enter presses
 * nothing, and the field that had the focus gets back what it held before the burst. Fields marked `data-scan="never"`
 * (amounts, quantities, PINs) do not even see the characters: they wait out the gap first.
 */
export function createScanner(onScan: (code: string) => void): void {
  let burst = "";
  let lastMs = Number.NEGATIVE_INFINITY;
  let scannedMs = Number.NEGATIVE_INFINITY;
  let mend: Mend | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = () => {
    clearTimeout(timer);
    mend?.release();
    mend = undefined;
    burst = "";
  };

  const hear = (event: KeyboardEvent) => {
    if (event.isComposing || event.key === "Shift" || event.key === "CapsLock") return;
    const inTime = event.timeStamp - lastMs <= gapMs;
    // CR and LF both: the second one presses nothing either. After further characters it ends a scan of its own.
    if (isEnd(event) && burst === "" && event.timeStamp - scannedMs <= gapMs) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (isEnd(event)) {
      if (inTime && burst.length >= shortest && !event.repeat) {
        event.preventDefault();
        event.stopImmediatePropagation();
        const code = burst;
        clearTimeout(timer);
        mend?.undo();
        mend = undefined;
        burst = "";
        scannedMs = event.timeStamp;
        onScan(code.trim());
      } else settle();
      return;
    }
    if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey || event.repeat) {
      settle();
      return;
    }
    if (!inTime || !mend) {
      settle();
      mend = createMend(event.target);
    }
    burst += event.key;
    lastMs = event.timeStamp;
    if (mend.holds(event.key, burst.length)) event.preventDefault();
    clearTimeout(timer);
    timer = setTimeout(settle, gapMs);
  };

  onMount(() => document.addEventListener("keydown", hear, { capture: true }));
  onCleanup(() => {
    document.removeEventListener("keydown", hear, { capture: true });
    settle();
  });
}

/** Some scanners send LF, which a keyboard spells Ctrl+J, or CR, Ctrl+M. */
function isEnd(event: KeyboardEvent): boolean {
  return (
    event.key === "Enter" ||
    event.key === "\n" ||
    event.key === "\r" ||
    (event.ctrlKey && /^[jm]$/i.test(event.key))
  );
}
