// The other beginnings: a practice shop, an imported book, and a maker who looks at their own money.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { formatRupiah } from "#rules/money";
import { shop as cli, newFolder, recordFolder } from "../days/command-line.ts";
import { firstManager, manager } from "./centre-steps.ts";
import { aShop, tellWhatStood } from "./here.ts";
import { startPractice } from "./practice-steps.ts";
import { dialog, field, figure, go, press, sees, signIn, visit, wordsOf, write } from "./steps.ts";

const expected = JSON.parse(readFileSync(join(recordFolder("kartini-2021"), "expected.json"), "utf8")) as {
  beneficiaryOwed: Record<string, number>;
};

describe("the practice shop", () => {
  const here = aShop();
  let page: Page;
  tellWhatStood(() => page);

  test("is made from the record in a few seconds, and says everywhere that it is practice", async () => {
    page = (await visit(here.browser, here.shop.url)).page;
    await startPractice(page);
    for (const place of ["Penjualan", "Rekap", "Pengaturan"]) {
      await go(page, place);
      await sees(page.getByRole("complementary"), "TOKO LATIHAN");
    }
  });

  test("has the published figures of March 2021", async () => {
    await page.goto(`${here.shop.url}/rekap?dari=2021-03-05&sampai=2021-03-24`);
    await expect.poll(() => figure(page, "Omzet")).toBe("Rp67.000.000");
    expect(await figure(page, "Laba kotor")).toBe("Rp12.400.000");
    expect(await figure(page, "Pengunjung")).toBe("1.710");
    await sees(page.getByRole("table", { name: /^Menurut kategori/ }), "187");
  });

  test("who signs out sees the banner still, and comes in again with the PIN", async () => {
    await press(page, "Keluar");
    await sees(page, "TOKO LATIHAN");
    await signIn(page, manager.pin);
  });

  test("ends when one is ready for the real centre", async () => {
    await go(page, "Pengaturan");
    await press(page, "Akhiri latihan");
    await press(page.getByRole("alertdialog"), "Akhiri latihan");
    await sees(page, "Belum ada buku di server ini. Pilih yang akan dibuat.");
    await sees(page, "Siapkan sentra");
  });
});

describe("an imported book", () => {
  const here = aShop(async () => {
    const data = newFolder();
    expect(await cli(data, ["import", recordFolder("kartini-2021")])).toMatchObject({ code: 0 });
    return data;
  });
  let page: Page;
  tellWhatStood(() => page);
  beforeAll(async () => {
    page = (await visit(here.browser, here.shop.url)).page;
  });

  test("asks for its first manager and for nothing else", async () => {
    await sees(page, "Buku ini sudah berisi catatan. Siapa manajer pertamanya?");
    await firstManager(page, "Mulai");
    expect(await page.getByText("TOKO LATIHAN").count()).toBe(0);
  });

  test("a maker with card and PIN sees what is theirs, and nothing of anybody else", async () => {
    const [code, owed] = Object.entries(expected.beneficiaryOwed).find(([, amount]) => amount > 0) ?? ["", 0];
    await go(page, "Pembuat");
    await page.getByRole("link", { name: new RegExp(code) }).click();
    await press(page, "Kartu");
    await write(dialog(page), "PIN", "7351");
    await write(dialog(page), "PIN sekali lagi", "7351");
    await press(dialog(page), "Buat kartu");
    await sees(dialog(page), "Kode kartu");
    const card = /Kode kartu ([A-Z0-9]{4} [A-Z0-9]{4})/.exec(await wordsOf(dialog(page)))?.[1] ?? "";
    const name = (await wordsOf(dialog(page).getByRole("heading").first())).replace("Kartu untuk ", "");

    const own = (await visit(here.browser, `${here.shop.url}/uang-saya`, { width: 360, height: 740 })).page;
    await write(own, "Kode kartu", card);
    await press(own, "Lanjut");
    await write(own, "PIN", "0000");
    await press(own, "Masuk");
    await sees(own, /PIN/);
    await expect.poll(() => field(own, "PIN").inputValue()).toBe("");
    await write(own, "PIN", "7351");
    await press(own, "Masuk");
    await sees(own, formatRupiah(owed));
    const seen = await wordsOf(own.locator("body"));
    expect(seen).toContain(name);
    // The card opens this page only: it is no sign-in to the shop.
    expect((await own.request.get(`${here.shop.url}/api/my-money`)).status()).toBe(200);
    for (const path of ["makers", "makers/1", "figures?from=2021-03-05&to=2021-03-24", "stock", "sales"]) {
      expect((await own.request.get(`${here.shop.url}/api/${path}`)).status(), path).toBe(401);
    }
    const told = JSON.stringify(await (await own.request.get(`${here.shop.url}/api/my-money`)).json());
    const others = Object.keys(expected.beneficiaryOwed).filter((other) => other !== code);
    expect(others.filter((other) => told.includes(`"${other}"`))).toEqual([]);
  });
});
