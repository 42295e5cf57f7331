// A café's day of QRIS over HTTP, and the morning after with the provider's file: who may do what, what waits, and what only one side knows.
import { beforeAll, expect, test } from "vitest";
import { hashPin } from "#domain/pins";
import { addStaff } from "#domain/staff";
import { type Asker, apiOf, refusalOf } from "../api/asking.ts";
import { KARTINI_QRIS, writeQris } from "../qris.ts";
import { settlementColumns, settlementFile } from "../settlement.ts";
import { allFigures, cleanBook, newId, type TestShop, testShop } from "../shop.ts";
import { refundCommand, type Selling, saleCommand, sell } from "../till.ts";

const CAFE_QRIS = writeQris({ name: "KAFE MAWAR SENTRA KARTINI TEMANGGUNG", nmid: "ID2021000111222" });
const TODAY = "2025-07-15";

let shop: TestShop;
let [manager, cashier, auditor]: Asker[] = [];
/** After each act: `waiting` payments, and what stands confirmed and unconfirmed in the books. */
const told: [act: string, waiting: number, confirmed: number, unconfirmed: number][] = [];

const ask = (who: Asker | undefined, method: "GET" | "POST" | "PUT", path: string, body?: unknown) =>
  (who as Asker).ask(method, path, body);
async function noted<T>(act: string, done: Promise<T> | T): Promise<T> {
  const answer = await done;
  const { payments } = (await ask(manager, "GET", "/qris-payments")).body as { payments: unknown[] };
  const { places } = (await ask(manager, "GET", "/money")).body as {
    places: { place: string; holdsRupiah: number }[];
  };
  const holds = (name: string) => places.find(({ place }) => place === name)?.holdsRupiah ?? 0;
  told.push([act, payments.length, holds("qris"), holds("qris_unconfirmed")]);
  return answer;
}
async function sold(cart: Parameters<typeof saleCommand>[1], how: Selling) {
  const command = saleCommand(shop, cart, how);
  expect((await ask(cashier, "POST", "/sales", command)).status).toBe(200);
  return command;
}
const confirmation = (saleId: string, position = 0) => ({
  id: newId(),
  saleId,
  position,
  confirmedAtMs: shop.tick(),
});
const match = async (day = TODAY) => {
  const answer = (await ask(auditor, "GET", `/settlements?day=${day}`)).body as {
    matched: { settled: { reference: string }; sold: { receiptNumber: string; unconfirmed: boolean } }[];
    onlyInFile: { reference: string }[];
    onlyInBook: { receiptNumber: string }[];
    fileRupiah: number;
    bookRupiah: number;
  };
  return {
    matched: answer.matched.map(
      ({ settled, sold: one }) =>
        `${settled.reference} ${one.receiptNumber.slice(-1)}${one.unconfirmed ? " waits" : ""}`,
    ),
    onlyInFile: answer.onlyInFile.map((row) => row.reference),
    onlyInBook: answer.onlyInBook.map((row) => row.receiptNumber.slice(-1)),
    difference: answer.fileRupiah - answer.bookRupiah,
  };
};

beforeAll(async () => {
  shop = await testShop();
  const api = apiOf(shop);
  const pinHash = await hashPin("135790");
  const reader = shop.book.write(() => addStaff(shop, { name: "Bu Tri", roles: ["auditor"], pinHash }));
  const morning = async () => {
    [manager, cashier, auditor] = [await api.manager(), await api.cashier(), api.stranger()];
    await auditor.signIn(reader.staffId, "135790");
  };
  await morning();

  const code = { id: newId(), stallId: null, payload: KARTINI_QRIS };
  expect(refusalOf(await ask(cashier, "PUT", "/qris-codes", code))).toBe("not_allowed");
  await noted("the centre's code and the café's are entered", ask(manager, "PUT", "/qris-codes", code));
  await ask(manager, "PUT", "/qris-codes", { id: newId(), stallId: shop.stall.KAFE, payload: CAFE_QRIS });

  shop.set("2025-07-15 09:00");
  await noted("1: coffee, seen at once", sold(["KOPI"], { pay: "qris" }));
  shop.set("2025-07-15 10:00");
  const hurried = await noted("2: coffee, the queue is long", sold(["KOPI"], { pay: "waiting" }));
  shop.set("2025-07-15 11:00");
  const mixed = await noted(
    "3: batik, Rp100.000 seen and Rp70.000 not",
    sold(["BATIK"], {
      pay: [
        ["qris", 100_000],
        ["waiting", 70_000],
      ],
    }),
  );
  shop.set("2025-07-15 12:00");
  const false_ = await noted("4: a bag, with a picture of a paid screen", sold(["TAS"], { pay: "waiting" }));
  await noted("5: water in cash", sold(["AIR"], {}));
  const confirm = confirmation(hurried.id);
  expect(refusalOf(await ask(auditor, "POST", "/qris-payments/confirm", confirm))).toBe("not_allowed");
  await noted("2 was seen after all", ask(cashier, "POST", "/qris-payments/confirm", confirm));
  const again = await ask(cashier, "POST", "/qris-payments/confirm", confirmation(hurried.id));
  expect(refusalOf(again)).toBe("nothing_to_confirm");
  const back = refundCommand(shop, false_.id, [[1, 1]], { reason: "mistake" });
  expect(refusalOf(await ask(cashier, "POST", "/refunds", back))).toBe("approval_needed");
  await noted("4 never came: the manager voids it", ask(manager, "POST", "/refunds", back));
  const training = { ...saleCommand(shop, ["KOPI"], { pay: "waiting" }), receiptNumber: "LATIHAN-K1-0001" };
  await noted("somebody learns", ask(cashier, "POST", "/training/sales", training));

  shop.set("2025-07-16 08:00");
  await morning();
  const file = settlementFile(
    "15/07/2025 09:00:40;A1;12.000",
    "15/07/2025 10:01:10;A2;12.000",
    "15/07/2025 11:01:00;A3;100.000",
    "15/07/2025 11:01:30;A4;70.000",
    "15/07/2025 17:00:00;A5;25.000",
  );
  expect(refusalOf(await ask(manager, "POST", "/settlements", file))).toBe("settlement_format_first");
  await ask(manager, "PUT", "/settlements/format", { id: newId(), ...settlementColumns });
  expect(refusalOf(await ask(cashier, "POST", "/settlements", file))).toBe("not_allowed");
  const brought = await noted("the provider's file is brought", ask(manager, "POST", "/settlements", file));
  expect(brought.body).toMatchObject({ rows: 5, known: 0, totalRupiah: 219_000 });
  expect(await match()).toEqual({
    matched: ["A1 1", "A2 2", "A3 3", "A4 3 waits"],
    onlyInFile: ["A5"],
    onlyInBook: [],
    difference: 25_000,
  });
  await noted(
    "what the file knows of 3 is confirmed",
    ask(manager, "POST", "/qris-payments/confirm", confirmation(mixed.id, 1)),
  );
});

test("what waits, and where the money stands, after every act", () => {
  expect(told).toEqual([
    ["the centre's code and the café's are entered", 0, 0, 0],
    ["1: coffee, seen at once", 0, 12_000, 0],
    ["2: coffee, the queue is long", 1, 12_000, 12_000],
    ["3: batik, Rp100.000 seen and Rp70.000 not", 2, 112_000, 82_000],
    ["4: a bag, with a picture of a paid screen", 3, 112_000, 167_000],
    ["5: water in cash", 3, 112_000, 167_000],
    ["2 was seen after all", 2, 124_000, 155_000],
    ["4 never came: the manager voids it", 1, 124_000, 70_000],
    ["somebody learns", 1, 124_000, 70_000],
    ["the provider's file is brought", 1, 124_000, 70_000],
    ["what the file knows of 3 is confirmed", 0, 194_000, 0],
  ]);
});

test("the match afterwards: nothing waits, and one row is still only the provider's", async () => {
  expect(await match()).toEqual({
    matched: ["A1 1", "A2 2", "A3 3", "A4 3"],
    onlyInFile: ["A5"],
    onlyInBook: [],
    difference: 25_000,
  });
  expect(await match("2025-07-16")).toMatchObject({ matched: [], onlyInFile: [], onlyInBook: [] });
});

test("the cashier's catalogue carries both codes untouched", async () => {
  const { qrisCodes } = (await ask(cashier, "GET", "/catalogue")).body as {
    qrisCodes: { payload: string }[];
  };
  expect(qrisCodes.map((code) => code.payload).sort()).toEqual([CAFE_QRIS, KARTINI_QRIS].sort());
});

test("the figures count every sale once, whoever saw its money, and nothing of the training", async () => {
  expect(await allFigures(shop)).toMatchObject({
    turnover: 12_000 + 12_000 + 170_000 + 4_000,
    transactions: 5,
    refunds: 1,
    byPaymentMethod: { qris: 194_000, cash: 4_000 },
  });
});

test("the book is clean, and the next real receipt follows the last", async () => {
  expect(sell(shop, ["AIR"]).receiptNumber).toBe("UJI-K1-000007");
  await cleanBook(shop);
});
