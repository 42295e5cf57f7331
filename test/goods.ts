// The makers and goods of the shop to try everything on: one product of every arrangement.
import { createMaker } from "#domain/makers";
import { createProduct, stalls } from "#domain/products";
import type { Shop, Who } from "#domain/shop";
import type { Share, ShareRule } from "#rules/arrangement";
import type { MakerId, ProductId } from "#rules/ids";
import { rupiah } from "#rules/money";
import { newId } from "./ids.ts";

export type Sku = "BATIK" | "KOPI" | "LELE" | "AIR" | "TAS" | "KERIPIK" | "SABUN" | "PIJAT";
export type StallCode = "GALERI" | "KAFE" | "AGRO";
export type MakerCode = "SARI" | "BUDI" | "WATI" | "KELOMPOK" | "PENITIP";

export function makersOf(shop: Shop, who: Who): Record<MakerCode, MakerId> {
  const add = (
    code: MakerCode,
    name: string,
    kind: "person" | "group" | "vendor",
    program: "ATENSI" | "PKH" | "KUBE" | null,
    members: { makerId: MakerId; weight: number }[] = [],
  ): MakerId => createMaker(shop, who, { id: newId(), code, name, kind, program, members }).makerId;
  const SARI = add("SARI", "Sari Lestari", "person", "ATENSI");
  const BUDI = add("BUDI", "Budi Santoso", "person", "PKH");
  const WATI = add("WATI", "Wati Rahayu", "person", "ATENSI");
  const members = [
    { makerId: SARI, weight: 1 },
    { makerId: BUDI, weight: 2 },
  ];
  const KELOMPOK = add("KELOMPOK", "Kelompok Batik Mekar", "group", "KUBE", members);
  return { SARI, BUDI, WATI, KELOMPOK, PENITIP: add("PENITIP", "Toko Makmur", "vendor", null) };
}

export const percent = (basisPoints: number): ShareRule => ({ kind: "percent", basisPoints });
export const fixed = (amount: number): ShareRule => ({ kind: "fixed", rupiahPerUnit: rupiah(amount) });
export const toMaker = (makerId: MakerId, rule: ShareRule): Share => ({
  recipient: { to: "maker", makerId },
  rule,
});
export const toSavings = (makerId: MakerId, rule: ShareRule): Share => ({
  recipient: { to: "savings", makerId },
  rule,
});
export const toFund = (fund: "capital" | "reserve", rule: ShareRule): Share => ({
  recipient: { to: "fund", fund },
  rule,
});

export function productsOf(shop: Shop, who: Who, maker: Record<MakerCode, MakerId>): Record<Sku, ProductId> {
  const stallIds = new Map(stalls(shop).map((stall) => [stall.code, stall.stallId]));
  const afterCost: ShareRule = { kind: "percent_after_cost", basisPoints: 3333 };
  const add = (
    sku: Sku,
    stall: string,
    [category, unit]: [string, string],
    [price, cost]: [number | null, number | null],
    how: "pieces on the shelf" | "pieces" | "on the shelf" | "neither",
    shares: Share[],
  ): ProductId => {
    const stallId = stallIds.get(stall);
    if (stallId === undefined) throw new RangeError(stall);
    return createProduct(shop, who, {
      id: newId(),
      sku,
      name: sku.toLowerCase(),
      category,
      stallId,
      unit,
      priceRupiah: price === null ? null : rupiah(price),
      unitCostRupiah: cost === null ? null : rupiah(cost),
      countsAsPiece: how === "pieces" || how === "pieces on the shelf",
      stockTracked: how === "on the shelf" || how === "pieces on the shelf",
      shares,
    }).productId;
  };
  const tracked = "pieces on the shelf";
  const { SARI, BUDI, WATI, KELOMPOK, PENITIP } = maker;
  return {
    BATIK: add("BATIK", "GALERI", ["Batik", "lembar"], [170_000, 20_000], tracked, [
      toMaker(SARI, percent(8000)),
    ]),
    KOPI: add("KOPI", "KAFE", ["Minuman", "gelas"], [12_000, 4_000], "pieces", [toMaker(BUDI, fixed(5_000))]),
    LELE: add("LELE", "AGRO", ["Ikan", "kg"], [30_000, 18_500], "on the shelf", [toMaker(WATI, afterCost)]),
    AIR: add("AIR", "KAFE", ["Minuman", "botol"], [4_000, 2_500], tracked, []),
    TAS: add("TAS", "GALERI", ["Kerajinan", "buah"], [85_000, 10_000], tracked, [
      toMaker(KELOMPOK, percent(6000)),
    ]),
    KERIPIK: add("KERIPIK", "KAFE", ["Makanan", "bungkus"], [15_000, null], tracked, [
      toMaker(PENITIP, fixed(11_000)),
    ]),
    SABUN: add("SABUN", "GALERI", ["Kerajinan", "buah"], [10_000, 3_000], tracked, [
      toSavings(WATI, percent(3000)),
      toFund("capital", percent(6000)),
      toFund("reserve", percent(1000)),
    ]),
    PIJAT: add("PIJAT", "GALERI", ["Jasa", "jam"], [null, 0], "neither", [toMaker(BUDI, percent(5000))]),
  };
}
