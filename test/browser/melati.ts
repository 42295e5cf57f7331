// The centre of the first day: its stalls, its opening money, and what is sold there.
import type { NewCentre, NewProduct } from "./centre-steps.ts";

export const melati: NewCentre = {
  name: "Sentra Terpadu Melati",
  stalls: ["Galeri", "Kafe"],
  ownStalls: ["Kios Ikan"],
  safe: "2000000",
  bank: "5000000",
};

/** By percent to a group, by the kilogram, at a price that is asked, and the centre's own. */
export const products: readonly NewProduct[] = [
  {
    name: "Ciprat Batik Selendang",
    sku: "CB-01",
    category: "Ciprat Batik",
    stall: "Galeri",
    unit: "lembar",
    price: "85000",
    cost: "20000",
    piece: true,
    stocked: true,
    share: { who: "KUBE Ciprat Lestari (KUBE-001)", percent: "60" },
  },
  {
    name: "Ikan Nila",
    sku: "NILA",
    category: "Ikan",
    stall: "Kios Ikan",
    unit: "kg",
    price: "38500",
    cost: "22000",
    piece: false,
    stocked: true,
    share: { who: "Budi (PM-002)", rupiahPerUnit: "5000" },
  },
  {
    name: "Jahit Pesanan",
    sku: "JAHIT",
    category: "Jasa",
    stall: "Galeri",
    unit: "potong",
    piece: false,
    stocked: false,
    share: { who: "Sari (PM-001)", percent: "70" },
  },
  {
    name: "Kopi Tubruk",
    sku: "KOPI",
    category: "Minuman",
    stall: "Kafe",
    unit: "gelas",
    price: "8000",
    cost: "3000",
    piece: true,
    stocked: false,
  },
];
