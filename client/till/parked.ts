// Parked carts: put aside under a name, on the till's disk, until their customer is back (L8).
import { createSignal } from "solid-js";
import { z } from "zod";
import type { Rupiah } from "#rules/money";
import { type Cart, cartSchema } from "./cart.ts";
import { type TaxOf, worthOf } from "./worth.ts";

export const parkedSchema = z.object({
  name: z.string().trim().min(1).max(60),
  /** The book it belongs to; a till that changes its book finds its own again. */
  book: z.string(),
  parkedAtMs: z.int(),
  by: z.string(),
  cart: cartSchema,
});
export type Parked = z.infer<typeof parkedSchema>;

interface ParkedNeeds {
  disk: {
    parked: () => Promise<unknown[]>;
    park: (id: string, cart: unknown) => Promise<void>;
    unpark: (id: string) => Promise<void>;
  };
  cart: Cart;
  taxOf: TaxOf;
  book: string;
  by: () => string;
  now: () => number;
}

export function createParked(needs: ParkedNeeds) {
  const { disk, cart } = needs;
  const [all, setAll] = createSignal<readonly Parked[]>([]);
  const read = async (): Promise<void> => {
    const kept = (await disk.parked()).flatMap((record) => {
      const known = parkedSchema.safeParse(record);
      return known.success && known.data.book === needs.book ? [known.data] : [];
    });
    // Taken back when the power failed: it is in the cart already, under the same id.
    for (const one of kept) if (one.cart.id === cart.state.id) await disk.unpark(one.cart.id);
    setAll(kept.filter((one) => one.cart.id !== cart.state.id).sort((a, b) => a.parkedAtMs - b.parkedAtMs));
  };
  /** On the disk before it leaves the cart. */
  const park = async (name: string): Promise<void> => {
    if (cart.isEmpty()) return;
    const parked: Parked = {
      name: name.trim(),
      book: needs.book,
      parkedAtMs: needs.now(),
      by: needs.by(),
      cart: cart.copy(),
    };
    await disk.park(parked.cart.id, parked);
    cart.clear();
    setAll((before) => [...before, parked]);
  };
  return {
    all,
    read,
    park,
    totalOf: (parked: Parked): Rupiah | null => worthOf(parked.cart, needs.taxOf)?.dueRupiah ?? null,
    /** What lies in the cart now is put aside first, under `nameForOther`. False where it can no longer be sold. */
    takeBack: async (id: string, nameForOther: string): Promise<boolean> => {
      const parked = all().find((one) => one.cart.id === id);
      if (!parked || !worthOf(parked.cart, needs.taxOf)) return false;
      await park(nameForOther);
      cart.takeUp(parked.cart);
      await disk.unpark(id);
      setAll((before) => before.filter((one) => one.cart.id !== id));
      return true;
    },
    /** Returns the way back. */
    remove: async (id: string): Promise<() => Promise<void>> => {
      const parked = all().find((one) => one.cart.id === id);
      await disk.unpark(id);
      setAll((before) => before.filter((one) => one.cart.id !== id));
      return async () => {
        if (!parked) return;
        await disk.park(id, parked);
        await read();
      };
    },
    /** A cart that was paid stays paid: it is nowhere to be taken back from (L3). */
    paid: async (id: string): Promise<void> => {
      await disk.unpark(id);
      setAll((before) => before.filter((one) => one.cart.id !== id));
    },
  };
}

export type ParkedStore = ReturnType<typeof createParked>;
