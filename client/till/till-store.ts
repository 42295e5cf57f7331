// All that one till holds while it sells: cart, parked carts, payment, checkout, paper, training and the customer's screen.
import { createEffect, on } from "solid-js";
import type { Display } from "#rules/display";
import { codeFor } from "#rules/qris-codes";
import { formatQuantity } from "#rules/quantity";
import type { ShiftView } from "#rules/shift";
import { newId, Refused } from "../api.ts";
import { shopNow } from "../clock.ts";
import { clockRefusal, type Draft } from "../commands.ts";
import { useDevice } from "../device.tsx";
import { createPaperJob } from "../paper-jobs.ts";
import { saleAsksManager } from "../promise.ts";
import { useSession } from "../session.tsx";
import { createCart } from "./cart.ts";
import type { CatalogueStore } from "./catalogue.ts";
import { createCheckout } from "./checkout.ts";
import { createDisplayTalk } from "./display-talk.ts";
import { receiptSaleOf } from "./offline-receipt.ts";
import { createPapersHere } from "./papers-here.ts";
import { createParked } from "./parked.ts";
import { storedReceipt } from "./receipt-search.ts";
import { isSale } from "./sold.ts";
import { sumsShown } from "./sums-shown.ts";
import { createTender } from "./tender.ts";
import { createTraining } from "./training.ts";

export function createTill(needs: { catalogue: CatalogueStore; shift: () => ShiftView }) {
  const { session, person, keepAwake, may } = useSession();
  const device = useDevice();
  const { catalogue } = needs;
  const papers = createPapersHere();
  const book = `${session()?.centre?.code ?? ""}${session()?.practice ? ":latihan" : ""}`;
  const storage = window.localStorage;
  const cart = createCart({ newId, taxOf: catalogue.taxOf, storage, key: `keranjang:${book}` });
  const parked = createParked({
    disk: device.disk,
    cart,
    taxOf: catalogue.taxOf,
    book,
    by: () => person()?.name ?? "",
    now: Date.now,
  });
  const tender = createTender({
    newId,
    cartId: () => cart.state.id,
    dues: () => cart.worth().duesRupiah,
    step: () => session()?.settings?.cashRoundingRupiah ?? 0,
    storage,
    key: `bagian:${book}`,
  });
  const training = createTraining({ disk: device.disk, storage: window.sessionStorage });
  const checkout = createCheckout({
    cart,
    tender,
    outbox: device.outbox,
    shiftId: () => needs.shift().id,
    now: shopNow,
    sold: catalogue.noteSold,
    charged: (saleId) => {
      tender.charged(saleId);
      void parked.paid(saleId);
    },
    closed: (draft) => {
      const clock = clockRefusal(draft.soldAtMs);
      if (clock || !papers.alone()) return clock;
      // What nothing is kept of is worked out by the server alone.
      return training.on() ? new Refused("server_needed", {}) : device.whyNotPromised("sale", draft);
    },
    hasRoom: device.disk.hasRoom,
    paper: device.disk.paper,
    known: (saleId) => {
      const sales = device.papers().filter((act) => act.kind === "sale");
      const act = sales.find((one) => one.id === saleId);
      return act ? { act, newest: act === sales[0] } : null;
    },
    memo: (draft) =>
      receiptSaleOf(draft, {
        cashier: person()?.name ?? "",
        till: device.till()?.name ?? "",
        letterhead: {
          name: session()?.centre?.name ?? "",
          place: session()?.centre?.place ?? "",
          footer: session()?.settings?.receiptFooter ?? "",
        },
        approvedBy: standsForIt(draft) ? (person()?.name ?? null) : null,
        productOf: catalogue.byId,
        stallOf: (productId) => catalogue.stallOf(productId)?.name ?? "",
        taxOf: catalogue.taxOf,
      }),
    orders: (lines) => {
      const stalls = lines.map((line) => catalogue.stallOf(line.productId));
      const told = stalls.flatMap((stall) => (stall && stall.tickets !== "none" ? [stall.name] : []));
      return [...new Set(told)];
    },
    training: () => (training.on() ? training.sell : null),
  });
  const printing = createPaperJob({
    tillId: () => device.till()?.tillId ?? null,
    printerId: () => device.till()?.printerId ?? null,
    kept: { storage, key: `cetak:${book}` },
    here: papers.prints,
    instead: async ({ about }) => {
      const held = papers.sale(about);
      if (held) return papers.printOfSale(held).make(0);
      const centre = session()?.centre;
      if (!centre) throw new Error("A receipt is of a centre.");
      return await storedReceipt(about, centre.timeZone, session()?.practice ?? false);
    },
  });
  void parked.read();
  // A cart that was put aside and is a sale since, as far as this device knows, stays paid (L3).
  createEffect(() => {
    const sold = new Set(device.papers().flatMap((act) => (isSale(act) ? [act.id] : [])));
    for (const one of parked.all()) if (sold.has(one.cart.id)) void parked.paid(one.cart.id);
  });
  keepAwake(checkout.isBusy);

  // The paper is asked for as soon as the sale is in the book; nobody waits for it.
  createEffect(
    on(checkout.sold, (sold) => {
      if (!sold) return;
      const held = sold.kept && papers.heldIn(sold.kept);
      if (sold.training) printing.show(sold.training);
      else if (held) printing.showOwn(papers.printOfSale(held));
      else void printing.ask({ paper: "receipt", about: sold.saleId, opensDrawer: sold.hasCash });
    }),
  );

  /** A manager who sells is the one whom the rules would ask. */
  const standsForIt = (draft: Draft<"sale">) =>
    may("approve") && saleAsksManager(draft, session()?.settings?.discountLimitBasisPoints ?? 0);

  const qrisCode = () => {
    const stalls = cart.state.lines.flatMap((line) => {
      const product = catalogue.byId(line.productId);
      return product ? [product.stallId] : [];
    });
    return codeFor(stalls, catalogue.catalogue()?.qrisCodes ?? []);
  };
  const face = (): Display => {
    const stand = checkout.stand();
    const sold = checkout.sold();
    if (stand === "done" && sold)
      return {
        stand: "thanks",
        totalRupiah: sold.totalRupiah,
        changeRupiah: sold.changeRupiah,
        receiptNumber: sold.receiptNumber,
        unconfirmed: sold.unconfirmedRupiah > 0,
        training: sold.training !== null,
      };
    if (cart.isEmpty()) return { stand: "idle" };
    const lines = cart.state.lines.map((line, at) => ({
      name: line.name,
      quantity: `${formatQuantity(line.quantityMilli)} ${line.unit}`,
      amountRupiah: cart.worth().lines[at]?.worthRupiah ?? 0,
    }));
    if (stand === "cart")
      return { stand: "cart", lines, sums: sumsShown(cart.worth()), totalRupiah: cart.worth().dueRupiah };
    const code = tender.way() === "qris" ? qrisCode() : null;
    return {
      stand: "pay",
      lines,
      sums: sumsShown(cart.worth(), tender.bill().roundingRupiah),
      totalRupiah: tender.bill().totalRupiah,
      paidRupiah: tender.paid(),
      qris: code && {
        payload: code.payload,
        merchantName: code.merchantName,
        nmid: code.nmid,
        amountRupiah: tender.asked(),
      },
    };
  };
  const talk = createDisplayTalk({ tillId: () => device.till()?.tillId ?? null, face });

  return {
    cart,
    parked,
    tender,
    training,
    checkout,
    printing,
    talk,
    qrisCode,
    papers,
    /** What a printing that failed after the customer had gone is about, or null. */
    leftUnprinted: () => {
      const job = printing.job();
      return checkout.stand() !== "done" && job?.state === "failed" ? job : null;
    },
  };
}

export type Till = ReturnType<typeof createTill>;
