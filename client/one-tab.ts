// One tab of a till acts and the others look on (D5): by the browser's locks where it has them, by a lease on the disk where not.
import { createSignal, onCleanup } from "solid-js";
import { newId } from "./api.ts";
import { leaseOf, mayTake, RENEW_MS } from "./lease.ts";
import type { TillDisk } from "./till-disk.ts";

/** asking: nothing was asked, or the browser has not answered yet. mine: this tab acts. elsewhere: another one does. */
export type TabStand = "asking" | "mine" | "elsewhere";

export interface OnlyTabNeeds {
  name: string;
  disk: Pick<TillDisk, "lease" | "fence">;
  now: () => number;
  locks?: LockManager | undefined;
}

/**
 * `claim`: from now on this tab would act; one that only shows something to a customer never does, and is in nobody's way. `takeOver`:
 * this tab acts from now on, whoever did before; each step of theirs is fenced off by the lease.
 */
export function createOnlyTab(needs: OnlyTabNeeds) {
  const { disk, locks } = needs;
  const me = locks ? newId() : nameOfThisTab();
  const [stand, setStand] = createSignal<TabStand>("asking");
  const over = new AbortController();
  let letGo: () => void = () => {};
  let claimed = false;
  let timer: ReturnType<typeof setInterval> | undefined;

  /** Writes this tab's name into the lease; `force` takes it from another. */
  const take = async (force: boolean): Promise<boolean> => {
    let mine = false;
    await disk.lease((lease) => {
      // Its holder has said that it goes, though the disk may not have heard it.
      mine = force || hasLeft(lease?.holder) || mayTake(lease, me, needs.now());
      return mine ? leaseOf(me, needs.now()) : undefined;
    });
    if (mine) disk.fence(me);
    return mine;
  };
  const lose = () => {
    if (stand() === "mine") setStand("elsewhere");
  };

  const held = async (): Promise<void> => {
    // A disk that takes no lease is fenced by the lock alone.
    await take(true).catch(() => disk.fence(null));
    setStand("mine");
    await new Promise<void>((resolve) => (letGo = resolve));
  };
  const waitForLock = (manager: LockManager, options: LockOptions) =>
    void manager.request(needs.name, options, held).catch(() => {
      lose();
      // Taken over by a key in another tab: this one comes after it.
      if (!over.signal.aborted && options.steal !== undefined) waitInLine(manager);
    });
  const waitInLine = (manager: LockManager) =>
    void manager.request(needs.name, { signal: over.signal }, held).catch(() => {
      lose();
      if (!over.signal.aborted) waitInLine(manager);
    });
  const claimLock = (manager: LockManager) =>
    void manager
      .request(needs.name, { ifAvailable: true }, (lock) => {
        if (lock) return held();
        setStand("elsewhere");
        // Where the other tab is closed, this one takes its place by itself.
        waitInLine(manager);
        return undefined;
      })
      .catch(() => {
        lose();
        if (!over.signal.aborted) waitInLine(manager);
      });

  /** Renews the lease while it is this tab's, and looks whether it has become free while it is not. */
  const watchLease = async (force = false): Promise<void> => {
    const mine = await take(force).catch(() => stand() === "mine");
    if (over.signal.aborted) return;
    setStand(mine ? "mine" : "elsewhere");
  };
  const claimLease = () => {
    if (hasLeft(me)) say(null);
    void watchLease();
    timer = setInterval(() => void watchLease(), RENEW_MS);
    const leave = () => {
      keepName(me);
      say(me);
      void disk.lease((lease) => (lease?.holder === me ? null : undefined)).catch(() => {});
    };
    const back = () => {
      keepName(null);
      if (hasLeft(me)) say(null);
      void watchLease();
    };
    const heard = ({ key }: StorageEvent) => key === leftPlace && void watchLease();
    addEventListener("pagehide", leave);
    addEventListener("pageshow", back);
    addEventListener("storage", heard);
    onEnd.push(() => {
      removeEventListener("pagehide", leave);
      removeEventListener("pageshow", back);
      removeEventListener("storage", heard);
      leave();
    });
  };
  const onEnd: (() => void)[] = [];
  onCleanup(() => {
    over.abort();
    clearInterval(timer);
    for (const end of onEnd) end();
    letGo();
  });
  return {
    stand,
    claim: (): void => {
      if (claimed) return;
      claimed = true;
      if (locks) claimLock(locks);
      else claimLease();
    },
    takeOver: (): void => {
      if (locks) waitForLock(locks, { steal: true });
      else void watchLease(true);
    },
    /** A step was fenced off: another tab acts. */
    lose,
  };
}

const place = "tab kasir";

/** A reload is the same tab, though what it wrote while it was leaving may not have come through; a copy of a tab is another one. */
function nameOfThisTab(): string {
  try {
    const before = sessionStorage.getItem(place);
    sessionStorage.removeItem(place);
    return before ?? newId();
  } catch {
    return newId();
  }
}

function keepName(name: string | null): void {
  try {
    if (name === null) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, name);
  } catch {
    // A browser that keeps nothing waits after a reload until the lease has run out, or for the key.
  }
}

const leftPlace = "tab kasir pergi";

/** Said at once and for sure, where a write to the disk may not come through while a page goes. */
function say(name: string | null): void {
  try {
    if (name === null) localStorage.removeItem(leftPlace);
    else localStorage.setItem(leftPlace, name);
  } catch {
    // Then the lease runs out, or a key takes it.
  }
}

function hasLeft(holder: string | undefined): boolean {
  try {
    return holder !== undefined && localStorage.getItem(leftPlace) === holder;
  } catch {
    return false;
  }
}
