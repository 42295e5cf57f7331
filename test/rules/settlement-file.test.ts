// A provider's file: amounts and dates as providers write them, and what is refused by row and column.
import { describe, expect, test } from "vitest";
import { settlementTable } from "#papers/settlement-file";
import { readAmount, readDay, readSettlement, readTime } from "#rules/settlement-file";
import type { SettlementFormat } from "#rules/settlements";

const format: SettlementFormat = {
  separator: ";",
  dayColumn: "Tanggal Transaksi",
  timeColumn: "",
  dayOrder: "dmy",
  amountColumn: "Nominal",
  referenceColumn: "RRN",
};
const read = (text: string, more: Partial<SettlementFormat> = {}) => {
  const how = { ...format, ...more };
  return readSettlement(settlementTable(text, how.separator), how);
};
const refused = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) });

describe("an amount", () => {
  test.each([
    ["1.250.000,00", 1_250_000],
    ["1,250,000.00", 1_250_000],
    ["1250000", 1_250_000],
    ["1250000.00", 1_250_000],
    ["1250000,0", 1_250_000],
    ["Rp 1.250.000", 1_250_000],
    ["Rp1.250.000,-", 1_250_000],
    ["Rp. 15.000", 15_000],
    ["IDR 15,000.00", 15_000],
    ["12.500", 12_500],
    ["12,500", 12_500],
    ["500", 500],
    ["0", 0],
    ["-15.000", -15_000],
    ["- Rp 15.000", -15_000],
    ["Rp -15.000", -15_000],
    ["(15.000)", -15_000],
    ["15.000,50", null],
    ["12.5", null],
    ["1.25", null],
    ["1.2500", null],
    ["1.250,000", null],
    ["1,250.000", null],
    ["1e6", null],
    ["(15.000", null],
    ["15.000)", null],
    ["--15.000", null],
    ["-Rp -15.000", null],
    ["15.000,", null],
    ["99999999999999999999", null],
    ["", null],
    ["lunas", null],
  ])("%j is %s", (cell, amount) => expect(readAmount(cell)).toBe(amount));
});

describe("a date in the order that was told", () => {
  test.each([
    ["dmy", "15/07/2025", "2025-07-15", ""],
    ["dmy", "5-7-2025", "2025-07-05", ""],
    ["dmy", "15.07.25", "2025-07-15", ""],
    ["dmy", "15 07 2025", "2025-07-15", ""],
    ["dmy", "15 Jul 2025", "2025-07-15", ""],
    ["dmy", "15-Agustus-2025 08.15", "2025-08-15", "08.15"],
    ["dmy", "3 May 2025, 2:05 PM", "2025-05-03", "2:05 PM"],
    ["dmy", "15/07/2025 14:05:33", "2025-07-15", "14:05:33"],
    ["mdy", "07/15/2025", "2025-07-15", ""],
    ["mdy", "Oct 3 2025", "2025-10-03", ""],
    ["ymd", "2025-07-15T14:05:33", "2025-07-15", "14:05:33"],
    ["ymd", "2025/7/5 9:00", "2025-07-05", "9:00"],
    ["ymd", "20250715", "2025-07-15", ""],
    ["ymd", "20250715 140533", "2025-07-15", "140533"],
  ] as const)("%s %j", (order, cell, day, rest) => expect(readDay(cell, order)).toEqual({ day, rest }));

  test.each([
    ["dmy", "31/02/2025"],
    ["dmy", "07/15/2025"],
    ["mdy", "15/07/2025"],
    ["dmy", "2025-07-15"],
    ["ymd", "15/07/2025"],
    ["dmy", "15 Foo 2025"],
    ["dmy", "15/07/1925"],
    ["dmy", "kemarin"],
    ["dmy", ""],
  ] as const)("%s does not read %j", (order, cell) => expect(readDay(cell, order)).toBeNull());
});

test.each([
  ["14:05", "14:05"],
  ["14.05.33", "14:05:33"],
  ["9:00", "09:00"],
  ["140533", "14:05:33"],
  ["14:05:33.123 WIB", "14:05:33"],
  ["2:05 PM", "14:05"],
  ["12:05 AM", "00:05"],
  ["24:00", null],
  ["14:60", null],
  ["14:05Z", null],
  ["siang", null],
])("the time %j is %s", (cell, time) => expect(readTime(cell)).toBe(time));

describe("a file", () => {
  test("is read by its columns, whatever else it holds and wherever its header stands", () => {
    const text = [
      "Laporan Transaksi QRIS",
      "Merchant;SENTRA KARTINI",
      "",
      "No;Tanggal Transaksi;rrn;Nominal;MDR;Status",
      '1;15/07/2025 09:12:00;="000123";"1.250.000,00";0;Berhasil',
      "2;15/07/2025 10:00:00;'000124;Rp 15.000;0;Berhasil",
      "",
      ";;;1.265.000;;",
      "Total;;;1.265.000;0;",
    ].join("\r\n");
    expect(read(`\ufeff${text}`)).toEqual([
      { day: "2025-07-15", time: "09:12:00", amountRupiah: 1_250_000, reference: "000123" },
      { day: "2025-07-15", time: "10:00:00", amountRupiah: 15_000, reference: "000124" },
    ]);
  });

  test("may have its times in a column of their own, or none", () => {
    const head = "Tanggal Transaksi,Jam,RRN,Nominal\n";
    const how = { separator: ",", timeColumn: "Jam" } as const;
    expect(read(`${head}15/07/2025,09.12,A1,15000`, how)[0]?.time).toBe("09:12");
    expect(read(`${head}15/07/2025,,A1,15000`, how)[0]?.time).toBeNull();
    expect(read(`${head}15/07/2025,,A1,15000`, { separator: "," })[0]?.time).toBeNull();
    expect(read("Tanggal Transaksi\tRRN\tNominal\n15/07/2025\tA1\t15.000", { separator: "\t" })).toHaveLength(
      1,
    );
  });

  const head = "Tanggal Transaksi;RRN;Nominal\n15/07/2025;A1;15000\n";
  test.each([
    ["15/07/2025;A2;15rb", "Nominal", "15rb"],
    ["15/07/2025;A2;15.000,50", "Nominal", "15.000,50"],
    ["31/06/2025;A2;15000", "Tanggal Transaksi", "31/06/2025"],
    ["15/07/2025 jam 2;A2;15000", "Tanggal Transaksi", "jam 2"],
    ["15/07/2025;;15000", "RRN", ""],
    [`15/07/2025;${"9".repeat(121)};15000`, "RRN", "9".repeat(40)],
  ])("with %j is refused by row and column", (row, column, value) => {
    expect(() => read(head + row)).toThrow(refused("settlement_cell_wrong", { row: 3, column, value }));
  });

  test("without a column is told which", () => {
    expect(() => read("Tanggal Transaksi;Nominal\n15/07/2025;1")).toThrow(
      refused("settlement_column_missing", { column: "RRN" }),
    );
    expect(() => read("RRN,Nominal,Tanggal Transaksi\nA,1,15/07/2025")).toThrow(
      refused("settlement_column_missing"),
    );
  });

  test("without a transaction, or without its last quotation mark, is told so", () => {
    expect(() => read("Tanggal Transaksi;RRN;Nominal\n")).toThrow(refused("settlement_empty"));
    expect(() => read('Tanggal Transaksi;RRN;Nominal\n15/07/2025;"A1;15000\n')).toThrow(
      refused("settlement_not_csv"),
    );
  });
});
