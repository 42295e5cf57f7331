// How often this device has printed a paper by itself, through its browser: the second printing says that it is a copy (P5).

/** Papers of a device are at hand for three days; more than this many are not printed twice. */
const mostKept = 300;

export function createPrintsHere(storage: Pick<Storage, "getItem" | "setItem">, key: string) {
  const read = (): [string, number][] => {
    try {
      const kept: unknown = JSON.parse(storage.getItem(key) ?? "[]");
      return Array.isArray(kept) ? kept.filter(isCount) : [];
    } catch {
      return [];
    }
  };
  return {
    /** The how-manieth printing the next one is: 0 is the original. Counts it. */
    next: (about: string): number => {
      const all = read();
      const before = all.find(([id]) => id === about)?.[1] ?? 0;
      const others = all.filter(([id]) => id !== about);
      try {
        storage.setItem(key, JSON.stringify([...others, [about, before + 1]].slice(-mostKept)));
      } catch {
        // A browser that keeps nothing prints originals.
      }
      return before;
    },
    /** How often it was printed. */
    of: (about: string): number => read().find(([id]) => id === about)?.[1] ?? 0,
  };
}

export type PrintsHere = ReturnType<typeof createPrintsHere>;

function isCount(one: unknown): one is [string, number] {
  return Array.isArray(one) && typeof one[0] === "string" && Number.isSafeInteger(one[1]);
}
