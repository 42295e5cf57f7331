// What was missing from a till's row and comes after all: held on its own numbers, until a manager says what becomes of it.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { acceptRepair, retryAllRepairs, retryRepair } from "#domain/repairs";
import { saleView } from "#domain/sale-views";
import { shiftReport } from "#domain/shift-reports";
import { tillView } from "#domain/tills";
import type { SaleId, ShiftId } from "#rules/ids";
import type { SentAct } from "#rules/till-acts";
import { cleanBook, close, newId, type TestShop, testShop } from "../shop.ts";
import { rowsOf, send, type TillQueue, tillQueue, told } from "../till-queue.ts";

let shop: TestShop;
let till: TillQueue;
beforeEach(async () => {
  shop = await testShop();
  till = tillQueue(shop);
});
afterEach(async () => {
  await cleanBook(shop);
  await shop.book.close();
});

const settling = (act: SentAct) => {
  const [row] = rowsOf<{ id: string }>(shop, `select id from repairs where act_id = '${act.id}'`);
  return { id: newId(), repairId: row?.id ?? "" };
};
const accept = (act: SentAct) => acceptRepair(shop, shop.manager, settling(act)).how;
const numberOn = (act: SentAct): string => JSON.parse(act.body).receiptNumber;
const numbersKept = () =>
  rowsOf(shop, "select till_seq as seq, receipt_count as paper from repairs order by rowid");

/** A sale, a lost one, lost visitors, and a sale that shows what is missing. */
async function withAGap() {
  const [before, lost, visit, after] = [
    till.sale(["AIR"]),
    till.sale(["BATIK"]),
    till.visit(2),
    till.sale(["KOPI"]),
  ];
  expect(told(await send(shop, [before, after]))).toEqual(["recorded", "recorded"]);
  return { lost, visit };
}

describe("L9 N1 what was missing", () => {
  test("is held on its own numbers, booked by nobody but a manager, and then bears the number on its paper", async () => {
    const { lost, visit } = await withAGap();
    expect(told(await send(shop, [lost, visit]))).toEqual(["held till_seq_taken", "held till_seq_taken"]);
    expect(numbersKept()).toEqual([
      { seq: lost.seq, paper: lost.receiptCount },
      { seq: visit.seq, paper: null },
    ]);
    expect(() => retryRepair(shop, shop.manager, settling(lost))).toThrow("till_seq_taken");
    expect(await retryAllRepairs(shop)).toBe(0);
    const last = tillView(shop, shop.till.tillId);
    expect([accept(lost), accept(visit)]).toEqual(["accepted", "accepted"]);
    expect(saleView(shop, lost.id).receiptNumber).toBe(numberOn(lost));
    expect(tillView(shop, shop.till.tillId)).toMatchObject({
      lastSeq: last.lastSeq,
      lastReceiptCount: last.lastReceiptCount,
    });
    // So that the till, which knows nothing of all this, goes on without a stumble.
    expect(told(await send(shop, [till.sale(["AIR"])]))).toEqual(["recorded"]);
    close(shop);
    const { firstNumber, lastNumber, sales } = shiftReport(shop, shop.manager, shop.shiftId).totals;
    expect([firstNumber, lastNumber, sales?.count]).toEqual(["UJI-K1-000001", "UJI-K1-000004", 4]);
  });

  test("is a supplement on its own number where its shift was closed meanwhile (S5)", async () => {
    const { lost } = await withAGap();
    close(shop);
    await send(shop, [lost]);
    accept(lost);
    expect(saleView(shop, lost.id)).toMatchObject({ receiptNumber: numberOn(lost), supplement: 1 });
  });

  test("keeps a number that two claim for the first of them (D7)", async () => {
    const twin = tillQueue(shop);
    const { lost } = await withAGap();
    const [, other] = [twin.sale(["AIR"]), twin.sale(["KERIPIK"])] as [SentAct, SentAct];
    expect(other.receiptCount).toBe(lost.receiptCount);
    await send(shop, [lost, other]);
    expect(numbersKept()).toEqual([
      { seq: lost.seq, paper: lost.receiptCount },
      { seq: null, paper: null },
    ]);
    accept(other);
    accept(lost);
    expect([lost, other].map((act) => saleView(shop, act.id as SaleId).receiptNumber)).toEqual([
      "UJI-K1-000002",
      "UJI-K1-000004",
    ]);
  });

  test("has no number below the first of its shift, so that the Z names its first and last paper (H4)", async () => {
    till.sale(["AIR"]); // it never comes
    close(shop);
    till = tillQueue(shop);
    const opening = till.open(0);
    shop.shiftId = opening.id as ShiftId;
    const [early, late] = [till.sale(["BATIK"]), till.sale(["AIR"])] as [SentAct, SentAct];
    expect(told(await send(shop, [late]))).toEqual(["held shift_not_open"]);
    await send(shop, [opening]);
    accept(opening);
    await send(shop, [early]);
    accept(early);
    expect(saleView(shop, early.id).receiptNumber).not.toBe(numberOn(early));
    close(shop);
  });
});
