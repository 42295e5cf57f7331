// The repair list over HTTP: a till's refused act is seen by whoever looks after it, and settled by managers only, once.
import { beforeAll, expect, test } from "vitest";
import { hashPin } from "#domain/pins";
import { addStaff } from "#domain/staff";
import type { RepairsView } from "#rules/repairs";
import { cleanBook, newId, type TestShop, testShop } from "../shop.ts";
import { tillQueue } from "../till-queue.ts";
import { type Api, type Asker, apiOf, refusalOf } from "./asking.ts";

let shop: TestShop;
let api: Api;
let manager: Asker;
let second: Asker;
let auditor: Asker;

beforeAll(async () => {
  shop = await testShop();
  api = apiOf(shop);
  manager = await api.manager();
  second = await api.manager();
  const pinHash = await hashPin("402718");
  const person = shop.book.write(() => addStaff(shop, { name: "Hasan", roles: ["auditor"], pinHash }));
  auditor = api.stranger();
  await auditor.signIn(person.staffId, "402718");
});

const list = async (by: Asker) => (await by.ask("GET", "/repairs")).body as RepairsView;
const waiting = async () => (await auditor.ask("GET", "/repairs/waiting")).body;

test("L4 a promised sale that is refused waits on the list, is settled once, and is then in the book", async () => {
  const cashier = await api.cashier();
  const act = tillQueue(shop).sale([{ sku: "KOPI", price: 10_000 }]);
  const sent = await cashier.ask("POST", `/tills/${shop.till.tillId}/acts`, {
    sentAtMs: shop.now(),
    acts: [act],
  });
  expect(sent.body).toMatchObject({ results: [{ is: "held", code: "approval_needed" }] });
  expect(await waiting()).toEqual({ waiting: 1 });
  const { open } = await list(auditor);
  expect(open).toMatchObject([{ actId: act.id, totalRupiah: 10_000, whyNot: null }]);
  const path = `/repairs/${open[0]?.repairId}`;

  for (const way of ["retry", "accept", "set-aside"])
    expect(refusalOf(await auditor.ask("POST", `${path}/${way}`, {}))).toBe("not_allowed");
  const body = { id: newId(), repairId: open[0]?.repairId };
  expect(refusalOf(await manager.ask("POST", `${path}/retry`, body))).toBe("approval_needed");
  const unsaid = await manager.ask("POST", `${path}/set-aside`, { ...body, note: " " });
  expect(refusalOf(unsaid)).toBe("invalid_request");
  expect(await waiting()).toEqual({ waiting: 1 });

  const answers = await Promise.all(
    [manager, second].map((by) => by.ask("POST", `${path}/accept`, { ...body, id: newId() })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(answers.map(refusalOf)).toContain("already_settled");
  expect(await waiting()).toEqual({ waiting: 0 });
  expect((await cashier.ask("GET", `/sales/${act.id}`)).body).toMatchObject({ totalRupiah: 10_000 });
  expect((await list(manager)).settled).toMatchObject([{ saleId: act.id, settled: { how: "accepted" } }]);
  await cleanBook(shop);
  expect(api.log).toEqual([]);
});

test("what is not there is not found", async () => {
  const repairId = newId();
  const body = { id: newId(), repairId, note: "x" };
  for (const way of ["retry", "accept", "set-aside"])
    expect(refusalOf(await manager.ask("POST", `/repairs/${repairId}/${way}`, body))).toBe("not_found");
});
