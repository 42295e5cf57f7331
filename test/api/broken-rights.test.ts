// What a cashier must not be told: what drawers should hold before they are counted (C1), and what lies in safe and bank.
import { expect, test } from "vitest";
import { createApp } from "#api/app";
import { testShop } from "../shop.ts";

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
