// From the cart to the receipt, with and without the server: kept is paid, only the server's own questions wait, and a full disk is told first (L1, L3).
import { createRoot, createSignal } from "solid-js";
import { expect, test } from "vitest";
import { shiftIdSchema } from "#rules/ids";
import { rupiah } from "#rules/money";
import type { KeptAct } from "../../client/commands.ts";
import type { Outbox } from "../../client/outbox.ts";
import { Refused } from "../../client/refused.ts";
import { createCart } from "../../client/till/cart.ts";
import { type CheckoutNeeds, createCheckout } from "../../client/till/checkout.ts";
import { createTender } from "../../client/till/tender.ts";
import { id, keptSale } from "./kept-sale.ts";

const memo = {} as never;

function aTill(act: Outbox["act"], given: Partial<CheckoutNeeds> = {}) {
  return createRoot((dispose) => {
    let last = 0;
    const newId = () => {
      last += 1;
      return id(last);
    };
    const cart = createCart({ newId, taxOf: () => null, storage: null, key: "cart" });
    const tender = createTender({
      newId: () => id(500),
      cartId: () => cart.state.id,
      dues: () => cart.worth().duesRupiah,
      step: () => 0,
      storage: null,
      key: "parts",
    });
    const [waiting, setWaiting] = createSignal<KeptAct | null>(null);
    const [settled, setSettled] = createSignal<KeptAct | null>(null);
    const [queue, setQueue] = createSignal<readonly KeptAct[]>([]);
    const charged: string[] = [];
    const outbox = { act, waiting, settled, queue, seen: async () => {} } as unknown as Outbox;
    const checkout = createCheckout({
      cart,
      tender,
      outbox,
      shiftId: () => shiftIdSchema.parse(id(900)),
      now: () => 1_616_000_000_000,
      sold: () => {},
      charged: (saleId) => charged.push(saleId),
      closed: () => null,
      hasRoom: async () => true,
      memo: () => memo,
      paper: async () => null,
      known: () => null,
      orders: () => ["Kafe"],
      training: () => null,
      ...given,
    });
    const coffee = { productId: 1, name: "Kopi", unit: "gelas" } as never;
    const choose = () => cart.add(coffee, rupiah(20_000));
    return { cart, checkout, charged, choose, setWaiting, setSettled, setQueue, dispose };
  });
}

const cash = { method: "cash" as const, tenderedRupiah: rupiah(50_000) };
const keptAs: Outbox["act"] = async () => ({ is: "kept", act: keptSale(1) }) as never;
const rest = () => new Promise((resolve) => setTimeout(resolve, 0));

test("L1, L3: what the till has promised is paid: change, the receipt's number, an empty cart, and the sale nowhere else", async () => {
  const till = aTill(keptAs);
  till.choose();
  till.checkout.begin();
  await till.checkout.pay(cash);
  expect(till.checkout.stand()).toBe("done");
  expect(till.checkout.sold()).toMatchObject({
    receiptNumber: "KARTINI-K1-000001",
    totalRupiah: 20_000,
    changeRupiah: 30_000,
    orders: ["Kafe"],
  });
  expect(till.charged).toEqual([id(1)]);
  expect(till.cart.isEmpty()).toBe(true);
  till.setQueue([keptSale(1)]);
  expect(till.checkout.unsent()).toBe(true);
  till.setQueue([]);
  expect(till.checkout.unsent()).toBe(false);
  till.checkout.next();
  till.choose();
  expect(till.checkout.isBusy()).toBe(false);
  till.dispose();
});

test("the answer to an earlier customer's promised sale does not come up in the middle of the next", async () => {
  const till = aTill(keptAs);
  till.choose();
  till.checkout.begin();
  till.setSettled(keptSale(7, {}, { outcome: { is: "accepted", answer: {} } }));
  await rest();
  expect(till.checkout.stand()).toBe("pay");
  till.dispose();
});

test("a sale found without an answer waits; once it is promised it is paid and shown", async () => {
  const left = keptSale(1, {}, { promised: false });
  const till = aTill(keptAs, { paper: async () => ({ ...left, promised: true }) });
  till.setWaiting(left);
  await rest();
  expect(till.checkout.stand()).toBe("waiting");
  expect(till.checkout.isBusy()).toBe(true);
  till.setWaiting(null);
  await rest();
  expect(till.checkout.stand()).toBe("done");
  expect(till.checkout.sold()?.receiptNumber).toBe("KARTINI-K1-000001");
  till.dispose();
});

test("L3: killed between the promise and the receipt, the cart that comes back is a sale, and its receipt is shown", async () => {
  const [known, setKnown] = createSignal<KeptAct | null>(null);
  const [newest, setNewest] = createSignal(true);
  const knownAs = (saleId: string) => {
    const act = known();
    return act && saleId === act.id ? { act, newest: newest() } : null;
  };
  const till = aTill(keptAs, { known: knownAs });
  till.choose();
  expect(till.checkout.stand()).toBe("cart");
  setKnown(keptSale(1));
  await rest();
  expect([till.checkout.stand(), till.cart.isEmpty()]).toEqual(["done", true]);
  expect(till.checkout.sold()?.changeRupiah).toBe(30_000);
  till.checkout.next();
  // The browser had written down the cart of an earlier sale: it is emptied, and no customer is told again.
  till.choose();
  setNewest(false);
  setKnown({ ...keptSale(1), id: till.cart.state.id });
  await rest();
  expect([till.checkout.stand(), till.cart.isEmpty()]).toEqual(["cart", true]);
  till.dispose();
});

test("D1: a cart that had been a sale already is shown as the sale it is, by whoever says so", async () => {
  const answer = { id: id(1), receiptNumber: "KARTINI-K1-000004", totalRupiah: 20_000, changeRupiah: 0 };
  const till = aTill(async () => ({ is: "accepted", answer }) as never);
  till.choose();
  till.checkout.begin();
  await till.checkout.pay(cash);
  expect([till.checkout.stand(), till.checkout.sold()?.receiptNumber]).toEqual(["done", "KARTINI-K1-000004"]);
  till.dispose();
  const recorded = keptSale(
    1,
    {},
    {
      promised: false,
      seen: true,
      outcome: { is: "accepted", answer: { ...answer, businessDay: "2021-03-17", seal: "abcd" } },
    },
  );
  const [known, setKnown] = createSignal<KeptAct | null>(null);
  const knownOnce = (saleId: string) => {
    const act = known();
    return act && saleId === id(1) ? { act, newest: true } : null;
  };
  const again = aTill(keptAs, { known: knownOnce });
  again.choose();
  setKnown(recorded);
  await rest();
  expect([again.checkout.sold()?.receiptNumber, again.cart.isEmpty()]).toEqual(["KARTINI-K1-000004", true]);
  again.dispose();
});

test("a full disk is told before money is taken, and what asks for a manager before the customer pays", async () => {
  const full = aTill(keptAs, { hasRoom: async () => false });
  full.choose();
  full.checkout.begin();
  await rest();
  expect([full.checkout.stand(), full.checkout.turnedAway()?.code]).toEqual(["cart", "device_full"]);
  full.dispose();
  const shut = aTill(keptAs, { hasRoom: async () => Promise.reject(new Refused("broken", {})) });
  shut.choose();
  shut.checkout.begin();
  await rest();
  expect([shut.checkout.stand(), shut.checkout.turnedAway()?.code]).toEqual(["cart", "broken"]);
  shut.dispose();
  const asks = aTill(keptAs, { closed: () => new Refused("approval_needs_server", {}) });
  asks.choose();
  asks.checkout.begin();
  expect([asks.checkout.stand(), asks.checkout.turnedAway()?.code]).toEqual([
    "cart",
    "approval_needs_server",
  ]);
  asks.dispose();
});

test("refused before the promise, everything is as it was: the cart, the tender, and why", async () => {
  const till = aTill(async () => ({ is: "refused", refusal: new Refused("shift_not_open", {}) }) as never);
  till.choose();
  till.checkout.begin();
  await till.checkout.pay(cash);
  expect(till.checkout.stand()).toBe("pay");
  expect(till.checkout.problem()).toMatchObject({ code: "shift_not_open" });
  expect(till.cart.isEmpty()).toBe(false);
  expect(till.charged).toEqual([]);
  till.dispose();
});
