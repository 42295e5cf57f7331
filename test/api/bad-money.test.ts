// Sales, refunds and payouts that are wrong are refused with a code and a sentence of their own, and nothing of them is saved.
import { beforeAll, describe, expect, test } from "vitest";
import type { RefusalCode } from "#rules/refusal";
import type { SaleCommand } from "#rules/sale";
import { newId, type TestShop, testShop } from "../shop.ts";
import { payoutCommand, refundCommand, saleCommand, sell } from "../till.ts";
import { apiOf } from "./asking.ts";
import { type Refused, refusing } from "./refusing.ts";

let shop: TestShop;
let refused: Refused;

beforeAll(async () => {
  shop = await testShop();
  refused = refusing(shop, await apiOf(shop).manager());
});

describe("a sale", () => {
  const line = (command: SaleCommand, changed: Partial<SaleCommand["lines"][number]>): SaleCommand => ({
    ...command,
    lines: command.lines.map((one, index) => (index === 0 ? { ...one, ...changed } : one)),
  });
  const changes: [
    what: string,
    change: (command: SaleCommand) => object,
    status: number,
    code: RefusalCode,
  ][] = [
    [
      "whose total is not its lines",
      (sale) => ({
        ...sale,
        totalRupiah: sale.totalRupiah + 1,
        payments: [{ method: "cash", amountRupiah: sale.totalRupiah + 1 }],
      }),
      422,
      "parts_do_not_add_up",
    ],
    [
      "whose net is not its price less its discount",
      (sale) => line(sale, { netRupiah: 1 as never }),
      422,
      "parts_do_not_add_up",
    ],
    [
      "whose rounding is not the centre's",
      (sale) => ({ ...sale, roundingRupiah: 50 }),
      422,
      "parts_do_not_add_up",
    ],
    [
      "whose payments are not its total",
      (sale) => ({ ...sale, payments: [{ method: "cash", amountRupiah: 1 }] }),
      422,
      "payments_do_not_add_up",
    ],
    [
      "paid with less cash than it costs",
      (sale) => ({
        ...sale,
        payments: [{ method: "cash", amountRupiah: sale.totalRupiah, tenderedRupiah: 1 }],
      }),
      422,
      "too_little_cash",
    ],
    [
      "with change from QRIS",
      (sale) => ({
        ...sale,
        payments: [{ method: "qris", amountRupiah: sale.totalRupiah, tenderedRupiah: sale.totalRupiah + 1 }],
      }),
      422,
      "change_only_from_cash",
    ],
    ["of an unknown product", (sale) => line(sale, { productId: 9_999 as never }), 422, "unknown_product"],
    ["of a negative quantity", (sale) => line(sale, { quantityMilli: -1000 }), 400, "quantity_not_positive"],
    ["of nothing", (sale) => line(sale, { quantityMilli: 0 }), 400, "quantity_not_positive"],
    ["of half a thousandth", (sale) => line(sale, { quantityMilli: 0.5 }), 400, "invalid_request"],
    [
      "of a barcode's worth (T4)",
      (sale) => line(sale, { quantityMilli: 8_991_234_567_890 }),
      400,
      "quantity_too_large",
    ],
    [
      "at a price with a fraction",
      (sale) => line(sale, { unitPriceRupiah: 12.5 as never }),
      400,
      "amount_not_whole",
    ],
    ["at a negative price", (sale) => line(sale, { unitPriceRupiah: -1 as never }), 400, "amount_not_whole"],
    [
      "at a price in a text",
      (sale) => line(sale, { unitPriceRupiah: "4000" as never }),
      400,
      "amount_not_whole",
    ],
    [
      "with a discount above its price",
      (sale) => line(sale, { discountRupiah: 4_001 as never }),
      422,
      "discount_too_large",
    ],
    [
      "with a discount above the whole",
      (sale) => ({ ...sale, saleDiscountRupiah: 1e9 }),
      422,
      "discount_too_large",
    ],
    ["without lines", (sale) => ({ ...sale, lines: [] }), 400, "invalid_request"],
    ["without payments", (sale) => ({ ...sale, payments: [] }), 400, "invalid_request"],
    [
      "with a number out of turn (N1)",
      (sale) => ({ ...sale, receiptNumber: "UJI-K1-000099" }),
      409,
      "receipt_number_wrong",
    ],
    [
      "out of its till's step (L9)",
      (sale) => ({ ...sale, till: { ...sale.till, seq: sale.till.seq + 1 } }),
      409,
      "till_out_of_step",
    ],
    ["of a till nobody knows", (sale) => ({ ...sale, till: { tillId: 99, seq: 1 } }), 404, "unknown_till"],
    ["in no open shift (S11)", (sale) => ({ ...sale, shiftId: newId() }), 409, "shift_not_open"],
    ["with an id that is none", (sale) => ({ ...sale, id: "penjualan-1" }), 400, "invalid_request"],
    ["in the year 1970", (sale) => ({ ...sale, soldAtMs: 0 }), 400, "invalid_request"],
    [
      "with an amount beyond what is safe",
      (sale) => line(sale, { unitPriceRupiah: Number.MAX_SAFE_INTEGER as never, quantityMilli: 2000 }),
      422,
      "amount_too_large",
    ],
  ];

  test.each(changes)("%s", async (_, change, status, code) => {
    const command = { ...saleCommand(shop, ["AIR"]), ...change(saleCommand(shop, ["AIR"])) };
    expect(await refused("POST", "/sales", command)).toEqual([status, code]);
  });

  test("two different sales with one id (D3)", async () => {
    const sale = sell(shop, ["AIR"]);
    expect(await refused("POST", "/sales", { ...saleCommand(shop, ["KOPI"]), id: sale.id })).toEqual([
      409,
      "id_conflict",
    ]);
  });

  test("refunds of more than was sold, of a line twice, of a sale that is not there, before it", async () => {
    const sale = sell(shop, ["AIR"]);
    const back = refundCommand(shop, sale.id, [[1, 1]]);
    const [line1] = back.lines;
    expect(
      await refused("POST", "/refunds", { ...back, lines: [{ ...line1, quantityMilli: 1001 }] }),
    ).toEqual([422, "refund_more_than_sold"]);
    expect(await refused("POST", "/refunds", { ...back, lines: [{ ...line1, lineNo: 2 }] })).toEqual([
      422,
      "refund_more_than_sold",
    ]);
    expect(await refused("POST", "/refunds", { ...back, lines: [line1, line1] })).toEqual([
      422,
      "line_twice",
    ]);
    expect(await refused("POST", "/refunds", { ...back, saleId: newId() })).toEqual([404, "unknown_sale"]);
    expect(
      await refused("POST", "/refunds", { ...back, refundedAtMs: back.refundedAtMs - 3_600_000 }),
    ).toEqual([422, "refund_before_sale"]);
  });

  test("payouts of more than is owed, of more than there is, to a group, to nobody named", async () => {
    sell(shop, ["BATIK"]);
    const pay = (amount: number, how = {}) => payoutCommand(shop, "SARI", amount, how);
    expect(await refused("POST", "/payouts", pay(136_001))).toEqual([422, "more_than_owed"]);
    expect(await refused("POST", "/payouts", pay(0))).toEqual([400, "invalid_request"]);
    expect(await refused("POST", "/payouts", payoutCommand(shop, "KELOMPOK", 1))).toEqual([
      422,
      "groups_are_not_paid",
    ]);
    expect(await refused("POST", "/payouts", pay(1, { receivedBy: "guardian" }))).toEqual([
      422,
      "receiver_needed",
    ]);
    expect(await refused("POST", "/payouts", pay(1, { source: "drawer" }))).toEqual([409, "shift_not_open"]);
  });
});
