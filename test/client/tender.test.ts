// A sale is paid in one way or in parts: what is left, what rounds, and the payments that come of it in the end.
import fc from "fast-check";
import { createRoot, createSignal } from "solid-js";
import { expect, test } from "vitest";
import { type Rupiah, rupiah, sum } from "#rules/money";
import { METHODS, type Method, type RoundingStep, saleTotal } from "#rules/sale";
import { createTender, type Tender } from "../../client/till/tender.ts";

const ids = { last: 0 };
const newId = () => {
  ids.last += 1;
  return `00000000-0000-4000-8000-${String(ids.last).padStart(12, "0")}`;
};
function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

interface Given {
  dues: readonly number[];
  step?: RoundingStep;
  place?: ReturnType<typeof storage>;
}
function withTender<T>(given: Given, use: (tender: Tender, cart: (id: string) => void) => T): T {
  return createRoot((dispose) => {
    const [cartId, setCartId] = createSignal("00000000-0000-4000-8000-00000000000a");
    const tender = createTender({
      newId,
      cartId,
      dues: () => given.dues.map(rupiah),
      step: () => given.step ?? 0,
      storage: given.place ?? storage(),
      key: "parts",
    });
    queueMicrotask(dispose);
    return use(tender, setCartId);
  });
}

test("a QRIS part and the rest in cash: only the cash is rounded, and only cash gives change", () => {
  withTender({ dues: [87_350], step: 100 }, (tender) => {
    expect(tender.rest()).toBe(87_300);
    tender.setWay("qris");
    expect(tender.rest()).toBe(87_350);
    tender.addPart(rupiah(50_000), { method: "qris" });
    expect(tender.way()).toBe("cash");
    expect(tender.rest()).toBe(37_300);
    expect(tender.closedBy({ method: "cash", tenderedRupiah: rupiah(40_000) })).toEqual({
      roundingRupiah: 50,
      totalRupiah: 87_300,
      payments: [
        { method: "qris", amountRupiah: 50_000 },
        { method: "cash", amountRupiah: 37_300, tenderedRupiah: 40_000 },
      ],
    });
  });
});

test("cash first and the rest by card: nothing is rounded, the approval code goes with its part", () => {
  withTender({ dues: [87_350], step: 100 }, (tender) => {
    expect(tender.judgePart("cash", rupiah(50_050))).toEqual({ ok: false, why: "cash_step" });
    tender.addPart(rupiah(50_000), { method: "cash" });
    tender.setWay("edc");
    expect(tender.rest()).toBe(37_350);
    expect(tender.closedBy({ method: "edc", reference: "123456" })).toMatchObject({
      roundingRupiah: 0,
      totalRupiah: 87_350,
      payments: [
        { method: "cash", amountRupiah: 50_000, tenderedRupiah: 50_000 },
        { method: "edc", amountRupiah: 37_350, reference: "123456" },
      ],
    });
  });
});

test("two handfuls of cash are one payment", () => {
  withTender({ dues: [30_000] }, (tender) => {
    tender.addPart(rupiah(10_000), { method: "cash" });
    tender.addPart(rupiah(5_000), { method: "qris", unconfirmed: true });
    expect(tender.closedBy({ method: "cash", tenderedRupiah: rupiah(20_000) }).payments).toEqual([
      { method: "cash", amountRupiah: 25_000, tenderedRupiah: 30_000 },
      { method: "qris", amountRupiah: 5_000, unconfirmed: true },
    ]);
  });
});

test("a part leaves something to pay, and five ways are the most", () => {
  withTender({ dues: [10_000] }, (tender) => {
    expect(tender.judgePart("qris", null)).toEqual({ ok: false, why: "nothing" });
    expect(tender.judgePart("qris", rupiah(10_000))).toEqual({ ok: false, why: "all_of_it" });
    for (let part = 0; part < 4; part += 1) tender.addPart(rupiah(1_000), { method: "qris" });
    expect(tender.judgePart("qris", rupiah(1_000))).toEqual({ ok: false, why: "too_many" });
    tender.removePart(tender.parts()[0]?.key ?? "");
    expect(tender.paid()).toBe(3_000);
  });
});

test("what was paid for a cart stays with it: put aside, emptied, reloaded; and is gone once it is a sale", async () => {
  const place = storage();
  const [mine, other] = ["00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"];
  await new Promise<void>((done) =>
    createRoot((dispose) => {
      const [cartId, setCartId] = createSignal(mine);
      const tender = createTender({
        newId,
        cartId,
        dues: () => [rupiah(10_000)],
        step: () => 0,
        storage: place,
        key: "parts",
      });
      tender.addPart(rupiah(4_000), { method: "qris" });
      setCartId(other);
      expect(tender.parts()).toEqual([]);
      expect([tender.paidFor(mine), tender.paidFor(other)]).toEqual([4_000, 0]);
      setCartId(mine);
      expect(tender.paid()).toBe(4_000);
      queueMicrotask(() => {
        dispose();
        done();
      });
    }),
  );
  withTender({ dues: [10_000], place }, (tender) => {
    expect(tender.paid()).toBe(4_000);
    tender.charged(mine);
    expect(tender.parts()).toEqual([]);
  });
});

test("a cart that shrank below what was paid is said to be over, and is not closed", () => {
  withTender({ dues: [3_000] }, (tender) => {
    tender.addPart(rupiah(5_000), { method: "qris" });
    expect(tender.isOver()).toBe(true);
    expect(tender.rest()).toBe(0);
  });
});

const method = fc.constantFrom<Method>(...METHODS);
test("however it is split, the payments add up to what the rules say the sale comes to", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom<RoundingStep>(0, 50, 100),
      fc.array(fc.tuple(method, fc.integer({ min: 1, max: 300_000 })), { maxLength: 4 }),
      method,
      (dues, step, parts, last) => {
        withTender({ dues, step }, (tender) => {
          for (const [way, amount] of parts)
            if (tender.judgePart(way, rupiah(amount)).ok) tender.addPart(rupiah(amount), { method: way });
          fc.pre(!tender.isOver());
          const closed = tender.closedBy({ method: last });
          const paid = sum(closed.payments.map((payment) => payment.amountRupiah));
          const cashless = sum(
            closed.payments.filter((one) => one.method !== "cash").map((one) => one.amountRupiah),
          );
          const byRule = saleTotal(dues.map(rupiah) as Rupiah[], cashless, step);
          expect(paid).toBe(closed.totalRupiah);
          expect(closed).toMatchObject({
            totalRupiah: byRule.totalRupiah,
            roundingRupiah: byRule.roundingRupiah,
          });
        });
      },
    ),
  );
});
