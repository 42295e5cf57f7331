// One tab of a till acts and the others look on (D5): whoever holds the lock, until their tab is closed.
import { createSignal, onCleanup } from "solid-js";

/** asking: nothing was asked, or the browser has not answered yet. mine: this tab acts. elsewhere: another one does. */
export type TabStand = "asking" | "mine" | "elsewhere";

/**
 * A browser without locks (a page that came over plain http) has one tab as far as anybody can tell. `claim`: from now on this tab
 * would act; one that only shows something to a customer never does, and is in nobody's way.
 */
export function createOnlyTab(name: string): { stand: () => TabStand; claim: () => void } {
  const [stand, setStand] = createSignal<TabStand>(navigator.locks ? "asking" : "mine");
  if (!navigator.locks) return { stand, claim: () => {} };
  const over = new AbortController();
  let letGo: () => void = () => {};
  const held = () => {
    setStand("mine");
    return new Promise<void>((resolve) => (letGo = resolve));
  };
  const waitForIt = () => navigator.locks.request(name, { signal: over.signal }, held);
  let claimed = false;
  const claim = () => {
    if (claimed) return;
    claimed = true;
    void navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock) return held();
        setStand("elsewhere");
        // Where the other tab is closed, this one takes its place by itself.
        void waitForIt().catch(() => {});
        return undefined;
      })
      .catch(() => setStand("mine"));
  };
  onCleanup(() => {
    over.abort();
    letGo();
  });
  return { stand, claim };
}
