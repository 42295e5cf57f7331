// The reasons of a refund, in the words of a shop.
import { dictionary } from "../words.ts";

export const reasonWords = dictionary({
  id: {
    mistake: "Salah catat; pelanggan belum pergi",
    damaged: "Barang rusak",
    wrong_item: "Barang tidak sesuai",
    unwanted: "Pelanggan batal membeli",
    other: "Lainnya",
  },
  en: {
    mistake: "A mistake; the customer has not left",
    damaged: "Damaged goods",
    wrong_item: "Not the right goods",
    unwanted: "The customer changed their mind",
    other: "Other",
  },
});
