// What a cashier must not be told: what drawers should hold before they are counted (C1), and what lies in safe and bank.
import { expect, test } from "vitest";
import { createApp } from "#api/app";
import { tillView } from "#domain/tills";
import { close, testShop } from "../shop.ts";
import { sell } from "../till.ts";

test("C1 where the money is and where it went is for who may move it", async () => {
  const shop = await testShop();
  const app = createApp(shop);
  const asked = async (staffId: number, pin: string) => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ staffId, pin });
    const signedIn = await app.request("/api/session", { method: "POST", headers, body });
    const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
    return (await app.request("/api/money", { headers: { cookie } })).status;
  };
  expect(await asked(shop.cashier.staffId, shop.pins.cashier)).toBe(403);
  expect(await asked(shop.manager.staffId, shop.pins.manager)).toBe(200);
});

test("C1 an open shift does not give away by its sums what its drawer should hold", async () => {
  const shop = await testShop();
  sell(shop, ["KOPI", "AIR"]);
  const open = { sales: 1, salesRupiah: null, refundsRupiah: null, byMethod: {}, expectedRupiah: null };
  expect(tillView(shop, shop.till.tillId).shift).toMatchObject(open);
  expect(close(shop)).toMatchObject({ sales: 1, salesRupiah: 16_000, byMethod: { cash: 16_000 } });
});
