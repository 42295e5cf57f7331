// B3: every route names its right, and each is tried by nobody, by a cashier and by a manager.
import { beforeAll, describe, expect, test } from "vitest";
import { giveCard } from "#domain/makers";
import { may, RIGHTS, type Right } from "#rules/permissions";
import { newId, type TestShop, testShop } from "../shop.ts";
import { photograph, sell } from "../till.ts";
import { methodOf } from "./acts.ts";
import { type Api, type Asker, apiOf, refusalOf } from "./asking.ts";
import { documentOf, type Operation, operations, writes } from "./document.ts";

let shop: TestShop;
let api: Api;
let routes: [route: string, operation: Operation][];
let asked: Record<"stranger" | "cashier" | "manager" | "maker", Asker>;

beforeAll(async () => {
  shop = await testShop();
  api = apiOf(shop);
  routes = operations(await documentOf(api));
  const maker = api.stranger();
  const { SARI: makerId } = shop.maker;
  const { cardCode } = await giveCard(shop, shop.manager, { id: newId(), makerId, pin: "4321" });
  expect((await maker.ask("POST", "/my-money/session", { cardCode, pin: "4321" })).status).toBe(200);
  asked = { stranger: api.stranger(), cashier: await api.cashier(), manager: await api.manager(), maker };
});

/** The route with something in place of each parameter, and an empty body where it writes: the right is asked first. */
async function tried(route: string, by: Asker): Promise<{ status: number; said: unknown }> {
  const path = (route.split(" ")[1] ?? "").replace(/\{\w+Id\}/g, (name) =>
    /sale|shift|payout/.test(name) ? newId() : "1",
  );
  const answer = await by.ask(methodOf(route), path, writes(route) ? {} : undefined);
  return { status: answer.status, said: refusalOf(answer) };
}

const named = (): [string, Right][] =>
  routes.flatMap(([route, { "x-right": right }]) =>
    (RIGHTS as readonly string[]).includes(right ?? "") ? [[route, right as Right] as [string, Right]] : [],
  );

describe("B3 rights", () => {
  test("no route is bare, and these alone are open to whoever reaches the shop", () => {
    const known: readonly string[] = [...RIGHTS, "open", "signed_in", "own_page"];
    expect(routes.filter(([, operation]) => !known.includes(operation["x-right"] ?? ""))).toEqual([]);
    const open = routes.filter(([, operation]) => operation["x-right"] === "open").map(([route]) => route);
    expect(open.sort()).toEqual([
      "delete /api/session",
      "get /api/session",
      "post /api/my-money/session",
      "post /api/session",
      "post /api/setup",
      "post /api/setup/manager",
      "post /api/setup/practice",
    ]);
    expect(named().length).toBeGreaterThan(40);
  });

  test("without a session every other route answers 401, before anything is read or checked", async () => {
    for (const [route] of named()) {
      expect([route, await tried(route, asked.stranger)]).toEqual([
        route,
        { status: 401, said: "not_signed_in" },
      ]);
    }
    for (const route of ["post /api/approvals", "get /api/my-money"])
      expect([route, await tried(route, asked.stranger)]).toEqual([
        route,
        { status: 401, said: "not_signed_in" },
      ]);
  });

  test("a cashier comes through exactly where the table of rights says so, a manager everywhere", async () => {
    for (const [route, right] of named().filter(([name]) => !name.includes("end-practice"))) {
      const cashier = await tried(route, asked.cashier);
      if (may(["cashier"], right))
        expect([route, cashier.status]).not.toEqual([route, expect.toBeOneOf([401, 403, 500])]);
      else expect([route, cashier]).toEqual([route, { status: 403, said: "not_allowed" }]);
      const manager = await tried(route, asked.manager);
      expect([route, manager.status]).not.toEqual([route, expect.toBeOneOf([401, 403, 500])]);
    }
    expect(api.log).toEqual([]);
  });

  test("a maker's card opens their own page and nothing else, and nobody else's session opens it", async () => {
    for (const [route] of named()) {
      expect([route, await tried(route, asked.maker)]).toEqual([
        route,
        { status: 401, said: "not_signed_in" },
      ]);
    }
    expect(await tried("get /api/my-money", asked.manager)).toEqual({ status: 401, said: "not_signed_in" });
    const { body } = await asked.maker.ask("GET", "/my-money");
    expect(body).toMatchObject({ maker: { code: "SARI" }, payableRupiah: 0 });
    await asked.maker.ask("DELETE", "/my-money/session");
    expect((await asked.maker.ask("GET", "/my-money")).status).toBe(401);
  });

  test("what a cashier sees carries no cost, no arrangement and no maker", async () => {
    sell(shop, ["BATIK"]);
    photograph(shop, "BATIK");
    const seen = await Promise.all(
      ["/catalogue", "/stock", "/sales", "/tills", `/shifts/${shop.shiftId}`, "/visits", "/money"].map(
        async (path) => (await asked.cashier.ask("GET", path)).text,
      ),
    );
    expect(seen.join()).not.toMatch(/unitCost|shares|Sari|Budi|Wati|SARI|payable|basisPoints/);
    expect((await asked.cashier.ask("GET", `/products/${shop.product.BATIK}/photo`)).status).toBe(200);
  });
});
