// QRIS codes: entered once, shown untouched, the stall's own before the centre's, and the chain knows which it was.
import { describe, expect, test } from "vitest";
import { actQueries } from "#db/queries/acts";
import { catalogue } from "#domain/products";
import { qrisCodes, setQrisCode } from "#domain/qris-codes";
import type { StallId } from "#rules/ids";
import { codeFor } from "#rules/qris-codes";
import { contents } from "../contents.ts";
import { driverOf } from "../db/rows.ts";
import { KARTINI_QRIS, writeQris } from "../qris.ts";
import { cleanBook, newId, type TestShop, testShop } from "../shop.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });
const CAFE = writeQris({ name: "KAFE MAWAR", nmid: "ID2021000111222" });
const enter = (shop: TestShop, payload: string | null, stallId: StallId | null = null) =>
  setQrisCode(shop, shop.manager, { id: newId(), stallId, payload });
const stallId = (shop: TestShop, code: string) =>
  catalogue(shop, shop.manager).stalls.find((stall) => stall.code === code)?.stallId as StallId;

test("the centre's and a stall's own are in the catalogue as they were pasted, with whose they are", async () => {
  const shop = await testShop();
  expect(catalogue(shop, shop.manager).qrisCodes).toEqual([]);
  const cafe = stallId(shop, "KAFE");
  expect(enter(shop, `\n${KARTINI_QRIS}\n`).code).toMatchObject({ stallId: null, payload: KARTINI_QRIS });
  enter(shop, CAFE, cafe);
  expect(catalogue(shop, shop.manager).qrisCodes).toEqual([
    {
      stallId: cafe,
      payload: CAFE,
      merchantName: "KAFE MAWAR",
      merchantCity: "TEMANGGUNG",
      nmid: "ID2021000111222",
    },
    {
      stallId: null,
      payload: KARTINI_QRIS,
      merchantName: "SENTRA KARTINI",
      merchantCity: "TEMANGGUNG",
      nmid: "ID1020021181745",
    },
  ]);
  await cleanBook(shop);
});

test("a new one takes the place of the old, and one that is taken away is gone", async () => {
  const shop = await testShop();
  enter(shop, KARTINI_QRIS);
  enter(shop, CAFE);
  expect(qrisCodes(shop).map((code) => code.merchantName)).toEqual(["KAFE MAWAR"]);
  expect(enter(shop, null).code).toBeNull();
  expect(qrisCodes(shop)).toEqual([]);
  enter(shop, KARTINI_QRIS);
  expect(qrisCodes(shop).map((code) => code.merchantName)).toEqual(["SENTRA KARTINI"]);
  await cleanBook(shop);
});

test("the chain keeps a digest and the national number, not the merchant's name", async () => {
  const shop = await testShop();
  enter(shop, KARTINI_QRIS);
  const record = driverOf(shop).prepare("select record from acts where kind = 'qris_code_set'").pluck().get();
  expect(JSON.parse(String(record))).toMatchObject({
    facts: { stall: null, nmid: "ID1020021181745", code: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect(record).not.toContain("SENTRA");
  expect(shop.book.statements(actQueries).head.get()?.seq).toBeGreaterThan(0);
});

test("what is no standing code for rupiah is refused, and nothing is kept of it", async () => {
  const shop = await testShop();
  const before = contents(shop);
  const wrong: [string, string][] = [
    ["qris_not_readable", "https://contoh.example/qris"],
    ["qris_checksum_wrong", KARTINI_QRIS.replace("SENTRA KARTINI", "SENTRA KARTIMI")],
    ["qris_not_static", writeQris({ initiation: "12", amount: "15000" })],
    ["qris_not_rupiah", writeQris({ currency: "702" })],
  ];
  for (const [code, payload] of wrong) expect(() => enter(shop, payload)).toThrow(refusedAs(code));
  expect(() => enter(shop, KARTINI_QRIS, 99 as StallId)).toThrow(refusedAs("unknown_stall"));
  expect(contents(shop)).toEqual(before);
});

describe("which code a cart is paid with", () => {
  const [gallery, cafe] = [1 as StallId, 2 as StallId];
  const shown = { merchantName: "", merchantCity: "", nmid: null };
  const centre = { stallId: null, payload: "sentra", ...shown };
  const own = { stallId: cafe, payload: "kafe", ...shown };

  test.each([
    ["all of one stall that has its own: its own", [cafe, cafe], [centre, own], own],
    ["all of one stall that has none: the centre's", [gallery], [centre, own], centre],
    ["of two stalls: the centre's", [cafe, gallery], [centre, own], centre],
    ["of two stalls where the centre has none: none", [cafe, gallery], [own], null],
    ["an empty cart: the centre's", [], [own, centre], centre],
    ["no code at all: none", [cafe], [], null],
  ])("%s", (_what, stallIds, codes, expected) => {
    expect(codeFor(stallIds, codes)).toEqual(expected);
  });
});
