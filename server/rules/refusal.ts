// Refusals: every expected "no", its status, whether trying again could help, and the sentence a person reads.
import type { Language } from "./business-day.ts";

/** Facts that a sentence needs; they cross the wire, words are looked up here. */
export type Facts = Readonly<Record<string, string | number>>;

interface Kind {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 500 | 503;
  /** Whether the same request could succeed later without anybody changing it. */
  readonly retry: boolean;
  readonly id: (facts: Facts) => string;
  readonly en: (facts: Facts) => string;
}

const said = (id: string, en: string) => ({ id: () => id, en: () => en });

const kinds = {
  invalid_request: {
    status: 400,
    retry: false,
    id: (f) => `Isian "${f["path"]}" tidak sesuai: ${f["problem"]}.`,
    en: (f) => `The field "${f["path"]}" does not fit: ${f["problem"]}.`,
  },
  quantity_not_positive: {
    status: 400,
    retry: false,
    ...said("Jumlah barang harus lebih dari nol.", "A quantity must be more than zero."),
  },
  quantity_too_large: {
    status: 400,
    retry: false,
    ...said(
      "Jumlah barang terlalu besar. Apakah ini kode barang?",
      "The quantity is too large. Is it a product's code?",
    ),
  },
  amount_not_whole: {
    status: 400,
    retry: false,
    ...said(
      "Jumlah uang harus rupiah bulat, nol atau lebih.",
      "An amount must be whole rupiah, zero or more.",
    ),
  },
  pin_not_digits: {
    status: 400,
    retry: false,
    ...said("PIN terdiri dari 4 sampai 8 angka.", "A PIN has 4 to 8 digits."),
  },
  unknown_zone: {
    status: 400,
    retry: false,
    ...said(
      "Zona waktu harus Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura.",
      "The time zone must be Asia/Jakarta, Asia/Makassar or Asia/Jayapura.",
    ),
  },
  not_a_day: {
    status: 400,
    retry: false,
    ...said("Tanggal ditulis seperti 2025-07-15.", "A date is written like 2025-07-15."),
  },
  code_malformed: {
    status: 400,
    retry: false,
    ...said(
      "Kode hanya huruf besar, angka, dan tanda hubung.",
      "A code has only capital letters, digits and hyphens.",
    ),
  },
  region_code_malformed: {
    status: 400,
    retry: false,
    ...said("Kode wilayah ditulis seperti 33.23.", "A region code is written like 33.23."),
  },
  body_too_large: {
    status: 413,
    retry: false,
    ...said("Kiriman terlalu besar.", "What was sent is too large."),
  },
  not_json: { status: 415, retry: false, ...said("Kiriman bukan JSON.", "What was sent is not JSON.") },
  foreign_origin: {
    status: 403,
    retry: false,
    ...said(
      "Permintaan ini datang dari halaman lain dan ditolak.",
      "This request came from another page and is refused.",
    ),
  },
  not_found: { status: 404, retry: false, ...said("Yang dicari tidak ada.", "There is no such thing.") },
  broken: {
    status: 500,
    retry: true,
    ...said(
      "Ada kesalahan di program. Tidak ada yang tersimpan; coba lagi.",
      "The program made a mistake. Nothing was saved; try again.",
    ),
  },
  busy: {
    status: 503,
    retry: true,
    ...said("Buku sedang dipakai. Coba lagi sebentar.", "The book is in use. Try again in a moment."),
  },
  disk_full: {
    status: 503,
    retry: true,
    ...said(
      "Penyimpanan server penuh. Tidak ada yang tersimpan; kosongkan ruang lalu coba lagi.",
      "The server's disk is full. Nothing was saved; make room and try again.",
    ),
  },

  not_signed_in: {
    status: 401,
    retry: false,
    ...said("Masuk dulu dengan nama dan PIN.", "Sign in with name and PIN first."),
  },
  not_allowed: {
    status: 403,
    retry: false,
    ...said(
      "Peran Anda tidak boleh melakukan ini. Minta bantuan manajer.",
      "Your role may not do this. Ask a manager.",
    ),
  },
  wrong_pin: { status: 401, retry: false, ...said("Nama atau PIN salah.", "Name or PIN is wrong.") },
  wrong_card: {
    status: 401,
    retry: false,
    ...said("Kode kartu atau PIN salah.", "Card code or PIN is wrong."),
  },
  locked_out: {
    status: 403,
    retry: true,
    id: (f) => `Terlalu banyak PIN salah. Coba lagi ${f["seconds"]} detik lagi.`,
    en: (f) => `Too many wrong PINs. Try again in ${f["seconds"]} seconds.`,
  },
  approval_needed: {
    status: 403,
    retry: false,
    ...said("Ini perlu persetujuan manajer.", "This needs a manager's approval."),
  },
  already_set_up: {
    status: 409,
    retry: false,
    ...said("Sentra ini sudah disiapkan.", "This centre is already set up."),
  },
  not_set_up: {
    status: 409,
    retry: false,
    ...said("Sentra belum disiapkan.", "The centre is not set up yet."),
  },
  last_manager: {
    status: 409,
    retry: false,
    ...said(
      "Harus ada setidaknya satu manajer yang bisa masuk.",
      "At least one manager must be able to sign in.",
    ),
  },

  id_conflict: {
    status: 409,
    retry: false,
    ...said(
      "Nomor tindakan ini sudah dipakai untuk isi yang lain.",
      "This act's id was already used with other contents.",
    ),
  },
  code_taken: {
    status: 409,
    retry: false,
    id: (f) => `Kode "${f["code"]}" sudah dipakai.`,
    en: (f) => `The code "${f["code"]}" is already in use.`,
  },
  till_elsewhere: {
    status: 409,
    retry: false,
    ...said(
      "Kasir ini sedang dipakai di tab lain. Lanjutkan di sana, atau tutup tab itu dulu.",
      "This till is in use in another tab. Go on there, or close that tab first.",
    ),
  },
  server_needed: {
    status: 409,
    retry: false,
    ...said(
      "Server toko belum menjawab. Kasir ini dibuka dari ingatannya; pembayaran dan catatan kas menunggu server.",
      "The shop's server does not answer yet. This till was opened from its memory; payments and the drawer wait for the server.",
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
  unknown_maker: {
    status: 422,
    retry: false,
    ...said("Pembuat ini tidak dikenal.", "This maker is not known."),
  },
  unknown_sale: { status: 404, retry: false, ...said("Penjualan ini tidak ada.", "There is no such sale.") },
  unknown_stall: {
    status: 422,
    retry: false,
    ...said("Gerai ini tidak dikenal.", "This stall is not known."),
  },
  unknown_area: { status: 422, retry: false, ...said("Area ini tidak dikenal.", "This area is not known.") },

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

  amount_too_large: {
    status: 422,
    retry: false,
    ...said("Jumlahnya terlalu besar.", "The amount is too large."),
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
  line_twice: {
    status: 422,
    retry: false,
    ...said("Satu baris tidak boleh disebut dua kali.", "One line cannot be named twice."),
  },

  more_than_owed: {
    status: 422,
    retry: false,
    id: (f) => `Yang bisa dibayar sekarang paling banyak ${f["payable"]}.`,
    en: (f) => `At most ${f["payable"]} can be paid now.`,
  },
  not_enough_money: {
    status: 422,
    retry: false,
    id: (f) => `Uang di tempat asalnya kurang: hanya ada ${f["holds"]}.`,
    en: (f) => `There is not enough money there: it holds only ${f["holds"]}.`,
  },
  safe_too_empty: {
    status: 422,
    retry: false,
    ...said("Uang di brankas tidak cukup.", "There is not enough money in the safe."),
  },
  receiver_needed: {
    status: 422,
    retry: false,
    ...said(
      "Tulis nama wali atau pendamping yang menerima.",
      "Write the name of the guardian or companion who received it.",
    ),
  },
  groups_are_not_paid: {
    status: 422,
    retry: false,
    ...said("Kelompok tidak dibayar; bayar anggotanya.", "A group is not paid; pay its members."),
  },
  already_reversed: {
    status: 409,
    retry: false,
    ...said("Pembayaran ini sudah dibatalkan.", "This payout was already reversed."),
  },

  payout_was_borne: {
    status: 409,
    retry: false,
    ...said(
      "Sentra sudah menanggung retur dari pembayaran ini, jadi pembayarannya tidak bisa dibatalkan lagi.",
      "The centre has borne a refund of what this payout paid, so the payout can no longer be taken back.",
    ),
  },

  shares_above_whole: {
    status: 422,
    retry: false,
    ...said("Bagian persen bersama-sama melebihi 100 %.", "The percentages together are above 100 %."),
  },
  share_above_price: {
    status: 422,
    retry: false,
    ...said("Bagian tetap lebih besar dari harga jual.", "The fixed share is above the price."),
  },
  group_needs_members: {
    status: 422,
    retry: false,
    ...said("Kelompok perlu anggota, masing-masing satu kali.", "A group needs members, each once."),
  },
  share_to_wrong_kind: {
    status: 422,
    retry: false,
    ...said(
      "Bagian ini tidak bisa diberikan kepada pembuat jenis itu.",
      "This share cannot go to a maker of that kind.",
    ),
  },

  count_below_zero: {
    status: 422,
    retry: false,
    ...said("Hitungan tidak bisa kurang dari nol.", "The count cannot go below zero."),
  },
  reason_needed: { status: 422, retry: false, ...said("Tulis alasannya.", "Write the reason.") },
  same_place_twice: {
    status: 422,
    retry: false,
    ...said("Asal dan tujuan uang harus berbeda.", "Money must move between two different places."),
  },
  half_a_period: {
    status: 400,
    retry: false,
    ...said("Isi tanggal awal dan tanggal akhir.", "Give both the first and the last day."),
  },
  period_ends_before_it_begins: {
    status: 400,
    retry: false,
    ...said("Tanggal akhir lebih awal dari tanggal awal.", "The last day is before the first day."),
  },
  not_practice: {
    status: 409,
    retry: false,
    ...said("Ini bukan toko latihan.", "This is not a practice shop."),
  },
  not_your_stall: {
    status: 403,
    retry: false,
    id: (f) => `Barang gerai ${f["stall"]} bukan bagian Anda.`,
    en: (f) => `Goods of the stall ${f["stall"]} are not yours to handle.`,
  },
  stalls_limit_no_role: {
    status: 422,
    retry: false,
    ...said(
      "Batas gerai hanya untuk kasir dan petugas stok.",
      "Only cashiers and storekeepers are limited to stalls.",
    ),
  },
  role_above_yours: {
    status: 403,
    retry: false,
    ...said(
      "Hanya manajer yang mengatur manajer, dan tidak ada orang lain yang mengatur perannya sendiri.",
      "Only a manager manages managers, and nobody else sets their own roles.",
    ),
  },
  money_only_goes_there: {
    status: 422,
    retry: false,
    ...said(
      "Uang yang sudah disetor ke kas negara atau daerah tidak diambil lewat sini.",
      "Money that was deposited with the state or the region does not come back this way.",
    ),
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
  nothing_to_resume: {
    status: 409,
    retry: false,
    ...said(
      "Kasir ini tidak perlu dilanjutkan: nomornya tidak lebih tinggi, atau terlalu jauh di atas catatan.",
      "There is nothing to resume: the till's numbers are not above the book's, or much too far above them.",
    ),
  },
  tax_has_begun: {
    status: 409,
    retry: false,
    ...said(
      "Pajak gerai ini hanya berubah mulai sekarang atau nanti, setelah perubahan terakhirnya.",
      "A stall's tax changes only from now on, after its last change.",
    ),
  },
  void_takes_all: {
    status: 422,
    retry: false,
    ...said(
      "Pembatalan mengembalikan seluruh penjualan. Untuk sebagian, pilih retur.",
      "A void takes back the whole sale. For a part of it choose a return.",
    ),
  },
  count_again: {
    status: 409,
    retry: false,
    ...said(
      "Isi laci berubah sejak dihitung. Hitung sekali lagi.",
      "The drawer has changed since it was counted. Count it once more.",
    ),
  },
  count_first: {
    status: 409,
    retry: false,
    ...said("Hitung isi laci dulu.", "Count the drawer first."),
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
  unknown_printer: {
    status: 422,
    retry: false,
    ...said(
      "Printer ini tidak dikenal atau sudah tidak dipakai.",
      "This printer is not known or no longer used.",
    ),
  },
  printer_in_circle: {
    status: 422,
    retry: false,
    ...said(
      "Printer cadangan tidak boleh kembali ke printer ini.",
      "The second printer must not lead back to this one.",
    ),
  },
  printer_address_malformed: {
    status: 400,
    retry: false,
    ...said(
      "Alamat printer ditulis seperti 192.168.1.50, 192.168.1.50:9100, atau /dev/usb/lp0.",
      "A printer's address is written like 192.168.1.50, 192.168.1.50:9100 or /dev/usb/lp0.",
    ),
  },
  nothing_to_print: {
    status: 404,
    retry: false,
    ...said("Tidak ada yang bisa dicetak dengan nomor itu.", "There is nothing to print under that name."),
  },
  unknown_ticket: {
    status: 404,
    retry: false,
    ...said("Pesanan ini tidak ada.", "There is no such order."),
  },
  qris_not_readable: {
    status: 422,
    retry: false,
    ...said(
      "Ini bukan kode QRIS yang utuh. Pindai atau salin lagi seluruhnya.",
      "This is not a whole QRIS code. Scan or copy all of it again.",
    ),
  },
  qris_checksum_wrong: {
    status: 422,
    retry: false,
    ...said(
      "Kode QRIS ini salah atau terpotong (angka periksanya tidak cocok).",
      "This QRIS code is wrong or cut off (its checksum does not fit).",
    ),
  },
  qris_not_static: {
    status: 422,
    retry: false,
    ...said(
      "Ini kode QRIS sekali pakai. Pakai kode tetap milik sentra.",
      "This QRIS code is for one payment. Use the centre's standing code.",
    ),
  },
  qris_not_rupiah: {
    status: 422,
    retry: false,
    ...said("Kode QRIS ini bukan untuk rupiah.", "This QRIS code is not for rupiah."),
  },
  settlement_column_missing: {
    status: 422,
    retry: false,
    id: (f) => `Kolom "${f["column"]}" tidak ada di baris judul berkas.`,
    en: (f) => `There is no column "${f["column"]}" in the file's header.`,
  },
  settlement_cell_wrong: {
    status: 422,
    retry: false,
    id: (f) => `Baris ${f["row"]}, kolom "${f["column"]}": "${f["value"]}" tidak terbaca.`,
    en: (f) => `Row ${f["row"]}, column "${f["column"]}": "${f["value"]}" cannot be read.`,
  },
  settlement_not_csv: {
    status: 422,
    retry: false,
    ...said(
      "Berkas ini bukan CSV yang utuh. Unduh lagi dari penyedia Anda.",
      "This file is not a whole CSV. Download it from your provider again.",
    ),
  },
  settlement_empty: {
    status: 422,
    retry: false,
    ...said("Berkas ini tidak berisi transaksi.", "There are no transactions in this file."),
  },
  settlement_format_first: {
    status: 409,
    retry: false,
    ...said(
      "Pilih dulu kolom-kolom berkas dari penyedia Anda.",
      "First choose the columns of your provider's file.",
    ),
  },
  pairing_code_wrong: {
    status: 422,
    retry: false,
    ...said(
      "Kode itu salah atau sudah lewat waktunya. Minta kode baru di kasir.",
      "That code is wrong or too old. Ask for a new one at the till.",
    ),
  },
  too_many_screens: {
    status: 503,
    retry: true,
    ...said(
      "Terlalu banyak layar pelanggan yang menyala. Tutup salah satu, lalu coba lagi.",
      "Too many customer screens are on. Close one of them, then try again.",
    ),
  },
} satisfies Record<string, Kind>;

export type RefusalCode = keyof typeof kinds;
export const refusalCodes = Object.keys(kinds) as RefusalCode[];

/** An expected "no". Nothing of the act that met it is saved. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;
  readonly facts: Facts;
  constructor(code: RefusalCode, facts: Facts) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

/** Refuses the act being done. */
export function refuse(code: RefusalCode, facts: Facts = {}): never {
  throw new Refusal(code, facts);
}

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(kinds, code);
}

/** HTTP status and whether a repeat could help. */
export function refusalKind(code: RefusalCode): { status: Kind["status"]; retry: boolean } {
  return kinds[code];
}

/** The sentence a person reads. */
export function refusalSentence(code: RefusalCode, facts: Facts, language: Language): string {
  const kind: Kind = kinds[code];
  return kind[language](facts);
}
