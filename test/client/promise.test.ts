// What a till may promise without its server: everything but what asks for a manager, and refunds of sales it does not hold (R2).
import { expect, test } from "vitest";
import { saleIdSchema, shiftIdSchema } from "#rules/ids";
import { rupiah } from "#rules/money";
import { createWhyNotPromised, type PromiseNeeds } from "../../client/promise.ts";
import { heldSales } from "../../client/till/held-sales.ts";
import { receiptSaleOf } from "../../client/till/offline-receipt.ts";
import { id, keptSale, saleDraft } from "./kept-sale.ts";

const limits = { discountLimitBasisPoints: 1000, refundLimitRupiah: rupiah(100_000) };
const asked = (given: Partial<PromiseNeeds> = {}) =>
  createWhyNotPromised({
    mayApprove: () => false,
    cashier: () => "Dewi",
    limits: () => limits,
    step: () => 100,
    heldSale: () => null,
    ...given,
  });

test("a sale within the limits is promised; too much given away, or something for nothing, asks a manager", () => {
  const why = asked();
  expect(why("sale", saleDraft())).toBeNull();
  const generous = saleDraft({ discountRupiah: rupiah(5_000), netRupiah: rupiah(15_000) });
  expect(why("sale", generous)?.code).toBe("approval_needs_server");
  expect(why("sale", { ...generous, approvalId: id(9) })).toBeNull();
  expect(why("sale", saleDraft({ unitPriceRupiah: rupiah(0), netRupiah: rupiah(0) }))?.code).toBe(
    "approval_needs_server",
  );
  expect(asked({ mayApprove: () => true })("sale", generous)).toBeNull();
  expect(asked({ limits: () => null })("sale", saleDraft())).toBeNull();
});

test("counting and closing wait for the server, whoever is here; opening and moving money do not", () => {
  const why = asked({ mayApprove: () => true });
  const shiftId = shiftIdSchema.parse(id(900));
  expect(why("close_shift", { id: id(1), shiftId, countId: id(2), closedAtMs: 1 })?.code).toBe(
    "server_needed",
  );
  expect(why("count_shift", { id: id(1), shiftId, notes: [], countedAtMs: 1 })?.code).toBe("server_needed");
  expect(asked()("open_shift", { id: shiftId, floatRupiah: rupiah(0), openedAtMs: 1 })).toBeNull();
  const opening = { id: id(1), shiftId, reason: "Tukar uang", openedAtMs: 1 };
  expect(asked()("open_drawer", opening)?.code).toBe("approval_needs_server");
  expect(why("open_drawer", opening)).toBeNull();
});

test("a refund is promised of a sale that this device holds, within the limit, in the way it was paid (R2)", () => {
  const act = keptSale(1, { totalRupiah: rupiah(20_000) });
  const [held] = heldSales([act], "Asia/Jakarta");
  if (!held) throw new Error("not held");
  const back = (over: object = {}) => ({
    id: id(5) as never,
    shiftId: shiftIdSchema.parse(id(900)),
    saleId: saleIdSchema.parse(id(1)),
    refundedAtMs: 1_616_000_000_500,
    reason: "unwanted" as const,
    lines: [{ lineNo: 1, quantityMilli: 1000, restock: true }],
    inCash: false,
    ...over,
  });
  const why = asked({ heldSale: () => held });
  expect(asked()("refund", back())?.code).toBe("not_on_this_device");
  expect(why("refund", back())).toBeNull();
  expect(
    why("refund", back({ reason: "mistake", lines: [{ lineNo: 1, quantityMilli: 2000, restock: true }] }))
      ?.code,
  ).toBe("approval_needs_server");
  expect(why("refund", back({ centreBears: true }))?.code).toBe("approval_needs_server");
  expect(why("refund", back({ lines: [{ lineNo: 1, quantityMilli: 9000, restock: true }] }))?.code).toBe(
    "refund_more_than_sold",
  );
  const low = asked({
    heldSale: () => held,
    limits: () => ({ ...limits, refundLimitRupiah: rupiah(5_000) }),
  });
  expect(low("refund", back())?.code).toBe("approval_needs_server");
  const void_ = back({ reason: "mistake", lines: [{ lineNo: 1, quantityMilli: 2000, restock: true }] });
  expect(asked({ heldSale: () => held, mayApprove: () => true })("refund", void_)).toBeNull();
});

test("a paper whose memo cannot be read is no sale of this device, and breaks none of the others", () => {
  const [good, bad] = [keptSale(1), { ...keptSale(2), memo: { receiptNumber: 7 } }];
  expect(heldSales([good, bad], "Asia/Jakarta").map(({ view }) => view.id)).toEqual([good.id]);
  expect(receiptSaleOf(saleDraft(), { ...noIssuer }).lines[0]?.name).toBe("");
});

const noIssuer = {
  cashier: "",
  till: "",
  letterhead: { name: "", place: "", footer: "" },
  approvedBy: null,
  productOf: () => null,
  stallOf: () => "",
  taxOf: () => null,
};
