// Refusals of asking: what cannot be read, who may not ask, and a server that cannot answer now.
import { type Kind, said } from "./refusal-kind.ts";

export const asking = {
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
  amount_too_large: {
    status: 422,
    retry: false,
    ...said("Jumlahnya terlalu besar.", "The amount is too large."),
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
  server_needed: {
    status: 409,
    retry: false,
    ...said(
      "Server toko tidak menjawab, dan ini butuh jawabannya. Coba lagi setelah tersambung.",
      "The shop's server does not answer, and this needs its answer. Try again once connected.",
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
  wrong_pin: { status: 401, retry: false, ...said("PIN salah. Coba lagi.", "The PIN is wrong. Try again.") },
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
  reason_needed: { status: 422, retry: false, ...said("Tulis alasannya.", "Write the reason.") },
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
  not_practice: {
    status: 409,
    retry: false,
    ...said("Ini bukan toko latihan.", "This is not a practice shop."),
  },
  last_manager: {
    status: 409,
    retry: false,
    ...said(
      "Harus ada setidaknya satu manajer yang bisa masuk.",
      "At least one manager must be able to sign in.",
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
  stalls_limit_no_role: {
    status: 422,
    retry: false,
    ...said(
      "Batas gerai hanya untuk kasir dan petugas stok.",
      "Only cashiers and storekeepers are limited to stalls.",
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
