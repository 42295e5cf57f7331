// People and what they may: several roles, limits to stalls, and who may give which role to whom.
import { beforeEach, describe, expect, test } from "vitest";
import { stalls } from "#domain/products";
import { addStaff } from "#domain/staff";
import type { StallId } from "#rules/ids";
import type { Role } from "#rules/permissions";
import { contents } from "../contents.ts";
import { cleanBook, newId, type TestShop, testShop } from "../shop.ts";
import { refundCommand, saleCommand, sell } from "../till.ts";
import { type Api, type Asker, apiOf, refusalOf } from "./asking.ts";

const PIN = "402718";

let shop: TestShop;
let api: Api;
let stall: Record<string, StallId>;
beforeEach(async () => {
  shop = await testShop();
  api = apiOf(shop);
  stall = Object.fromEntries(stalls(shop).map(({ code, stallId }) => [code, stallId]));
});

/** A person who has signed in. */
async function person(roles: Role[], at: string[] = []): Promise<Asker & { readonly staffId: number }> {
  const manager = await api.manager();
  const stallIds = at.map((code) => stall[code]);
  const asked = { id: newId(), name: "Orang Baru", roles, stallIds, pin: PIN };
  const { body } = await manager.ask("POST", "/staff", asked);
  const { staffId } = body as { staffId: number };
  const asker = api.stranger();
  expect((await asker.signIn(staffId, PIN)).status).toBe(200);
  return Object.assign(asker, { staffId });
}

const adding = (roles: Role[], more: object = {}) => ({
  id: newId(),
  name: "Siapa",
  roles,
  pin: PIN,
  ...more,
});
const changing = (staffId: number, roles: Role[], more: object = {}) => ({
  id: newId(),
  staffId,
  name: "Siapa",
  roles,
  active: true,
  ...more,
});

describe("who gives which role", () => {
  test("a manager gives any, several at once; the chain says which, by codes", async () => {
    const manager = await api.manager();
    const roles: Role[] = ["storekeeper", "cashier", "cashier"];
    const asked = adding(roles, { stallIds: [stall["KAFE"], stall["GALERI"], stall["KAFE"]] });
    const { body } = await manager.ask("POST", "/staff", asked);
    const { staffId } = body as { staffId: number };
    const listed = (await manager.ask("GET", "/staff")).body as { staff: { staffId: number }[] };
    expect(listed.staff.find((row) => row.staffId === staffId)).toMatchObject({
      roles: ["cashier", "storekeeper"],
      stallIds: [stall["GALERI"], stall["KAFE"]],
    });
    const acts = contents(shop)["acts"] as { id: string; record: string }[];
    const { facts } = JSON.parse(acts.find((act) => act.id === asked.id)?.record ?? "{}") as {
      facts: unknown;
    };
    expect(facts).toMatchObject({ roles: ["cashier", "storekeeper"], stalls: ["GALERI", "KAFE"] });
    expect(JSON.stringify(facts)).not.toContain("Siapa");
    await cleanBook(shop);
  });

  test("an administrator adds and changes people, but has nothing to do with managers nor with their own roles", async () => {
    const admin = await person(["administrator"]);
    const { staffId: manager } = shop.manager;
    const added = await admin.ask("POST", "/staff", adding(["cashier"]));
    const { staffId } = added.body as { staffId: number };
    const put = async (of: number, roles: Role[], more: object = {}) =>
      refusalOf(await admin.ask("PUT", `/staff/${of}`, changing(of, roles, more)));
    expect(await put(staffId, ["storekeeper", "companion"])).toMatchObject({ status: 200 });
    const before = contents(shop);
    expect(refusalOf(await admin.ask("POST", "/staff", adding(["manager"])))).toBe("role_above_yours");
    expect(await put(staffId, ["cashier", "manager"])).toBe("role_above_yours");
    expect(await put(manager, ["cashier"])).toBe("role_above_yours");
    expect(await put(manager, ["manager"], { pin: "112233" })).toBe("role_above_yours");
    expect(await put(manager, ["manager"], { active: false })).toBe("role_above_yours");
    expect(await put(admin.staffId, ["administrator", "manager"])).toBe("role_above_yours");
    expect(await put(admin.staffId, ["administrator", "cashier"])).toBe("role_above_yours");
    expect(contents(shop)).toEqual(before);
    expect(await put(admin.staffId, ["administrator"], { name: "Nama baru" })).toMatchObject({ status: 200 });
    await cleanBook(shop);
  });

  test("a manager may leave when another can sign in, and not before", async () => {
    const manager = await api.manager();
    const { staffId } = shop.manager;
    const leave = async () =>
      refusalOf(
        await manager.ask("PUT", `/staff/${staffId}`, changing(staffId, ["manager"], { active: false })),
      );
    shop.book.write(() => addStaff(shop, { name: "Tanpa PIN", roles: ["manager"], pinHash: null }));
    expect(await leave()).toBe("last_manager");
    await person(["manager"]);
    expect(await leave()).toMatchObject({ status: 200 });
    expect((await manager.ask("GET", "/staff")).status).toBe(401);
  });
});

describe("stalls", () => {
  test("limit cashiers and storekeepers only, and only to stalls that are there", async () => {
    const manager = await api.manager();
    const add = async (roles: Role[], stallIds: unknown[]) =>
      refusalOf(await manager.ask("POST", "/staff", adding(roles, { stallIds })));
    for (const role of ["manager", "auditor", "companion", "administrator"] as const)
      expect(await add(["cashier", role], [stall["KAFE"]])).toBe("stalls_limit_no_role");
    expect(await add(["cashier"], [99])).toBe("unknown_stall");
    expect(await add(["cashier", "auditor"], [])).toMatchObject({ status: 200 });
    const limited = await person(["cashier"], ["KAFE"]);
    const put = changing(limited.staffId, ["cashier", "manager"], { stallIds: [stall["KAFE"]] });
    expect(refusalOf(await manager.ask("PUT", `/staff/${limited.staffId}`, put))).toBe(
      "stalls_limit_no_role",
    );
  });

  test("a cashier limited to one sees its goods and sells and takes back nothing else", async () => {
    const cashier = await person(["cashier"], ["KAFE"]);
    const { body } = await cashier.ask("GET", "/catalogue");
    const { products, stalls: shown } = body as { products: { sku: string }[]; stalls: { code: string }[] };
    expect(products.map(({ sku }) => sku).sort()).toEqual(["AIR", "KERIPIK", "KOPI"]);
    expect(shown.map(({ code }) => code)).toEqual(["KAFE"]);
    expect((await cashier.ask("POST", "/sales", saleCommand(shop, ["KOPI"]))).status).toBe(200);
    const mixed = await cashier.ask("POST", "/sales", saleCommand(shop, ["KOPI", "BATIK"]));
    expect(mixed.body).toMatchObject({ refusal: { code: "not_your_stall", facts: { stall: "GALERI" } } });
    const batik = sell(shop, ["BATIK", "AIR"]);
    const back = async (line: number) =>
      refusalOf(await cashier.ask("POST", "/refunds", refundCommand(shop, batik.id, [[line, 1]])));
    expect(await back(1)).toBe("not_your_stall");
    expect(await back(2)).toMatchObject({ status: 200 });
    await cleanBook(shop);
  });

  test("a storekeeper limited to one sees and receives its goods only, from the moment it is said", async () => {
    const keeper = await person(["storekeeper"]);
    const receive = async (sku: "AIR" | "BATIK") => {
      const productId = shop.product[sku];
      const body = { id: newId(), productId, quantityMilli: 5_000, receivedAtMs: shop.tick() };
      return refusalOf(await keeper.ask("POST", "/stock/receipts", body));
    };
    expect(await receive("BATIK")).toMatchObject({ status: 200 });
    const manager = await api.manager();
    const limits = changing(keeper.staffId, ["storekeeper"], { stallIds: [stall["KAFE"]] });
    expect((await manager.ask("PUT", `/staff/${keeper.staffId}`, limits)).status).toBe(200);
    expect(await receive("BATIK")).toBe("not_your_stall");
    expect(await receive("AIR")).toMatchObject({ status: 200 });
    const seen = await Promise.all(
      ["/stock", "/products"].map(async (path) => (await keeper.ask("GET", path)).text),
    );
    for (const text of seen) {
      expect(text).toContain("AIR");
      expect(text).not.toContain("BATIK");
    }
    const free = changing(keeper.staffId, ["storekeeper"], { stallIds: [] });
    expect((await manager.ask("PUT", `/staff/${keeper.staffId}`, free)).status).toBe(200);
    expect(await receive("BATIK")).toMatchObject({ status: 200 });
    await cleanBook(shop);
  });
});
