// B3: every route names its right; each is tried by every role, by nobody, by a maker's card and by a customer's screen.
import { beforeAll, describe, expect, test } from "vitest";
import { giveCard } from "#domain/makers";
import { hashPin } from "#domain/pins";
import { addStaff } from "#domain/staff";
import { RIGHTS, ROLES, type Role } from "#rules/permissions";
import { newId, type TestShop, testShop } from "../shop.ts";
import { photograph, sell } from "../till.ts";
import { methodOf } from "./acts.ts";
import { type Api, type Asker, apiOf, refusalOf } from "./asking.ts";
import { documentOf, type Operation, operations, writes } from "./document.ts";

/** Who comes through, by hand: Cashier, Storekeeper, comPanion, auDitor, Manager, adminIstrator. What a role may not is a dot. */
const expected: Readonly<Record<string, string>> = {
  "post /api/setup/end-practice": "....M.",
  "get /api/catalogue": "CSPDMI",
  "get /api/products": ".S.DM.",
  "post /api/products": "....M.",
  "put /api/products/{productId}": "....M.",
  "put /api/products/{productId}/photo": "....M.",
  "get /api/products/{productId}/photo": "CSPDMI",
  "get /api/stock": "CS.DM.",
  "post /api/stock/receipts": ".S..M.",
  "get /api/tills": "C..DMI",
  "get /api/tills/{tillId}": "C..DMI",
  "post /api/tills": "....MI",
  "post /api/tills/{tillId}/resume": "....MI",
  "put /api/tills/{tillId}/printer": "....MI",
  "get /api/shifts": "C..DMI",
  "post /api/shifts": "C...M.",
  "get /api/shifts/{shiftId}": "C..DMI",
  "post /api/shifts/{shiftId}/count": "C...M.",
  "post /api/shifts/{shiftId}/close": "C...M.",
  "get /api/shifts/{shiftId}/report": "C..DMI",
  "post /api/drawer-moves": "C...M.",
  "post /api/drawer-openings": "C...M.",
  "get /api/money": "...DM.",
  "post /api/money-moves": "....M.",
  "post /api/sales": "C...M.",
  "get /api/sales": "C..DM.",
  "get /api/sales/{saleId}": "C..DM.",
  "post /api/refunds/preview": "C...M.",
  "post /api/refunds": "C...M.",
  "post /api/training/sales": "C...M.",
  "get /api/qris-payments": "C..DM.",
  "post /api/qris-payments/confirm": "C...M.",
  "get /api/qris-codes": "...DMI",
  "put /api/qris-codes": "....M.",
  "put /api/stalls/{stallId}/tax": "....M.",
  "put /api/stalls/{stallId}/tickets": "....M.",
  "get /api/settlements/format": "...DM.",
  "put /api/settlements/format": "....M.",
  "post /api/settlements": "....M.",
  "get /api/settlements": "...DM.",
  "get /api/repairs": "...DM.",
  "get /api/repairs/waiting": "...DM.",
  "post /api/repairs/{repairId}/retry": "....M.",
  "post /api/repairs/{repairId}/accept": "....M.",
  "post /api/repairs/{repairId}/set-aside": "....M.",
  "post /api/till-gaps/{gapId}/explain": "....M.",
  "get /api/tickets": "CS.DM.",
  "post /api/tickets/{ticketId}/serve": "CS..M.",
  "get /api/printers": "C...MI",
  "post /api/printers": "....MI",
  "put /api/printers/{printerId}": "....MI",
  "post /api/prints": "C...MI",
  "get /api/prints": "C...MI",
  "get /api/prints/{printId}": "C...MI",
  "post /api/prints/{printId}/retry": "C...MI",
  "post /api/displays/pairings": "C...M.",
  "post /api/displays/show": "C...M.",
  "get /api/visits": "C.PDM.",
  "post /api/visits": "C.P.M.",
  "get /api/makers": "..PDM.",
  "get /api/makers/{makerId}": "..PDM.",
  "post /api/makers": "....M.",
  "put /api/makers/{makerId}": "....M.",
  "post /api/makers/{makerId}/card": "....M.",
  "post /api/payouts/preview": "....M.",
  "post /api/payouts": "....M.",
  "get /api/payouts/{payoutId}": "..PDM.",
  "post /api/payouts/{payoutId}/reverse": "....M.",
  "get /api/figures": "...DM.",
  "get /api/figures.csv": "...DM.",
  "get /api/figures.xlsx": "...DM.",
  "get /api/reports/directorate": "....M.",
  "get /api/settings": "...DMI",
  "put /api/settings": "....M.",
  "post /api/stalls": "....M.",
  "put /api/stalls/{stallId}": "....M.",
  "post /api/areas": "....M.",
  "put /api/areas/{areaId}": "....M.",
  "get /api/staff": "...DMI",
  "post /api/staff": "....MI",
  "put /api/staff/{staffId}": "....MI",
  "get /api/audit": "...DMI",
};

/** Routes that name no right of a role, each with what opens it instead. */
const otherwise: Readonly<Record<string, string>> = {
  "get /api/session": "open",
  "post /api/session": "open",
  "post /api/session/offline": "open",
  "delete /api/session": "open",
  "post /api/setup": "open",
  "post /api/setup/practice": "open",
  "post /api/setup/manager": "open",
  "post /api/my-money/session": "open",
  "post /api/displays": "open",
  "get /api/displays/session": "open",
  "delete /api/displays/session": "open",
  "get /api/trust": "open",
  "get /api/authority.crt": "open",
  "post /api/approvals": "signed_in",
  "post /api/tills/{tillId}/acts": "signed_in",
  "get /api/my-money": "own_page",
  "delete /api/my-money/session": "own_page",
  "get /api/displays/events": "own_screen",
};
/** Those of them that do not let everybody through. */
const ownPages = ["get /api/my-money", "get /api/displays/events"];
const forStaff = ["post /api/approvals", "post /api/tills/{tillId}/acts"];
const closed = [...forStaff, ...ownPages];

const letters: Readonly<Record<Role, string>> = {
  cashier: "C",
  storekeeper: "S",
  companion: "P",
  auditor: "D",
  manager: "M",
  administrator: "I",
};

let shop: TestShop;
let api: Api;
let routes: [route: string, operation: Operation][];
let roles: Record<Role, Asker>;
let maker: Asker;
let display: Asker;

beforeAll(async () => {
  shop = await testShop();
  api = apiOf(shop);
  routes = operations(await documentOf(api));
  const pin = "402718";
  const pinHash = await hashPin(pin);
  const signedIn = async (role: Role): Promise<[Role, Asker]> => {
    const person = shop.book.write(() => addStaff(shop, { name: `Orang ${role}`, roles: [role], pinHash }));
    const asked = api.stranger();
    expect((await asked.signIn(person.staffId, pin)).status).toBe(200);
    return [role, asked];
  };
  roles = Object.fromEntries(await Promise.all(ROLES.map(signedIn))) as Record<Role, Asker>;
  maker = api.stranger();
  const { SARI: makerId } = shop.maker;
  const { cardCode } = await giveCard(shop, shop.manager, { id: newId(), makerId, pin: "4321" });
  expect((await maker.ask("POST", "/my-money/session", { cardCode, pin: "4321" })).status).toBe(200);
  display = api.stranger();
  const asked = { id: newId(), tillId: shop.till.tillId };
  const { body } = await roles.cashier.ask("POST", "/displays/pairings", asked);
  const { code } = body as { code: string };
  expect((await display.ask("POST", "/displays", { code })).status).toBe(200);
});

/** The route with something in place of each parameter, and an empty body where it writes: the right is asked first. */
async function tried(route: string, by: Asker): Promise<{ status: number; said: unknown }> {
  const path = (route.split(" ")[1] ?? "").replace(/\{\w+Id\}/g, (name) =>
    /sale|shift|payout|print(?!er)/.test(name) ? newId() : "999999",
  );
  const answer = await by.ask(methodOf(route), path, writes(route) ? {} : undefined);
  return { status: answer.status, said: refusalOf(answer) };
}

const refused = { status: 401, said: "not_signed_in" };

describe("B3 rights", () => {
  test("no route is bare, none is unknown to this page, and none of this page is missing", () => {
    const known: readonly string[] = [...RIGHTS, ...Object.values(otherwise)];
    expect(routes.filter(([, operation]) => !known.includes(operation["x-right"] ?? ""))).toEqual([]);
    const here = [...Object.keys(expected), ...Object.keys(otherwise)];
    expect(routes.map(([route]) => route).sort()).toEqual(here.sort());
    const open = routes.filter(
      ([, { "x-right": right }]) => !(RIGHTS as readonly string[]).includes(right ?? ""),
    );
    expect(Object.fromEntries(open.map(([route, { "x-right": right }]) => [route, right]))).toEqual(
      otherwise,
    );
  });

  test("without a session every other route answers 401, before anything is read or checked", async () => {
    for (const route of [...Object.keys(expected), ...closed])
      expect([route, await tried(route, api.stranger())]).toEqual([route, refused]);
  });

  test.each(ROLES)("%s comes through exactly where this page says so", async (role) => {
    const through: [string, string][] = [];
    for (const route of Object.keys(expected).filter((name) => !name.includes("end-practice"))) {
      const { status, said } = await tried(route, roles[role]);
      expect([route, status]).not.toEqual([route, expect.toBeOneOf([401, 500])]);
      if (said === "not_allowed") expect([route, status]).toEqual([route, 403]);
      else through.push([route, letters[role]]);
    }
    const foreseen = Object.entries(expected).filter(
      ([route, who]) => who.includes(letters[role]) && !route.includes("end-practice"),
    );
    expect(through).toEqual(foreseen.map(([route]) => [route, letters[role]]));
    expect(api.log).toEqual([]);
  });

  test("who has two roles may what either may", async () => {
    const pinHash = await hashPin("771205");
    const both: Role[] = ["storekeeper", "companion"];
    const person = shop.book.write(() => addStaff(shop, { name: "Pak Tono", roles: both, pinHash }));
    const asked = api.stranger();
    await asked.signIn(person.staffId, "771205");
    for (const path of ["/makers", "/products"]) expect((await asked.ask("GET", path)).status).toBe(200);
    expect(await tried("post /api/sales", asked)).toEqual({ status: 403, said: "not_allowed" });
  });

  test("a maker's card opens their own page and nothing else, and nobody else's session opens it", async () => {
    const others = [...Object.keys(expected), ...forStaff, "get /api/displays/events"];
    for (const route of others) expect([route, await tried(route, maker)]).toEqual([route, refused]);
    for (const by of [roles.manager, display]) expect(await tried("get /api/my-money", by)).toEqual(refused);
    const { body } = await maker.ask("GET", "/my-money");
    expect(body).toMatchObject({ maker: { code: "SARI" }, payableRupiah: 0 });
    await maker.ask("DELETE", "/my-money/session");
    expect((await maker.ask("GET", "/my-money")).status).toBe(401);
  });

  test("a customer's screen follows its till and can do nothing else, and no other session follows", async () => {
    const others = [...Object.keys(expected), ...forStaff, "get /api/my-money"];
    for (const route of others) expect([route, await tried(route, display)]).toEqual([route, refused]);
    for (const by of [roles.manager, maker])
      expect(await tried("get /api/displays/events", by)).toEqual(refused);
    expect((await display.ask("GET", "/session")).body).toMatchObject({ person: null });
    expect((await display.ask("GET", "/displays/session")).body).toEqual({
      till: "Kasir depan",
      centre: "Sentra Uji",
    });
  });

  test("what a cashier sees carries no cost, no arrangement and no maker", async () => {
    sell(shop, ["BATIK"]);
    photograph(shop, "BATIK");
    const seen = await Promise.all(
      [
        "/catalogue",
        "/stock",
        "/sales",
        "/tills",
        "/shifts",
        `/shifts/${shop.shiftId}`,
        "/visits",
        "/money",
      ].map(async (path) => (await roles.cashier.ask("GET", path)).text),
    );
    expect(seen.join()).not.toMatch(/unitCost|shares|Sari|Budi|Wati|SARI|payable|basisPoints/);
    expect((await roles.cashier.ask("GET", `/products/${shop.product.BATIK}/photo`)).status).toBe(200);
  });
});
