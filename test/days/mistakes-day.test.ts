// A day of mistakes: what a cashier does wrong, how it is mended, and that nothing of it is ever hidden.
import { expect, test } from "vitest";
import { recordSale } from "#domain/sales";
import { shiftReport } from "#domain/shift-reports";
import { shiftView } from "#domain/shift-views";
import { closeShift } from "#domain/shifts";
import { tillView } from "#domain/tills";
import { contents } from "../contents.ts";
import {
  allFigures,
  cleanBook,
  close,
  countDrawer,
  inDrawer,
  moveCash,
  newId,
  nextStamp,
  open,
  type TestShop,
  testShop,
} from "../shop.ts";
import { refund, refundCommand, saleCommand, sell } from "../till.ts";

/** Does something that must be refused so, and must leave no trace. */
function refused(shop: TestShop, code: string, act: () => unknown): void {
  const before = contents(shop);
  expect(act).toThrow(expect.objectContaining({ code }));
  expect(contents(shop)).toEqual(before);
}

test("from opening twice to counting wrong", async () => {
  const shop = await testShop();
  refused(shop, "shift_already_open", () => open(shop));

  // The same press sent twice is one sale; a number out of turn and a wrong total are none.
  const coffee = saleCommand(shop, ["KOPI"]);
  const sold = recordSale(shop, shop.cashier, coffee);
  expect(recordSale(shop, shop.cashier, coffee)).toEqual(sold);
  refused(shop, "till_out_of_step", () => recordSale(shop, shop.cashier, { ...coffee, id: newId() }));
  const water = saleCommand(shop, ["AIR"]);
  refused(shop, "receipt_number_wrong", () =>
    recordSale(shop, shop.cashier, { ...water, receiptNumber: sold.receiptNumber }),
  );
  refused(shop, "parts_do_not_add_up", () =>
    recordSale(shop, shop.cashier, { ...water, totalRupiah: 3_000 as never }),
  );

  // R3 the wrong thing was rung up: a manager voids it before the customer leaves; it cannot be voided twice.
  const wrong = sell(shop, ["BATIK"]);
  refused(shop, "approval_needed", () => refund(shop, wrong, [[1, 1]], { reason: "mistake" }));
  refund(shop, wrong, [[1, 1]], { reason: "mistake", approved: true });
  refused(shop, "refund_more_than_sold", () => refund(shop, wrong, [[1, 1]], { reason: "mistake" }));
  expect(inDrawer(shop)).toBe(212_000);

  // A customer brings a coffee back; somebody tries to take back two.
  refused(shop, "refund_more_than_sold", () => refund(shop, sold, [[1, 2]]));
  refund(shop, sold, [[1, 1, "damaged"]], { reason: "damaged" });

  // More is taken out of the drawer than lies in it; then the right amount, without its reason nothing moves.
  refused(shop, "drawer_too_empty", () => moveCash(shop, "cash_out", 2_000_000));
  moveCash(shop, "cash_out", 20_000, "Beli gas");

  // Closed without a count; counted, but then somebody still sold; counted again, wrong; a word is needed.
  const closing = (countId: string, reason?: string) =>
    closeShift(shop, shop.cashier, {
      id: newId(),
      till: nextStamp(shop),
      shiftId: shop.shiftId,
      countId,
      ...(reason === undefined ? {} : { reason }),
      closedAtMs: shop.tick(),
    });
  refused(shop, "count_first", () => closing(newId()));
  const early = countDrawer(shop, 180_000);
  sell(shop, ["AIR"]);
  refused(shop, "count_again", () => closing(early.countId));
  const last = countDrawer(shop, 180_000);
  refused(shop, "difference_needs_reason", () => closing(last.countId));
  const closed = closing(last.countId, "Kembalian salah");
  expect(closed).toMatchObject({ expectedRupiah: 184_000, countedRupiah: 180_000, differenceRupiah: -4_000 });

  // Closed a second time, and a sale after the closing.
  expect(closing(last.countId, "sekali lagi")).toEqual(closed);
  const { lastSeq } = tillView(shop, shop.till.tillId);
  refused(shop, "shift_not_open", () => sell(shop, ["AIR"]));
  refused(shop, "shift_not_open", () => refund(shop, wrong, [[1, 1]]));
  expect(tillView(shop, shop.till.tillId).lastSeq).toBe(lastSeq);

  // Everything stands in the Z, the mended mistakes too.
  expect(shiftReport(shop, shop.cashier, shop.shiftId).z).toMatchObject({
    totals: {
      sales: { count: 3, rupiah: 186_000 },
      voids: { count: 1, rupiah: 170_000 },
      refunds: { count: 1, rupiah: 12_000 },
      cashOut: { count: 1, rupiah: 20_000 },
      firstNumber: "UJI-K1-000001",
      lastNumber: "UJI-K1-000005",
    },
    counts: 2,
    firstCountedRupiah: 180_000,
    perpetualNetRupiah: 4_000,
    perpetualAbsoluteRupiah: 368_000,
  });
  expect(await allFigures(shop)).toMatchObject({ turnover: 4_000, transactions: 3, refunds: 2 });
  await cleanBook(shop);

  // The next morning: the difference of yesterday is not in the new drawer (C2), and yesterday's sale can still come back.
  shop.set("2025-07-16 08:00");
  open(shop);
  expect(inDrawer(shop)).toBe(200_000);
  const back = refundCommand(shop, sold.id, [[1, 1]]);
  expect(back.shiftId).not.toBe(closed.id);
  expect(shiftView(shop, closed.id)).toEqual(closed);
  close(shop);
  await cleanBook(shop);
});
