// Settlement: a file's rows are kept once, and a day's match tells what only one side knows.
import { beforeEach, describe, expect, test } from "vitest";
import { confirmQris, unconfirmedPayments } from "#domain/qris-payments";
import { importSettlement, setSettlementFormat, settlementDay, settlementFormat } from "#domain/settlements";
import { settlementTable } from "#papers/settlement-file";
import type { Day } from "#rules/business-day";
import { contents, rowCounts } from "../contents.ts";
import { bringFile, settlementColumns, settlementFile, tellColumns } from "../settlement.ts";
import { cleanBook, newId, type TestShop, testShop } from "../shop.ts";
import { refund, sell } from "../till.ts";

const refusedAs = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) });
const TODAY = "2025-07-15" as Day;

let shop: TestShop;
beforeEach(async () => {
  shop = await testShop();
  tellColumns(shop);
});

const bring = (...rows: string[]) => bringFile(shop, ...rows);
const day = () => {
  const { matched, onlyInFile, onlyInBook, ...sums } = settlementDay(shop, TODAY);
  return {
    matched: matched.map(({ settled, sold }) => `${settled.reference} ${sold.receiptNumber.slice(-2)}`),
    onlyInFile: onlyInFile.map((row) => `${row.reference} ${row.amountRupiah}`),
    onlyInBook: onlyInBook.map((row) => `${row.receiptNumber.slice(-2)} ${row.amountRupiah}`),
    ...sums,
  };
};

describe("a file", () => {
  test("tells how many rows it has, from when to when, and what they come to", async () => {
    expect(bring("16/07/2025 08:00;B1;12.000", "15/07/2025 09:00;A1;Rp 170.000")).toEqual({
      rows: 2,
      known: 0,
      firstDay: "2025-07-15",
      lastDay: "2025-07-16",
      totalRupiah: 182_000,
    });
    await cleanBook(shop);
  });

  test("that is brought again, or overlaps an earlier one, counts each row once", async () => {
    bring("15/07/2025 09:00;A1;12.000", "15/07/2025 10:00;A2;12.000");
    const second = bring(
      "15/07/2025 10:00;A2;12.000",
      "15/07/2025 11:00;A3;12.000",
      "15/07/2025 11:00;A3;12.000",
    );
    expect(second).toMatchObject({ rows: 3, known: 2, totalRupiah: 36_000 });
    expect(rowCounts(shop)).toMatchObject({ settlement_rows: 3, settlement_files: 2 });
    expect(day()).toMatchObject({ fileRupiah: 36_000, hasFile: true });
    await cleanBook(shop);
  });

  test("with a reference that the provider uses twice: at another time it is another payment", async () => {
    expect(bring("15/07/2025 09:00;A1;12.000", "15/07/2025 09:30;A1;12.000")).toMatchObject({ known: 0 });
    expect(day()).toMatchObject({ fileRupiah: 24_000 });
    await cleanBook(shop);
  });

  test("that was sent twice under one id is answered the same, even after the columns were told anew", async () => {
    const file = settlementFile("15/07/2025 09:00;A1;12.000");
    const send = (separator: string) =>
      importSettlement(shop, shop.manager, file, settlementTable(file.text, separator));
    const first = send(";");
    setSettlementFormat(shop, shop.manager, {
      id: newId(),
      ...settlementColumns,
      separator: ",",
      dayColumn: "Date",
    });
    const saved = contents(shop);
    expect(send(",")).toEqual(first);
    expect(contents(shop)).toEqual(saved);
    expect(settlementFormat(shop)).toEqual({ ...settlementColumns, separator: ",", dayColumn: "Date" });
    await cleanBook(shop);
  });

  test("with one cell that cannot be read is refused as a whole", async () => {
    const before = contents(shop);
    expect(() => bring("15/07/2025;A1;12.000", "15/07/2025;A2;12rb")).toThrow(
      refusedAs("settlement_cell_wrong", { row: 3, column: "Nominal", value: "12rb" }),
    );
    expect(contents(shop)).toEqual(before);
  });

  test("waits until the columns were told", async () => {
    shop = await testShop();
    expect(settlementFormat(shop)).toBeNull();
    expect(() => bring("15/07/2025;A1;12.000")).toThrow(refusedAs("settlement_format_first"));
  });
});

describe("a day", () => {
  test("lays equal amounts side by side, the nearest in time first, and tells what is left over on either side", async () => {
    shop.set("2025-07-15 09:00");
    sell(shop, ["KOPI"], { pay: "qris" }); // 09.01, receipt 01
    shop.set("2025-07-15 10:00");
    sell(shop, ["KOPI"], { pay: "qris" }); // 10.01, 02
    sell(shop, ["BATIK"], { pay: "qris" }); // 03, never arrived
    sell(shop, ["AIR"]); // cash, not of this
    bring("15/07/2025 10:02;A2;12.000", "15/07/2025 09:03;A1;12.000", "15/07/2025 12:00;A9;55.000");
    expect(day()).toEqual({
      day: TODAY,
      hasFile: true,
      matched: ["A2 02", "A1 01"],
      onlyInFile: ["A9 55000"],
      onlyInBook: ["03 170000"],
      fileRupiah: 79_000,
      bookRupiah: 194_000,
    });
    await cleanBook(shop);
  });

  test("without a file says so, and what it expects", () => {
    sell(shop, ["KOPI"], { pay: "qris" });
    expect(day()).toMatchObject({
      hasFile: false,
      onlyInBook: ["01 12000"],
      bookRupiah: 12_000,
      fileRupiah: 0,
    });
    expect(settlementDay(shop, undefined).day).toBe(TODAY);
  });

  test("shows which of its payments still wait; a match does not confirm, the cashier's act does", () => {
    const sale = sell(shop, ["KOPI"], { pay: "waiting" });
    bring("15/07/2025 08:05;A1;12.000");
    const waits = () => settlementDay(shop, TODAY).matched.map(({ sold }) => sold.unconfirmed);
    expect(waits()).toEqual([true]);
    expect(unconfirmedPayments(shop)).toHaveLength(1);
    confirmQris(shop, shop.manager, {
      id: newId(),
      saleId: sale.id,
      position: 0,
      confirmedAtMs: shop.tick(),
    });
    expect(waits()).toEqual([false]);
  });

  test("does not expect what was voided while it waited: if its money came after all, only the file knows it", async () => {
    const sale = sell(shop, ["KOPI"], { pay: "waiting" });
    refund(shop, sale, [[1, 1]], { reason: "mistake", approved: true });
    bring("15/07/2025 08:05;A1;12.000");
    expect(day()).toMatchObject({ matched: [], onlyInFile: ["A1 12000"], onlyInBook: [], bookRupiah: 0 });
    await cleanBook(shop);
  });

  test("expects the whole payment of a sale of which goods came back; what went back is the file's own row", async () => {
    const sale = sell(shop, [{ sku: "KOPI", quantity: 2 }], { pay: "qris" });
    refund(shop, sale, [[1, 1]]);
    bring("15/07/2025 08:05;A1;24.000", "15/07/2025 09:05;A2;-12.000");
    expect(day()).toMatchObject({
      matched: ["A1 01"],
      onlyInFile: ["A2 -12000"],
      onlyInBook: [],
      fileRupiah: 12_000,
    });
    await cleanBook(shop);
  });

  test("is the sale's own business day, whatever the provider's next one brings", () => {
    shop.set("2025-07-15 23:50");
    sell(shop, ["KOPI"], { pay: "qris" });
    bring("16/07/2025 00:01;A1;12.000");
    expect(day()).toMatchObject({ hasFile: false, onlyInBook: ["01 12000"] });
  });
});
