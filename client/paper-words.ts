// How a printing stands, and why one failed, in the words of a counter.
import type { PrintFailure } from "#rules/prints";
import { dictionary } from "./words.ts";

const failureId: Record<PrintFailure, string> = {
  no_connection: "Printer tidak ditemukan di jaringan. Periksa listrik dan kabelnya.",
  refused_connection: "Printer menolak sambungan. Matikan lalu hidupkan lagi.",
  not_answering: "Printer tidak menjawab. Matikan lalu hidupkan lagi.",
  stopped_half_way: "Printer berhenti di tengah. Sobek kertasnya, lalu cetak lagi.",
  no_paper: "Kertas habis. Pasang gulungan baru, lalu cetak lagi.",
  cover_open: "Tutup printer terbuka. Tutup, lalu cetak lagi.",
  no_such_file: "Printer USB tidak terpasang. Periksa kabelnya.",
  not_permitted: "Server tidak boleh memakai printer ini. Beri tahu manajer.",
  does_not_fit: "Ada jumlah yang tidak muat di kertas ini. Pakai printer 80 mm.",
  too_late: "Printer terlalu lama tidak siap; struk ini tidak dicetak lagi dengan sendirinya.",
};

const failureEn: Record<PrintFailure, string> = {
  no_connection: "The printer is not found on the network. Check its power and cable.",
  refused_connection: "The printer refused the connection. Switch it off and on again.",
  not_answering: "The printer does not answer. Switch it off and on again.",
  stopped_half_way: "The printer stopped half way. Tear the paper off, then print again.",
  no_paper: "There is no paper. Put in a new roll, then print again.",
  cover_open: "The printer's cover is open. Close it, then print again.",
  no_such_file: "The USB printer is not plugged in. Check its cable.",
  not_permitted: "The server may not use this printer. Tell a manager.",
  does_not_fit: "An amount does not fit on this paper. Use an 80 mm printer.",
  too_late: "The printer was not ready for too long; this paper is not printed by itself any more.",
};

export const printWords = dictionary({
  id: {
    asking: "Menyiapkan kertas …",
    queued: (of: { printer: string }) => `Antre di ${of.printer} …`,
    printing: (of: { printer: string }) => `Mencetak di ${of.printer} …`,
    printed: (of: { printer: string }) => `Tercetak di ${of.printer}.`,
    sent: (of: { printer: string }) =>
      `Terkirim ke ${of.printer}. Printer ini tidak melapor: lihat kertasnya.`,
    failed: "Belum tercetak",
    ...failureId,
    again: "Cetak lagi",
    other: "Printer lain",
    noPrinters: "Tidak ada printer lain.",
    browser: "Cetak",
    share: "Bagikan sebagai teks",
    copy: "Salin",
    copied: "Tersalin",
  },
  en: {
    asking: "Getting the paper ready …",
    queued: (of) => `Waiting at ${of.printer} …`,
    printing: (of) => `Printing at ${of.printer} …`,
    printed: (of) => `Printed at ${of.printer}.`,
    sent: (of) => `Sent to ${of.printer}. This printer reports nothing: look at the paper.`,
    failed: "Not printed yet",
    ...failureEn,
    again: "Print again",
    other: "Another printer",
    noPrinters: "There is no other printer.",
    browser: "Print",
    share: "Share as text",
    copy: "Copy",
    copied: "Copied",
  },
});
