// A provider's file before it is sent: its separator, its header and its columns are guessed, and its first rows read as the server will.
import { expect, test } from "vitest";
import {
  fileFault,
  guessFormat,
  guessSeparator,
  headerOf,
  preview,
  readHead,
} from "../../client/settlements/csv-head.ts";
import { timeSaid } from "../../client/settlements/match.ts";

const bank = [
  "Laporan Transaksi QRIS;;;",
  "Merchant;SENTRA KARTINI;;",
  "Tanggal;Jam;RRN;Nominal",
  '15/07/2025;14:05;"000123";"1.250.000,00"',
  "15/07/2025;15:10;000124;30.000",
  "Jumlah;;;1.280.000",
].join("\r\n");

const wallet =
  'Transaction Time,Reference,"Gross, Rp",Fee\n2025-07-15T14:05:33,A-1,30000,210\n"2025-07-15 15:00","A ""2""",15000,105\n';

test("a file that is none of a provider's is named for what it is: empty, no text, too large", () => {
  expect(fileFault(bank)).toBeNull();
  expect(fileFault("")).toBe("empty");
  expect(fileFault("\r\n \n")).toBe("empty");
  expect(fileFault("PK\u0003\u0004\u0014\0\u0006\0")).toBe("notText"); // an XLSX file's first bytes
  expect(fileFault("9".repeat(900_001))).toBe("tooLarge");
});

test("quotes hold separators and line breaks, and a mark at the beginning is no part of a name", () => {
  expect(readHead('\ufeffa,b\n"1,5","two\nlines"\n', ",")).toEqual([
    ["a", "b"],
    ["1,5", "two\nlines"],
  ]);
});

test("the separator is what parts the lines", () => {
  expect(guessSeparator(bank)).toBe(";");
  expect(guessSeparator(wallet)).toBe(",");
  expect(guessSeparator("a\tb\n1\t2")).toBe("\t");
});

test("titles above the header are passed over", () => {
  expect(headerOf(readHead(bank, ";"))).toEqual(["Tanggal", "Jam", "RRN", "Nominal"]);
});

test("a bank's file is read by the guess alone", () => {
  const format = guessFormat(bank);
  expect(format).toEqual({
    separator: ";",
    dayColumn: "Tanggal",
    timeColumn: "Jam",
    amountColumn: "Nominal",
    referenceColumn: "RRN",
    dayOrder: "dmy",
  });
  expect(preview(bank, format, "id").rows).toEqual([
    { day: "2025-07-15", time: "14:05", amountRupiah: 1_250_000, reference: "000123" },
    { day: "2025-07-15", time: "15:10", amountRupiah: 30_000, reference: "000124" },
  ]);
});

test("a wallet's file too, with the time in the day's column", () => {
  const format = guessFormat(wallet);
  expect(format).toMatchObject({ dayColumn: "Transaction Time", dayOrder: "ymd", amountColumn: "Gross, Rp" });
  expect(preview(wallet, { ...format, timeColumn: "" }, "id").rows[0]).toMatchObject({ time: "14:05:33" });
});

test("what cannot be read says in a sentence which column it is", () => {
  const wrong = { ...guessFormat(bank), amountColumn: "Merchant" };
  expect(preview(bank, wrong, "id")).toMatchObject({ rows: [], fault: expect.stringContaining("Merchant") });
  const open = { ...guessFormat(bank), amountColumn: "" };
  expect(preview(bank, open, "id")).toEqual({ rows: [], fault: undefined });
});

test("a provider's time is written as this program writes times", () => {
  expect(timeSaid("14:05")).toBe("14.05");
  expect(timeSaid(null)).toBe("–");
});
