// A till's queue arrives: in order, once each, and nothing that was promised is lost, doubled or changed.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recordSale } from "#domain/sales";
import { sendTillActs } from "#domain/till-acts";
import { createTill, tillView } from "#domain/tills";
import type { SaleId } from "#rules/ids";
import { Refusal } from "#rules/refusal";
import { type SentAct, tillActs } from "#rules/till-acts";
import { cleanBook, newId, type TestShop, testShop } from "../shop.ts";
import { sell } from "../till.ts";
import { countOf, digestOf, rewritten, rowsOf, run, send, tillQueue, told } from "../till-queue.ts";

let shop: TestShop;
beforeEach(async () => {
  shop = await testShop();
});
afterEach(async () => {
  await cleanBook(shop);
  await shop.book.close();
});

const rows = (query: string) => rowsOf(shop, query);
const count = (table: string): number => countOf(shop, table);

describe("what a till kept while nothing answered", () => {
  test("L4 L9 arrives in its order, every act once, with the numbers that its papers bear", async () => {
    const till = tillQueue(shop);
    const acts = [
      till.sale(["BATIK"]),
      till.visit(4),
      till.sale(["AIR", "KOPI"]),
      till.move("cash_in", 50_000),
    ];
    shop.later(3);
    expect(told(await send(shop, acts))).toEqual(["recorded", "recorded", "recorded", "recorded"]);
    expect(rows("select receipt_count as n from sales order by receipt_count")).toEqual([{ n: 1 }, { n: 2 }]);
    expect(tillView(shop, shop.till.tillId)).toMatchObject({
      lastSeq: till.next.seq - 1,
      lastReceiptCount: 2,
    });
    expect(count("arrivals")).toBe(4);
    expect(count("repairs")).toBe(0);
  });

  test("D1 D2 a lost answer: the same batch again is answered with the first answers and writes nothing", async () => {
    const till = tillQueue(shop);
    const sale = till.sale(["BATIK"]);
    const acts = [
      sale,
      till.visit(4),
      till.refund(sale.id as SaleId, [[1, 1]]),
      till.move("deposit", 10_000),
    ];
    const first = await send(shop, acts);
    expect(told(first)).toEqual(["recorded", "recorded", "recorded", "recorded"]);
    for (const [at, result] of first.entries())
      if (result.is === "recorded")
        expect(tillActs[acts[at]?.kind ?? "sale"].answer.parse(result.answer)).toEqual(result.answer);
    const before = count("acts");
    expect(await send(shop, acts)).toEqual(first);
    // And a till that was torn out in the middle sends the end of it with something new.
    expect(told(await send(shop, [...acts.slice(1), till.sale(["KOPI"])]))).toEqual([
      "recorded",
      "recorded",
      "recorded",
      "recorded",
    ]);
    expect(count("acts")).toBe(before + 1);
  });

  test("D1 the same sale by the plain route and by the queue is one sale", async () => {
    const till = tillQueue(shop);
    const act = till.sale(["BATIK"], { promised: false });
    const recorded = recordSale(shop, shop.cashier, JSON.parse(act.body));
    expect(await send(shop, [{ ...act, promised: true }])).toEqual([
      { id: act.id, is: "recorded", answer: recorded },
    ]);
    expect(count("sales")).toBe(1);
  });

  test("D3 the same id with another body is a conflict: refused, or held where it was promised", async () => {
    const till = tillQueue(shop);
    const act = till.visit(4);
    await send(shop, [act]);
    const other = rewritten(act, (body: object) => ({ ...body, count: 5 }));
    expect(told(await send(shop, [{ ...other, promised: false }]))).toEqual(["refused id_conflict"]);
    expect(told(await send(shop, [other]))).toEqual(["held till_seq_taken"]);
    expect(told(await send(shop, [other]))).toEqual(["held till_seq_taken"]);
    expect(rows("select till_seq as seq from repairs")).toEqual([{ seq: null }]);
  });

  test("what nobody has promised yet and the rules refuse saves nothing, gives its numbers back, and stops the batch", async () => {
    const till = tillQueue(shop);
    const good = till.sale(["BATIK"]);
    const bad = till.sale(["AIR"], { promised: false });
    const wrong = rewritten(bad, (body: { totalRupiah: number }) => ({
      ...body,
      totalRupiah: body.totalRupiah + 1,
    }));
    const after = till.visit(1);
    expect(told(await send(shop, [good, wrong, after]))).toEqual(["recorded", "refused parts_do_not_add_up"]);
    expect(count("repairs")).toBe(0);
    expect(tillView(shop, shop.till.tillId).lastSeq).toBe(good.seq);
    sell(shop, ["AIR"]); // the number was given back
  });
});

describe("L4 one bad act never blocks the queue", () => {
  test("poison in the middle of 25: 24 arrive, one is held with its numbers, and nothing is missing from the row", async () => {
    const till = tillQueue(shop);
    const acts = Array.from({ length: 25 }, () => till.sale(["AIR"]));
    const poisoned = acts.map((act, at) =>
      at === 12 ? rewritten(act, (body: { totalRupiah: number }) => ({ ...body, totalRupiah: 1 })) : act,
    );
    const results = await send(shop, poisoned);
    expect(results.filter(({ is }) => is === "recorded")).toHaveLength(24);
    expect(told(results)[12]).toBe("held parts_do_not_add_up");
    expect(rows("select till_seq as seq, receipt_count as receipt, code from repairs")).toEqual([
      { seq: poisoned[12]?.seq, receipt: 13, code: "parts_do_not_add_up" },
    ]);
    expect(await send(shop, poisoned)).toEqual(results);
    expect(count("repairs")).toBe(1);
  });

  test("a bug in the middle: the savepoint is rolled back, it is told, the act is held as broken, and the rest goes on", async () => {
    const till = tillQueue(shop);
    const acts = [till.sale(["AIR"]), till.sale(["BATIK"]), till.sale(["AIR"])];
    run(
      shop,
      `create trigger a_bug before insert on payments when new.sale_id = '${acts[1]?.id}'
      begin select raise(abort, 'a bug'); end`,
    );
    expect(told(await send(shop, acts))).toEqual(["recorded", "held broken", "recorded"]);
    expect(shop.printer.bugs.map((bug: Error) => bug.message)).toEqual(["a bug"]);
    expect(count("sales")).toBe(2);
    // Where nobody has promised it, it is refused, and what came before it stays.
    const next = [till.sale(["AIR"]), till.sale(["BATIK"], { promised: false })];
    run(shop, "drop trigger a_bug");
    run(
      shop,
      `create trigger a_bug before insert on payments when new.sale_id = '${next[1]?.id}'
      begin select raise(abort, 'a bug'); end`,
    );
    expect(told(await send(shop, next))).toEqual(["recorded", "refused broken"]);
    run(shop, "drop trigger a_bug");
  });

  test("L5 one byte altered on the way, a body that is no JSON, one that no schema reads, and an envelope of another act", async () => {
    const till = tillQueue(shop);
    const [altered, noJson, strange, otherId, otherSeq, otherNumber, otherTill] = [
      { ...till.sale(["AIR"]) },
      till.sale(["AIR"]),
      till.visit(3),
      till.sale(["AIR"]),
      till.visit(2),
      till.sale(["AIR"]),
      till.visit(1),
    ] as [SentAct, SentAct, SentAct, SentAct, SentAct, SentAct, SentAct];
    const acts = [
      { ...altered, body: altered.body.replace('"cash"', '"qris"') },
      { ...noJson, body: "{", digest: digestOf("{") },
      rewritten(strange, (body: object) => ({ ...body, count: "drei" })),
      rewritten(otherId, (body: object) => ({ ...body, id: newId() })),
      rewritten(otherSeq, (body: object) => ({ ...body, till: { tillId: shop.till.tillId, seq: 999 } })),
      rewritten(otherNumber, (body: object) => ({ ...body, receiptNumber: "UJI-K1-000099" })),
      rewritten(otherTill, (body: { till: { seq: number } }) => ({
        ...body,
        till: { tillId: 2, seq: body.till.seq },
      })),
    ];
    const results = await send(shop, [...acts, till.sale(["KOPI"])]);
    expect(told(results)).toEqual([
      "held act_altered",
      "held act_unreadable",
      "held act_unreadable",
      "held act_altered",
      "held act_altered",
      "held act_altered",
      "held act_altered",
      "recorded",
    ]);
    expect(results[2]).toMatchObject({ facts: { path: "count" } });
    expect(rows("select count(*) as n from repairs where till_seq is not null")).toEqual([{ n: 7 }]);
    expect(rows("select body from repairs where code = 'act_unreadable' order by till_seq limit 1")).toEqual([
      { body: "{" },
    ]);
  });

  test("what cannot be written now stops everything: busy is said of the first act, and nothing of the batch is saved", async () => {
    const till = tillQueue(shop);
    const acts = [till.sale(["AIR"]), till.sale(["BATIK"])];
    const { soon } = shop.book;
    const full = {
      ...shop,
      book: { ...shop.book, soon: () => Promise.reject(new Refusal("disk_full", {})) },
    };
    expect(told(await send(full as never, acts))).toEqual(["refused disk_full"]);
    shop.book.soon = soon;
    expect(told(await send(shop, acts))).toEqual(["recorded", "recorded"]);
  });
});

describe("L9 numbers", () => {
  test("a gap is found, kept and told; what comes after it goes on; what then comes from inside it is held", async () => {
    const till = tillQueue(shop);
    const [first, lost, visit, last] = [
      till.sale(["AIR"]),
      till.sale(["BATIK"]),
      till.visit(2),
      till.sale(["AIR"]),
    ];
    expect(told(await send(shop, [first, last]))).toEqual(["recorded", "recorded"]);
    expect(
      rows(
        "select seq_before as a, last_seq as b, receipts_before as c, last_receipt_count as d from till_gaps",
      ),
    ).toEqual([{ a: first.seq, b: visit.seq, c: 1, d: 2 }]);
    expect(told(await send(shop, [lost, visit]))).toEqual(["held till_seq_taken", "held till_seq_taken"]);
    expect(told(await send(shop, [till.sale(["AIR"])]))).toEqual(["recorded"]);
  });

  test("L9 what is recorded is recorded, whichever till it comes from, and takes no numbers there", async () => {
    const other = createTill(shop, shop.manager, { id: newId(), name: "Kasir belakang" });
    const acts = [tillQueue(shop).visit(1)];
    expect(told(await send(shop, acts))).toEqual(["recorded"]);
    const batch = { sentAtMs: shop.now(), acts };
    const { results } = await sendTillActs(shop, shop.cashier, other.tillId, batch);
    expect(told(results)).toEqual(["recorded"]);
    expect(tillView(shop, other.tillId).lastSeq).toBe(0);
    expect(count("till_gaps")).toBe(0);
  });

  test("D7 a number that another act took: the sale is held without it, and the row goes on", async () => {
    const [one, two] = [tillQueue(shop), tillQueue(shop)]; // a device that was copied
    expect(told(await send(shop, [one.sale(["AIR"]), one.sale(["AIR"])]))).toEqual(["recorded", "recorded"]);
    expect(told(await send(shop, [two.sale(["BATIK"]), two.visit(3)]))).toEqual([
      "held till_seq_taken",
      "held till_seq_taken",
    ]);
    expect(rows("select till_seq as seq, receipt_count as receipt from repairs")).toEqual([
      { seq: null, receipt: null },
      { seq: null, receipt: null },
    ]);
    expect(told(await send(shop, [one.sale(["AIR"])]))).toEqual(["recorded"]);
  });

  test("a paper's number that was taken is a reason of its own; a number from far away is no gap but damage", async () => {
    const till = tillQueue(shop);
    const sale = till.sale(["AIR"]);
    await send(shop, [sale]);
    till.next.receiptCount = 1;
    expect(told(await send(shop, [till.sale(["BATIK"])]))).toEqual(["held receipt_number_wrong"]);
    expect(rows("select till_seq as seq, receipt_count as receipt from repairs")).toEqual([
      { seq: sale.seq + 1, receipt: null },
    ]);
    till.next.receiptCount = 2;
    const far = till.visit(1);
    const away = rewritten({ ...far, seq: 900_000_000 }, (body: object) => ({
      ...body,
      till: { tillId: shop.till.tillId, seq: 900_000_000 },
    }));
    expect(told(await send(shop, [away]))).toEqual(["held till_out_of_step"]);
    expect(count("till_gaps")).toBe(0);
    till.next.seq = far.seq;
    expect(told(await send(shop, [till.sale(["AIR"])]))).toEqual(["recorded"]);
  });
});
