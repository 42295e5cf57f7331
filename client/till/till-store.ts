// All that one till holds while it sells: cart, parked carts, payment, checkout, paper, training and the customer's screen.
import { createEffect, on } from "solid-js";
import type { Display } from "#rules/display";
import { codeFor } from "#rules/qris-codes";
import { formatQuantity } from "#rules/quantity";
import type { ShiftView } from "#rules/shift";
import { newId, Refused } from "../api.ts";
import { useDevice } from "../device.tsx";
import { createPaperJob } from "../paper-jobs.ts";
import { useSession } from "../session.tsx";
import { createCart } from "./cart.ts";
import type { CatalogueStore } from "./catalogue.ts";
import { createCheckout } from "./checkout.ts";
import { createDisplayTalk } from "./display-talk.ts";
import { createParked } from "./parked.ts";
import { storedReceipt } from "./receipt-search.ts";
import { createTender } from "./tender.ts";
import { createTraining } from "./training.ts";

export function createTill(needs: { catalogue: CatalogueStore; shift: () => ShiftView }) {
  const { session, person, keepAwake, remembered } = useSession();
  const device = useDevice();
  const { catalogue } = needs;
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
    now: Date.now,
    sold: catalogue.noteSold,
    charged: (saleId) => {
      tender.charged(saleId);
      void parked.paid(saleId);
    },
    closed: () => (remembered() ? new Refused("server_needed", {}) : null),
    training: () => (training.on() ? training.sell : null),
  });
  const printing = createPaperJob({
    tillId: () => device.till()?.tillId ?? null,
    printerId: () => device.till()?.printerId ?? null,
    kept: { storage, key: `cetak:${book}` },
    instead: async ({ about }) => {
      const centre = session()?.centre;
      if (!centre) throw new Error("A receipt is of a centre.");
      return await storedReceipt(about, centre.timeZone, session()?.practice ?? false);
    },
  });
  void parked.read();
  keepAwake(checkout.isBusy);

  // The paper is asked for as soon as the sale is in the book; nobody waits for it.
  createEffect(
    on(checkout.sold, (sold) => {
      if (!sold) return;
      if (sold.training) printing.show(sold.training);
      else void printing.ask({ paper: "receipt", about: sold.saleId, opensDrawer: sold.hasCash });
    }),
  );

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
        training: sold.training !== null,
      };
    if (cart.isEmpty()) return { stand: "idle" };
    const lines = cart.state.lines.map((line, at) => ({
      name: line.name,
      quantity: `${formatQuantity(line.quantityMilli)} ${line.unit}`,
      amountRupiah: cart.worth().lines[at]?.worthRupiah ?? 0,
    }));
    if (stand === "cart") return { stand: "cart", lines, totalRupiah: cart.worth().dueRupiah };
    const code = tender.way() === "qris" ? qrisCode() : null;
    return {
      stand: "pay",
      lines,
      totalRupiah: tender.bill().totalRupiah,
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
    /** What a printing that failed after the customer had gone is about, or null. */
    leftUnprinted: () => {
      const job = printing.job();
      return checkout.stand() !== "done" && job?.state === "failed" ? job : null;
    },
  };
}

export type Till = ReturnType<typeof createTill>;
