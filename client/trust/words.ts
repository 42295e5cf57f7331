// What the page says that walks a tablet's owner through trusting the shop, in both languages.
import { dictionary } from "../words.ts";

export const words = dictionary({
  id: {
    title: "Sambungan aman",
    why: "Dengan sambungan aman (HTTPS), kasir tersimpan di perangkat ini dan tetap bisa berjualan saat Wi-Fi atau server mati.",
    off: "Toko ini belum dijalankan dengan HTTPS",
    offSaid:
      "Di komputer server, jalankan lagi programnya dengan HTTPS_PORT=8443 dan HOST=0.0.0.0, lalu buka halaman ini lagi.",
    broken: "HTTPS belum berjalan",
    brokenSaid: "Alasannya tertulis di jendela server. Berjualan tanpa HTTPS tetap bisa.",
    openOn: "Buka halaman ini di perangkat yang akan dipakai",
    openOnSaid: "Pindai kode ini dengan kamera tablet, atau ketik alamatnya di peramban.",
    qr: (of: { address: string }) => `Kode QR menuju ${of.address}`,
    openHere: "Sudah dibuka di perangkat itu? Lanjut ke langkah 2.",
    unreachable:
      "Perangkat lain belum bisa menjangkau server ini. Sambungkan komputer server ke jaringan toko dan jalankan dengan HOST=0.0.0.0.",
    download: "Unduh sertifikat",
    downloadSaid: (of: { name: string }) => `Sertifikat ini bernama ${of.name}.`,
    ends: (of: { day: string }) => `Berlaku sampai ${of.day}.`,
    downloadKey: "Unduh sertifikat",
    heldBack: "Bila peramban menahan berkasnya karena sambungan ini belum aman, pilih “Simpan” (Keep).",
    limits:
      "Sertifikat ini hanya berlaku untuk jaringan toko. Ia tidak bisa dipakai untuk menyamar sebagai bank atau situs lain.",
    fingerprint: "Sidik jari sertifikat (SHA-256)",
    fingerprintSaid:
      "Bandingkan dengan yang tertulis di jendela server. Bila satu huruf saja berbeda, jangan pasang, dan panggil yang mengurus server.",
    install: "Pasang di perangkat ini",
    device: "Jenis perangkat",
    android: "Android",
    windows: "Windows",
    mac: "Mac",
    ipad: "iPad",
    check: "Periksa",
    checkSaid:
      "Buka alamat yang aman. Bila peramban memperingatkan, jangan lanjutkan: kembali ke sini dan ulangi langkah 3.",
    openKey: "Buka alamat yang aman",
    move: "Kasir yang sudah dipakai di alamat lama: kirim dulu semua penjualannya, lalu daftarkan lagi sebagai kasir di alamat yang aman.",
    own: "Toko ini memakai sertifikatnya sendiri",
    ownSaid: "Tidak ada yang perlu dipasang. Buka alamat yang aman dan pakai alamat itu seterusnya.",
    asking: "Memeriksa sambungan …",
    trusted: "Perangkat ini percaya",
    trustedSaid: "Sambungannya aman. Pakai alamat ini seterusnya, dan simpan di layar utama.",
    notTrusted: "Perangkat ini belum percaya",
    notTrustedSaid:
      "Peringatan peramban tadi dilewati, jadi kasir belum bisa tersimpan di perangkat ini. Pasang sertifikatnya dengan langkah di bawah.",
    unsure: "Belum bisa dipastikan",
    unsureSaid: "Lihat di depan alamat: bila ada tanda gembok tanpa peringatan, perangkat ini sudah percaya.",
    toShop: "Ke kasir",
  },
  en: {
    title: "Secure connection",
    why: "Over a secure connection (HTTPS) the till is kept on this device and goes on selling when the Wi-Fi or the server is down.",
    off: "This shop is not served over HTTPS yet",
    offSaid:
      "At the server, start the program again with HTTPS_PORT=8443 and HOST=0.0.0.0, then open this page again.",
    broken: "HTTPS is not running",
    brokenSaid: "Why stands in the server's window. Selling without HTTPS goes on.",
    openOn: "Open this page on the device you will use",
    openOnSaid: "Scan this code with the tablet's camera, or type the address into its browser.",
    qr: (of) => `QR code that leads to ${of.address}`,
    openHere: "Already open on that device? Go on to step 2.",
    unreachable:
      "Other devices cannot reach this server yet. Connect the server to the shop's network and start it with HOST=0.0.0.0.",
    download: "Download the certificate",
    downloadSaid: (of) => `The certificate is called ${of.name}.`,
    ends: (of) => `Good until ${of.day}.`,
    downloadKey: "Download the certificate",
    heldBack: "If the browser holds the file back because this connection is not secure yet, choose “Keep”.",
    limits:
      "The certificate is good for the shop's network only. It cannot be used to pass for a bank or any other site.",
    fingerprint: "The certificate's fingerprint (SHA-256)",
    fingerprintSaid:
      "Compare it with the one in the server's window. If a single letter differs, do not install it, and call whoever looks after the server.",
    install: "Install it on this device",
    device: "Kind of device",
    android: "Android",
    windows: "Windows",
    mac: "Mac",
    ipad: "iPad",
    check: "Check",
    checkSaid:
      "Open the secure address. If the browser warns you, do not go on: come back here and repeat step 3.",
    openKey: "Open the secure address",
    move: "A till already in use at the old address: send all its sales first, then register it again as a till at the secure address.",
    own: "This shop has a certificate of its own",
    ownSaid: "Nothing has to be installed. Open the secure address and use that one from now on.",
    asking: "Checking the connection …",
    trusted: "This device trusts the shop",
    trustedSaid: "The connection is secure. Use this address from now on, and keep it on the home screen.",
    notTrusted: "This device does not trust the shop yet",
    notTrustedSaid:
      "The browser's warning was pressed away, so the till cannot be kept on this device yet. Install the certificate with the steps below.",
    unsure: "This cannot be told for sure",
    unsureSaid:
      "Look in front of the address: a padlock without a warning means that this device trusts the shop.",
    toShop: "To the till",
  },
});
