// What is said below the list: numbers that never came, wrong clocks and old prices, in both languages.
import { dictionary } from "../words.ts";

export const belowWords = dictionary({
  id: {
    gaps: "Nomor yang tidak pernah datang",
    gapsLine:
      "Kasir sudah memakai nomor ini, tetapi isinya tidak pernah sampai, biasanya karena perangkatnya rusak, diganti, atau datanya dihapus. Tanya kasirnya, cari struk kertasnya, lalu tulis apa yang terjadi.",
    gapActs: (of: { from: number; to: number }) =>
      of.from === of.to ? `Tindakan ke-${of.from}` : `Tindakan ke-${of.from} sampai ${of.to}`,
    gapPapers: (of: { from: string; to: string }) =>
      of.from === of.to ? `Struk ${of.from}` : `Struk ${of.from} sampai ${of.to}`,
    found: (of: { till: string; moment: string }) => `Kasir ${of.till} · diketahui ${of.moment}`,
    explain: "Jelaskan",
    explainTitle: "Apa yang terjadi?",
    explainHint: "Misalnya: tabletnya jatuh ke air; tiga struk kertas dicatat ulang di K2.",
    explainNote: "Penjelasan",
    doExplain: "Simpan penjelasan",
    explained: (of: { note: string; name: string; moment: string }) =>
      `${of.note} (${of.name}, ${of.moment})`,
    explainedOnes: (of: { count: number }) => `Sudah dijelaskan (${of.count})`,
    toldExplained: "Penjelasan tersimpan.",
    clocks: "Jam perangkat yang salah",
    clocksLine:
      "Setel jam perangkat ini otomatis dari internet. Urutannya tetap benar; yang bisa salah hanya jam dan tanggal pada struk.",
    ahead: (of: { till: string; span: string }) => `Kasir ${of.till}: ${of.span} terlalu cepat`,
    behind: (of: { till: string; span: string }) => `Kasir ${of.till}: ${of.span} terlalu lambat`,
    minutes: (of: { minutes: number }) => `${of.minutes} menit`,
    hours: (of: { hours: number }) => `${of.hours} jam`,
    days: (of: { days: number }) => `${of.days} hari`,
    clockActs: (of: { acts: number; from: string; to: string }) =>
      `${of.acts} tindakan, ${of.from} sampai ${of.to}`,
    oldPrices: "Dijual dengan harga lama",
    oldPricesLine:
      "Server tidak menjawab waktu itu, dan harganya sudah berubah. Penjualan tidak dihitung ulang. Kalau pembeli membayar terlalu banyak, kembalikan selisihnya lewat retur.",
    charged: (of: { name: string; charged: string; inForce: string }) =>
      `${of.name}: dijual ${of.charged}, harga saat itu ${of.inForce}`,
    lastDays: (of: { days: number }) => `Dari ${of.days} hari terakhir.`,
  },
  en: {
    gaps: "Numbers that never came",
    gapsLine:
      "The till has used these numbers, but what they were never arrived, mostly because the device broke, was replaced, or lost its data. Ask the cashier, look for the paper receipts, then write what happened.",
    gapActs: (of) => (of.from === of.to ? `Act number ${of.from}` : `Acts number ${of.from} to ${of.to}`),
    gapPapers: (of) => (of.from === of.to ? `Receipt ${of.from}` : `Receipts ${of.from} to ${of.to}`),
    found: (of) => `Till ${of.till} · noticed ${of.moment}`,
    explain: "Explain",
    explainTitle: "What happened?",
    explainHint: "For example: the tablet fell into water; three paper receipts were booked again at K2.",
    explainNote: "Explanation",
    doExplain: "Save the explanation",
    explained: (of) => `${of.note} (${of.name}, ${of.moment})`,
    explainedOnes: (of) => `Explained (${of.count})`,
    toldExplained: "The explanation is saved.",
    clocks: "Devices with a wrong clock",
    clocksLine:
      "Let the device set its clock from the internet. The order of things is right all the same; only times and dates on receipts may be wrong.",
    ahead: (of) => `Till ${of.till}: ${of.span} ahead`,
    behind: (of) => `Till ${of.till}: ${of.span} behind`,
    minutes: (of) => (of.minutes === 1 ? "1 minute" : `${of.minutes} minutes`),
    hours: (of) => (of.hours === 1 ? "1 hour" : `${of.hours} hours`),
    days: (of) => (of.days === 1 ? "1 day" : `${of.days} days`),
    clockActs: (of) => (of.acts === 1 ? `1 act, ${of.from}` : `${of.acts} acts, ${of.from} to ${of.to}`),
    oldPrices: "Sold at an old price",
    oldPricesLine:
      "The server did not answer then, and the price had changed. The sale is not priced again. Where a customer paid too much, give the difference back by a return.",
    charged: (of) => `${of.name}: sold at ${of.charged}, the price was ${of.inForce}`,
    lastDays: (of) => `Of the last ${of.days} days.`,
  },
});
