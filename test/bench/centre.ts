// A centre to measure on: stalls, makers, products of every arrangement, and sales that the same seed makes the same.

import { perform } from "#domain/acts";
import { addCentre, addStall, openingBalances } from "#domain/centre";
import { createMaker } from "#domain/makers";
import { createProduct } from "#domain/products";
import { openShift } from "#domain/shifts";
import type { Shop, Who } from "#domain/shop";
import { addStaff } from "#domain/staff";
import { createTill } from "#domain/tills";
import type { MakerId, ProductId, SaleId, ShiftId, StallId, TillId } from "#rules/ids";
import { rupiah } from "#rules/money";
import { receiptNumber } from "#rules/receipt";
import { grossOf, type SaleCommand } from "#rules/sale";

export const CODE = "BENCH";
const STALLS = 7;
const MAKERS = 40;
const PRODUCTS = 60;
const OPENING_RUPIAH = 1_000_000_000;

export interface BenchCentre {
  readonly who: Who;
  readonly products: readonly { productId: ProductId; priceRupiah: number }[];
}

/** The same numbers each time: a bench compares, it does not gamble (mulberry32). */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

let made = 0;
/** Ids in the order in which they are made, as a till's time-ordered ids are. */
export function nextId(): string {
  made += 1;
  const hex = made.toString(16).padStart(12, "0");
  return `00000000-0000-7000-8000-${hex}`;
}

export function setUpBench(shop: Shop): BenchCentre {
  return shop.book.write(() => {
    const id = nextId();
    const who = perform(shop, { kind: "centre_set_up", command: { id }, who: null, atMs: shop.now() }, () => {
      addCentre(
        shop,
        {
          code: CODE,
          name: "Bench",
          place: "-",
          province: "-",
          regionCode: "33.23",
          timeZone: "Asia/Jakarta",
        },
        false,
      );
      for (let stall = 1; stall <= STALLS; stall += 1)
        addStall(shop, { code: `G${stall}`, name: `Gerai ${stall}` });
      const person = addStaff(shop, { name: "Kasir", roles: ["manager"], pinHash: null });
      openingBalances(shop, id, OPENING_RUPIAH, OPENING_RUPIAH);
      return { facts: { centre: CODE, safe: OPENING_RUPIAH, bank: OPENING_RUPIAH }, answer: () => person };
    });
    const makers = Array.from({ length: MAKERS }, (_, index): MakerId => {
      const code = `PM-${String(index + 1).padStart(3, "0")}`;
      return createMaker(shop, who, {
        id: nextId(),
        code,
        name: code,
        kind: "person",
        program: "ATENSI",
        members: [],
      }).makerId;
    });
    const members = makers.slice(0, 3).map((makerId) => ({ makerId, weight: 1 }));
    const group = createMaker(shop, who, {
      id: nextId(),
      code: "KUBE",
      name: "KUBE",
      kind: "group",
      program: "KUBE",
      members,
    }).makerId;
    const products = Array.from({ length: PRODUCTS }, (_, index) => {
      const priceRupiah = 5_000 + 1_500 * index;
      const makerId = index % 10 === 9 ? group : (makers[index % MAKERS] as MakerId);
      const { productId } = createProduct(shop, who, {
        id: nextId(),
        sku: `SKU-${index + 1}`,
        name: `Barang ${index + 1}`,
        category: `Kategori ${(index % 8) + 1}`,
        stallId: ((index % STALLS) + 1) as StallId,
        unit: "buah",
        priceRupiah: rupiah(priceRupiah),
        unitCostRupiah: rupiah(500),
        countsAsPiece: true,
        stockTracked: true,
        shares: [{ recipient: { to: "maker", makerId }, rule: { kind: "percent", basisPoints: 7000 } }],
      });
      return { productId, priceRupiah };
    });
    return { who, products };
  });
}

export interface BenchTill {
  readonly tillId: TillId;
  readonly code: string;
  shiftId: ShiftId;
  seq: number;
  papers: number;
}

export function openBenchTill(shop: Shop, who: Who): BenchTill {
  const { tillId, code } = createTill(shop, who, { id: nextId(), name: "Kasir" });
  const till: BenchTill = { tillId, code, shiftId: nextId() as ShiftId, seq: 1, papers: 0 };
  openShift(shop, who, {
    id: till.shiftId,
    till: { tillId, seq: 1 },
    floatRupiah: rupiah(0),
    openedAtMs: shop.now(),
  });
  return till;
}

/** A sale of three lines for cash, numbered by its till. */
export function benchSale(
  centre: BenchCentre,
  till: BenchTill,
  soldAtMs: number,
  roll: (sides: number) => number,
): SaleCommand {
  const first = roll(centre.products.length);
  const lines = [0, 1, 2].map((step) => {
    const product = centre.products[
      (first + 7 * step) % centre.products.length
    ] as BenchCentre["products"][number];
    const line = {
      productId: product.productId,
      quantityMilli: 1000 * (1 + roll(3)),
      unitPriceRupiah: rupiah(product.priceRupiah),
    };
    return { ...line, discountRupiah: rupiah(0), netRupiah: grossOf(line) };
  });
  const totalRupiah = rupiah(lines.reduce((all, line) => all + line.netRupiah, 0));
  till.seq += 1;
  till.papers += 1;
  return {
    id: nextId() as SaleId,
    till: { tillId: till.tillId, seq: till.seq },
    shiftId: till.shiftId,
    receiptNumber: receiptNumber(CODE, till.code, till.papers),
    soldAtMs,
    lines,
    saleDiscountRupiah: rupiah(0),
    roundingRupiah: rupiah(0),
    totalRupiah,
    payments: [{ method: "cash", amountRupiah: totalRupiah, tenderedRupiah: totalRupiah }],
  };
}
