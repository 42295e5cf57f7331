// A process of its own that sells at a till of a book on disk, telling each receipt number once it is saved.

import { lastSeq } from "#domain/acts";
import { catalogue } from "#domain/products";
import { recordSale } from "#domain/sales";
import { centreOf } from "#domain/shop";
import { managers } from "#domain/staff";
import { lastReceiptCount, tillView } from "#domain/tills";
import { rupiah } from "#rules/money";
import { receiptNumber } from "#rules/receipt";
import { Refusal } from "#rules/refusal";
import { openShop } from "../../server/folder.ts";
import { onePiece } from "./one-piece.ts";

const [path = "", till = "", sku = "", many = ""] = process.argv.slice(2);
const shop = openShop(path, () => Date.parse("2025-07-15T03:00:00Z"));
const tillId = Number(till);
const { code, shift } = tillView(shop, tillId);
const [manager] = managers(shop);
const who = manager && { ...manager, staffId: manager.id };
const product = who && catalogue(shop, who).products.find((row) => row.sku === sku);
const priceRupiah = rupiah(product?.priceRupiah ?? 0);
const centre = centreOf(shop);

let left = Number(many);
while (left > 0 && shift && product && who) {
  try {
    const numbers = {
      till: { tillId: tillId as never, seq: lastSeq(shop, tillId) + 1 },
      shiftId: shift.id,
      receiptNumber: receiptNumber(centre.code, code, lastReceiptCount(shop, tillId) + 1),
      soldAtMs: shop.now(),
    };
    const sold = recordSale(shop, who, onePiece(numbers, { productId: product.productId, priceRupiah }));
    left -= 1;
    process.stdout.write(`${sold.receiptNumber}\n`);
  } catch (failure) {
    // Another process sold at this till in between: its number is taken, the next one is asked for.
    const late =
      failure instanceof Refusal && ["till_out_of_step", "receipt_number_wrong"].includes(failure.code);
    if (!late) throw failure;
  }
}
await shop.book.close();
