// The book's promises: each is its own name, an English sentence, with the Indonesian one beside it.
import type { Language } from "./business-day.ts";

const indonesian = {
  "The chain holds: every act's hash follows from the act before it":
    "Rantai utuh: setiap catatan tersambung dengan catatan sebelumnya",
  "Sales, refunds, payouts and visits are what the chain recorded of them":
    "Penjualan, retur, pembayaran, dan pengunjung sama dengan yang tercatat dalam rantai",
  "Every sale, refund, payout and visit is an act of the chain":
    "Setiap penjualan, retur, pembayaran, dan hitungan pengunjung ada dalam rantai",
  "What a maker is owed is what their account holds":
    "Hak pembuat yang belum dibayar sama dengan isi akunnya",
  "The months' sums of earnings and payouts equal their rows":
    "Jumlah bulanan hak dan pembayaran sama dengan rinciannya",
  "A payout covers exactly what it paid, and its reversal takes back exactly that":
    "Pembayaran melunasi tepat sebesar uangnya, dan pembatalannya mengembalikan tepat sebesar itu",
  "No part of a sold line is paid twice": "Tidak ada hak yang dibayar dua kali",
  "Paid is at most earned, or a refund after the payout explains the debt":
    "Yang dibayar tidak melebihi haknya, kecuali karena retur setelah pembayaran",
  "A part that is refunded goes back to the recipient it went to":
    "Bagian yang diretur kembali dari penerima yang sama",
  "Every journal entry adds up to zero": "Setiap ayat jurnal berjumlah nol",
  "Every event that moves money has its entry": "Setiap kejadian yang memindahkan uang ada ayat jurnalnya",
  "Every entry belongs to an act in the chain, or to its own part of one":
    "Setiap ayat jurnal berasal dari catatan dalam rantai",
  "A line's net is its gross less its discounts, and never below zero":
    "Nilai bersih tiap baris adalah harga dikurangi potongan, tidak pernah di bawah nol",
  "Net = cost + shares to people and vendors + margin, on every sold and refunded line":
    "Pada tiap baris: nilai bersih = biaya + hak pembuat + laba kotor",
  "A line's shares are the sum of its makers' parts":
    "Hak pada tiap baris sama dengan jumlah bagian pembuatnya",
  "A sale's total is the sum of its nets less rounding, and its payments equal it":
    "Total penjualan cocok dengan barisnya, pembulatannya, dan pembayarannya",
  "A refund pays back what its lines are worth, but for cash rounding, and never more than the sale's payments brought":
    "Retur mengembalikan senilai barisnya, tidak pernah lebih dari yang dibayar",
  "Nothing is refunded beyond what was sold, and all of it once everything has come back":
    "Tidak ada yang diretur melebihi yang terjual",
  "Tax is what its stall's rate makes of the line, goes back as the line does, and is held until it is paid":
    "Pajak sesuai tarif gerainya, kembali bersama barisnya, dan tersimpan sampai disetor",
  "Turnover is what the sales accounts hold, stall by stall and day by day":
    "Omzet sama dengan akun penjualan, per gerai dan per hari",
  "Cost of goods is what the cost accounts hold": "Biaya sama dengan akun biaya",
  "What lines give to people and vendors is what the share accounts hold":
    "Hak yang dibagikan sama dengan akun bagi hasil",
  "The shelf equals its movements": "Isi rak sama dengan keluar masuknya barang",
  "Goods moved by a sale or a refund are those of its lines, and what comes back is what went out":
    "Barang yang keluar dan kembali sama dengan baris penjualan dan returnya",
  "Every sale and refund belongs to a shift of its till":
    "Setiap penjualan dan retur masuk ke giliran kasirnya",
  "A till without an open shift holds no cash in its drawer": "Kasir yang tutup tidak menyimpan uang di laci",
  "A till has at most one open shift": "Satu kasir paling banyak satu giliran yang buka",
  "Each till's receipt numbers run from one without a gap or a repeat":
    "Nomor struk tiap kasir urut tanpa lompatan",
  "Each till's acts run from one without a gap": "Urutan tindakan tiap kasir tanpa lompatan",
  "A till went on above a gap only where a manager set it up anew":
    "Nomor kasir hanya melompat bila manajer mendaftarkan perangkatnya lagi",
  "How acts of tills arrived is what the chain recorded of it":
    "Cara tindakan kasir sampai ke server sama dengan yang tercatat dalam rantai",
  "Acts that were held are what the chain recorded of them":
    "Tindakan yang ditahan sama dengan yang tercatat dalam rantai",
  "A held act is settled once, as the chain recorded it: booked in its own place, for whoever stands for it, or set aside":
    "Tindakan yang ditahan diselesaikan satu kali, sama dengan yang tercatat dalam rantai: dicatat di urutannya sendiri dengan penanggung jawabnya, atau tidak dicatat",
  "Numbers that never came from a till, and why, are what the chain recorded of them":
    "Nomor kasir yang tidak pernah sampai, dan penjelasannya, sama dengan yang tercatat dalam rantai",
  "Tills that were left before everything was sent, and sign-ins without the server, are what the chain recorded of them":
    "Kasir yang ditinggal sebelum semuanya terkirim, dan masuk tanpa server, sama dengan yang tercatat dalam rantai",
  "A day's visitors in an area are never below zero":
    "Pengunjung suatu hari di suatu tempat tidak pernah kurang dari nol",
  "Every event stands on the business day of its moment in the centre's zone":
    "Setiap kejadian tercatat pada hari yang benar menurut zona sentra",
  "Prices, costs, arrangements and groups are what the chain recorded of them":
    "Harga, biaya, bagi hasil, dan anggota kelompok sama dengan yang tercatat dalam rantai",
  "The centre's settings are what the chain recorded of them":
    "Pengaturan sentra sama dengan yang tercatat dalam rantai",
  "Stalls' taxes are what the chain recorded of them, and lines bore the one in force":
    "Pajak gerai sama dengan yang tercatat dalam rantai, dan tiap baris memakai yang berlaku",
  "A sold line keeps a version of its own product that was in force":
    "Tiap baris penjualan memakai harga dan bagi hasil barangnya yang berlaku saat itu",
  "Every act names who did it and who approved it, and every approval is the act of who gave it":
    "Setiap tindakan menyebut pelaku dan penyetujunya, dan setiap persetujuan berasal dari pemberinya",
  "What people may, and at which stalls, is what the chain recorded of them":
    "Peran dan gerai setiap orang sama dengan yang tercatat dalam rantai",
  "Lines, payments, earnings, goods and entries stand on the day of their event":
    "Baris, pembayaran, hak, barang, dan ayat jurnal berada pada hari kejadiannya",
  "A refunded line is of the product, stall, category and programme that was sold, and of the refund's own sale":
    "Baris retur sama barang, gerai, kategori, dan programnya dengan yang terjual",
  "Drawers, safe, bank and payment providers hold what the events brought there":
    "Isi laci, brankas, bank, dan penyedia pembayaran sama dengan kejadiannya",
  "Shifts, money moves, payouts taken back and goods received are what the chain recorded of them":
    "Giliran, pemindahan uang, pembatalan, dan stok masuk sama dengan yang tercatat dalam rantai",
  "A shift's running totals equal its events": "Jumlah berjalan tiap giliran sama dengan kejadiannya",
  "A drawer's expected cash is what its account holds while its shift is open, and what it was closed with afterwards":
    "Uang yang seharusnya ada di laci sama dengan akunnya, dan saat tutup sama dengan yang tercatat",
  "A shift is closed with its last count, and counts, slips and supplements are numbered without a gap":
    "Giliran ditutup dengan hitungan terakhir; hitungan, slip, dan susulan bernomor urut tanpa lompatan",
  "Drawer moves and deposits are what the chain recorded of them":
    "Kas masuk, kas keluar, dan setoran sama dengan yang tercatat dalam rantai",
  "Counts of drawers are what the chain recorded of them":
    "Hitungan uang laci sama dengan yang tercatat dalam rantai",
  "Every closed shift has its Z, and the Z says what its events say":
    "Setiap giliran yang ditutup punya laporan Z, dan isinya sama dengan kejadiannya",
  "Each till's Zs run without a gap, and their perpetual totals add up":
    "Laporan Z tiap kasir urut tanpa lompatan, dan jumlah sepanjang masanya cocok",
  "Papers printed and drawers opened are what the chain recorded of them":
    "Kertas yang dicetak dan laci yang dibuka sama dengan yang tercatat dalam rantai",
  "Copies of a paper are numbered without a gap": "Salinan tiap kertas bernomor urut tanpa lompatan",
  "What waits in QRIS unconfirmed is what its unconfirmed payments are":
    "QRIS yang menunggu sama dengan pembayaran yang belum dipastikan",
  "A confirmation is of one QRIS payment that waited, once, and is what the chain recorded of it":
    "Setiap konfirmasi QRIS untuk satu pembayaran yang menunggu, satu kali, sama dengan yang tercatat dalam rantai",
  "QRIS codes are what the chain recorded of them": "Kode QRIS sama dengan yang tercatat dalam rantai",
  "Settlement files, their rows and their columns are what the chain recorded of them":
    "Berkas penyelesaian, baris, dan kolomnya sama dengan yang tercatat dalam rantai",
  "Tickets are of their sale's lines and day, and are numbered by stall and day without a gap":
    "Pesanan sesuai baris dan hari penjualannya, dan bernomor urut per gerai dan hari",
  "Orders were ready, and stalls hear of orders, as the chain recorded it":
    "Pesanan siap, dan cara gerai menerima pesanan, sama dengan yang tercatat dalam rantai",
  "The file is whole and every row has what it refers to": "Berkas buku utuh",
  "The books can still only be appended to": "Buku hanya bisa ditambah, tidak bisa diubah",
} as const;

export type PromiseName = keyof typeof indonesian;

/** The promise in a person's language. */
export function promiseSentence(name: string, language: Language): string {
  return language === "id" && Object.hasOwn(indonesian, name) ? indonesian[name as PromiseName] : name;
}
