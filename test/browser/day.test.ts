// A centre's first day as a new user would do it: from an empty folder to the counted drawer, to the rupiah.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { shop as cli } from "../days/command-line.ts";
import { addGroup, addPerson, addProduct, openTill, receive, setUpCentre } from "./centre-steps.ts";
import { countDrawer } from "./drawer-steps.ts";
import { download, mainOfCsv, mainOfReport, mainOfXlsx, reportOf } from "./figures-steps.ts";
import { aShop, tellWhatStood } from "./here.ts";
import { melati, products } from "./melati.ts";
import {
  choose,
  dialog,
  figure,
  go,
  press,
  row,
  sees,
  turn,
  type Visitor,
  visit,
  wordsOf,
  write,
} from "./steps.ts";
import { cart, cartRow, nextCustomer, payCash, receipt, tile, toPaying } from "./till-steps.ts";

const here = aShop();
let visitor: Visitor;
let page: Page;
tellWhatStood(() => page);
beforeAll(async () => {
  visitor = await visit(here.browser, here.shop.url);
  page = visitor.page;
});

describe("a centre's first day", () => {
  test("an empty folder asks to set up a centre, and the manager is signed in", async () => {
    await setUpCentre(page, melati);
    await sees(page, "Perangkat ini belum menjadi kasir. Manajer mendaftarkannya satu kali.");
  });

  test("two persons and a group of theirs, 2 parts to 1", async () => {
    await addPerson(page, "Sari");
    await addPerson(page, "Budi");
    await addGroup(page, "KUBE Ciprat Lestari", [
      { name: "Sari", code: "PM-001", part: "2" },
      { name: "Budi", code: "PM-002", part: "1" },
    ]);
  });

  test("what is sold: by percent, by the kilogram, at a price that is asked, and the centre's own", async () => {
    for (const product of products) await addProduct(page, product);
    const batik = "Ciprat Batik Selendang";
    await receive(page, `${batik} (Galeri)`, "20", `${batik}: sekarang 20 lembar.`);
    await receive(page, "Ikan Nila (Kios Ikan)", "12,5", "Ikan Nila: sekarang 12,5 kg.");
  });

  test("this device becomes a till and is opened with Rp200.000 from the safe", async () => {
    await openTill(page, "200000");
  });

  test("tiles and cash: Rp178.000 of Rp200.000, Rp22.000 goes back", async () => {
    await tile(page, "Ciprat Batik Selendang").click();
    await tile(page, "Ciprat Batik Selendang").click();
    await tile(page, "Kopi Tubruk").click();
    await sees(cart(page), "Rp178.000");
    await toPaying(page);
    await press(page, /^100\.000: /);
    await press(page, /^100\.000: /);
    await press(page, "Terima uang");
    const paper = await receipt(page, "MELATI-K1-000001");
    expect(paper).toContain("Ciprat Batik Selendang 2 lembar × Rp85.000 Rp170.000");
    expect(paper).toContain("Kopi Tubruk 1 gelas × Rp8.000 Rp8.000");
    expect(paper).toContain("TOTAL Rp178.000 Tunai Rp178.000 Uang diterima Rp200.000 Kembalian Rp22.000");
    await nextCustomer(page);
  });

  test("the keyboard alone: three coffees for exact cash", async () => {
    await page.keyboard.press("F2");
    for (let cup = 1; cup <= 3; cup += 1) {
      await page.keyboard.type("kopi", { delay: 80 });
      await page.keyboard.press("Enter");
      await sees(cart(page), `Rp${8 * cup}.000`);
    }
    await page.keyboard.press("F9");
    await page.getByRole("heading", { level: 1, name: "Bayar" }).waitFor({ state: "attached" });
    await page.keyboard.press("F9");
    const paper = await receipt(page, "MELATI-K1-000002");
    expect(paper).toContain(
      "Kopi Tubruk 3 gelas × Rp8.000 Rp24.000 TOTAL Rp24.000 Tunai Rp24.000 Uang diterima Rp24.000 Kembalian Rp0",
    );
    await page.keyboard.press("Enter");
    await sees(cart(page), "Pilih barang, atau pindai kodenya.");
  });

  test("two and a half kilograms: Rp96.250", async () => {
    await tile(page, "Ikan Nila").click();
    await write(dialog(page), "Berapa kg?", "2,5");
    await sees(dialog(page), "Rp96.250");
    await press(dialog(page), "Masukkan");
    await payCash(page, "100000");
    const paper = await receipt(page, "MELATI-K1-000003");
    expect(paper).toContain("Ikan Nila 2,5 kg × Rp38.500 Rp96.250");
    expect(paper).toContain("TOTAL Rp96.250 Tunai Rp96.250 Uang diterima Rp100.000 Kembalian Rp3.750");
    await nextCustomer(page);
  });

  test("a discount of 10 % on a line, a price that is asked, and QRIS", async () => {
    await tile(page, "Ciprat Batik Selendang").click();
    await press(cartRow(page, "Ciprat Batik Selendang"), "Ubah Ciprat Batik Selendang");
    await choose(dialog(page), "Potongan", "Persen");
    await write(dialog(page), "Potongan dalam persen", "10");
    await press(dialog(page), "Simpan");
    await sees(cart(page), "Potongan Rp8.500");
    await tile(page, "Jahit Pesanan").click();
    await write(dialog(page), "Harga", "45000");
    await press(dialog(page), "Masukkan");
    await toPaying(page);
    await choose(page, "Cara bayar", "QRIS");
    await sees(page, "Pelanggan memindai kode ini dan menulis Rp121.500.");
    await press(page, "Sudah masuk (saya cek notifikasi)");
    const paper = await receipt(page, "MELATI-K1-000004");
    expect(paper).toContain("Ciprat Batik Selendang 1 lembar × Rp85.000 Rp85.000 Potongan −Rp8.500");
    expect(paper).toContain("Jahit Pesanan 1 potong × Rp45.000 Rp45.000");
    expect(paper).toContain("TOTAL Rp121.500 QRIS Rp121.500");
    await nextCustomer(page);
  });

  test("visitors: three adults and five children, one adult taken back", async () => {
    await go(page, "Pengunjung");
    for (let adult = 1; adult <= 3; adult += 1) await press(page, "Tambah 1 dewasa");
    await press(page, "Tambah 5 anak");
    const today = page.getByRole("region", { name: "Hari ini" });
    await sees(today, /^8$/);
    await press(page, /^Urungkan \+1 dewasa/);
    await sees(today, /^7$/);
  });

  test("what is Sari's and what is Budi's, line by line", async () => {
    await go(page, "Pembuat");
    await page.getByRole("link", { name: /^Sari/ }).click();
    // Her 2 of 3 parts of 60 % of 170.000 and of 76.500, and 70 % of 45.000: 68.000 + 30.600 + 31.500.
    await sees(page, "Hak Anda Rp68.000");
    await sees(page, "Hak Anda Rp30.600");
    await sees(page, "Hak Anda Rp31.500");
    expect(await figure(page.getByRole("main"), "Belum dibayar")).toBe("Rp130.100");
    await page.getByRole("link", { name: /^Budi/ }).click();
    // His 1 of 3 parts, and Rp5.000 for each of 2,5 kg: 34.000 + 15.300 + 12.500.
    await sees(page, "Hak Anda Rp12.500");
    expect(await figure(page.getByRole("main"), "Belum dibayar")).toBe("Rp61.800");
  });

  test("Sari is paid what is hers: looked at first, then paid, with the amount in words", async () => {
    await page.getByRole("link", { name: /^Sari/ }).click();
    await page.getByRole("link", { name: "Bayar", exact: true }).click();
    await sees(page, "Paling banyak Rp130.100");
    await press(page, "Periksa dulu");
    await sees(page, "seratus tiga puluh ribu seratus rupiah");
    await sees(page, "Rp1.669.900"); // the safe held 2.000.000, gave 200.000 to the drawer and gives 130.100 now
    await press(page, "Bayar Rp130.100");
    await page.waitForURL("**/tanda-terima/**");
    const paper = await wordsOf(page.getByRole("article"));
    expect(paper).toContain("Rp130.100");
    expect(paper).toContain("seratus tiga puluh ribu seratus rupiah");
    expect(paper).toContain("Sari (PM-001)");
  });

  test("one of the first customer's two cloths comes back: Rp85.000 from the drawer", async () => {
    await go(page, "Penjualan");
    await page.getByRole("link", { name: /MELATI-K1-000001/ }).click();
    await press(page, "Retur");
    await turn(dialog(page), "Ciprat Batik Selendang", true);
    await write(dialog(page), "Banyaknya: Ciprat Batik Selendang", "1");
    await choose(dialog(page), "Alasan", "Pelanggan batal membeli");
    await sees(dialog(page), "Tunai, dari laci");
    await press(dialog(page), "Kembalikan uang");
    await sees(dialog(page), "Nomor struk: MELATI-K1-000005");
    expect(await wordsOf(dialog(page))).toContain("Serahkan kepada pelanggan Rp85.000");
    await press(dialog(page), "Selesai");
    await sees(page, "Diretur sebagian");
  });

  test("Sari was paid already: her part of it, Rp34.000, comes off later proceeds", async () => {
    await go(page, "Pembuat");
    await page.getByRole("link", { name: /^Sari/ }).click();
    await sees(page, "Ada retur setelah pembayaran");
    expect(await figure(page.getByRole("main"), "Sudah dibayar")).toBe("Rp130.100");
    expect(await figure(page.getByRole("main"), "Bisa dibayar sekarang")).toBe("Rp0");
    await sees(page, /sebesar Rp34\.000/);
    expect(await wordsOf(page.getByRole("link", { name: /^Sari/ }))).toContain("−Rp34.000");
  });

  test("the drawer is counted: Rp413.250, and nothing is missing", async () => {
    await go(page, "Kas");
    // 200.000 + 178.000 + 24.000 + 96.250 − 85.000
    await press(page, "Tutup kasir");
    await countDrawer(page, { 100000: 4, 10000: 1, 2000: 1, 1000: 1, 200: 1 }, "50");
    await sees(page, "Cocok, tidak ada selisih.");
    await press(page, "Tutup kasir");
    await sees(page, "Tidak ada selisih");
    expect(await figure(page, "Seharusnya")).toBe("Rp413.250");
    expect(await figure(page, "Selisih")).toBe("Rp0");
    await go(page, "Uang");
    await sees(page, "Rp2.083.150"); // the safe: 1.669.900 + 413.250
  });

  test("the summary: every number as worked out by hand", async () => {
    await go(page, "Rekap");
    await expect.poll(() => figure(page, "Omzet")).toBe("Rp334.750");
    expect(await figure(page, "Laba kotor")).toBe("Rp86.850");
    expect(await figure(page, "Pengunjung")).toBe("7");
    expect(await figure(page, "Barang terjual")).toBe("6");
    expect(await figure(page, "Transaksi")).toBe("4");
    expect(await figure(page, "Hak dalam periode ini")).toBe("Rp140.900");
    expect(await figure(page, "Dibayarkan dalam periode ini")).toBe("Rp130.100");
    await sees(page, "Rp45.000 dari omzet Rp334.750 berasal dari barang yang biayanya belum tercatat.");
    expect(await row(page, "Menurut gerai", "Galeri")).toEqual(["Rp206.500", "Rp38.100", "2"]);
    expect(await row(page, "Menurut gerai", "Kafe")).toEqual(["Rp32.000", "Rp20.000", "4"]);
    expect(await row(page, "Menurut gerai", "Kios Ikan")).toEqual(["Rp96.250", "Rp28.750", "0"]);
    expect(await row(page, "Menurut cara bayar", "QRIS")).toEqual(["Rp121.500"]);
    expect(await row(page, "Menurut cara bayar", "Tunai")).toEqual(["Rp213.250"]);
  });

  test("CSV, Excel and the directorate's file say the same", async () => {
    const [csv, xlsx, report] = [
      await download(page, "CSV"),
      await download(page, "Excel (XLSX)"),
      await download(page, "Berkas untuk direktorat"),
    ];
    const shown = {
      turnover: 334_750,
      grossProfit: 86_850,
      visitors: 7,
      pieces: 6,
      transactions: 4,
      refunds: 1,
      earned: 140_900,
      paid: 130_100,
      owed: 10_800, // Budi's 44.800 and Sari's −34.000
    };
    expect(mainOfCsv(csv)).toEqual(shown);
    expect(await mainOfXlsx(xlsx)).toEqual(shown);
    expect(mainOfReport(reportOf(report))).toEqual(shown);
    expect(readFileSync(report.path, "utf8")).not.toMatch(/Sari|Budi|PM-00/);
    expect(await cli(here.shop.dataFolder, ["check-report", report.path])).toMatchObject({ code: 0 });
  });

  test("the book is clean on the screen and at the command line, and no page complained", async () => {
    await page.goto(`${here.shop.url}/pengaturan?bagian=book`);
    await press(page, "Periksa buku");
    await sees(page, /^Semua \d+ janji ditepati\.$/);
    expect(visitor.complaints).toEqual([]);
    await here.shop.stop();
    expect(await cli(here.shop.dataFolder, ["audit"])).toMatchObject({ code: 0 });
  });
});
