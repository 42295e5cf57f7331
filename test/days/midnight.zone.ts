// A shift over midnight in Ternate, told as JSON, for a test that runs this under several time zones of the server.
import { openBook } from "#db/open";
import { perform } from "#domain/acts";
import { addCentre, addStall, openingBalances } from "#domain/centre";
import { readFigures, wholePeriod } from "#domain/figures";
import { createProduct } from "#domain/products";
import { recordRefund } from "#domain/refunds";
import { recordSale } from "#domain/sales";
import { shiftReport } from "#domain/shift-reports";
import { closeShift, countShift, openShift } from "#domain/shifts";
import type { Shop } from "#domain/shop";
import { addStaff } from "#domain/staff";
import { createTill } from "#domain/tills";
import { inNotes } from "#rules/cash";
import { rupiah } from "#rules/money";

const at = (utc: string): number => Date.parse(`2025-07-${utc}:00Z`);
let ids = 0;
const newId = <T extends string>(): T => {
  ids += 1;
  return `00000000-0000-4000-8000-${String(ids).padStart(12, "0")}` as T;
};

const shop: Shop = {
  book: openBook(":memory:"),
  now: () => at("15T10:00"),
  backUp() {},
  startOver: async () => {},
  printer: { print: async () => ({ outcome: "printed" }) as never, wait: async () => {}, broke: () => {} },
};
const setUpId = newId<string>();
const who = shop.book.write(() =>
  perform(shop, { kind: "centre_set_up", command: { id: setUpId }, who: null, atMs: at("15T09:00") }, () => {
    const centre = {
      code: "WASANA",
      name: "Sentra Wasana Bahagia",
      place: "Ternate",
      province: "Maluku Utara",
      regionCode: "82.71",
      timeZone: "Asia/Jayapura" as const,
    };
    addCentre(shop, centre, false);
    addStall(shop, { code: "KAFE", name: "Kafe" });
    const person = addStaff(shop, { name: "Ibu Halima", roles: ["manager"], pinHash: null });
    openingBalances(shop, setUpId, 1_000_000, 0);
    return { facts: { centre: centre.code, safe: 1_000_000, bank: 0 }, answer: () => person };
  }),
);
const { productId } = createProduct(shop, who, {
  id: newId(),
  sku: "KOPI",
  name: "Kopi",
  category: "Minuman",
  stallId: 1 as never,
  unit: "gelas",
  priceRupiah: rupiah(10_000),
  unitCostRupiah: rupiah(4_000),
  countsAsPiece: true,
  stockTracked: false,
  shares: [],
});
const { tillId } = createTill(shop, who, { id: newId(), name: "Kasir" });
let seq = 0;
const till = () => {
  seq += 1;
  return { tillId, seq };
};
const shiftId = newId<never>();
openShift(shop, who, { id: shiftId, till: till(), floatRupiah: rupiah(100_000), openedAtMs: at("15T12:00") });

let papers = 0;
const nextPaper = () => {
  papers += 1;
  return `WASANA-K1-${String(papers).padStart(6, "0")}`;
};
// 23.59 and 00.00 in Ternate are 14.59 and 15.00 UTC; in Jakarta it is two hours earlier, still the old day.
const sales = ["15T14:59", "15T15:00", "15T16:30", "15T18:00"].map((moment) => {
  const price = rupiah(10_000);
  return recordSale(shop, who, {
    id: newId(),
    till: till(),
    shiftId,
    receiptNumber: nextPaper(),
    soldAtMs: at(moment),
    lines: [
      { productId, quantityMilli: 1000, unitPriceRupiah: price, discountRupiah: rupiah(0), netRupiah: price },
    ],
    saleDiscountRupiah: rupiah(0),
    roundingRupiah: rupiah(0),
    totalRupiah: price,
    payments: [{ method: "cash", amountRupiah: price }],
  });
});
recordRefund(shop, who, {
  id: newId(),
  till: till(),
  shiftId,
  receiptNumber: nextPaper(),
  saleId: sales[0]?.id as never,
  refundedAtMs: at("15T15:30"),
  reason: "unwanted",
  lines: [{ lineNo: 1, quantityMilli: 1000, restock: true }],
  inCash: false,
});
const { countId } = countShift(shop, who, {
  id: newId(),
  till: till(),
  shiftId,
  ...inNotes(rupiah(130_000)),
  countedAtMs: at("15T18:05"),
});
closeShift(shop, who, { id: newId(), till: till(), shiftId, countId, closedAtMs: at("15T18:10") });

const { z } = shiftReport(shop, who, shiftId);
const { figures } = await readFigures(shop, await wholePeriod(shop));
const audit = await shop.book.reader.read("audit", {});
process.stdout.write(
  JSON.stringify({
    days: sales.map((sale) => sale.businessDay),
    shiftDay: z?.businessDay,
    sales: z?.totals.sales,
    expected: z?.expectedRupiah,
    byDay: figures.byDay,
    broken: audit.filter((promise) => promise.broken > 0),
    z,
  }),
);
await shop.book.close();
