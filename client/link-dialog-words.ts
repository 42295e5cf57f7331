// Words of the dialog that tells what waits on this device, why, and what this page can promise.
import { dictionary } from "./words.ts";

export const dialogWords = dictionary({
  id: {
    title: "Sambungan",
    online: "Server toko menjawab. Semua yang dilakukan di sini langsung tercatat.",
    offline:
      "Server toko tidak menjawab. Kasir tetap berjualan: semuanya tersimpan di perangkat ini dan terkirim sendiri begitu server menjawab.",
    catching_up: "Server toko menjawab. Yang tersimpan di perangkat ini sedang dikirim, urut nomornya.",
    needs_you: "Server toko menjawab, tetapi ada yang tidak bisa selesai tanpa Anda.",
    stumbles:
      "Ada kesalahan di program. Yang belum terkirim tetap tersimpan di perangkat ini dan dikirim lagi sendiri.",
    waits: (of: { count: string }) => `Belum terkirim: ${of.count}`,
    nothing: "Tidak ada yang menunggu di perangkat ini.",
    more: (of: { count: string }) => `dan ${of.count} lagi`,
    send: "Kirim sekarang",
    signIn: "Terkirim setelah seseorang masuk.",
    elsewhere: "Tab lain di perangkat ini yang mengirimnya.",
    otherBook: "Ini dari buku lain, dan hanya dikirim ke buku itu.",
    unreadable: (of: { count: string }) =>
      `${of.count} catatan di perangkat ini tidak terbaca. Tetap disimpan; jangan hapus data peramban, dan minta bantuan teknisi.`,
    repairs: (of: { count: string }) => `Masuk daftar perbaikan: ${of.count}`,
    repairsSaid:
      "Sudah sampai di server, tetapi aturan toko menolaknya. Manajer menyelesaikannya di Daftar perbaikan; nomornya tetap.",
    seen: "Mengerti",
    device: "Halaman ini",
    secure: "Sambungan aman (HTTPS): kasir tersimpan di perangkat dan terbuka tanpa server.",
    plain:
      "Sambungan biasa, tidak aman: kasir tetap mencatat dengan benar, tetapi tidak terbuka lagi tanpa server, dan isinya bisa terbaca di jaringan.",
    steps: "Langkah ke sambungan aman",
    persistent: "Peramban berjanji menyimpan data kasir ini.",
    notPersistent:
      "Peramban tidak berjanji menyimpan data kasir ini: kalau penyimpanan perangkat penuh, data bisa dihapusnya. Jangan biarkan yang belum terkirim menumpuk.",
    notAsked:
      "Peramban ini tidak bisa ditanya apakah data kasir disimpan selamanya. Jangan hapus data peramban.",
    full: "Penyimpanan perangkat ini penuh. Hapus berkas lain sebelum menerima pembayaran.",
    otherTab: "Tab ini hanya untuk melihat: kasir dipakai di tab lain.",
    onlyTab: "Hanya tab ini yang menjadi kasir di perangkat ini.",
    takeOver: "Pakai di tab ini",
    clock: "Jam perangkat cocok dengan jam server.",
    clockWrong: (of: { minutes: string }) =>
      `Jam perangkat meleset ${of.minutes} menit. Struk dan catatan memakai jam server; perbaiki jam perangkat.`,
    sale: "Penjualan",
    refund: "Retur",
    visit: "Pengunjung",
    open_shift: "Buka kasir",
    count_shift: "Hitung laci",
    close_shift: "Tutup kasir",
    drawer_move: "Uang laci",
    open_drawer: "Buka laci",
    sign_in: "Masuk",
    leave_till: "Keluar dengan manajer",
    unpromised: "menunggu jawaban",
    close: "Tutup",
  },
  en: {
    title: "Connection",
    online: "The shop's server answers. What is done here is recorded at once.",
    offline:
      "The shop's server does not answer. The till sells on: everything is kept on this device and goes by itself as soon as the server answers.",
    catching_up:
      "The shop's server answers. What was kept on this device is being sent, in the order of its numbers.",
    needs_you: "The shop's server answers, but something cannot be finished without you.",
    stumbles:
      "The program made a mistake. What is not sent yet stays on this device and is sent again by itself.",
    waits: (of) => `Not sent yet: ${of.count}`,
    nothing: "Nothing waits on this device.",
    more: (of) => `and ${of.count} more`,
    send: "Send now",
    signIn: "It goes once somebody has signed in.",
    elsewhere: "Another tab of this device sends it.",
    otherBook: "This is of another book, and is sent to that one only.",
    unreadable: (of) =>
      `${of.count} records on this device cannot be read. They are kept; do not clear the browser's data, and ask a technician.`,
    repairs: (of) => `On the repair list: ${of.count}`,
    repairsSaid:
      "It has reached the server, and the shop's rules refused it. A manager settles it on the Repair list; its number stays.",
    seen: "Understood",
    device: "This page",
    secure: "A secure connection (HTTPS): the till is kept on the device and opens without the server.",
    plain:
      "A plain connection, not a secure one: the till records rightly all the same, but does not open again without the server, and what it sends can be read on the network.",
    steps: "How to make it secure",
    persistent: "The browser has promised to keep this till's data.",
    notPersistent:
      "The browser has not promised to keep this till's data: where the device's storage is full, it may clear it. Do not let what is unsent pile up.",
    notAsked:
      "This browser cannot be asked whether it keeps the till's data for good. Do not clear the browser's data.",
    full: "This device's storage is full. Delete other files before taking a payment.",
    otherTab: "This tab is only for looking: the till is in use in another tab.",
    onlyTab: "Only this tab is the till on this device.",
    takeOver: "Use this tab",
    clock: "The device's clock agrees with the server's.",
    clockWrong: (of) =>
      `The device's clock is ${of.minutes} minutes off. Receipts and records use the server's clock; please set the device's right.`,
    sale: "Sale",
    refund: "Return",
    visit: "Visitors",
    open_shift: "Opening the till",
    count_shift: "Counting the drawer",
    close_shift: "Closing the till",
    drawer_move: "Drawer money",
    open_drawer: "Opening the drawer",
    sign_in: "Sign-in",
    leave_till: "Leaving with a manager",
    unpromised: "waits for its answer",
    close: "Close",
  },
});
