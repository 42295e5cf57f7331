// D1–D4: a retry of any act is answered as the first time and adds nothing; another body under its id is a conflict.
import { describe, expect, test } from "vitest";
import { printersAreQuiet } from "#domain/print-jobs";
import { createTill } from "#domain/tills";
import { contents, rowCounts } from "../contents.ts";
import { cleanBook, newId, testShop } from "../shop.ts";
import { payoutCommand, refundCommand, saleCommand, sell } from "../till.ts";
import { acts, methodOf, noActs } from "./acts.ts";
import { apiOf, refusalOf } from "./asking.ts";
import { documentOf, operations, writes } from "./document.ts";

test("every writing route of the document is tried here, or says why it is no act", async () => {
  const document = await documentOf(apiOf(await testShop()));
  const routes = operations(document)
    .map(([route]) => route)
    .filter(writes);
  expect([...Object.keys(acts), ...Object.keys(noActs)].sort()).toEqual(routes.sort());
});

/** Without how far a print has come, which goes on by itself. */
const told = (body: unknown): unknown =>
  typeof body === "object" && body !== null && "printId" in body ? { ...body, state: null } : body;

describe.each(Object.keys(acts))("%s", (route) => {
  test("a retry gets the first answer and adds nothing; another body is refused id_conflict", async () => {
    const shop = await testShop();
    createTill(shop, shop.manager, { id: newId(), name: "Kasir cadangan" });
    const recipe = acts[route]?.(shop);
    if (!recipe) throw new Error(route);
    const api = apiOf(shop);
    const manager = await api.manager();
    const before = rowCounts(shop);
    const first = await manager.ask(methodOf(route), recipe.path, recipe.body);
    expect([route, first.status, first.text]).toEqual([route, 200, first.text]);
    expect(rowCounts(shop)).not.toEqual(before);
    await printersAreQuiet(shop);
    const saved = contents(shop);
    shop.tick();
    const again = await manager.ask(methodOf(route), recipe.path, recipe.body);
    expect([again.status, told(again.body)]).toEqual([200, told(first.body)]);
    expect(contents(shop)).toEqual(saved);
    const other = await manager.ask(methodOf(route), recipe.path, recipe.other);
    expect([other.status, refusalOf(other)]).toEqual([409, "id_conflict"]);
    expect(contents(shop)).toEqual(saved);
    expect(api.log).toEqual([]);
    await cleanBook(shop);
  });
});

describe("D4 one press is one act on the server", () => {
  test("twenty identical sales at once are one sale, one stock movement and one earning, all answered alike", async () => {
    const shop = await testShop();
    const cashier = await apiOf(shop).cashier();
    const command = saleCommand(shop, ["BATIK"]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => cashier.ask("POST", "/sales", command)),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(rowCounts(shop)).toMatchObject({
      sales: 1,
      sale_lines: 1,
      payments: 1,
      stock_movements: 1,
      earnings: 1,
    });
    await cleanBook(shop);
  });

  test("a late retry is answered even after the shift was closed and the product is gone (it comes before every other question)", async () => {
    const shop = await testShop();
    const manager = await apiOf(shop).manager();
    const command = saleCommand(shop, ["AIR"]);
    const first = await manager.ask("POST", "/sales", command);
    const closing = acts["post /api/shifts/{shiftId}/close"]?.(shop);
    await manager.ask("POST", closing?.path ?? "", closing?.body);
    const again = await manager.ask("POST", "/sales", command);
    expect(again.body).toEqual(first.body);
    await cleanBook(shop);
  });

  test("one id cannot be two kinds of act", async () => {
    const shop = await testShop();
    const manager = await apiOf(shop).manager();
    const sale = sell(shop, ["BATIK"]);
    const payout = { ...payoutCommand(shop, "SARI", 1_000), id: sale.id };
    expect(refusalOf(await manager.ask("POST", "/payouts", payout))).toBe("id_conflict");
    const visit = { id: sale.id, areaId: shop.area, category: "anak", count: 1, countedAtMs: shop.now() };
    expect(refusalOf(await manager.ask("POST", "/visits", visit))).toBe("id_conflict");
    await cleanBook(shop);
  });

  test("what differs only in the order of its names is the same body", async () => {
    const shop = await testShop();
    const cashier = await apiOf(shop).cashier();
    const command = saleCommand(shop, ["AIR"]);
    const first = await cashier.ask("POST", "/sales", command);
    const turned = Object.fromEntries(Object.entries(command).reverse());
    expect((await cashier.ask("POST", "/sales", turned)).body).toEqual(first.body);
  });
});

describe("two people at once", () => {
  test("K8 who pay the same maker all of it: one pays, the other is told that nothing is left", async () => {
    const shop = await testShop();
    const [one, two] = [await apiOf(shop).manager(), await apiOf(shop).manager()];
    sell(shop, ["BATIK"]);
    const answers = await Promise.all(
      [one, two].map((officer) => officer.ask("POST", "/payouts", payoutCommand(shop, "SARI", 136_000))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(answers.map(refusalOf)).toContain("more_than_owed");
    await cleanBook(shop);
  });

  test("R1 who take the same piece back: one does, and the till's numbers have no hole", async () => {
    const shop = await testShop();
    const cashier = await apiOf(shop).cashier();
    const sale = sell(shop, ["BATIK"]);
    const back = refundCommand(shop, sale.id, [[1, 1]]);
    const answers = await Promise.all(
      [back, { ...back, id: newId() }].map((body) => cashier.ask("POST", "/refunds", body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(refusalOf)).toContain("till_out_of_step");
    const next = refundCommand(shop, sale.id, [[1, 1]]);
    expect(refusalOf(await cashier.ask("POST", "/refunds", next))).toBe("refund_more_than_sold");
    await cleanBook(shop);
  });
});

describe("a preview saves nothing, however often it is asked, and its id stays free", () => {
  test("refunds and payouts", async () => {
    const shop = await testShop();
    const manager = await apiOf(shop).manager();
    const sale = sell(shop, [{ sku: "BATIK", quantity: 2 }]);
    const before = contents(shop);
    const [back, paying] = [refundCommand(shop, sale.id, [[1, 1]]), payoutCommand(shop, "SARI", 100_000)];
    for (let times = 0; times < 2; times += 1) {
      expect((await manager.ask("POST", "/refunds/preview", back)).body).toMatchObject({
        totalRupiah: 170_000,
      });
      expect((await manager.ask("POST", "/payouts/preview", paying)).body).toMatchObject({
        owedAfterRupiah: 172_000,
      });
    }
    expect(contents(shop)).toEqual(before);
    expect((await manager.ask("POST", "/refunds", back)).status).toBe(200);
    expect((await manager.ask("POST", "/payouts", { ...paying, amountRupiah: 50_000 })).status).toBe(200);
    await cleanBook(shop);
  });
});
