// How a sale is paid: in one way, or in parts; what is left to pay, and the payments that come of it in the end.
import { createEffect, createSignal, on } from "solid-js";
import { z } from "zod";
import { actIdSchema } from "#rules/ids";
import { amountSchema, type Rupiah, roundDownTo, rupiah, sum } from "#rules/money";
import { type Method, methodSchema, type RoundingStep, saleTotal } from "#rules/sale";
import type { Body } from "../commands.ts";

/** A part that was paid already; the last one closes the sale and is none of these. */
const partSchema = z.object({
  key: actIdSchema,
  method: methodSchema,
  amountRupiah: amountSchema,
  reference: z.string().max(120).optional(),
  unconfirmed: z.literal(true).optional(),
});
export type TenderPart = z.infer<typeof partSchema>;

/** What is taken in one go: its way, and what belongs to that way. */
export interface Payment {
  readonly method: Method;
  /** Cash handed over; absent, exactly what is asked. */
  readonly tenderedRupiah?: Rupiah;
  readonly reference?: string;
  readonly unconfirmed?: true;
}

/** By cart: a cart that is put aside, or emptied by mistake, keeps what was paid for it. */
const keptSchema = z.record(actIdSchema, z.array(partSchema).max(4));
type Kept = z.infer<typeof keptSchema>;

interface TenderNeeds {
  newId: () => string;
  cartId: () => string;
  dues: () => readonly Rupiah[];
  step: () => RoundingStep;
  storage: Pick<Storage, "getItem" | "setItem"> | null;
  key: string;
}

/** Five payments at most: four parts and what closes the sale. */
const mostParts = 4;

export type PartJudged =
  | { ok: true }
  | { ok: false; why: "nothing" | "all_of_it" | "too_many" | "cash_step" };

export function createTender(needs: TenderNeeds) {
  const [byCart, setByCart] = createSignal<Kept>(keptIn(needs));
  const parts = (): readonly TenderPart[] => byCart()[needs.cartId()] ?? [];
  const setParts = (cartId: string, change: (before: readonly TenderPart[]) => readonly TenderPart[]) =>
    setByCart(({ [cartId]: before = [], ...others }) => {
      const after = change(before);
      return after.length === 0 ? others : { ...others, [cartId]: [...after] };
    });
  const [way, setWay] = createSignal<Method>("cash");
  /** The part that is being taken, while one is; null: all that is left. */
  const [asking, setAsking] = createSignal<Rupiah | null>(null);
  // Typed references stay while one looks at another way, and when the server refuses.
  const [references, setReferences] = createSignal<Partial<Record<Method, string>>>({});
  createEffect(() => {
    try {
      needs.storage?.setItem(needs.key, JSON.stringify(byCart()));
    } catch {
      // A browser that keeps nothing still takes the money; only a reload would forget the parts.
    }
  });
  // Another cart, another customer.
  createEffect(
    on(
      needs.cartId,
      () => {
        setAsking(null);
        setReferences({});
        setWay("cash");
      },
      { defer: true },
    ),
  );

  const paidBy = (cash: boolean) =>
    sum(
      parts()
        .filter((part) => (part.method === "cash") === cash)
        .map((part) => part.amountRupiah),
    );
  const paid = () => sum([paidBy(true), paidBy(false)]);
  /** What the sale comes to if this way pays what is left: only cash is rounded. */
  const billBy = (method: Method) => {
    const due = sum([...needs.dues()]);
    const cashless = method === "cash" ? paidBy(false) : Math.max(due - paidBy(true), paidBy(false));
    return saleTotal([...needs.dues()], rupiah(cashless), needs.step());
  };
  const restBy = (method: Method): Rupiah => rupiah(Math.max(billBy(method).totalRupiah - paid(), 0));

  return {
    parts,
    way,
    setWay,
    referenceOf: (method: Method) => references()[method] ?? "",
    setReference: (method: Method, text: string) => setReferences((all) => ({ ...all, [method]: text })),
    paid,
    /** What was paid in parts for another cart: one that was put aside. */
    paidFor: (cartId: string): Rupiah => sum((byCart()[cartId] ?? []).map((part) => part.amountRupiah)),
    bill: () => billBy(way()),
    rest: () => restBy(way()),
    /** What the customer is asked for now. */
    asked: () => asking() ?? restBy(way()),
    ask: setAsking,
    /** More was paid in parts than the cart is worth now: a part must go, or goods must come. */
    isOver: () => paid() > billBy(way()).totalRupiah,
    /** Whether so much by this way can be a part: something must be left for what closes the sale. */
    judgePart: (method: Method, amountRupiah: Rupiah | null): PartJudged => {
      if (amountRupiah === null || amountRupiah === 0) return { ok: false, why: "nothing" };
      if (parts().length >= mostParts) return { ok: false, why: "too_many" };
      if (amountRupiah >= restBy(method)) return { ok: false, why: "all_of_it" };
      const step = needs.step();
      if (method === "cash" && step > 0 && roundDownTo(amountRupiah, step) !== amountRupiah)
        return { ok: false, why: "cash_step" };
      return { ok: true };
    },
    addPart: (amountRupiah: Rupiah, payment: Payment): void => {
      const { method, reference, unconfirmed } = payment;
      setParts(needs.cartId(), (before) => [
        ...before,
        {
          key: needs.newId(),
          method,
          amountRupiah,
          ...(reference === undefined ? {} : { reference }),
          ...(unconfirmed ? { unconfirmed } : {}),
        },
      ]);
      setReferences((all) => ({ ...all, [method]: "" }));
      setAsking(null);
      // After a part the rest is most often cash.
      setWay("cash");
    },
    removePart: (key: string) =>
      setParts(needs.cartId(), (before) => before.filter((part) => part.key !== key)),
    /** The cart is a sale now; its parts are the sale's payments. */
    charged: (cartId: string) => setParts(cartId, () => []),
    /** The whole sale's payments, its rounding and total, once `last` pays what is left. */
    closedBy: (last: Payment) => {
      const { roundingRupiah, totalRupiah } = billBy(last.method);
      const rest = restBy(last.method);
      const closing: TenderPart = {
        key: needs.newId(),
        method: last.method,
        amountRupiah: rest,
        ...(last.reference === undefined ? {} : { reference: last.reference }),
        ...(last.unconfirmed ? { unconfirmed: last.unconfirmed } : {}),
      };
      const change = rupiah((last.tenderedRupiah ?? rest) - rest);
      return { roundingRupiah, totalRupiah, payments: paymentsOf([...parts(), closing], change) };
    },
  };
}

export type Tender = ReturnType<typeof createTender>;

/** In the order they were taken; all cash is one payment, and gives the change. */
function paymentsOf(parts: readonly TenderPart[], changeRupiah: Rupiah): Body<"sale">["payments"] {
  const cash = parts.filter((part) => part.method === "cash");
  const cashRupiah = sum(cash.map((part) => part.amountRupiah));
  return parts.flatMap(({ key, ...part }) => {
    if (part.method !== "cash") return [part];
    if (key !== cash[0]?.key) return [];
    return [
      { method: part.method, amountRupiah: cashRupiah, tenderedRupiah: sum([cashRupiah, changeRupiah]) },
    ];
  });
}

function keptIn(needs: TenderNeeds): Kept {
  try {
    const read = keptSchema.safeParse(JSON.parse(needs.storage?.getItem(needs.key) ?? "null"));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}
