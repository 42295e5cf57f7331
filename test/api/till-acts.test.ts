// A till's queue over HTTP: whose it is, what it answers, and that the same batch twice is the same book.
import { describe, expect, test } from "vitest";
import { hashPin } from "#domain/pins";
import { addStaff } from "#domain/staff";
import { type ActsSent, tillActs } from "#rules/till-acts";
import { contents } from "../contents.ts";
import { cleanBook, newId, testShop } from "../shop.ts";
import { rewritten, tillQueue, told } from "../till-queue.ts";
import { apiOf, refusalOf } from "./asking.ts";
import { documentOf, operations } from "./document.ts";
import { misfits } from "./json-schema.ts";

const route = "post /api/tills/{tillId}/acts";

describe("a till's queue over HTTP", () => {
  test("D1 D2 D3 is answered as the document says; twice is once; another body under an act's id is a conflict", async () => {
    const shop = await testShop();
    const api = apiOf(shop);
    const cashier = await api.cashier();
    const till = tillQueue(shop);
    const path = `/tills/${shop.till.tillId}/acts`;
    const good = till.sale(["BATIK"]);
    const poisoned = rewritten(till.sale(["AIR"]), (body: object) => ({ ...body, totalRupiah: 1 }));
    const acts = [good, poisoned, till.visit(3), till.open(1, { promised: false })];
    const batch = { sentAtMs: shop.now(), acts };
    const first = await cashier.ask("POST", path, batch);
    expect([first.status, told((first.body as ActsSent).results)]).toEqual([
      200,
      ["recorded", "held parts_do_not_add_up", "recorded", "refused shift_already_open"],
    ]);
    const document = await documentOf(api);
    const [, operation] = operations(document).find(([name]) => name === route) ?? [];
    const schema = operation?.responses["200"]?.content?.["application/json"]?.schema;
    const envelopes = (first.body as ActsSent).results.map((result) =>
      result.is === "recorded" ? { ...result, answer: null } : result,
    );
    expect(misfits({ results: envelopes }, schema, document)).toEqual([]);
    // What each kind of act is answered is not in the document; it is what its own route answers.
    for (const [at, result] of (first.body as ActsSent).results.entries())
      if (result.is === "recorded")
        expect(tillActs[acts[at]?.kind ?? "sale"].answer.parse(result.answer)).toEqual(result.answer);
    const saved = contents(shop);
    shop.tick();
    expect((await cashier.ask("POST", path, batch)).body).toEqual(first.body);
    expect(contents(shop)).toEqual(saved);
    const other = rewritten({ ...till.visit(9), id: newId() }, (body: object) => ({
      ...body,
      id: acts[2]?.id,
    }));
    const conflict = { sentAtMs: shop.now(), acts: [{ ...other, id: acts[2]?.id, promised: false }] };
    const refused = (await cashier.ask("POST", path, conflict)).body as ActsSent;
    expect(told(refused.results)).toEqual(["refused id_conflict"]);
    expect(contents(shop)).toEqual(saved);
    expect(api.log).toEqual([]);
    await cleanBook(shop);
  });

  test("B3 whoever is signed in may send; each act asks its own right of who did it", async () => {
    const shop = await testShop();
    const api = apiOf(shop);
    const till = tillQueue(shop);
    const path = `/tills/${shop.till.tillId}/acts`;
    const batch = { sentAtMs: shop.now(), acts: [till.visit(2), till.sale(["AIR"], { promised: false })] };
    expect(refusalOf(await api.stranger().ask("POST", path, batch))).toBe("not_signed_in");
    const pinHash = await hashPin("402718");
    const roles = ["companion"] as const;
    const { staffId } = shop.book.write(() => addStaff(shop, { name: "Bu Tini", roles, pinHash }));
    const companion = api.stranger();
    await companion.signIn(staffId, "402718");
    const { results } = (await companion.ask("POST", path, batch)).body as ActsSent;
    expect(told(results)).toEqual(["recorded", "refused not_allowed"]);
    await cleanBook(shop);
  });

  test("an unknown till, an empty batch, one of too many, and one that is too long are refused whole", async () => {
    const shop = await testShop();
    const cashier = await apiOf(shop).cashier();
    const act = tillQueue(shop).visit(1);
    const ask = (acts: unknown[], tillId: number = shop.till.tillId) =>
      cashier.ask("POST", `/tills/${tillId}/acts`, { sentAtMs: shop.now(), acts });
    expect(refusalOf(await ask([act], 99))).toBe("unknown_till");
    expect(refusalOf(await ask([]))).toBe("invalid_request");
    expect(refusalOf(await ask(Array.from({ length: 26 }, () => act)))).toBe("invalid_request");
    expect(refusalOf(await ask([{ ...act, body: "x".repeat(400_001) }]))).toBe("invalid_request");
    expect((await ask(Array.from({ length: 25 }, () => ({ ...act, body: "x".repeat(90_000) })))).status).toBe(
      413,
    );
    await cleanBook(shop);
  });
});
