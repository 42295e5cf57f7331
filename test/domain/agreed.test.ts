// What was agreed holds: the price in force, the way a sale was paid, what the centre has borne, and the PIN of today.
import { expect, test } from "vitest";
import { figuresOf } from "#domain/figures";
import { changeStaff } from "#domain/staff";
import { rupiah } from "#rules/money";
import { createApp } from "../../server/api/app.ts";
import { cleanBook, newId, testShop } from "../shop.ts";
import { payOut, refund, sell, set, takeBack } from "../till.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });

test("a price below the one in force needs a manager's approval, even where makers and cost are covered", async () => {
  const shop = await testShop();
  const cheap = [{ sku: "BATIK", price: 169_999 }] as const;
  expect(() => sell(shop, cheap)).toThrow(refusedAs("approval_needed"));
  sell(shop, cheap, { approved: true });
  // A price that is asked and said to be nothing is a gift, and somebody stands for it.
  expect(() => sell(shop, [{ sku: "PIJAT", price: 0 }])).toThrow(refusedAs("approval_needed"));
  sell(shop, [{ sku: "PIJAT", price: 0 }], { approved: true });
  sell(shop, [{ sku: "BATIK", price: 170_001 }]);
  await cleanBook(shop);
});

test("R1 C4 a sale paid in two ways and returned piece by piece with rounding leaves no turnover with either way", async () => {
  const shop = await testShop();
  set(shop, { cashRoundingRupiah: 100 });
  const sale = sell(shop, [{ sku: "PIJAT", quantity: 3, price: 66_667 }], { pay: [["qris", 5_000]] });
  for (const unit of [1, 2, 3]) refund(shop, sale, [[1, 1]], { at: shop.tick() + unit });
  const { turnover, byPaymentMethod } = await figuresOf(shop, null);
  expect({ turnover, byPaymentMethod }).toEqual({ turnover: 0, byPaymentMethod: { cash: 0, qris: 0 } });
  await cleanBook(shop);
});

test("K8 a payout whose refund the centre has borne is not taken back: the maker would be owed for goods that came back", async () => {
  const shop = await testShop();
  set(shop, { refundAfterPayout: "centre" });
  const sale = sell(shop, ["BATIK"]);
  const payout = payOut(shop, "SARI", 136_000);
  refund(shop, sale, [[1, 1]]);
  expect(() => takeBack(shop, payout)).toThrow(refusedAs("payout_was_borne"));
  expect(() => payOut(shop, "SARI", 1)).toThrow(refusedAs("more_than_owed"));
  await cleanBook(shop);
});

test("a set-up sent again opens nothing with a PIN that has since been changed", async () => {
  const shop = await testShop();
  await shop.startOver();
  const setUp = {
    id: newId(),
    centre: {
      code: "UJI",
      name: "Sentra Uji",
      place: "Temanggung",
      province: "Jawa Tengah",
      regionCode: "33.23",
      timeZone: "Asia/Jakarta",
    },
    stalls: [{ code: "GALERI", name: "Galeri" }],
    manager: { name: "Ibu Ratna", pin: "739164" },
    openingSafeRupiah: 0,
    openingBankRupiah: 0,
  };
  const send = () =>
    createApp(shop).request("/api/setup", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(setUp),
    });
  const first = await send();
  const { person } = (await first.json()) as { person: { staffId: number; name: string } };
  expect((await send()).status).toBe(200);
  const who = {
    staffId: person.staffId,
    code: "S01",
    name: person.name,
    roles: ["manager"],
    stallIds: null,
  } as const;
  await changeStaff(shop, who, {
    id: newId(),
    staffId: person.staffId as never,
    name: person.name,
    roles: ["manager"],
    active: true,
    pin: "111222",
  });
  const late = await send();
  expect([late.status, late.headers.get("set-cookie")]).toEqual([401, null]);
});

test("amounts of a trillion and more are refused, so that no sum of a book leaves the safe range", async () => {
  const shop = await testShop();
  expect(() => rupiah(Number.MAX_SAFE_INTEGER + 1)).toThrow();
  const { amountSchema } = await import("#rules/money");
  expect(amountSchema.safeParse(1_000_000_000_000).success).toBe(true);
  expect(amountSchema.safeParse(1_000_000_000_001).error?.issues[0]?.message).toBe("amount_too_large");
  await shop.book.close();
});
