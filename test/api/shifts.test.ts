// Shifts over HTTP: open, counted, closed, reported; what a cashier is told before the count, and after.
import { expect, test } from "vitest";
import { cleanBook, newId, nextStamp, testShop } from "../shop.ts";
import { sell } from "../till.ts";
import { apiOf, refusalOf } from "./asking.ts";

test("C1 S6 S12 a cashier counts blind, closes, and reads the same Z as the manager, as often as they like", async () => {
  const shop = await testShop();
  const api = apiOf(shop);
  const [cashier, manager] = [await api.cashier(), await api.manager()];
  sell(shop, ["BATIK"]);
  sell(shop, ["KOPI"], { pay: "qris" });
  const path = `/shifts/${shop.shiftId}`;
  const blind = (await cashier.ask("GET", `${path}/report`)).body;
  expect(blind).toMatchObject({ z: null, seal: null, totals: { sales: null, expectedRupiah: null } });
  expect(JSON.stringify(blind)).not.toMatch(/370000|182000|170000/);
  expect((await manager.ask("GET", `${path}/report`)).body).toMatchObject({
    totals: { sales: { count: 2, rupiah: 182_000 }, expectedRupiah: 370_000 },
  });

  const stamped = () => ({ id: newId(), till: nextStamp(shop), shiftId: shop.shiftId });
  const count = { ...stamped(), notes: [{ valueRupiah: 50_000, count: 7 }], countedAtMs: shop.tick() };
  const counted = await cashier.ask("POST", `${path}/count`, count);
  expect(counted.body).toEqual({
    countId: count.id,
    countedRupiah: 350_000,
    expectedRupiah: 370_000,
    differenceRupiah: -20_000,
  });
  const twice = { ...count, id: newId(), notes: [...count.notes, ...count.notes] };
  expect(refusalOf(await cashier.ask("POST", `${path}/count`, twice))).toBe("line_twice");

  const closing = { ...stamped(), countId: count.id, closedAtMs: shop.tick() };
  const refused = await cashier.ask("POST", `${path}/close`, closing);
  expect([refused.status, refusalOf(refused)]).toEqual([422, "difference_needs_reason"]);
  const closed = await cashier.ask("POST", `${path}/close`, { ...closing, reason: "Uang palsu" });
  expect(closed.body).toMatchObject({
    state: "closed",
    differenceRupiah: -20_000,
    zNumber: "UJI-K1-Z-000001",
  });
  const again = { ...stamped(), countId: count.id, closedAtMs: shop.tick() };
  expect((await cashier.ask("POST", `${path}/close`, again)).body).toEqual(closed.body);

  const first = await cashier.ask("GET", `${path}/report`);
  expect(first.body).toMatchObject({ z: { number: "UJI-K1-Z-000001", reason: "Uang palsu" } });
  shop.later(48);
  for (const who of [cashier, manager]) {
    const { body } = await (who === manager ? await api.manager() : await api.cashier()).ask(
      "GET",
      `${path}/report`,
    );
    expect(body).toEqual(first.body);
  }
  expect(api.log).toEqual([]);
  await cleanBook(shop);
});

test("the list of shifts goes back by pages, and a page that makes no sense is refused", async () => {
  const shop = await testShop();
  const manager = await apiOf(shop).manager();
  const list = await manager.ask("GET", "/shifts?limit=1");
  expect(list.body).toMatchObject({ shifts: [{ id: shop.shiftId, state: "open", expectedRupiah: null }] });
  const { shifts } = list.body as { shifts: { openedAtMs: number }[] };
  const before = shifts[0]?.openedAtMs;
  expect((await manager.ask("GET", `/shifts?before=${before}`)).body).toEqual({ shifts: [] });
  for (const query of ["limit=0", "limit=x", "before=yesterday", "before=-1"])
    expect((await manager.ask("GET", `/shifts?${query}`)).status).toBe(400);
});
