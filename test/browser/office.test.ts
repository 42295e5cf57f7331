// A day in the back office: the drawer's cash and its reports, QRIS that is settled and matched, the kitchen, the customer's screen, printers.
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { addCashier, manager } from "./centre-steps.ts";
import { countDrawer } from "./drawer-steps.ts";
import { aShop, tellWhatStood } from "./here.ts";
import { openPractice } from "./practice-steps.ts";
import { code, sellByQris } from "./qris-steps.ts";
import {
  besides,
  choose,
  dialog,
  figure,
  go,
  pick,
  press,
  row,
  sees,
  signIn,
  turn,
  visit,
  wordsOf,
  write,
} from "./steps.ts";
import { nextCustomer, payCash, tile, toPaying } from "./till-steps.ts";

const here = aShop();
let page: Page;
let complaints: string[] = [];
tellWhatStood(() => page);

const cashier = { name: "Dewi Lestari", pin: "24680" };

beforeAll(async () => {
  const visitor = await visit(here.browser, here.shop.url);
  ({ page, complaints } = visitor);
  await openPractice(page);
  await addCashier(page, cashier.name, cashier.pin);
});

async function changeTo(pin: string, name: string): Promise<void> {
  await press(page, "Keluar");
  await signIn(page, pin, name);
}

describe("settings", () => {
  test("a printer's address is checked beside its field; a page that is tried says why it was not printed", async () => {
    await page.goto(`${here.shop.url}/pengaturan?bagian=printers`);
    await press(page, "Tambah printer");
    await write(dialog(page), "Nama printer", "Kasir depan");
    await write(dialog(page), "Alamat jaringan", "di meja kasir");
    await press(dialog(page), "Simpan");
    await expect.poll(() => besides(dialog(page), "Alamat jaringan")).toContain("192.168.1.50:9100");
    await write(dialog(page), "Alamat jaringan", "127.0.0.1:9");
    await choose(dialog(page), "Lebar kertas", "80 mm");
    await turn(dialog(page), "Laci uang tersambung ke printer ini", true);
    await press(dialog(page), "Simpan");
    await sees(page, "Jaringan · 127.0.0.1:9 · 80 mm");
    await press(page, "Tambah printer");
    await write(dialog(page), "Nama printer", "Dapur");
    await choose(dialog(page), "Disambung lewat", "USB di server");
    await write(dialog(page), "Berkas perangkat", "/dev/usb/lp7");
    await pick(dialog(page), "Printer cadangan", "Kasir depan");
    await press(dialog(page), "Simpan");
    await sees(page, "USB di server · /dev/usb/lp7 · 58 mm");
    await press(page, /^Dapur/);
    await press(dialog(page), "Cetak halaman uji");
    await sees(dialog(page), /Antre di|Mencetak di|Belum tercetak/);
    await press(dialog(page), "Kembali");
  });

  test("a stall takes its orders on a screen, and its tax says since when", async () => {
    await page.goto(`${here.shop.url}/pengaturan?bagian=stalls`);
    await press(page, /^Kafe Kartini/);
    await choose(page, "Bagaimana gerai ini tahu apa yang harus disiapkan.", "Pesanan ke layar");
    await press(page, "Simpan pesanan");
    await sees(page, "Pesanan Kafe Kartini tersimpan.");
    await choose(page, "Cara", "Ditambahkan di atas harga");
    await write(page, "Tarif", "12");
    await press(page, "Simpan pajak");
    await expect.poll(() => besides(page, "Tarif")).toContain("sampai 10");
    await write(page, "Tarif", "10");
    await press(page, "Simpan pajak");
    await sees(page, "Pajak Kafe Kartini tersimpan.");
    await sees(page, /^Sejak .*: PBJT, 10 %, ditambahkan$/);
  });

  test("the centre's code is shown with whose it is before it is saved; a broken one is refused clearly", async () => {
    await page.goto(`${here.shop.url}/qris?bagian=codes`);
    await press(page, /^Kode sentra/);
    await write(dialog(page), "Isi kode (teks)", code.replace("KARTINI", "KARTINA"));
    await sees(dialog(page), /angka periksanya tidak cocok/);
    await write(dialog(page), "Isi kode (teks)", code);
    await sees(dialog(page), "Periksa sebelum disimpan");
    await sees(dialog(page), "ID1020012345678");
    await press(dialog(page), "Simpan kode");
    await sees(page, "SENTRA KARTINI · NMID ID1020012345678");
  });
});

describe("the kitchen and the customer", () => {
  test("an order stands on the kitchen's screen, is ready, and waits again when that was hasty", async () => {
    await sellByQris(page, false);
    await go(page, "Pesanan");
    const order = page.getByRole("article", { name: "Pesanan 1" });
    expect(await wordsOf(order)).toContain("Kopi Susu Gula Aren");
    await press(order, "Siap");
    await sees(page, "Pesanan 1 siap.");
    await sees(page, "Tidak ada pesanan yang menunggu.");
    await press(page, "Urungkan");
    await order.waitFor();
    await press(order, "Siap");
    await sees(page, "Sudah siap");
  });

  test("the screen in the same browser follows the cart, the code and the thanks", async () => {
    const second = await page.context().newPage();
    await second.goto(`${here.shop.url}/customer`);
    await second.getByRole("heading", { name: "Sentra Terpadu Kartini" }).waitFor();
    await go(page, "Kasir");
    await tile(page, "Bibit Cabai").click();
    await sees(second, "Bibit Cabai");
    await sees(second, "Rp6.500");
    await toPaying(page);
    await choose(page, "Cara bayar", "QRIS");
    await second.getByRole("img", { name: "Kode QRIS SENTRA KARTINI" }).waitFor();
    await choose(page, "Cara bayar", "Tunai");
    await write(page, "Uang diterima", "10000");
    await press(page, "Terima uang");
    await sees(second, "Terima kasih");
    await sees(second, "Rp3.500");
    await nextCustomer(page);
    await sees(second, "Selamat datang");
    await second.close();
  });

  test("a screen on another device is paired by a code and follows over the server, without signing in", async () => {
    const { page: second } = await visit(here.browser, `${here.shop.url}/customer`, {
      width: 360,
      height: 740,
    });
    await write(second, "Kode dari kasir", "000000");
    await press(second, "Sambungkan");
    await expect.poll(() => besides(second, "Kode dari kasir")).toContain("Kode itu salah");
    await press(page, /^Menu kasir/);
    await press(dialog(page), /^Layar pelanggan/);
    await sees(dialog(page), /^Perangkat lain belum bisa membuka toko ini/);
    const [code = ""] = /\b\d{6}\b/.exec(await wordsOf(dialog(page))) ?? [];
    await write(second, "Kode dari kasir", code.replace(/^.../, "$& "));
    await press(second, "Sambungkan");
    await second.getByRole("heading", { name: "Sentra Terpadu Kartini" }).waitFor();
    await page.keyboard.press("Escape");
    await tile(page, "Bibit Cabai").click();
    await sees(second, "Bibit Cabai");
    await second.reload();
    await sees(second, "Bibit Cabai");
    await payCash(page, "6500");
    await sees(second, "Terima kasih");
    await nextCustomer(page);
    await second.context().close();
  });
});

describe("QRIS is settled", () => {
  test("a payment that was not seen is confirmed from the list", async () => {
    await go(page, "QRIS");
    await sees(page, "1 pembayaran, Rp19.800");
    await press(page, /^Pastikan/);
    await sees(dialog(page), "Rp19.800");
    await write(dialog(page), "Catatan (boleh kosong)", "Ref 12345");
    await press(dialog(page), "Sudah masuk (saya cek notifikasi)");
    await sees(page, "Tidak ada. Semua pembayaran QRIS sudah dipastikan.");
  });

  test("a provider's file: its columns once, what is left over first, and one that matched is confirmed", async () => {
    await sellByQris(page, false);
    await go(page, "QRIS");
    await page.getByRole("link", { name: "Cocokkan dengan berkas" }).click();
    const now = new Date();
    const day = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Jakarta" }).format(now);
    const time = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Asia/Jakarta",
      hour: "2-digit",
      minute: "2-digit",
    }).format(now);
    const rows = [`${day};${time};A-1;19.800`, `${day};${time};A-2;19.800`, `${day};${time};A-3;77.000`];
    await page.getByLabel("Unggah berkas CSV").setInputFiles({
      name: "qris.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(["Tanggal;Jam;RRN;Nominal", ...rows].join("\n")),
    });
    await sees(dialog(page), "Begini berkas dibaca");
    await sees(dialog(page), "A-1");
    await press(dialog(page), "Simpan dan unggah");
    await sees(page, /^3 transaksi terbaca, Rp116\.600/);
    await sees(page, "Hanya di berkas");
    await sees(page, "A-3");
    await sees(page, "Cocok, belum dipastikan");
    await press(page, /^Pastikan/);
    await sees(page, "Cocok (2)");
    expect(await figure(page, "Selisih")).toBe("Rp77.000");
    await page.reload();
    await page.getByLabel("Unggah berkas CSV").waitFor({ state: "attached" });
  });
});

describe("the drawer", () => {
  test("a cashier takes cash out with a reason, opens the drawer with a manager's word, and sees a blind X", async () => {
    await changeTo(cashier.pin, cashier.name);
    await go(page, "Kas");
    await press(page, "Kas keluar");
    await press(dialog(page), "Simpan");
    await expect.poll(() => besides(dialog(page), "Alasan")).not.toBe("");
    await write(dialog(page), "Jumlah", "20000");
    await write(dialog(page), "Alasan", "Air galon");
    await press(dialog(page), "Simpan");
    await sees(page, "Kas keluar Rp20.000 tercatat.");
    await sees(page, /Air galon/);
    await press(page, "Buka laci");
    await write(dialog(page), "Alasan", "Tukar uang kecil");
    await press(dialog(page), "Buka laci");
    await write(dialog(page), "PIN manajer", manager.pin);
    await press(dialog(page), "Setujui");
    await sees(page, "Laci dibuka; tercatat.");
    await sees(page, /Dewi Lestari, disetujui Ibu Ratna/);
    await page.getByRole("link", { name: "Laporan X" }).click();
    await sees(page, "Jumlah tunai baru tampil setelah laci dihitung.");
    expect(await row(page, "Laci", "Seharusnya")).toEqual(["", "•••"]);
  });

  test("it is counted blind, differs, and is closed with the reason; the Z lies there as paper", async () => {
    await page.goto(`${here.shop.url}/kas?langkah=tutup`);
    // 500.000 + 6.500 + 6.500 − 20.000
    await countDrawer(page, { 100000: 4, 50000: 1, 20000: 2, 2000: 1 });
    await sees(page, "Uang di laci kurang.");
    expect(await figure(page, "Seharusnya")).toBe("Rp493.000");
    expect(await figure(page, "Selisih")).toBe("−Rp1.000");
    await press(page, "Hitung lagi");
    await countDrawer(page, { 2000: 0, 1000: 2 }, "500");
    expect(await figure(page, "Selisih")).toBe("−Rp500");
    await write(page, "Sebab selisih", "Kembalian kelebihan");
    await press(page, "Tutup dengan selisih");
    const paper = page.getByRole("article", { name: "KARTINI-K1-Z-000001" });
    expect(await wordsOf(paper)).toContain("Kembalian kelebihan");
    await sees(page, /Bawa semua uang di laci ke brankas/);
  });

  test("from the history it is printed again as SALINAN", async () => {
    await page.getByRole("tab", { name: "Riwayat" }).click();
    await page.getByRole("link", { name: /Selisih −Rp500/ }).click();
    await sees(page, "Laporan Z: KARTINI-K1-Z-000001");
    await sees(page, /Dihitung 2 kali; hitungan pertama Rp492\.000\./);
    await press(page, "Cetak Z lagi");
    expect(await wordsOf(dialog(page).getByRole("article"))).toContain("SALINAN 1");
    await press(dialog(page), "Tutup");
  });

  test("a manager closes for an absent cashier from another device, with a reason", async () => {
    await go(page, "Kas");
    await write(page, "Modal awal", "100000");
    await press(page, "Buka kasir");
    await page.waitForURL("**/kasir");
    const { page: office } = await visit(here.browser, here.shop.url);
    await signIn(office, manager.pin, manager.name);
    await office.goto(`${here.shop.url}/kas?bagian=riwayat`);
    await office.getByRole("link", { name: /Kasir K1, buka ke-2/ }).click();
    await office.getByRole("link", { name: "Tutup untuk kasir yang sudah pergi" }).click();
    await countDrawer(office, { 100000: 1 });
    await press(office, "Tutup kasir");
    await expect
      .poll(() => besides(office, "Mengapa bukan kasirnya yang menutup"))
      .toContain("Tulis sebabnya.");
    await write(office, "Mengapa bukan kasirnya yang menutup", "Sakit, pulang lebih awal");
    await press(office, "Tutup kasir");
    await sees(office, "Laporan Z: KARTINI-K1-Z-000002");
    await sees(office, "Sakit, pulang lebih awal");
    await office.context().close();
  });

  test("money goes to the treasury with its reference, and its slip lies there as paper", async () => {
    await page.reload();
    await changeTo(manager.pin, manager.name);
    await go(page, "Uang");
    await press(page, "Pindahkan uang");
    await choose(dialog(page), "Untuk apa", "Setor ke kas negara");
    await write(dialog(page), "Jumlah", "1000000");
    await write(dialog(page), "Alasan", "Setoran minggu ini");
    await press(dialog(page), "Pindahkan");
    await expect.poll(() => besides(dialog(page), "Nomor referensi")).not.toBe("");
    await write(dialog(page), "Nomor referensi", "NTPN 0A1B2C3D");
    await press(dialog(page), "Pindahkan");
    await sees(dialog(page), /NTPN 0A1B2C3D/);
    await press(dialog(page), "Tutup");
    expect(await row(page, "Milik daerah dan negara", "Sudah disetor ke kas negara")).toEqual([
      "Rp1.000.000",
    ]);
  });

  test("no page complained", () => expect(complaints).toEqual([]));
});
