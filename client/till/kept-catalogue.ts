// The list of what can be sold as it lies on the device: one for each set of stalls that somebody here is limited to, and the whole.
import type { Catalogue } from "#rules/catalogue";
import type { Memories, Memory } from "../memory.ts";

type Kept = Memories["catalogue"];

export function createKeptCatalogue(memory: Memory) {
  return {
    /** `stallIds`: whose list it is; null: nobody's in particular, it is whole. */
    keep: (list: Kept, stallIds: readonly number[] | null): Promise<void> =>
      memory.keep("catalogue", list, placeOf(stallIds)),
    /** The newest list of this book for these stalls, or null. The whole one holds every part. */
    recall: async (of: string, stallIds: readonly number[] | null): Promise<Kept | null> => {
      const whole = await memory.recall("catalogue");
      const own = stallIds === null ? null : await memory.recall("catalogue", placeOf(stallIds));
      const part =
        whole && stallIds !== null ? { ...whole, catalogue: within(whole.catalogue, stallIds) } : whole;
      const [newest] = [own, part]
        .filter((list) => list !== null)
        .filter((list) => list.of === of)
        .sort((a, b) => b.readAtMs - a.readAtMs);
      return newest ?? null;
    },
  };
}

function placeOf(stallIds: readonly number[] | null): string {
  return stallIds === null ? "" : [...stallIds].sort((a, b) => a - b).join(",");
}

function within(catalogue: Catalogue, stallIds: readonly number[]): Catalogue {
  return {
    ...catalogue,
    stalls: catalogue.stalls.filter((stall) => stallIds.includes(stall.stallId)),
    products: catalogue.products.filter((product) => stallIds.includes(product.stallId)),
  };
}
