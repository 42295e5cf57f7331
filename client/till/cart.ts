// The cart: what one customer takes, and the way back from each removal; it outlives a reload.
import { batch, createEffect, createMemo } from "solid-js";
import { createStore, reconcile, unwrap } from "solid-js/store";
import { z } from "zod";
import type { CatalogueProduct } from "#rules/catalogue";
import { saleIdSchema } from "#rules/ids";
import type { Rupiah } from "#rules/money";
import { MOST_MILLI, ONE_UNIT } from "#rules/quantity";
import { type RoundingStep, saleTotal } from "#rules/sale";
import {
  type CartLine,
  cartLineSchema,
  type Discount,
  discountSchema,
  nothing,
  type TaxOf,
  worthOf,
} from "./worth.ts";

export const cartSchema = z.object({
  id: saleIdSchema,
  lines: z.array(cartLineSchema).max(200),
  saleDiscount: discountSchema.nullable(),
});
export type CartState = z.infer<typeof cartSchema>;

export interface CartNeeds {
  newId: () => string;
  taxOf: TaxOf;
  /** Where it is kept: localStorage, under a key of this book. */
  storage: Pick<Storage, "getItem" | "setItem"> | null;
  key: string;
}

export function createCart(needs: CartNeeds) {
  const empty = (): CartState => ({ id: saleIdSchema.parse(needs.newId()), lines: [], saleDiscount: null });
  const [state, setState] = createStore<CartState>(keptCart(needs) ?? empty());
  createEffect(() => {
    const text = JSON.stringify(state);
    try {
      needs.storage?.setItem(needs.key, text);
    } catch {
      // A browser that keeps nothing still sells; only a reload would empty the cart.
    }
  });

  const worth = createMemo(() => worthOf(state, needs.taxOf) ?? nothing);
  /** Takes the change only if what comes of it can be sold; false otherwise, and nothing is changed. */
  const change = (lines: readonly CartLine[], saleDiscount = state.saleDiscount): boolean => {
    const read = cartSchema.safeParse({ id: state.id, lines, saleDiscount });
    if (!read.success || !worthOf(read.data, needs.taxOf)) return false;
    // A line that stays keeps its row on the screen, and the focus that is on one of its keys.
    batch(() => {
      setState("lines", reconcile(read.data.lines, { key: "key" }));
      setState("saleDiscount", read.data.saleDiscount);
    });
    return true;
  };
  const lines = () => unwrap(state).lines.map((line) => ({ ...line }));
  const edit = (key: string, edited: Partial<CartLine>) =>
    change(lines().map((line) => (line.key === key ? { ...line, ...edited } : line)));

  return {
    state,
    worth,
    isEmpty: () => state.lines.length === 0,
    /** How many things: pieces count as many, what is weighed as one. */
    count: () => state.lines.reduce((all, line) => all + piecesOf(line), 0),
    quantityOf: (productId: number) =>
      state.lines.reduce((all, line) => (line.productId === productId ? all + line.quantityMilli : all), 0),
    /** One more of the same at the same price joins its line. */
    add: (product: CatalogueProduct, unitPriceRupiah: Rupiah, quantityMilli = ONE_UNIT): boolean => {
      const same = state.lines.find(
        (line) =>
          line.productId === product.productId &&
          line.unitPriceRupiah === unitPriceRupiah &&
          !line.discount &&
          !line.note,
      );
      if (same) return edit(same.key, { quantityMilli: same.quantityMilli + quantityMilli });
      const { productId, name, unit } = product;
      const line = {
        key: needs.newId(),
        productId,
        name,
        unit,
        unitPriceRupiah,
        quantityMilli,
        discount: null,
        note: null,
      };
      return change([...lines(), line]);
    },
    edit,
    /** One unit more or less, never below one unit: taking it out is an act of its own. */
    step: (key: string, steps: 1 | -1): boolean => {
      const line = state.lines.find((one) => one.key === key);
      const quantityMilli = (line?.quantityMilli ?? 0) + steps * ONE_UNIT;
      return quantityMilli > 0 && quantityMilli <= MOST_MILLI && edit(key, { quantityMilli });
    },
    giveDiscount: (discount: Discount | null) => change(lines(), discount),
    /** Returns the way back: the line where it stood, whatever was added since. */
    remove: (key: string): (() => void) => {
      const at = state.lines.findIndex((line) => line.key === key);
      const removed = lines()[at];
      if (!removed) return () => {};
      const discount = state.saleDiscount;
      // A discount on the whole may be more than what is left.
      if (!change(lines().filter((line) => line.key !== key)))
        change(
          lines().filter((line) => line.key !== key),
          null,
        );
      return () => {
        const back = lines();
        back.splice(Math.min(at, back.length), 0, removed);
        change(back, state.saleDiscount ?? discount);
      };
    },
    /** Returns the way back. The next customer's cart has a new id. */
    clear: (): (() => void) => {
      const before: CartState = { ...unwrap(state), lines: lines() };
      setState(empty());
      return () => setState(before);
    },
    /** What the customer pays, given what is paid without cash. */
    bill: (cashlessRupiah: Rupiah, step: RoundingStep) => saleTotal(worth().duesRupiah, cashlessRupiah, step),
    /** The cart as it can be kept and taken up again. */
    copy: (): CartState => ({ ...unwrap(state), lines: lines() }),
    /** Takes up a cart that was kept, under the id it had; the one that was here is gone. */
    takeUp: (kept: CartState): boolean => {
      if (!worthOf(kept, needs.taxOf)) return false;
      setState({ id: kept.id, lines: [...kept.lines], saleDiscount: kept.saleDiscount });
      return true;
    },
  };
}

export type Cart = ReturnType<typeof createCart>;

function piecesOf(line: CartLine): number {
  return line.quantityMilli % ONE_UNIT === 0 && !isWeighed(line.unit) ? line.quantityMilli / ONE_UNIT : 1;
}

const weighed = new Set(["kg", "g", "gr", "gram", "ons", "liter", "l", "ml", "meter", "m"]);

/** What is weighed or measured is asked for; a press does not guess that it is one. */
export function isWeighed(unit: string): boolean {
  return weighed.has(unit.toLowerCase());
}

/** What a browser kept is a stranger's letter: read by schema, and only if it can still be sold. */
function keptCart(needs: CartNeeds): CartState | null {
  try {
    const read = cartSchema.safeParse(JSON.parse(needs.storage?.getItem(needs.key) ?? "null"));
    return read.success && worthOf(read.data, needs.taxOf) ? read.data : null;
  } catch {
    return null;
  }
}
