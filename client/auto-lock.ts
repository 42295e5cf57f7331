// Locks a till that nobody has touched for a while, but never while a payment is being taken or an act is on its way.
import { createEffect, onCleanup } from "solid-js";

interface AutoLockNeeds {
  /** 0 is never. */
  minutes: () => number;
  /** Whether this is a till with somebody signed in. */
  watches: () => boolean;
  isBusy: () => boolean;
  lock: () => void;
}

const touches = ["pointerdown", "keydown", "wheel", "touchstart"] as const;
const minuteMs = 60_000;
/** What was busy when the time had come is looked at again this soon. */
const againMs = 5_000;

export function createAutoLock(needs: AutoLockNeeds): void {
  createEffect(() => {
    const waitMs = needs.minutes() * minuteMs;
    if (waitMs === 0 || !needs.watches()) return;
    let timer = setTimeout(lapse, waitMs);
    function lapse() {
      if (needs.isBusy()) timer = setTimeout(lapse, againMs);
      else needs.lock();
    }
    const touch = () => {
      clearTimeout(timer);
      timer = setTimeout(lapse, waitMs);
    };
    for (const kind of touches) document.addEventListener(kind, touch, { passive: true, capture: true });
    onCleanup(() => {
      clearTimeout(timer);
      for (const kind of touches) document.removeEventListener(kind, touch, { capture: true });
    });
  });
}
