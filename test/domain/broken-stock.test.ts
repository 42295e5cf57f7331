// A product that begins or ceases to be tracked: what comes back is what its sale took off the shelf, no more and no less.
import { expect, test } from "vitest";
import { changeProduct, listProducts } from "#domain/products";
import { rupiah } from "#rules/money";
import { allFigures, cleanBook, newId, type Sku, type TestShop, testShop } from "../shop.ts";
import { receive, refund, sell } from "../till.ts";

function track(shop: TestShop, sku: Sku, stockTracked: boolean): void {
  const product = listProducts(shop).find((row) => row.sku === sku);
  if (!product) throw new RangeError(sku);
  const { productId, name, category, unit, countsAsPiece, shares, active } = product;
  const priceRupiah = product.priceRupiah === null ? null : rupiah(product.priceRupiah);
  const unitCostRupiah = product.unitCostRupiah === null ? null : rupiah(product.unitCostRupiah);
  const facts = {
    name,
    category,
    unit,
    countsAsPiece,
    shares,
    active,
    priceRupiah,
    unitCostRupiah,
    stockTracked,
  };
  changeProduct(shop, shop.manager, { id: newId(), productId, ...facts });
}

test("a refund after the change moves the goods that the sale moved", async () => {
  const shop = await testShop();
  receive(shop, "BATIK", 5);
  const batik = sell(shop, ["BATIK"]);
  const coffee = sell(shop, ["KOPI"]);
  track(shop, "BATIK", false);
  track(shop, "KOPI", true);
  refund(shop, batik, [[1, 1]]);
  refund(shop, coffee, [[1, 1]]);
  const { BATIK, KOPI } = (await allFigures(shop)).stockOnHandMilli;
  expect([BATIK, KOPI]).toEqual([5_000, undefined]);
  await cleanBook(shop);
});
