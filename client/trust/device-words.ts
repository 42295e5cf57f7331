// How each kind of device is told to trust a certificate, in the words of its own menus.
import { dictionary } from "../words.ts";

/** A step a line. Android's words are those of its own settings (AOSP, values-in); makers of tablets change some. */
export const deviceWords = dictionary({
  id: {
    android: [
      "Buka Setelan (atau Pengaturan), ketuk kaca pembesar, dan cari: sertifikat.",
      "Pilih “Menginstal sertifikat”, lalu “Sertifikat CA”. Letaknya biasanya di Keamanan → Enkripsi & kredensial.",
      "Android memperingatkan “Data Anda tidak akan bersifat pribadi”. Ketuk “Tetap instal”; masukkan PIN layar bila diminta.",
      "Pilih berkas sentra-kreasi.crt dari folder Download.",
      "Untuk memeriksa: “Kredensial tepercaya” → tab “Pengguna”. Ketuk nama sertifikatnya; sidik jari SHA-256 di sana harus sama dengan yang di langkah 2.",
    ].join("\n"),
    windows: [
      "Buka berkas sentra-kreasi.crt dari folder Unduhan (Downloads), lalu klik “Buka” (Open).",
      "Klik “Instal Sertifikat …” (Install Certificate), pilih “Pengguna Saat Ini” (Current User), lalu “Berikutnya” (Next).",
      "Pilih “Tempatkan semua sertifikat di penyimpanan berikut” (Place all certificates in the following store), lalu “Telusuri” (Browse).",
      "Pilih “Otoritas Sertifikasi Akar Tepercaya” (Trusted Root Certification Authorities), lalu OK, “Berikutnya”, “Selesai” (Finish).",
      "Jawab “Ya” (Yes) pada peringatan keamanan, lalu tutup peramban dan buka lagi.",
    ].join("\n"),
    mac: [
      "Buka berkas sentra-kreasi.crt dari folder Unduhan. Akses Rantai Kunci (Keychain Access) terbuka; pilih rantai kunci “masuk” (login), lalu “Tambah” (Add).",
      "Klik dua kali nama sertifikatnya di daftar.",
      "Buka bagian “Percaya” (Trust). Di “Saat menggunakan sertifikat ini” (When using this certificate) pilih “Selalu Percayai” (Always Trust).",
      "Tutup jendelanya dan masukkan kata sandi Mac. Lalu tutup peramban dan buka lagi.",
    ].join("\n"),
    ipad: [
      "Unduh dengan Safari, dan ketuk “Izinkan” (Allow).",
      "Buka Pengaturan → “Profil Diunduh” (Profile Downloaded), ketuk “Pasang” (Install) di kanan atas, masukkan kode sandi, lalu “Pasang” lagi.",
      "Buka Pengaturan → Umum (General) → Mengenai (About) → “Pengaturan Kepercayaan Sertifikat” (Certificate Trust Settings), paling bawah.",
      "Nyalakan sakelar di samping nama sertifikatnya, lalu ketuk “Lanjutkan” (Continue).",
    ].join("\n"),
  },
  en: {
    android: [
      "Open Settings, tap the magnifying glass, and search for: certificate.",
      "Choose “Install a certificate”, then “CA certificate”. It is usually under Security → Encryption & credentials.",
      "Android warns “Your data won’t be private”. Tap “Install anyway”; give the screen’s PIN if it asks.",
      "Choose the file sentra-kreasi.crt in the folder Download.",
      "To check: “Trusted credentials” → the tab “User”. Tap the certificate’s name; the SHA-256 fingerprint there must be the one of step 2.",
    ].join("\n"),
    windows: [
      "Open the file sentra-kreasi.crt in the folder Downloads, then click “Open”.",
      "Click “Install Certificate …”, choose “Current User”, then “Next”.",
      "Choose “Place all certificates in the following store”, then “Browse”.",
      "Choose “Trusted Root Certification Authorities”, then OK, “Next”, “Finish”.",
      "Answer the security warning with “Yes”, then close the browser and open it again.",
    ].join("\n"),
    mac: [
      "Open the file sentra-kreasi.crt in the folder Downloads. Keychain Access opens; choose the keychain “login”, then “Add”.",
      "Double-click the certificate’s name in the list.",
      "Open “Trust”. At “When using this certificate” choose “Always Trust”.",
      "Close the window and give the Mac’s password. Then close the browser and open it again.",
    ].join("\n"),
    ipad: [
      "Download it with Safari, and tap “Allow”.",
      "Open Settings → “Profile Downloaded”, tap “Install” at the top right, give the passcode, then “Install” again.",
      "Open Settings → General → About → “Certificate Trust Settings”, at the very bottom.",
      "Turn on the switch beside the certificate’s name, then tap “Continue”.",
    ].join("\n"),
  },
});
