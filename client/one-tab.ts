// One tab of a till acts and the others look on (D5): whoever holds the lock, until their tab is closed.
import { createSignal, onCleanup } from "solid-js";

/** asking: the browser has not answered yet. mine: this tab acts. elsewhere: another one does. */
export type TabStand = "asking" | "mine" | "elsewhere";

/** A browser without locks (a page that came over plain http) has one tab as far as anybody can tell. */
export function createOnlyTab(name: string): () => TabStand {
  const [stand, setStand] = createSignal<TabStand>(navigator.locks ? "asking" : "mine");
  if (!navigator.locks) return stand;
  const over = new AbortController();
  let letGo: () => void = () => {};
  const held = () => {
    setStand("mine");
    return new Promise<void>((resolve) => (letGo = resolve));
  };
  const waitForIt = () => navigator.locks.request(name, { signal: over.signal }, held);
  void navigator.locks
    .request(name, { ifAvailable: true }, (lock) => {
      if (lock) return held();
      setStand("elsewhere");
      // Where the other tab is closed, this one takes its place by itself.
      void waitForIt().catch(() => {});
      return undefined;
    })
    .catch(() => setStand("mine"));
  onCleanup(() => {
    over.abort();
    letGo();
  });
  return stand;
}
