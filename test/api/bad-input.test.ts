// Bad input is refused with a code and a sentence of its own in both languages, and nothing of it is saved.
import { beforeAll, describe, expect, test } from "vitest";
import type { RefusalCode } from "#rules/refusal";
import { newId, type TestShop, testShop } from "../shop.ts";
import { acts, type Recipe } from "./acts.ts";
import { type Api, type Asker, apiOf } from "./asking.ts";
import { type Refused, refusing } from "./refusing.ts";

let shop: TestShop;
let api: Api;
let manager: Asker;
let refused: Refused;

beforeAll(async () => {
  shop = await testShop();
  api = apiOf(shop);
  manager = await api.manager();
  refused = refusing(shop, manager);
});

const recipe = (route: string): Recipe => {
  const made = acts[route]?.(shop);
  if (!made) throw new Error(route);
  return made;
};

describe("what a manager sets", () => {
  test("an arrangement of more than 100 %, at once or together", async () => {
    const { path, body } = recipe("post /api/products");
    const share = (basisPoints: number) => ({
      recipient: { to: "maker", makerId: shop.maker.SARI },
      rule: { kind: "percent", basisPoints },
    });
    expect(await refused("POST", path, { ...body, shares: [share(6000), share(4001)] })).toEqual([
      422,
      "shares_above_whole",
    ]);
    expect(await refused("POST", path, { ...body, shares: [share(15_000)] })).toEqual([
      expect.any(Number),
      "shares_above_whole",
    ]);
    const fixed = {
      recipient: { to: "maker", makerId: shop.maker.SARI },
      rule: { kind: "fixed", rupiahPerUnit: 20_001 },
    };
    expect(await refused("POST", path, { ...body, shares: [fixed] })).toEqual([422, "share_above_price"]);
    const wrong = {
      recipient: { to: "savings", makerId: shop.maker.PENITIP },
      rule: { kind: "percent", basisPoints: 1 },
    };
    expect(await refused("POST", path, { ...body, shares: [wrong] })).toEqual([422, "share_to_wrong_kind"]);
  });

  test("letters in a PIN, wherever a PIN is given", async () => {
    for (const route of [
      "post /api/staff",
      "put /api/staff/{staffId}",
      "post /api/makers/{makerId}/card",
      "post /api/approvals",
    ]) {
      const { path, body } = recipe(route);
      const method = route.startsWith("put") ? "PUT" : "POST";
      expect([route, ...(await refused(method, path, { ...body, id: newId(), pin: "12ab" }))]).toEqual([
        route,
        400,
        "pin_not_digits",
      ]);
    }
    expect(await refused("POST", "/session", { staffId: 1, pin: "rahasia" })).toEqual([
      400,
      "pin_not_digits",
    ]);
  });

  test("codes that are taken or malformed, groups without members, counts below zero, money to the same place", async () => {
    const stall = recipe("post /api/stalls");
    expect(await refused("POST", stall.path, { ...stall.body, code: "GALERI" })).toEqual([409, "code_taken"]);
    expect(await refused("POST", stall.path, { ...stall.body, code: "galeri karya" })).toEqual([
      400,
      "code_malformed",
    ]);
    const maker = recipe("post /api/makers");
    expect(await refused("POST", maker.path, { ...maker.body, kind: "group" })).toEqual([
      422,
      "group_needs_members",
    ]);
    const visit = recipe("post /api/visits");
    expect(await refused("POST", visit.path, { ...visit.body, count: -1 })).toEqual([422, "reason_needed"]);
    expect(await refused("POST", visit.path, { ...visit.body, count: -1, reason: "Salah hitung" })).toEqual([
      422,
      "count_below_zero",
    ]);
    expect(await refused("POST", visit.path, { ...visit.body, count: 0 })).toEqual([400, "invalid_request"]);
    const move = recipe("post /api/money-moves");
    expect(await refused("POST", move.path, { ...move.body, to: "safe" })).toEqual([422, "same_place_twice"]);
    expect(await refused("POST", move.path, { ...move.body, from: "edc" })).toEqual([
      422,
      "not_enough_money",
    ]);
  });
});

describe("periods and addresses", () => {
  test.each<[string, string, number, RefusalCode]>([
    ["half a date range (E5)", "/figures?from=2025-07-01", 400, "half_a_period"],
    ["the other half", "/figures?to=2025-07-01", 400, "half_a_period"],
    ["half of a file's", "/figures.csv?from=2025-07-01", 400, "half_a_period"],
    ["half of a workbook's", "/figures.xlsx?to=2025-07-01", 400, "half_a_period"],
    ["half of the directorate's", "/reports/directorate?from=2025-07-01", 400, "half_a_period"],
    [
      "a period that ends before it begins",
      "/figures?from=2025-07-02&to=2025-07-01",
      400,
      "period_ends_before_it_begins",
    ],
    ["a day that does not exist", "/figures?from=2025-02-30&to=2025-03-01", 400, "not_a_day"],
    ["a day written otherwise", "/visits?day=15/07/2025", 400, "not_a_day"],
    ["a separator that is none", "/figures.csv?separator=x", 400, "invalid_request"],
    ["a sale that is not there", `/sales/${newId()}`, 404, "unknown_sale"],
    ["an id that is none", "/makers/abc", 400, "invalid_request"],
    ["an address that is none", "/rahasia", 404, "not_found"],
    ["a shift that is not there", `/shifts/${newId()}`, 404, "not_found"],
    ["a till that is not there", "/tills/99", 404, "unknown_till"],
  ])("%s", async (_, path, status, code) => {
    expect(await refused("GET", path, undefined)).toEqual([status, code]);
  });
});

describe("the gate", () => {
  const big = 50 * 1024 * 1024;

  test("a body of 50 MB, whether it says so or not", async () => {
    const body = JSON.stringify({ id: newId(), name: "x".repeat(big) });
    expect(await refused("POST", "/tills", body)).toEqual([413, "body_too_large"]);
    expect(await refused("POST", "/tills", body, { "content-length": String(body.length) })).toEqual([
      413,
      "body_too_large",
    ]);
  });

  test("a body that is not JSON, or says that it is not", async () => {
    expect(await refused("POST", "/tills", "{")).toEqual([400, "invalid_request"]);
    expect(
      await refused("POST", "/tills", "name=Kasir", { "content-type": "application/x-www-form-urlencoded" }),
    ).toEqual([415, "not_json"]);
    expect(await refused("POST", "/tills", "{}", { "content-type": "text/plain" })).toEqual([
      415,
      "not_json",
    ]);
  });

  test.each(["https://jahat.example", "null", "http://localhost.jahat.example", "file://"])(
    "a write from the page %s",
    async (origin) => {
      expect(
        await refused("POST", "/tills", { id: newId(), name: "Kasir" }, { origin, host: "localhost" }),
      ).toEqual([403, "foreign_origin"]);
      expect(await refused("DELETE", "/session", undefined, { origin, host: "localhost" })).toEqual([
        403,
        "foreign_origin",
      ]);
    },
  );

  test("a write that the browser itself says comes from another site, whatever its origin", async () => {
    for (const site of ["cross-site", "same-site"]) {
      const headers = { origin: "http://localhost", host: "localhost", "sec-fetch-site": site };
      expect(await refused("POST", "/tills", { id: newId(), name: "Kasir" }, headers)).toEqual([
        403,
        "foreign_origin",
      ]);
    }
  });

  test("a settlement file as long as one may be passes, with a quote around each cell", async () => {
    const row = '"2025-07-15";"12000";"A1"\r\n';
    const text = row.repeat(Math.trunc(900_000 / row.length));
    const body = { id: newId(), fileName: "qris.csv", text };
    expect(JSON.stringify(body).length).toBeGreaterThan(1024 * 1024);
    expect(await refused("POST", "/settlements", body)).toEqual([409, "settlement_format_first"]);
    expect(await refused("POST", "/settlements", { ...body, text: "x".repeat(900_001) })).toEqual([
      400,
      "invalid_request",
    ]);
  });

  test("a write from our own page, and from a program that is no page, comes through", async () => {
    const { path, body } = recipe("post /api/areas");
    expect(
      (
        await manager.ask("POST", path, body, {
          origin: "http://localhost:8080",
          host: "localhost:8080",
          "sec-fetch-site": "same-origin",
        })
      ).status,
    ).toBe(200);
    expect((await manager.ask("POST", path, { ...body, id: newId(), name: "Lain" })).status).toBe(200);
  });

  test("nothing of all this was taken for a bug", () => {
    expect(api.log).toEqual([]);
  });
});
