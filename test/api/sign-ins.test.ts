// The route for a sign-in that was typed without the server: one session, by the right PIN, and nothing on the way that lets it be guessed.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { judgeSignIns, recordSignIn } from "#domain/sign-ins";
import type { Session } from "#rules/session";
import { contents } from "../contents.ts";
import { claim, signInAct, signInBody, typed } from "../sealing.ts";
import { cleanBook, newId, testShop } from "../shop.ts";
import { apiOf, refusalOf } from "./asking.ts";
import { refusing } from "./refusing.ts";

test("the right PIN opens the person's session under the sign-in's own id, and ends who was there before", async () => {
  const shop = await testShop();
  const api = apiOf(shop);
  const till = await api.manager();
  const [cookie = ""] = till.cookies;
  const as = typed(shop);
  const answer = await till.ask("POST", "/session/offline", await claim(shop, shop.pins.cashier, as));
  expect(answer.body).toMatchObject({ person: { name: "Dewi" }, signInId: as.id });
  expect(till.cookies[1]).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/);
  expect((await till.ask("GET", "/session")).body).toMatchObject({
    person: { name: "Dewi" },
    signInId: as.id,
  });
  const before = { cookie: cookie.split(";")[0] ?? "" };
  expect((await api.stranger().ask("GET", "/session", undefined, before)).body).toMatchObject({
    person: null,
    signInId: null,
  });
  await cleanBook(shop);
});

test("a replay opens no second session, not even after the first has ended; a wrong PIN opens none and throws nobody out", async () => {
  const shop = await testShop();
  const api = apiOf(shop);
  const asked = await claim(shop, shop.pins.cashier);
  const till = api.stranger();
  expect((await till.ask("POST", "/session/offline", asked)).status).toBe(200);
  const thief = api.stranger();
  expect(refusalOf(await thief.ask("POST", "/session/offline", asked))).toBe("pin_again");
  await till.ask("DELETE", "/session");
  const replayed = await thief.ask("POST", "/session/offline", asked);
  expect([replayed.status, refusalOf(replayed), thief.cookies]).toEqual([401, "pin_again", []]);
  const manager = await api.manager();
  expect(refusalOf(await manager.ask("POST", "/session/offline", await claim(shop, "0000")))).toBe(
    "wrong_pin",
  );
  expect((await manager.ask("GET", "/session")).body).toMatchObject({ person: { name: "Ibu Ratna" } });
  expect(contents(shop, true)["sessions"]).toHaveLength(1);
});

test("what is no claim is refused with a sentence, and nothing is saved", async () => {
  const shop = await testShop();
  const refused = refusing(shop, apiOf(shop).stranger());
  const asked = await claim(shop, shop.pins.cashier);
  const ask = (other: object) => refused("POST", "/session/offline", { ...asked, ...other });
  expect(await ask({ sealedPin: "x".repeat(1001) })).toEqual([400, expect.any(String)]);
  expect(await ask({ id: "1" })).toEqual([400, expect.any(String)]);
  expect(await ask({ tillId: 99 })).toEqual([404, "unknown_till"]);
  expect(await ask({ sealedPin: "" })).toEqual([401, "wrong_pin"]);
  expect(await ask({ id: newId() })).toEqual([401, "wrong_pin"]);
  expect(await ask({ typedAtMs: asked.typedAtMs - 4 * 86_400_000 })).toEqual([401, "pin_again"]);
});

test("every sign-in at the server has an id of its own, which the session tells and the book keeps", async () => {
  const shop = await testShop();
  const api = apiOf(shop);
  const ids = await Promise.all(
    [await api.cashier(), await api.cashier(), await api.manager()].map(
      async (person) => ((await person.ask("GET", "/session")).body as Session).signInId,
    ),
  );
  expect(new Set(ids).size).toBe(3);
  const rows = contents(shop, true)["sign_ins"] as { id: string; staff_id: number }[];
  expect(rows.map(({ id }) => id)).toEqual(ids);
  expect(rows).toMatchObject([
    { staff_id: shop.cashier.staffId, till_id: null, proven: 1 },
    { staff_id: shop.cashier.staffId, till_id: null, proven: 1 },
    { staff_id: shop.manager.staffId, till_id: null, proven: 1 },
  ]);
  const { body } = await api.stranger().ask("GET", "/session");
  expect(body).toMatchObject({ person: null, signInId: null, sealKey: expect.stringMatching(/^[\w-]{43}$/) });
});

test("no PIN and no private key stands in an answer, an act, the log or the book's file; nobody's sealed PIN either", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "shop-")), "shop.sqlite");
  const shop = await testShop({ path });
  const api = apiOf(shop);
  const answers: string[] = [];
  const till = api.stranger();
  const ask = async (method: "GET" | "POST", route: string, body?: unknown) =>
    answers.push((await till.ask(method, route, body)).text);
  const guess = "90817263";
  const claims = [await claim(shop, guess), await claim(shop, shop.pins.cashier)];
  for (const one of claims) await ask("POST", "/session/offline", one);
  for (const pin of [guess, shop.pins.cashier]) {
    const body = await signInBody(shop, pin);
    await judgeSignIns(shop, shop.till.tillId, [signInAct(body)]);
    answers.push(JSON.stringify(recordSignIn(shop, shop.manager, body)));
    claims.push({ ...claims[0], sealedPin: body.sealedPin } as never);
  }
  for (const route of ["/session", "/staff", "/settings", "/audit", "/openapi.json"]) await ask("GET", route);
  const [{ private_key: secret } = { private_key: "" }] = contents(shop, true)["shop_keys"] as {
    private_key: string;
  }[];
  expect(secret).toMatch(/^[\w-]{43}$/);
  await shop.book.close();
  const file = readFileSync(path).toString("latin1");
  for (const pin of [guess, shop.pins.cashier]) {
    expect(file.includes(pin)).toBe(false);
    expect(answers.join("\n").includes(pin)).toBe(false);
  }
  for (const { sealedPin } of claims) expect(file.includes(sealedPin)).toBe(false);
  expect(answers.join("\n").includes(secret)).toBe(false);
  expect(api.log).toEqual([]);
});
