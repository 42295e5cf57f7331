// Refusals of keeping: money, makers and goods, paper, and what providers send.
import { type Kind, said } from "./refusal-kind.ts";

export const keeping = {
  unknown_maker: {
    status: 422,
    retry: false,
    ...said("Pembuat ini tidak dikenal.", "This maker is not known."),
  },
  unknown_stall: {
    status: 422,
    retry: false,
    ...said("Gerai ini tidak dikenal.", "This stall is not known."),
  },
  unknown_area: { status: 422, retry: false, ...said("Area ini tidak dikenal.", "This area is not known.") },
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
  same_place_twice: {
    status: 422,
    retry: false,
    ...said("Asal dan tujuan uang harus berbeda.", "Money must move between two different places."),
  },
  money_only_goes_there: {
    status: 422,
    retry: false,
    ...said(
      "Uang yang sudah disetor ke kas negara atau daerah tidak diambil lewat sini.",
      "Money that was deposited with the state or the region does not come back this way.",
    ),
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
} satisfies Record<string, Kind>;
