// What the selling place says: what was added and removed, and why a scan was not taken.
import { dictionary } from "../words.ts";

export const sellingWords = dictionary({
  id: {
    title: "Kasir",
    added: (of: { name: string; total: string }) => `${of.name} ditambahkan. Total ${of.total}.`,
    removed: (of: { name: string }) => `${of.name} dihapus dari keranjang.`,
    emptied: "Keranjang dikosongkan.",
    emptiedPaid: (of: { paid: string }) =>
      `Keranjang dikosongkan. ${of.paid} yang sudah diterima belum tercatat: kembalikan, atau urungkan.`,
    unknownCode: (of: { code: string }) => `Kode ${of.code} tidak ada di daftar barang.`,
    unknownReceipt: (of: { code: string }) => `Struk ${of.code} tidak ditemukan.`,
    waitFirst: "Pindaian belum diterima: pembayaran ini sedang disimpan.",
    finishFirst: "Pindaian belum diterima: selesaikan dulu yang terbuka.",
    tooMuch: "Tidak ditambahkan: jumlahnya terlalu besar.",
    notYours: (of: { name: string }) =>
      `${of.name} bukan barang yang Anda jual di sini. Hapus, atau simpan keranjang ini untuk rekan Anda.`,
    parkedName: (of: { time: string }) => `Keranjang ${of.time}`,
    parked: (of: { name: string }) => `${of.name} disimpan.`,
    takenBack: (of: { name: string }) => `${of.name} diambil kembali.`,
    cannotTakeBack: (of: { name: string }) =>
      `${of.name} tidak bisa diambil: harga atau potongannya sudah tidak cocok.`,
    parkedRemoved: (of: { name: string }) => `${of.name} dihapus.`,
    parkedRemovedPaid: (of: { name: string; paid: string }) =>
      `${of.name} dihapus. ${of.paid} yang sudah diterima belum tercatat: kembalikan, atau urungkan.`,
    unprinted: (of: { number: string; cause: string }) => `Struk ${of.number} belum tercetak. ${of.cause}`,
    printAgain: "Cetak lagi",
    leaveIt: "Biarkan",
    change: "Ganti kasir",
    training: "LATIHAN",
    trainingSaid: "Tidak ada yang tersimpan dan tidak ada uang yang tercatat.",
    endTraining: "Selesai latihan",
  },
  en: {
    title: "Till",
    added: (of) => `${of.name} added. Total ${of.total}.`,
    removed: (of) => `${of.name} removed from the cart.`,
    emptied: "The cart was emptied.",
    emptiedPaid: (of) =>
      `The cart was emptied. ${of.paid} already received is not recorded: give it back, or undo.`,
    unknownCode: (of) => `The code ${of.code} is not in the list of products.`,
    unknownReceipt: (of) => `The receipt ${of.code} was not found.`,
    waitFirst: "The scan was not taken: this payment is being saved.",
    finishFirst: "The scan was not taken: finish what is open first.",
    tooMuch: "Not added: that would be too much.",
    notYours: (of) =>
      `${of.name} is not among what you sell here. Remove it, or put this cart aside for a colleague.`,
    parkedName: (of) => `Cart ${of.time}`,
    parked: (of) => `${of.name} was put aside.`,
    takenBack: (of) => `${of.name} was taken back.`,
    cannotTakeBack: (of) => `${of.name} cannot be taken back: a price or a discount no longer fits.`,
    parkedRemoved: (of) => `${of.name} was removed.`,
    parkedRemovedPaid: (of) =>
      `${of.name} was removed. ${of.paid} already received is not recorded: give it back, or undo.`,
    unprinted: (of) => `Receipt ${of.number} is not printed. ${of.cause}`,
    printAgain: "Print again",
    leaveIt: "Leave it",
    change: "Change cashier",
    training: "TRAINING",
    trainingSaid: "Nothing is kept and no money is recorded.",
    endTraining: "End training",
  },
});
