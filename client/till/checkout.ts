// From the cart to the receipt: where the till stands with this customer, and what is kept and sent when they pay.
import { createEffect, createMemo, createSignal, on, untrack } from "solid-js";
import type { ShiftId } from "#rules/ids";
import { rupiah, sum, ZERO } from "#rules/money";
import type { Paper } from "#rules/paper";
import type { ReceiptSale } from "#rules/paper-sale";
import type { SaleRecorded } from "#rules/sale";
import { Refused } from "../api.ts";
import { type Asked, askedIn } from "../approval.tsx";
import { type Body, type Draft, type KeptAct, readAnswer, readBody } from "../commands.ts";
import { type Outbox, refusalOf } from "../outbox.ts";
import type { Cart } from "./cart.ts";
import { isSale, type Sold, soldOf } from "./sold.ts";
import type { Payment, Tender } from "./tender.ts";

/**
 * cart: choosing. pay: how. sending: on disk and on its way. waiting: on disk, and only the server's answer says whether it is a sale.
 * done: it is one, recorded or kept here until it can be: the receipt.
 */
export type Stand = "cart" | "pay" | "sending" | "waiting" | "done";

export interface CheckoutNeeds {
  cart: Cart;
  tender: Tender;
  outbox: Outbox;
  shiftId: () => ShiftId;
  now: () => number;
  /** A sale was accepted. */
  sold: (lines: Body<"sale">["lines"]) => void;
  /** It is on the disk as paid: no other copy of this cart may be sold (L3). */
  charged: (saleId: string) => void;
  /** Why this cannot be paid now, or null: it is told before anybody hands over money. */
  closed: (draft: Draft<"sale">) => Refused | null;
  /** Whether the disk can take one more sale. */
  hasRoom: () => Promise<boolean>;
  /** The receipt as this device makes it; it is kept with the sale (N2). */
  memo: (draft: Draft<"sale">) => ReceiptSale;
  /** A sale of this device as it lies on the disk. */
  paper: (saleId: string) => Promise<KeptAct | null>;
  /** The same while it changes, for the cart that lies here, and whether it is this device's newest sale. */
  known: (saleId: string) => { readonly act: KeptAct; readonly newest: boolean } | null;
  /** The stalls that are to make something of these lines, by name. */
  orders: (lines: Body<"sale">["lines"]) => readonly string[];
  /** Training sells without keeping anything (H7); null while one sells in earnest. */
  training: () => ((draft: Draft<"sale">) => Promise<{ recorded: SaleRecorded; paper: Paper }>) | null;
}

export function createCheckout(needs: CheckoutNeeds) {
  const { cart, tender, outbox } = needs;
  const [stand, setStand] = createSignal<Stand>("cart");
  const [problem, setProblem] = createSignal<unknown>(null);
  const [approvalFor, setApprovalFor] = createSignal<Asked | null>(null);
  const [earlier, setEarlier] = createSignal(false);
  const [sold, setSold] = createSignal<Sold | null>(null);
  const [tried, setTried] = createSignal<{ readonly refusal: Refused; readonly ends?: boolean } | null>(null);
  let lastPayment: Payment | null = null;

  const draftOf = (payment: Payment, approvalId?: string): Draft<"sale"> => {
    const worth = cart.worth();
    const { roundingRupiah, totalRupiah, payments } = tender.closedBy(payment);
    return {
      id: cart.state.id,
      shiftId: needs.shiftId(),
      soldAtMs: needs.now(),
      lines: cart.state.lines.map((line, at) => {
        const taxRupiah = worth.lines[at]?.taxRupiah ?? ZERO;
        return {
          productId: line.productId,
          quantityMilli: line.quantityMilli,
          unitPriceRupiah: line.unitPriceRupiah,
          discountRupiah: worth.lines[at]?.discountRupiah ?? ZERO,
          netRupiah: worth.lines[at]?.netRupiah ?? ZERO,
          ...(taxRupiah > 0 ? { taxRupiah } : {}),
          ...(line.note === null ? {} : { note: line.note }),
        };
      }),
      saleDiscountRupiah: worth.saleDiscountRupiah,
      roundingRupiah,
      totalRupiah,
      payments,
      ...(approvalId === undefined ? {} : { approvalId }),
    };
  };

  const pay = async (payment: Payment, approvalId?: string): Promise<void> => {
    if (stand() !== "pay" || cart.isEmpty() || tender.isOver()) return;
    lastPayment = payment;
    setProblem(null);
    setEarlier(false);
    setApprovalFor(null);
    setStand("sending");
    const draft = draftOf(payment, approvalId);
    const training = needs.training();
    try {
      if (training) return await train(draft, training);
      const outcome = await outbox.act("sale", draft, needs.memo(draft));
      // Accepted arrives through the outbox, the same way as after a reload.
      // … but for one that had been a sale already.
      if (outcome.is === "accepted" && stand() === "sending") isSold(draft, soldOf(draft, outcome.answer));
      if (outcome.is === "kept") keptHere(outcome.act);
      if (outcome.is === "waiting") setStand("waiting");
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

  const train = async (
    draft: Draft<"sale">,
    send: NonNullable<ReturnType<CheckoutNeeds["training"]>>,
  ): Promise<void> => {
    try {
      const { recorded, paper } = await send(draft);
      setSold({ ...soldOf(draft, recorded), training: paper });
      tender.charged(draft.id);
      cart.clear();
      setStand("done");
    } catch (error) {
      if (error instanceof Refused) refused(error);
      else {
        setStand("pay");
        setProblem(() => error);
      }
    }
  };

  /** Nothing answered, and the till has promised it: paid, like any other. */
  const keptHere = (act: KeptAct): void => {
    const body = readBody("sale", act.body);
    const given = sum(body.payments.map((payment) => payment.tenderedRupiah ?? payment.amountRupiah));
    const changeRupiah = given - body.totalRupiah;
    isSold(body, { ...soldOf(body, { ...body, changeRupiah }), kept: act, orders: needs.orders(body.lines) });
  };
  const isSold = (body: Pick<Body<"sale">, "id" | "lines">, told: Sold): void => {
    needs.charged(body.id);
    needs.sold(body.lines);
    setSold(told);
    if (cart.state.id === body.id) cart.clear();
    setProblem(null);
    setStand("done");
  };
  /** As it came to be: by the server's answer, or by this till's own word. */
  const tell = (act: KeptAct): void => {
    const body = readBody("sale", act.body);
    if (act.promised || act.outcome?.is !== "accepted") keptHere(act);
    else isSold(body, soldOf(body, readAnswer("sale", act.outcome.answer)));
  };
  /** A sale was answered: just now, after a wait, or before this page was loaded. */
  const hear = (act: KeptAct): void => {
    // What had been promised is of an earlier customer, and has had its screen.
    if (act.promised) return;
    if (act.outcome?.is !== "accepted") {
      refused(refusalOf(act));
      return void outbox.seen(act.id);
    }
    tell(act);
  };
  /** What waited for an answer at the start of this page waits no longer: the till has promised it since. */
  const turned = async (saleId: string): Promise<void> => {
    const act = await needs.paper(saleId);
    if (stand() === "waiting" && act?.promised) keptHere(act);
  };
  const refused = (refusal: Refused): void => {
    setStand(cart.isEmpty() ? "cart" : "pay");
    if (refusal.code === "approval_needed" && lastPayment) setApprovalFor(askedIn(refusal));
    else setProblem(refusal);
  };
  createEffect(
    on(outbox.settled, (act) => {
      if (act?.kind === "sale") hear(act);
    }),
  );
  // What was left on the disk by an earlier page is shown as what it is.
  createEffect(
    on(outbox.waiting, (act, before) => {
      if (act?.kind === "sale") {
        needs.charged(act.id);
        if (stand() !== "sending") setStand("waiting");
      } else if (before?.kind === "sale" && stand() === "waiting") void turned(before.id);
    }),
  );
  // Killed between the promise and the receipt: this cart is a sale, and its customer is still to be told. One that is older than the
  // newest had its screen: only the browser forgot that its cart was emptied.
  createEffect(() => {
    const known = needs.known(cart.state.id);
    if (!known || !isSale(known.act) || (stand() !== "cart" && stand() !== "pay")) return;
    untrack(() => {
      if (known.newest) return tell(known.act);
      needs.charged(known.act.id);
      cart.clear();
      setStand("cart");
    });
  });
  const closedNow = () => needs.closed(draftOf({ method: tender.way() }));
  const turnedAway = createMemo<Refused | null>(
    () => {
      const { refusal = null, ends = false } = tried() ?? {};
      // The disk is looked at only by trying; what the line or the person forbids ends by itself.
      return !ends || cart.isEmpty() || closedNow() ? refusal : null;
    },
    null,
    { equals: false },
  );
  /** A disk that is full, or cannot be opened, is told before money is taken. */
  const room = async (): Promise<void> => {
    const why = await needs.hasRoom().then(
      (has) => (has ? null : new Refused("device_full", {})),
      (error) => (error instanceof Refused ? error : new Refused("broken", {})),
    );
    if (!why || stand() !== "pay") return;
    setStand("cart");
    setTried({ refusal: why });
  };
  /** Another cart is another question. */
  createEffect(on(cart.worth, () => setTried(null), { defer: true }));

  return {
    stand,
    problem,
    sold,
    /** An act of this till from before is still not sent; it must go first. */
    earlier,
    /** What was charged and is on the disk, while only the server can say whether it is a sale. */
    waiting: () => {
      const act = outbox.waiting();
      if (act?.kind !== "sale") return null;
      const { totalRupiah, receiptNumber, payments } = readBody("sale", act.body);
      const given = sum(payments.map((payment) => payment.tenderedRupiah ?? payment.amountRupiah));
      return {
        totalRupiah,
        receiptNumber,
        hasCash: payments.some((payment) => payment.method === "cash"),
        changeRupiah: rupiah(given - totalRupiah),
      };
    },
    /** Why a manager is asked, while one is; the approval holds for this sale and no other. */
    approvalFor,
    saleId: () => cart.state.id,
    begin: () => {
      if (cart.isEmpty() || (stand() !== "cart" && stand() !== "pay")) return;
      const reason = closedNow();
      if (reason) return void setTried({ refusal: reason, ends: true });
      setTried(null);
      setProblem(null);
      setStand("pay");
      void room();
    },
    /** Why somebody would have paid and could not, as long as that holds: each try tells it anew. */
    turnedAway,
    /** The sale that was just paid is on this device and not in the book yet. */
    unsent: () => outbox.queue().some((act) => act.id === sold()?.saleId),
    back: () => {
      if (stand() === "pay") setStand("cart");
    },
    pay,
    /** The same payment again, with the manager's approval. */
    approved: async (approvalId: string) => {
      if (lastPayment) await pay(lastPayment, approvalId);
    },
    notApproved: () => setApprovalFor(null),
    /** The receipt has been seen. */
    next: () => {
      const seen = outbox.settled();
      if (seen?.kind === "sale") void outbox.seen(seen.id);
      setSold(null);
      setStand("cart");
      lastPayment = null;
    },
    /** A payment is being taken, or one is on its way: nobody is sent away now. */
    isBusy: () => stand() === "pay" || stand() === "sending" || stand() === "waiting",
  };
}

export type Checkout = ReturnType<typeof createCheckout>;
