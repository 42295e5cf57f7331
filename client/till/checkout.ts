// From the cart to the receipt: where the till stands with this customer, and what is sent when they pay.
import { createEffect, createMemo, createSignal, on } from "solid-js";
import type { ShiftId } from "#rules/ids";
import { type Rupiah, rupiah, ZERO } from "#rules/money";
import type { Method, RoundingStep, SaleRecorded } from "#rules/sale";
import type { Refused } from "../api.ts";
import { type Body, type Draft, type KeptAct, readAnswer, readBody } from "../commands.ts";
import { type Outbox, refusalOf } from "../outbox.ts";
import type { Cart } from "./cart.ts";
import { receiptOf } from "./receipt.ts";

export interface Payment {
  readonly method: Method;
  readonly tenderedRupiah?: Rupiah;
}

/** cart: choosing. pay: how. sending: on disk and on its way. kept: on disk, nothing answered. done: the receipt. */
export type Stand = "cart" | "pay" | "sending" | "kept" | "done";

export interface CheckoutNeeds {
  cart: Cart;
  outbox: Outbox;
  shiftId: () => ShiftId;
  roundingStep: () => RoundingStep;
  now: () => number;
  named: (productId: number) => { name: string; unit: string } | null;
  cashier: () => string;
  /** A sale was accepted. */
  sold: (lines: Body<"sale">["lines"]) => void;
}

export function createCheckout(needs: CheckoutNeeds) {
  const { cart, outbox } = needs;
  const [stand, setStand] = createSignal<Stand>("cart");
  const [problem, setProblem] = createSignal<Refused | null>(null);
  const [approvalAsked, setApprovalAsked] = createSignal(false);
  const [earlier, setEarlier] = createSignal(false);
  const [sold, setSold] = createSignal<{ body: Body<"sale">; answer: SaleRecorded } | null>(null);
  // Worked out when it is looked at: after a reload the names come later than the sale.
  const receipt = createMemo(() => {
    const { body, answer } = sold() ?? {};
    return body && answer ? receiptOf(body, answer, needs.named, needs.cashier()) : null;
  });
  let lastPayment: Payment | null = null;

  /** What is asked for with this way to pay: only cash is rounded. */
  const bill = (method: Method) =>
    cart.bill(method === "cash" ? ZERO : cart.worth().dueRupiah, needs.roundingStep());

  const draftOf = (payment: Payment, approvalId?: string): Draft<"sale"> => {
    const worth = cart.worth();
    const { roundingRupiah, totalRupiah } = bill(payment.method);
    return {
      id: cart.state.id,
      shiftId: needs.shiftId(),
      soldAtMs: needs.now(),
      lines: cart.state.lines.map((line, at) => ({
        productId: line.productId,
        quantityMilli: line.quantityMilli,
        unitPriceRupiah: line.unitPriceRupiah,
        discountRupiah: worth.lines[at]?.discountRupiah ?? ZERO,
        netRupiah: worth.lines[at]?.netRupiah ?? ZERO,
      })),
      saleDiscountRupiah: worth.saleDiscountRupiah,
      roundingRupiah,
      totalRupiah,
      payments: [
        {
          method: payment.method,
          amountRupiah: totalRupiah,
          ...(payment.tenderedRupiah === undefined ? {} : { tenderedRupiah: payment.tenderedRupiah }),
        },
      ],
      ...(approvalId === undefined ? {} : { approvalId }),
    };
  };

  const pay = async (payment: Payment, approvalId?: string): Promise<void> => {
    if (stand() !== "pay" || cart.isEmpty()) return;
    lastPayment = payment;
    setProblem(null);
    setEarlier(false);
    setApprovalAsked(false);
    setStand("sending");
    try {
      const outcome = await outbox.act("sale", draftOf(payment, approvalId));
      // Accepted arrives through the outbox, the same way as after a reload.
      if (outcome.is === "kept") setStand("kept");
      if (outcome.is === "refused") refused(outcome.refusal);
      if (outcome.is === "behind") {
        setEarlier(true);
        setStand("pay");
      }
    } catch (error) {
      setStand("pay");
      throw error;
    }
  };

  /** A sale was answered: just now, after a wait, or before this page was loaded. */
  const hear = (act: KeptAct): void => {
    if (act.outcome?.is === "accepted") {
      const body = readBody("sale", act.body);
      needs.sold(body.lines);
      setSold({ body, answer: readAnswer("sale", act.outcome.answer) });
      if (cart.state.id === body.id) cart.clear();
      setProblem(null);
      setStand("done");
      return;
    }
    refused(refusalOf(act));
    void outbox.seen(act.id);
  };
  const refused = (refusal: Refused): void => {
    setStand(cart.isEmpty() ? "cart" : "pay");
    if (refusal.code === "approval_needed" && lastPayment) setApprovalAsked(true);
    else setProblem(refusal);
  };
  createEffect(
    on(outbox.settled, (act) => {
      if (act?.kind === "sale") hear(act);
    }),
  );
  // What was left on the disk by an earlier page is shown as what it is.
  createEffect(
    on(outbox.waiting, (act) => {
      if (act?.kind === "sale" && stand() !== "sending") setStand("kept");
    }),
  );

  return {
    stand,
    problem,
    receipt,
    /** An act of this till from before is still not sent; it must go first. */
    earlier,
    /** What was charged and is on the disk, while nothing has been answered. */
    kept: () => {
      const act = outbox.waiting();
      if (act?.kind !== "sale") return null;
      const body = readBody("sale", act.body);
      const [payment] = body.payments;
      const tendered = payment?.tenderedRupiah ?? body.totalRupiah;
      const { totalRupiah, receiptNumber } = body;
      return {
        totalRupiah,
        receiptNumber,
        method: payment?.method,
        changeRupiah: rupiah(tendered - totalRupiah),
      };
    },
    bill,
    approvalAsked,
    begin: () => {
      if (cart.isEmpty() || (stand() !== "cart" && stand() !== "pay")) return;
      setProblem(null);
      setStand("pay");
    },
    back: () => {
      if (stand() === "pay") setStand("cart");
    },
    pay,
    /** The same payment again, with the manager's approval. */
    approved: async (approvalId: string) => {
      if (lastPayment) await pay(lastPayment, approvalId);
    },
    notApproved: () => setApprovalAsked(false),
    /** The receipt has been seen. */
    next: () => {
      const seen = outbox.settled();
      if (seen?.kind === "sale") void outbox.seen(seen.id);
      setSold(null);
      setStand("cart");
      lastPayment = null;
    },
  };
}

export type Checkout = ReturnType<typeof createCheckout>;
