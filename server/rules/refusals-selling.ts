// Refusals of selling: the till and its shift, sales, payments, and what comes back.
import { type Kind, said } from "./refusal-kind.ts";

export const selling = {
  approval_needed: {
    status: 403,
    retry: false,
    ...said("Ini perlu persetujuan manajer.", "This needs a manager's approval."),
  },
  till_elsewhere: {
    status: 409,
    retry: false,
    ...said(
      "Kasir ini sedang dipakai di tab lain. Lanjutkan di sana, atau tutup tab itu dulu.",
      "This till is in use in another tab. Go on there, or close that tab first.",
    ),
  },
  till_out_of_step: {
    status: 409,
    retry: false,
    id: (f) => `Urutan kasir ini tidak cocok: seharusnya ${f["expected"]}, yang datang ${f["got"]}.`,
    en: (f) => `This till's sequence does not fit: expected ${f["expected"]}, got ${f["got"]}.`,
  },
  receipt_number_wrong: {
    status: 409,
    retry: false,
    id: (f) => `Nomor struk seharusnya ${f["expected"]}, yang datang ${f["got"]}.`,
    en: (f) => `The receipt number should be ${f["expected"]}; ${f["got"]} came.`,
  },
  nothing_to_resume: {
    status: 409,
    retry: false,
    ...said(
      "Kasir ini tidak perlu dilanjutkan: nomornya tidak lebih tinggi, atau terlalu jauh di atas catatan.",
      "There is nothing to resume: the till's numbers are not above the book's, or much too far above them.",
    ),
  },
  unknown_till: {
    status: 404,
    retry: false,
    ...said(
      "Kasir ini tidak dikenal. Daftarkan perangkat ini lagi.",
      "This till is not known. Register this device again.",
    ),
  },
  unknown_product: {
    status: 422,
    retry: false,
    ...said(
      "Barang ini tidak dikenal atau sudah tidak dijual.",
      "This product is not known or no longer sold.",
    ),
  },
  unknown_sale: { status: 404, retry: false, ...said("Penjualan ini tidak ada.", "There is no such sale.") },
  not_your_stall: {
    status: 403,
    retry: false,
    id: (f) => `Barang gerai ${f["stall"]} bukan bagian Anda.`,
    en: (f) => `Goods of the stall ${f["stall"]} are not yours to handle.`,
  },
  shift_not_open: {
    status: 409,
    retry: false,
    ...said("Kasir belum dibuka. Buka kasir dulu.", "The till is not open. Open it first."),
  },
  shift_already_open: {
    status: 409,
    retry: false,
    ...said("Kasir ini sudah dibuka.", "This till is already open."),
  },
  difference_needs_reason: {
    status: 422,
    retry: false,
    id: (f) => `Ada selisih ${f["difference"]}. Tulis sebabnya.`,
    en: (f) => `There is a difference of ${f["difference"]}. Write the reason.`,
  },
  count_first: {
    status: 409,
    retry: false,
    ...said("Hitung isi laci dulu.", "Count the drawer first."),
  },
  count_again: {
    status: 409,
    retry: false,
    ...said(
      "Isi laci berubah sejak dihitung. Hitung sekali lagi.",
      "The drawer has changed since it was counted. Count it once more.",
    ),
  },
  till_stamp_needed: {
    status: 422,
    retry: false,
    ...said(
      "Hanya manajer yang dapat menutup kasir dari perangkat lain.",
      "Only a manager closes a till from another device.",
    ),
  },
  drawer_too_empty: {
    status: 422,
    retry: false,
    ...said("Uang di laci tidak cukup.", "There is not enough money in the drawer."),
  },
  parts_do_not_add_up: {
    status: 422,
    retry: false,
    id: (f) =>
      `Rincian tidak cocok dengan jumlahnya (${f["part"]}): seharusnya ${f["expected"]}, tertulis ${f["got"]}.`,
    en: (f) => `The parts do not add up (${f["part"]}): expected ${f["expected"]}, got ${f["got"]}.`,
  },
  discount_too_large: {
    status: 422,
    retry: false,
    ...said("Potongan lebih besar dari harganya.", "The discount is larger than the price."),
  },
  payments_do_not_add_up: {
    status: 422,
    retry: false,
    id: (f) => `Pembayaran ${f["paid"]} tidak sama dengan total ${f["total"]}.`,
    en: (f) => `Payments of ${f["paid"]} differ from the total of ${f["total"]}.`,
  },
  too_little_cash: {
    status: 422,
    retry: false,
    ...said("Uang yang diterima kurang.", "The cash received is too little."),
  },
  change_only_from_cash: {
    status: 422,
    retry: false,
    ...said("Kembalian hanya dari pembayaran tunai.", "Only cash gives change."),
  },
  reference_needed: {
    status: 422,
    retry: false,
    ...said("Tulis nomor referensinya.", "Write the reference number."),
  },
  only_qris_waits: {
    status: 422,
    retry: false,
    ...said(
      "Hanya pembayaran QRIS yang bisa menunggu konfirmasi.",
      "Only a QRIS payment can wait for its confirmation.",
    ),
  },
  confirm_first: {
    status: 409,
    retry: false,
    ...said(
      "Pembayaran QRIS ini belum dipastikan. Pastikan dulu, atau batalkan seluruh penjualan.",
      "This QRIS payment is not confirmed yet. Confirm it first, or void the whole sale.",
    ),
  },
  nothing_to_confirm: {
    status: 409,
    retry: false,
    ...said("Pembayaran ini tidak menunggu konfirmasi.", "This payment does not wait for a confirmation."),
  },
  tax_has_begun: {
    status: 409,
    retry: false,
    ...said(
      "Pajak gerai ini hanya berubah mulai sekarang atau nanti, setelah perubahan terakhirnya.",
      "A stall's tax changes only from now on, after its last change.",
    ),
  },
  refund_more_than_sold: {
    status: 422,
    retry: false,
    id: (f) => `Baris ${f["line"]}: yang bisa diretur paling banyak ${f["left"]}.`,
    en: (f) => `Line ${f["line"]}: at most ${f["left"]} can be returned.`,
  },
  refund_before_sale: {
    status: 422,
    retry: false,
    ...said("Retur tidak bisa sebelum penjualannya.", "A refund cannot be before its sale."),
  },
  void_takes_all: {
    status: 422,
    retry: false,
    ...said(
      "Pembatalan mengembalikan seluruh penjualan. Untuk sebagian, pilih retur.",
      "A void takes back the whole sale. For a part of it choose a return.",
    ),
  },
  line_twice: {
    status: 422,
    retry: false,
    ...said("Satu baris tidak boleh disebut dua kali.", "One line cannot be named twice."),
  },
} satisfies Record<string, Kind>;
