// Signing in: cookies that no script and no other site can use, doors that lock, sessions that end, PINs that stand nowhere.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { giveCard } from "#domain/makers";
import { stalls } from "#domain/products";
import { changeStaff } from "#domain/staff";
import { rupiah } from "#rules/money";
import { contents } from "../contents.ts";
import { cleanBook, newId, type TestShop, testShop } from "../shop.ts";
import { set } from "../till.ts";
import { apiOf, refusalOf } from "./asking.ts";

const change = (shop: TestShop, changed: object) =>
  changeStaff(shop, shop.manager, {
    id: newId(),
    staffId: shop.cashier.staffId as never,
    name: "Dewi",
    roles: ["cashier"],
    active: true,
    ...changed,
  });

describe("a session", () => {
  test("is a cookie that scripts cannot read, that other sites cannot send, and of which the book keeps only a hash", async () => {
    const shop = await testShop();
    const person = await apiOf(shop).cashier();
    const [cookie = ""] = person.cookies;
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(cookie).toMatch(/; Path=\//);
    const token = /=([^;]+)/.exec(cookie)?.[1] ?? "";
    expect(token.length).toBeGreaterThanOrEqual(43);
    expect(JSON.stringify(contents(shop, true))).not.toContain(token);
    const { body } = await person.ask("GET", "/session");
    expect(body).toMatchObject({
      book: "ready",
      practice: false,
      person: { name: "Dewi", roles: ["cashier"] },
    });
  });

  test("over https the cookie travels only over https", async () => {
    const { createApp } = await import("#api/app");
    const shop = await testShop();
    const answer = await createApp(shop).request("https://toko.example/api/session", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ staffId: shop.cashier.staffId, pin: shop.pins.cashier }),
    });
    expect(answer.headers.get("set-cookie")).toMatch(/; Secure/);
  });

  test("ends by signing out, after a working day, with a new PIN, and when the person leaves", async () => {
    const shop = await testShop();
    const api = apiOf(shop);
    const inside = async (person: Awaited<ReturnType<typeof api.cashier>>) =>
      (await person.ask("GET", "/catalogue")).status;
    const [first, second, third] = [await api.cashier(), await api.cashier(), await api.cashier()];
    expect(await inside(first)).toBe(200);
    await first.ask("DELETE", "/session");
    expect([await inside(first), await inside(second)]).toEqual([401, 200]);
    shop.later(14);
    expect(await inside(second)).toBe(401);
    await third.signIn(shop.cashier.staffId, shop.pins.cashier);
    await change(shop, { pin: "112233" });
    expect(await inside(third)).toBe(401);
    expect(refusalOf(await third.signIn(shop.cashier.staffId, shop.pins.cashier))).toBe("wrong_pin");
    expect((await third.signIn(shop.cashier.staffId, "112233")).status).toBe(200);
    await change(shop, { active: false });
    expect(await inside(third)).toBe(401);
    expect(refusalOf(await third.signIn(shop.cashier.staffId, "112233"))).toBe("wrong_pin");
    await cleanBook(shop);
  });

  test("ends with other roles, so that what was taken away is gone at the next request; other stalls do not end it", async () => {
    const shop = await testShop();
    await change(shop, { roles: ["cashier", "manager"] });
    const person = await apiOf(shop).cashier();
    expect((await person.ask("GET", "/makers")).status).toBe(200);
    await change(shop, { roles: ["manager", "cashier"] });
    expect((await person.ask("GET", "/makers")).status).toBe(200); // the same roles in another order
    await change(shop, { roles: ["cashier"] });
    expect(refusalOf(await person.ask("GET", "/makers"))).toBe("not_signed_in");
    await person.signIn(shop.cashier.staffId, shop.pins.cashier);
    expect(refusalOf(await person.ask("GET", "/makers"))).toBe("not_allowed");
    const [stall] = stalls(shop);
    await change(shop, { stallIds: [stall?.stallId] });
    expect((await person.ask("GET", "/session")).body).toMatchObject({
      person: { stallIds: [stall?.stallId] },
    });
    await cleanBook(shop);
  });

  test("of who was signed in before ends in the moment when the next cashier signs in at the same till", async () => {
    const shop = await testShop();
    const api = apiOf(shop);
    const till = await api.cashier();
    const [cookie = ""] = till.cookies;
    const before = { cookie: cookie.split(";")[0] ?? "" };
    const theirs = async () =>
      (await api.stranger().ask("GET", "/session", undefined, before)).body as { person: unknown };
    expect(refusalOf(await till.signIn(shop.manager.staffId, "000000"))).toBe("wrong_pin");
    expect((await theirs()).person).toMatchObject({ name: "Dewi" }); // a wrong PIN throws nobody out
    expect((await till.signIn(shop.manager.staffId, shop.pins.manager)).body).toMatchObject({
      person: { name: "Ibu Ratna" },
    });
    expect((await theirs()).person).toBeNull();
    await till.ask("DELETE", "/session"); // the till locks itself
    expect((await till.ask("GET", "/session")).body).toMatchObject({ person: null });
    expect(contents(shop, true)["sessions"]).toEqual([]);
  });

  test("says what the till needs: limits, when to lock, and the person's stalls", async () => {
    const shop = await testShop();
    const { body } = await (await apiOf(shop).cashier()).ask("GET", "/session");
    expect(body).toMatchObject({
      settings: { lockAfterMinutes: 5 },
      person: { stallIds: null },
    });
    set(shop, { discountLimitBasisPoints: 0, refundLimitRupiah: rupiah(100_000), lockAfterMinutes: 1 });
    expect((await apiOf(shop).stranger().ask("GET", "/session")).body).toMatchObject({
      settings: { discountLimitBasisPoints: 0, refundLimitRupiah: 100_000, lockAfterMinutes: 1 },
    });
  });

  test("that is over is not kept", async () => {
    const shop = await testShop();
    const api = apiOf(shop);
    await api.cashier();
    shop.later(15);
    await api.manager();
    expect(contents(shop, true)["sessions"]).toHaveLength(1);
  });

  test("the last manager can neither leave nor give the role away", async () => {
    const shop = await testShop();
    const manager = await apiOf(shop).manager();
    const { staffId } = shop.manager;
    const asked = { id: newId(), staffId, name: "Ibu Ratna", roles: ["cashier"], active: true };
    expect(refusalOf(await manager.ask("PUT", `/staff/${staffId}`, asked))).toBe("last_manager");
    const left = { ...asked, id: newId(), roles: ["manager"], active: false };
    expect(refusalOf(await manager.ask("PUT", `/staff/${staffId}`, left))).toBe("last_manager");
    expect((await manager.ask("GET", "/staff")).status).toBe(200);
  });
});

describe("a maker's card (K11)", () => {
  test("opens their page with code and PIN, however the code is typed; a new card ends the old one", async () => {
    const shop = await testShop();
    const { SARI: makerId } = shop.maker;
    const give = () => giveCard(shop, shop.manager, { id: newId(), makerId, pin: "4321" });
    const { cardCode } = await give();
    expect(cardCode).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
    const maker = apiOf(shop).stranger();
    const typed = `${cardCode.slice(0, 4).toLowerCase()} ${cardCode.slice(4)}`;
    expect((await maker.ask("POST", "/my-money/session", { cardCode: typed, pin: "4321" })).body).toEqual({
      makerId,
      name: "Sari Lestari",
    });
    expect(maker.cookies[0]).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/);
    expect((await maker.ask("GET", "/my-money")).status).toBe(200);
    await give();
    expect((await maker.ask("GET", "/my-money")).status).toBe(401);
    expect(refusalOf(await maker.ask("POST", "/my-money/session", { cardCode, pin: "4321" }))).toBe(
      "wrong_card",
    );
  });
});

test("no PIN and no token stands anywhere: not in the book's file, not in its acts, not in the log; names stand outside the chain (H2)", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "shop-")), "shop.sqlite");
  const shop = await testShop({ path });
  const api = apiOf(shop);
  const manager = await api.manager();
  const secret = "90817263";
  await manager.ask("POST", "/staff", {
    id: newId(),
    name: "Kasir Rahasia",
    roles: ["cashier"],
    pin: secret,
  });
  await manager.ask("PUT", `/staff/${shop.cashier.staffId}`, {
    id: newId(),
    staffId: shop.cashier.staffId,
    name: "Dewi",
    roles: ["cashier"],
    active: true,
    pin: secret,
  });
  await manager.ask("POST", `/makers/${shop.maker.SARI}/card`, {
    id: newId(),
    makerId: shop.maker.SARI,
    pin: secret,
  });
  await manager.ask("POST", "/approvals", {
    id: newId(),
    forId: newId(),
    mark: "a",
    staffId: shop.manager.staffId,
    pin: shop.pins.manager,
  });
  await api.stranger().signIn(shop.cashier.staffId, secret);
  const guess = "61728394";
  await api.stranger().signIn(shop.manager.staffId, guess);
  await api.stranger().ask("POST", "/my-money/session", { cardCode: guess, pin: guess });
  const records = (contents(shop)["acts"] as { record: string }[]).map((act) => act.record).join("\n");
  await shop.book.close();
  const file = readFileSync(path).toString("latin1");
  for (const pin of [secret, guess, shop.pins.manager, shop.pins.cashier])
    expect(file.includes(pin)).toBe(false);
  expect(api.log).toEqual([]);
  expect(records).toContain("SARI");
  for (const name of ["Ratna", "Dewi", "Rahasia", "Sari Lestari", "Budi", "Makmur", "Mekar"])
    expect(records).not.toContain(name);
}, 20_000);

test("every answer carries the headers that keep a page its own", async () => {
  const shop = await testShop();
  for (const path of ["/session", "/rahasia", "/openapi.json"]) {
    const { headers } = await apiOf(shop).stranger().ask("GET", path);
    expect(headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("content-security-policy")).not.toContain("unsafe-eval");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("permissions-policy")).toContain("geolocation=()");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  }
});
