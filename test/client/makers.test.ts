// Makers on the screen: their order and codes, and what happened to their money in a maker's own words (K7).
import { expect, test } from "vitest";
import { makerRowSchema, type StatementRow, statementRowSchema, statementSchema } from "#rules/statement";
import { byDay, headOf, linesOf } from "../../client/makers/happening.ts";
import { matching, ordered, suggestedCode, totals } from "../../client/makers/roll.ts";
import { words as makerWords } from "../../client/makers/words.ts";
import { lastPaid, sayingOf } from "../../client/my-money/sayings.ts";
import { words as myWords } from "../../client/my-money/words.ts";

const maker = (makerId: number, name: string, owedRupiah: number, active = true) =>
  makerRowSchema.parse({
    makerId,
    code: `PM-00${makerId}`,
    name,
    kind: "person",
    program: "ATENSI",
    active,
    hasCard: false,
    earnedRupiah: owedRupiah,
    paidRupiah: 0,
    owedRupiah,
    savingsRupiah: 0,
    members: [],
  });

const roll = [
  maker(1, "Ani", 0),
  maker(2, "Budi", 50_000),
  maker(3, "Cécile", -2000),
  maker(4, "Dewi", 90_000, false),
];

test("who waits for money stands first, who has left stands last, and what is owed adds up", () => {
  expect(ordered(roll).map((one) => one.name)).toEqual(["Budi", "Ani", "Cécile", "Dewi"]);
  expect(totals(roll)).toEqual({ owedRupiah: 138_000, savingsRupiah: 0, waiting: 2 });
  expect(matching(roll, "cecile").map((one) => one.makerId)).toEqual([3]);
  expect(matching(roll, "pm-002").map((one) => one.makerId)).toEqual([2]);
});

test.each([
  ["person", ["PM-001", "PM-014", "KUBE-02"], "PM-015"],
  ["group", ["PM-001", "KUBE-02"], "KUBE-03"],
  ["vendor", [], "MITRA-001"],
  ["person", ["PM-999"], "PM-1000"],
] as const)("a %s beside %j is suggested %s", (kind, taken, code) => {
  expect(suggestedCode(kind, taken)).toBe(code);
});

const base = { atMs: 1, businessDay: "2025-07-15" };
const payoutId = "00000000-0000-7000-8000-000000000001";
const sale: StatementRow = statementRowSchema.parse({
  ...base,
  kind: "sale",
  product: "Kain",
  quantityMilli: 2000,
  unit: "lembar",
  unitPriceRupiah: 170_000,
  discountRupiah: 10_000,
  netRupiah: 330_000,
  group: "KUBE Melati",
  savings: false,
  amountRupiah: 264_000,
});
const paid = statementRowSchema.parse({
  ...base,
  kind: "payout",
  payoutId,
  number: "X-TT-000001",
  savings: false,
  amountRupiah: -264_000,
});
const reversed = statementRowSchema.parse({
  ...base,
  kind: "payout_reversed",
  payoutId,
  number: "X-TT-000001",
  savings: false,
  amountRupiah: 264_000,
});

test("a sold line is said with its price, discount and group, and never with a percentage", () => {
  expect([headOf(sale, makerWords.id), ...linesOf(sale, makerWords.id)]).toEqual([
    "Kain terjual",
    "2 lembar, harga Rp170.000",
    "potongan Rp10.000, menjadi Rp330.000",
    "lewat KUBE Melati",
  ]);
  expect(sayingOf(sale, myWords.id, "id")).toMatchObject({
    what: "2 lembar Kain terjual",
    amount: "Hak Anda Rp264.000",
    aloud: "2 lembar Kain terjual. Hak Anda dua ratus enam puluh empat ribu rupiah.",
  });
  for (const row of [sale, paid, reversed]) {
    const said = JSON.stringify([
      headOf(row, makerWords.id),
      linesOf(row, makerWords.id),
      sayingOf(row, myWords.en, "en"),
    ]);
    expect(said).not.toMatch(/%|persen|percent/);
  }
});

test("the last payment is the newest that was not taken back", () => {
  const statement = (rows: StatementRow[]) =>
    statementSchema.parse({
      maker: roll[0],
      unpaidRupiah: 0,
      debtRupiah: 0,
      recoveredRupiah: 0,
      payableRupiah: 0,
      rows,
      more: false,
    });
  expect(lastPaid(statement([sale, paid]))?.number).toBe("X-TT-000001");
  expect(lastPaid(statement([reversed, paid, sale]))).toBeNull();
  expect(lastPaid(statement([sale]))).toBeNull();
});

test("a statement is read day by day", () => {
  const earlier = { ...sale, businessDay: "2025-07-14" };
  expect(byDay([paid, sale, earlier]).map(({ day, rows }) => [day, rows.length])).toEqual([
    ["2025-07-15", 2],
    ["2025-07-14", 1],
  ]);
});
