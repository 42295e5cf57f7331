// The cart: what one customer takes, what it is worth, and the way back from each removal; it outlives a reload.
import { batch, createEffect, createMemo } from "solid-js";
import { createStore, reconcile, unwrap } from "solid-js/store";
import { z } from "zod";
import type { CatalogueProduct } from "#rules/catalogue";
import { actIdSchema, productIdSchema, saleIdSchema } from "#rules/ids";
import { amountSchema, type Rupiah, rupiah, sum, ZERO } from "#rules/money";
import { MOST_MILLI, ONE_UNIT, quantitySchema } from "#rules/quantity";
import { Refusal } from "#rules/refusal";
import { discountOf, grossOf, netLines, type RoundingStep, saleTotal } from "#rules/sale";

/** A discount as it was given: so much money, or a part that follows the quantity until the sale is paid. */
export const discountSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("rupiah"), amountRupiah: amountSchema }),
  z.object({ kind: z.literal("percent"), basisPoints: z.int().min(1).max(10_000) }),
]);
export type Discount = z.infer<typeof discountSchema>;

const cartLineSchema = z.object({
  key: actIdSchema,
  productId: productIdSchema,
  name: z.string(),
  unit: z.string(),
  unitPriceRupiah: amountSchema,
  quantityMilli: quantitySchema,
  discount: discountSchema.nullable(),
});
export type CartLine = z.infer<typeof cartLineSchema>;

const cartSchema = z.object({
  id: saleIdSchema,
  lines: z.array(cartLineSchema).max(200),
  saleDiscount: discountSchema.nullable(),
});
export type CartState = z.infer<typeof cartSchema>;

/** A line with what it comes to. */
export interface WorthOfLine {
  readonly grossRupiah: Rupiah;
  readonly discountRupiah: Rupiah;
  /** After its own discount, before its part of the sale's. */
  readonly worthRupiah: Rupiah;
  readonly netRupiah: Rupiah;
}

export interface Worth {
  readonly lines: readonly WorthOfLine[];
  readonly subtotalRupiah: Rupiah;
  readonly saleDiscountRupiah: Rupiah;
  readonly dueRupiah: Rupiah;
}

export interface CartNeeds {
  newId: () => string;
  /** Where it is kept: localStorage, under a key of this book. */
  storage: Pick<Storage, "getItem" | "setItem"> | null;
  key: string;
}

const nothing: Worth = { lines: [], subtotalRupiah: ZERO, saleDiscountRupiah: ZERO, dueRupiah: ZERO };

/** What a cart of these lines is worth, or null where a discount or an amount is too large. */
export function worthOf(state: Pick<CartState, "lines" | "saleDiscount">): Worth | null {
  if (state.lines.length === 0) return nothing;
  try {
    const priced = state.lines.map((line) => ({
      ...line,
      discountRupiah: inRupiah(line.discount, grossOf(line)),
    }));
    const before = netLines(priced, ZERO);
    if (!before) return null;
    const subtotalRupiah = sum(before.map((line) => line.netRupiah));
    const saleDiscountRupiah = inRupiah(state.saleDiscount, subtotalRupiah);
    const after = netLines(priced, saleDiscountRupiah);
    if (!after) return null;
    const lines = priced.map((line, at) => ({
      grossRupiah: before[at]?.grossRupiah ?? ZERO,
      discountRupiah: line.discountRupiah,
      worthRupiah: before[at]?.netRupiah ?? ZERO,
      netRupiah: after[at]?.netRupiah ?? ZERO,
    }));
    return { lines, subtotalRupiah, saleDiscountRupiah, dueRupiah: sum(lines.map((line) => line.netRupiah)) };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
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

  const worth = createMemo(() => worthOf(state) ?? nothing);
  /** Takes the change only if what comes of it can be sold; false otherwise, and nothing is changed. */
  const change = (lines: readonly CartLine[], saleDiscount = state.saleDiscount): boolean => {
    const read = cartSchema.safeParse({ id: state.id, lines, saleDiscount });
    if (!read.success || !worthOf(read.data)) return false;
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
          line.productId === product.productId && line.unitPriceRupiah === unitPriceRupiah && !line.discount,
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
    bill: (cashlessRupiah: Rupiah, step: RoundingStep) =>
      saleTotal(
        worth().lines.map((line) => line.netRupiah),
        cashlessRupiah,
        step,
      ),
  };
}

export type Cart = ReturnType<typeof createCart>;

/** What so many at this price come to; null while one of the two is missing, or where it is too much. */
export function grossIfItFits(unitPriceRupiah: Rupiah | null, quantityMilli: number | null): Rupiah | null {
  if (unitPriceRupiah === null || quantityMilli === null) return null;
  try {
    return grossOf({ unitPriceRupiah, quantityMilli });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function inRupiah(discount: Discount | null, of: Rupiah): Rupiah {
  if (!discount) return ZERO;
  return discount.kind === "rupiah" ? rupiah(discount.amountRupiah) : discountOf(of, discount.basisPoints);
}

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
    return read.success && worthOf(read.data) ? read.data : null;
  } catch {
    return null;
  }
}
