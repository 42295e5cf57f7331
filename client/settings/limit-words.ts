// What the cashiers' limits say, in both languages.
import { dictionary } from "../words.ts";

export const limitWords = dictionary({
  id: {
    sentence:
      "Di atas batas ini kasir meminta persetujuan manajer di tempat, dengan PIN manajer. Keduanya tercatat.",
    discount: "Potongan paling banyak",
    discountHint:
      "Semua potongan dalam satu penjualan, dibanding harga penuh. 0 berarti setiap potongan perlu persetujuan.",
    discountFault: "Tulis 0 sampai 100.",
    refund: "Uang kembali paling banyak",
    refundHint: "Retur yang mengembalikan lebih dari ini perlu persetujuan.",
    lock: "Terkunci sendiri setelah",
    lockHint: "Menit tanpa sentuhan. Keranjang tetap ada. 0 berarti tidak pernah.",
    lockFault: "Tulis 0 sampai 120.",
    minutes: "menit",
    always: "Selalu perlu persetujuan: pembatalan, buka laci tanpa penjualan, harga di bawah bagian pembuat.",
    save: "Simpan",
    saved: "Batas kasir tersimpan.",
  },
  en: {
    sentence:
      "Above these a cashier asks for a manager's approval on the spot, with the manager's PIN. Both are recorded.",
    discount: "Largest discount",
    discountHint: "All discounts of a sale, of its full price. 0 means every discount needs approval.",
    discountFault: "Write 0 to 100.",
    refund: "Largest refund",
    refundHint: "A refund that pays back more needs approval.",
    lock: "Locks itself after",
    lockHint: "Minutes without a touch. The cart stays. 0 means never.",
    lockFault: "Write 0 to 120.",
    minutes: "minutes",
    always:
      "Always needs approval: a void, opening the drawer without a sale, a price below the makers' part.",
    save: "Save",
    saved: "The cashiers' limits are saved.",
  },
});
