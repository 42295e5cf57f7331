// What a book remembers from write to write is never older than what another process, or an act of its own, has changed.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openBook } from "#db/open";
import { changeProduct, listProducts } from "#domain/products";
import { saleView } from "#domain/sale-views";
import type { Shop } from "#domain/shop";
import { rupiah } from "#rules/money";
import { cleanBook, newId, type TestShop, testShop } from "../shop.ts";
import { sell } from "../till.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });

/** Sets BATIK's price as a manager would at another screen. */
function reprice(shop: Shop, who: TestShop["manager"], priceRupiah: number): void {
  const batik = listProducts(shop).find((product) => product.sku === "BATIK");
  if (!batik) throw new Error("no BATIK");
  const { productId, name, category, unit, unitCostRupiah, countsAsPiece, stockTracked, shares } = batik;
  changeProduct(shop, who, {
    id: newId(),
    productId,
    name,
    category,
    unit,
    countsAsPiece,
    stockTracked,
    shares,
    active: true,
    priceRupiah: rupiah(priceRupiah),
    unitCostRupiah: unitCostRupiah === null ? null : rupiah(unitCostRupiah),
  });
}

test("a price that another process has changed counts at the very next sale", async () => {
  const shop = await testShop({ path: join(mkdtempSync(join(tmpdir(), "memo-")), "shop.sqlite") });
  sell(shop, ["BATIK"]);
  const other: Shop = { ...shop, book: openBook(shop.book.path) };
  shop.tick();
  reprice(other, shop.manager, 180_000);
  shop.tick();
  expect(() => sell(shop, [{ sku: "BATIK", price: 170_000 }])).toThrow(refusedAs("approval_needed"));
  expect(saleView(shop, sell(shop, ["BATIK"]).id).lines[0]?.unitPriceRupiah).toBe(180_000);
  await cleanBook(shop);
  await Promise.all([other.book.close(), shop.book.close()]);
});

test("a price that is changed and rolled back in one write has never been in force", async () => {
  const shop = await testShop();
  sell(shop, ["BATIK"]);
  shop.tick();
  shop.book.preview(() => {
    reprice(shop, shop.manager, 180_000);
    expect(() => sell(shop, [{ sku: "BATIK", price: 170_000 }])).toThrow(refusedAs("approval_needed"));
  });
  sell(shop, [{ sku: "BATIK", price: 170_000 }]);
  await cleanBook(shop);
});
