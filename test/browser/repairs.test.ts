// The repair list on the screens: a wrong PIN's sales booked together, one set aside, a gap explained, and a look without keys.
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { axe } from "./browser.ts";
import { addCashier } from "./centre-steps.ts";
import { aTablet, type Tablet } from "./held-steps.ts";
import { aShop, tellWhatStood } from "./here.ts";
import { openPractice } from "./practice-steps.ts";
import { besides, dialog, key, pick, press, sees, signIn, visit, wordsOf, write } from "./steps.ts";

const here = aShop();
let page: Page;
let complaints: string[];
let tablet: Tablet;
tellWhatStood(() => page);

beforeAll(async () => {
  ({ page, complaints } = await visit(here.browser, here.shop.url));
  await openPractice(page);
  await addCashier(page, "Dewi Lestari", "24680");
});

const menu = () => page.getByRole("navigation", { name: "Menu utama" }).first();
const entry = () => menu().getByRole("link", { name: /^Daftar perbaikan/ });
const row = (number: string) => page.getByRole("main").getByRole("link", { name: new RegExp(number) });
const paper = (count: number) => `KARTINI-K2-${String(count).padStart(6, "0")}`;
const list = async () =>
  (await (await page.request.get(`${here.shop.url}/api/repairs`)).json()) as {
    open: { kind: string }[];
    settled: { saleId: string | null; by: string | null; settled: { how: string } }[];
  };

test("nothing waits at first, and the screen says that this is well", async () => {
  await entry().click();
  await sees(page, /Tidak ada yang menunggu, dan memang sebaiknya begitu/);
  expect(await wordsOf(entry())).toBe("Daftar perbaikan");
});

test("L4 forty sales under one wrong PIN stand under their reason, and are booked together once it is said who did it", async () => {
  tablet = await aTablet(page, here.shop.url);
  const { staff } = (await (await page.request.get(`${here.shop.url}/api/session`)).json()) as {
    staff: { staffId: number; name: string }[];
  };
  const dewi = staff.find((one) => one.name === "Dewi Lestari")?.staffId ?? 0;
  const signInId = await tablet.wrongPin(dewi);
  const sales = Array.from({ length: 40 }, () => tablet.sale({ signInId }));
  expect(new Set(await tablet.send(sales))).toEqual(new Set(["held offline_pin_wrong"]));
  await page.reload();
  await sees(page, "PIN yang diketik sebagai Dewi Lestari saat server tidak menjawab ternyata salah.");
  await expect.poll(() => wordsOf(entry())).toMatch(/40/);
  await row(paper(3)).click();
  await sees(page, "Masuk sebagai Dewi Lestari, belum terbukti");
  await sees(page.getByRole("article"), "Kopi Tubruk Temanggung");

  await press(page, "Catat 40 apa adanya");
  await press(dialog(page), "Catat 40");
  expect(await besides(dialog(page), "Siapa yang melakukannya?")).toContain("Pilih siapa yang melakukannya.");
  await pick(dialog(page), "Siapa yang melakukannya?", "Dewi Lestari");
  await dialog(page).getByRole("checkbox").nth(2).uncheck();
  await sees(dialog(page), "39 dipilih, Rp390.000");
  await press(dialog(page), "Catat 39");
  await dialog(page).getByText("39 tercatat.").waitFor();
  await press(dialog(page), "Selesai");
  await expect.poll(() => wordsOf(entry())).toBe("Daftar perbaikan 1 1 menunggu");
  await sees(page, "Sudah diselesaikan (39)");
});

test("one is booked by itself, and leads to the sale from where it can be returned or voided", async () => {
  await press(page, "Catat apa adanya");
  await sees(dialog(page), "Rp10.000");
  await pick(dialog(page), "Siapa yang melakukannya?", "Dewi Lestari");
  await write(dialog(page), "Catatan (boleh kosong)", "Dewi lupa PIN barunya");
  await press(dialog(page), "Catat");
  await sees(page, `${paper(3)} tercatat.`);
  await sees(page, /Dicatat apa adanya oleh/);
  await sees(page, "Catatan: Dewi lupa PIN barunya");
  await page.getByRole("link", { name: "Lihat penjualan" }).click();
  await key(page, "Retur").waitFor();
  expect(await wordsOf(page.getByRole("article", { name: paper(3) }))).toContain("Dewi Lestari");
  await page.goBack();
  await sees(page, /Tidak ada yang menunggu, dan memang sebaiknya begitu/);
});

test("what cannot be booked says so; trying again says what still refuses it; it is set aside with a reason", async () => {
  expect(await tablet.send([tablet.sale({ productId: 999_999 })])).toEqual(["held unknown_product"]);
  await page.goto(`${here.shop.url}/perbaikan`);
  await row(paper(41)).click();
  await sees(page, /Ini tidak bisa dicatat apa adanya/);
  expect(await key(page, "Catat apa adanya").count()).toBe(0);
  await press(page, "Coba catat lagi");
  await sees(page, "Masih ditolak. Barang ini tidak dikenal atau sudah tidak dijual.");
  await press(page, "Selesaikan tanpa mencatat");
  await press(dialog(page), "Selesaikan");
  expect(await besides(dialog(page), "Mengapa tidak dicatat?")).toContain("Isian ini perlu diisi.");
  await write(dialog(page), "Mengapa tidak dicatat?", "Sudah dicatat ulang di K1");
  await press(dialog(page), "Selesaikan");
  await sees(page, "Catatan: Sudah dicatat ulang di K1");
  const { open, settled } = await list();
  expect([open.length, settled[0]?.settled.how, settled[0]?.saleId]).toEqual([0, "set_aside", null]);
});

test("L9 numbers that never came stand there until somebody says why", async () => {
  tablet.lose(3, 2);
  expect(await tablet.send([tablet.sale()], 30)).toEqual(["recorded"]);
  await page.goto(`${here.shop.url}/perbaikan`);
  await sees(page, new RegExp(`Struk ${paper(42)} sampai ${paper(43)}`));
  await sees(page, "Kasir K2: 30 menit terlalu cepat");
  await press(page, /^Jelaskan/);
  await write(dialog(page), "Penjelasan", "Tabletnya jatuh; dua struk dicatat ulang");
  await press(dialog(page), "Simpan penjelasan");
  await page.getByText("Sudah dijelaskan (1)").click();
  await sees(page, /Tabletnya jatuh; dua struk dicatat ulang/);
});

test("an auditor sees all of it and has no key", async () => {
  const auditor = { name: "Pak Hasan", pin: "61728" };
  tablet.lose(1, 1);
  expect(await tablet.send([tablet.sale({ signInId: crypto.randomUUID() })])).toEqual([
    "held sign_in_unknown",
  ]);
  await page.request.post(`${here.shop.url}/api/staff`, {
    data: { id: crypto.randomUUID(), ...auditor, roles: ["auditor"], stallIds: [] },
  });
  await press(page, "Keluar");
  await signIn(page, auditor.pin, auditor.name);
  await page.setViewportSize({ width: 1366, height: 400 });
  await page.goto(`${here.shop.url}/perbaikan`);
  await page.getByRole("link", { name: "Di bawah: 1 celah nomor yang perlu dijelaskan" }).click();
  const below = page.getByRole("heading", { name: "Nomor yang tidak pernah datang" });
  await expect.poll(async () => ((await below.boundingBox())?.y ?? 999) < 400).toBe(true);
  await row(paper(46)).click();
  await sees(page, "Manajer yang menyelesaikan ini.");
  await sees(page.getByRole("article"), "Kopi Tubruk Temanggung");
  expect(await key(page.getByRole("main"), /^(Catat|Coba|Selesaikan|Jelaskan)/).count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
