// What a till works out by itself: search, change, percentages, and the codes a set-up suggests.
import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import { catalogueProductSchema } from "#rules/catalogue";
import { rupiah } from "#rules/money";
import { codeFrom, createSetUp, regionCodeFrom, stallCodeFrom } from "../../client/setup/set-up.ts";
import { createCount } from "../../client/shifts/count.ts";
import { judgeTender } from "../../client/till/cash.ts";
import { createSearch } from "../../client/till/catalogue.ts";
import { discountIn } from "../../client/till/discount.ts";

const named = (productId: number, name: string, sku: string, category = "Minuman") =>
  catalogueProductSchema.parse({
    productId,
    sku,
    name,
    category,
    stallId: 1,
    unit: "gelas",
    priceRupiah: 10_000,
    countsAsPiece: true,
    stockTracked: false,
    onHandMilli: 0,
    photo: null,
  });

test("search folds case and accents, takes words in any order, and stays within a category (T1)", () => {
  const search = createSearch([
    named(1, "Kopi Tubruk Temanggung", "KOPI-TUBRUK"),
    named(2, "Crème Brûlée", "PUDING-01", "Makanan"),
  ]);
  const found = (text: string, category: string | null = null) =>
    search.find(text, category).map((one) => one.sku);
  expect(found("tubruk KOPI")).toEqual(["KOPI-TUBRUK"]);
  expect(found("creme brul")).toEqual(["PUDING-01"]);
  expect(found("kopi", "Makanan")).toEqual([]);
  expect(found("")).toHaveLength(2);
  expect(search.byCode("kopi-tubruk")?.productId).toBe(1);
  expect(search.byCode("kopi")).toBeNull();
});

test("10,000 products are searched well within 100 ms (T1)", () => {
  const many = Array.from({ length: 10_000 }, (_, at) =>
    named(at + 1, `Barang Ciprat Nomor ${at}`, `BRG-${at}`),
  );
  const search = createSearch(many);
  const began = performance.now();
  expect(search.find("ciprat 9999", null)).toHaveLength(1);
  expect(performance.now() - began).toBeLessThan(100);
});

test("more than a thousand times the total is asked about again (C5)", () => {
  const total = rupiah(5_000);
  expect(judgeTender(null, total)).toEqual({ is: "empty" });
  expect(judgeTender(rupiah(4_000), total)).toEqual({ is: "short", missingRupiah: 1_000 });
  expect(judgeTender(rupiah(5_000_000), total)).toMatchObject({ is: "enough", strange: false });
  expect(judgeTender(rupiah(5_000_001), total)).toMatchObject({ is: "enough", strange: true });
});

test("a discount of a percentage counts from one hundredth of a percent to the whole", () => {
  const percent = (basisPoints: number | null) =>
    discountIn({ kind: "percent", amountRupiah: null, basisPoints });
  expect(percent(750)).toEqual({ ok: true, value: { kind: "percent", basisPoints: 750 } });
  expect(percent(10_000).ok).toBe(true);
  for (const none of [0, 10_001, null]) expect(percent(none)).toEqual({ ok: false });
});

test("codes are suggested from names, and region codes are read without their dot", () => {
  expect(codeFrom("Sentra Terpadu Kartini")).toBe("KARTINI");
  expect(codeFrom("Sentra Gau Mabaji")).toBe("GAU-MABAJI");
  expect(codeFrom("Sentra Darussa'adah")).toBe("DARUSSA-ADAH");
  // Whole words, and no longer than leaves a receipt's number on one line of 32 columns.
  expect(codeFrom("Sentra Terpadu Prof. Dr. Soeharso Surakarta Kreasi Penerima Manfaat")).toBe(
    "SOEHARSO-SURAKARTA",
  );
  expect(stallCodeFrom("Warung Makan", ["WARUNG-MAKAN"])).toBe("WARUNG-MAKAN-2");
  expect(regionCodeFrom("3323")).toBe("33.23");
});

test("a set-up names what each step still needs, and is sent only when nothing does", () => {
  createRoot((dispose) => {
    const store = createSetUp();
    expect(store.faults("centre")).toEqual(["code", "name", "place", "province", "regionCode", "timeZone"]);
    expect(store.faults("stalls")).toEqual(["stalls"]);
    store.set({
      name: "Sentra Terpadu Kartini",
      place: "Temanggung",
      province: "Jawa Tengah",
      regionCode: "33.23",
      timeZone: "Asia/Jakarta",
      safeRupiah: rupiah(1_000_000),
      bankRupiah: rupiah(0),
      managerName: "Ibu Sri",
      pin: "481516",
      pinAgain: "481517",
    });
    store.addStall("Galeri");
    store.addStall("galeri");
    expect(store.faults("again")).toEqual(["pinAgain"]);
    store.set("pinAgain", "481516");
    for (const step of ["centre", "stalls", "money", "manager", "again"] as const)
      expect(store.faults(step)).toEqual([]);
    expect(store.command("0190a5de-0000-7000-8000-000000000001")).toMatchObject({
      centre: { code: "KARTINI" },
      stalls: [{ code: "GALERI", name: "Galeri" }],
      openingSafeRupiah: 1_000_000,
    });
    dispose();
  });
});

test("a drawer counted note by note comes to the sum of its pieces", () => {
  createRoot((dispose) => {
    const count = createCount();
    expect(count.isEmpty()).toBe(true);
    count.set(50_000, 3);
    count.set(500, 7);
    expect(count.total()).toBe(153_500);
    count.set(50_000, null);
    expect(count.total()).toBe(3_500);
    dispose();
  });
});
