// Stored views to print: an ordinary sale, one with everything on it, sixty lines, names that no printer was made for, and a shift.
import type { SaleView } from "#rules/sale-view";
import { saleViewSchema } from "#rules/sale-view";
import { type ShiftReport, type ShiftTotals, shiftReportSchema } from "#rules/shift";

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
export const noon = Date.parse("2025-07-15T12:05:00+07:00");
const minute = 60_000;
export const letterhead = {
  name: "Sentra Terpadu Kartini",
  place: "Temanggung, Jawa Tengah",
  footer: "Barang yang sudah dibeli dapat ditukar dalam 3 hari dengan struk ini.",
};

type Line = SaleView["lines"][number];
export function line(lineNo: number, name: string, more: Partial<Line> = {}): Line {
  const { quantityMilli = 1000, unitPriceRupiah = 12_000, discountRupiah = 0 } = more;
  const grossRupiah = more.grossRupiah ?? (unitPriceRupiah * quantityMilli) / 1000;
  return {
    lineNo,
    productId: lineNo as Line["productId"],
    sku: `SKU-${lineNo}`,
    name,
    unit: "gelas",
    stall: "Kafe",
    quantityMilli,
    unitPriceRupiah,
    grossRupiah,
    discountRupiah,
    saleDiscountPartRupiah: 0,
    netRupiah: grossRupiah - discountRupiah,
    taxRupiah: 0,
    tax: null,
    note: null,
    refundedMilli: 0,
    ...more,
  };
}

export function sale(lines: readonly Line[], more: Partial<SaleView> = {}): SaleView {
  const totalRupiah = more.totalRupiah ?? lines.reduce((all, one) => all + one.netRupiah, 0);
  return saleViewSchema.parse({
    id: id(1),
    receiptNumber: "KARTINI-K1-000123",
    soldAtMs: noon,
    businessDay: "2025-07-15",
    cashier: "Dewi Anggraini",
    till: "K1",
    shiftId: id(2),
    lines,
    saleDiscountRupiah: 0,
    roundingRupiah: 0,
    totalRupiah,
    payments: [paid("cash", totalRupiah)],
    approvedBy: null,
    supplement: null,
    offline: false,
    refunds: [],
    letterhead,
    copies: 0,
    seal: "DB5F6E2B",
    ...more,
  });
}

type Payment = SaleView["payments"][number];
export function paid(method: Payment["method"], amountRupiah: number, more: Partial<Payment> = {}): Payment {
  return {
    method,
    amountRupiah,
    tenderedRupiah: null,
    reference: null,
    unconfirmed: false,
    confirmedBy: null,
    confirmedAtMs: null,
    ...more,
  };
}

export const ordinary = sale(
  [
    line(1, "Kopi susu", { quantityMilli: 2000, note: "Tanpa gula" }),
    line(2, "Batik tulis Ciprat", { unit: "lembar", unitPriceRupiah: 170_000, discountRupiah: 17_000 }),
  ],
  { payments: [paid("cash", 177_000, { tenderedRupiah: 200_000 })] },
);

const food = { name: "PBJT makanan dan minuman", mode: "inclusive", rateBasisPoints: 1000 } as const;
const massage = { name: "PBJT jasa pijat", mode: "exclusive", rateBasisPoints: 750 } as const;

/** Net + tax: 21,818 + 2,182 · 43,750 · 150,000 + 11,250 · 151,275; the cash part of it, 99,975, is rounded down to Rp100. */
export const everything = sale(
  [
    line(1, "Kopi susu", {
      quantityMilli: 2000,
      netRupiah: 21_818,
      taxRupiah: 2_182,
      tax: food,
      note: "Satu tanpa gula",
    }),
    line(2, "Lele segar", { unit: "kg", quantityMilli: 1250, unitPriceRupiah: 35_000, grossRupiah: 43_750 }),
    line(3, "Pijat refleksi", { unit: "jam", unitPriceRupiah: 150_000, taxRupiah: 11_250, tax: massage }),
    line(4, "Batik tulis Ciprat", {
      unit: "lembar",
      unitPriceRupiah: 170_000,
      discountRupiah: 17_000,
      saleDiscountPartRupiah: 1_725,
      netRupiah: 151_275,
    }),
  ],
  {
    saleDiscountRupiah: 1_725,
    roundingRupiah: 75,
    totalRupiah: 380_200,
    payments: [
      paid("qris", 100_000, { unconfirmed: true }),
      paid("transfer", 80_300, { reference: "BRI 20250715-0091" }),
      paid("edc", 100_000, { reference: "APPR 482910" }),
      paid("cash", 99_900, { tenderedRupiah: 150_000 }),
    ],
    approvedBy: "Ibu Ratna",
    supplement: 3,
    refunds: [
      {
        id: id(9) as SaleView["refunds"][number]["id"],
        receiptNumber: "KARTINI-K1-000130",
        refundedAtMs: noon + 90 * minute,
        reason: "damaged",
        cashier: "Budi",
        approvedBy: "Ibu Ratna",
        offline: false,
        roundingRupiah: 25,
        totalRupiah: 175_300,
        payments: [
          { method: "transfer", amountRupiah: 80_300 },
          { method: "cash", amountRupiah: 95_000 },
        ],
        lines: [
          { lineNo: 1, quantityMilli: 2000, restock: false, netRupiah: 21_818, taxRupiah: 2_182 },
          { lineNo: 4, quantityMilli: 1000, restock: true, netRupiah: 151_275, taxRupiah: 0 },
        ],
        seal: "0A1B2C3D",
      },
    ],
  },
);

export const sixtyLines = sale(
  Array.from({ length: 60 }, (_, index) =>
    line(index + 1, `Barang nomor ${index + 1}`, { unit: "buah", unitPriceRupiah: (index + 1) * 1_250 }),
  ),
);

/** Sixty characters, with letters of no code page among them. */
export const longName = "Kué “Łódź–Ślązak” ½ kg – Crème brûlée ngọt, Кофе, カフェ ٣×2 é";
export const longNamed = sale(
  [
    line(1, longName, { unit: "potong", unitPriceRupiah: 999_999_999, quantityMilli: 100_000 }),
    line(2, "Superkalifragilistikekspialidosiusyangtidakpunyaspasi", { unitPriceRupiah: 5_000 }),
  ],
  {
    letterhead: { name: "Sentra Terpadu Prof. Dr. Soeharso", place: "Surakarta", footer: "" },
    cashier: "Ni Luh Ayu Ketut Sri Rahayuningsih-Wirakusumawardhani",
  },
);

const counted = (count: number, rupiah: number) => ({ count, rupiah });
export const totals: ShiftTotals = {
  sales: counted(42, 5_310_500),
  refunds: counted(2, 173_325),
  voids: counted(1, 24_000),
  discounts: counted(5, 61_700),
  roundingRupiah: -150,
  tax: [{ name: "PBJT makanan dan minuman", rupiah: 84_500 }],
  tenders: [
    { method: "cash", sold: counted(30, 2_910_500), refunded: counted(2, 117_025) },
    { method: "qris", sold: counted(9, 1_400_000), refunded: counted(0, 0) },
    { method: "transfer", sold: counted(2, 500_000), refunded: counted(1, 80_300) },
    { method: "edc", sold: counted(1, 500_000), refunded: counted(0, 0) },
  ],
  categories: [
    { category: "Batik", netRupiah: 3_060_000 },
    { category: "Makanan dan minuman", netRupiah: 1_968_675 },
  ],
  cashiers: [
    { name: "Dewi Anggraini", sales: 30, rupiah: 4_000_500 },
    { name: "Budi", sales: 12, rupiah: 1_310_000 },
  ],
  floatRupiah: 200_000,
  cashIn: counted(1, 50_000),
  cashOut: counted(1, 10_000),
  deposits: counted(1, 1_000_000),
  topUps: counted(0, 0),
  payouts: counted(1, 136_000),
  drawerOpened: 2,
  copies: 3,
  unconfirmedQris: counted(1, 100_000),
  firstNumber: "KARTINI-K1-000101",
  lastNumber: "KARTINI-K1-000145",
  expectedRupiah: 1_897_475,
};

export const shift: ShiftReport = shiftReportSchema.parse({
  shiftId: id(2),
  tillCode: "K1",
  shiftNumber: 7,
  openedAtMs: noon - 240 * minute,
  openedBy: "Dewi Anggraini",
  asOfMs: noon + 300 * minute,
  totals,
  moves: [
    {
      id: id(5),
      number: "KARTINI-K1-KAS-000003",
      kind: "cash_out",
      amountRupiah: 10_000,
      reason: "Beli es batu",
      movedAtMs: noon,
      by: "Dewi Anggraini",
    },
  ],
  drawerOpenings: [{ atMs: noon + minute, by: "Budi", approvedBy: "Ibu Ratna", reason: "Tukar uang receh" }],
  z: null,
  seal: null,
  supplements: [],
});

const late = {
  number: 1,
  kind: "sale",
  receiptNumber: "KARTINI-K1-000099",
  atMs: noon - 1440 * minute,
  totalRupiah: 12_000,
} as const;

export const closedShift: ShiftReport = shiftReportSchema.parse({
  ...shift,
  seal: "7F00AA12",
  supplements: [late],
  z: {
    version: 1,
    number: "KARTINI-K1-Z-000007",
    letterhead,
    tillCode: "K1",
    tillName: "Kasir depan",
    shiftNumber: 7,
    businessDay: "2025-07-15",
    zone: "Asia/Jakarta",
    openedAtMs: shift.openedAtMs,
    openedBy: shift.openedBy,
    closedAtMs: shift.asOfMs,
    closedBy: "Ibu Ratna",
    absentReason: "Dewi sakit dan pulang lebih awal",
    totals,
    notes: [
      { valueRupiah: 100_000, count: 15 },
      { valueRupiah: 50_000, count: 7 },
      { valueRupiah: 20_000, count: 0 },
      { valueRupiah: 2_000, count: 20 },
      { valueRupiah: 500, count: 11 },
    ],
    otherRupiah: 75,
    countedRupiah: 1_895_575,
    expectedRupiah: 1_897_475,
    differenceRupiah: -1_900,
    reason: "Salah kembalian",
    counts: 2,
    firstCountedRupiah: 1_795_575,
    supplements: [{ ...late, shiftNumber: 6 }],
    perpetualNetRupiah: 123_456_789,
    perpetualAbsoluteRupiah: 125_000_000,
  },
});
