// Signing in: cookies that no script and no other site can use, doors that lock, sessions that end, PINs that stand nowhere.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { giveCard } from "#domain/makers";
import { changeStaff } from "#domain/staff";
import { contents } from "../contents.ts";
import { cleanBook, newId, type TestShop, testShop } from "../shop.ts";
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

  test("a role that is taken away is gone at the next request", async () => {
    const shop = await testShop();
    await change(shop, { roles: ["cashier", "manager"] });
    const person = await apiOf(shop).cashier();
    expect((await person.ask("GET", "/makers")).status).toBe(200);
    await change(shop, { roles: ["cashier"] });
    expect(refusalOf(await person.ask("GET", "/makers"))).toBe("not_allowed");
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

describe("wrong PINs", () => {
  test("five in a row lock the door for half a minute, each further one for twice as long; the right PIN waits too", async () => {
    const shop = await testShop();
    const person = apiOf(shop).stranger();
    const { staffId } = shop.cashier;
    const wrong = async () => refusalOf(await person.signIn(staffId, "000000"));
    const seconds = async () =>
      ((await person.signIn(staffId, shop.pins.cashier)).body as { refusal: { facts: { seconds: number } } })
        .refusal.facts.seconds;
    for (let tries = 0; tries < 5; tries += 1) expect(await wrong()).toBe("wrong_pin");
    expect(await wrong()).toBe("locked_out");
    expect(await seconds()).toBe(30);
    shop.later(29 / 3600);
    expect(await seconds()).toBe(1);
    shop.later(1 / 3600);
    expect(await wrong()).toBe("wrong_pin");
    expect(await seconds()).toBe(60);
    shop.later(60 / 3600);
    expect((await person.signIn(staffId, shop.pins.cashier)).status).toBe(200);
    for (let tries = 0; tries < 4; tries += 1) expect(await wrong()).toBe("wrong_pin"); // counted anew
    expect((await person.signIn(staffId, shop.pins.cashier)).status).toBe(200);
  }, 20_000);

  test("asked all at once they lock too, and they lock nobody else's door", async () => {
    const shop = await testShop();
    const person = apiOf(shop).stranger();
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, guess) => person.signIn(shop.cashier.staffId, String(100_000 + guess))),
    );
    const said = guesses.map(refusalOf);
    expect(said.filter((code) => code === "wrong_pin")).toHaveLength(5);
    expect(said.filter((code) => code === "locked_out")).toHaveLength(7);
    expect((await person.signIn(shop.manager.staffId, shop.pins.manager)).status).toBe(200);
  }, 20_000);

  test("a person who is not there is told the same as a wrong PIN; an approval by a cashier is none", async () => {
    const shop = await testShop();
    const api = apiOf(shop);
    expect(refusalOf(await api.stranger().signIn(999, "123456"))).toBe("wrong_pin");
    const cashier = await api.cashier();
    const own = { id: newId(), staffId: shop.cashier.staffId, pin: shop.pins.cashier };
    expect(refusalOf(await cashier.ask("POST", "/approvals", own))).toBe("not_allowed");
    const given = { id: newId(), staffId: shop.manager.staffId, pin: shop.pins.manager };
    expect((await cashier.ask("POST", "/approvals", given)).body).toEqual({ id: given.id });
    await cleanBook(shop);
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

  test("five wrong PINs lock the card", async () => {
    const shop = await testShop();
    const { cardCode } = await giveCard(shop, shop.manager, {
      id: newId(),
      makerId: shop.maker.SARI,
      pin: "4321",
    });
    const maker = apiOf(shop).stranger();
    const tries: unknown[] = [];
    for (let guess = 0; guess < 6; guess += 1)
      tries.push(refusalOf(await maker.ask("POST", "/my-money/session", { cardCode, pin: "0000" })));
    expect(tries).toEqual([...Array(5).fill("wrong_card"), "locked_out"]);
  }, 20_000);
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
    staffId: shop.manager.staffId,
    pin: shop.pins.manager,
  });
  await api.stranger().signIn(shop.cashier.staffId, secret);
  const records = (contents(shop)["acts"] as { record: string }[]).map((act) => act.record).join("\n");
  await shop.book.close();
  const file = readFileSync(path).toString("latin1");
  for (const pin of [secret, shop.pins.manager, shop.pins.cashier]) expect(file.includes(pin)).toBe(false);
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
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  }
});
