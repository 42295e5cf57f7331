// A process of its own that waits for the word, does one act at a till of a book on disk, and tells how it went.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { lastSeq } from "#domain/acts";
import { catalogue } from "#domain/products";
import { recordRefund } from "#domain/refunds";
import { recordSale } from "#domain/sales";
import { expectedIn } from "#domain/shift-views";
import { closeShift, countShift } from "#domain/shifts";
import { centreOf, type Who } from "#domain/shop";
import { managers, staffById } from "#domain/staff";
import { lastReceiptCount, tillView } from "#domain/tills";
import { present } from "#rules/assert";
import { inNotes } from "#rules/cash";
import { rupiah } from "#rules/money";
import { receiptNumber } from "#rules/receipt";
import { Refusal } from "#rules/refusal";
import { openShop } from "../../server/folder.ts";
import { onePiece } from "./one-piece.ts";

const [path = "", act = "", till = "", saleId = ""] = process.argv.slice(2);
const shop = openShop(path, () => Date.parse("2025-07-15T04:00:00Z"));
const { code, shift } = tillView(shop, Number(till));
const { id: shiftId } = present(shift, "an open shift");
const who: Who = staffById(shop, present(managers(shop)[0], "a manager").id);
const found = catalogue(shop, who).products.find((row) => row.sku === "AIR");
const water = { productId: present(found, "water").productId, priceRupiah: rupiah(4_000) };

const stamp = () => ({ tillId: Number(till) as never, seq: lastSeq(shop, Number(till)) + 1 });
const nextPaper = () => receiptNumber(centreOf(shop).code, code, lastReceiptCount(shop, Number(till)) + 1);

function sell(numbers: { till: ReturnType<typeof stamp>; receiptNumber: string }): string {
  // Later than the closing, so that nothing is late.
  const soldAtMs = Date.parse("2025-07-15T06:00:00Z");
  return recordSale(shop, who, onePiece({ ...numbers, shiftId, soldAtMs }, water)).receiptNumber;
}

/** Counted and closed in one write, away from the till, so that no sale comes in between. */
function close(): string {
  return shop.book.write(() => {
    const { countId } = countShift(shop, who, {
      id: randomUUID(),
      shiftId,
      ...inNotes(expectedIn(shop, { id: shiftId, tillCode: code })),
      countedAtMs: shop.now(),
    });
    const closed = closeShift(shop, who, {
      id: randomUUID(),
      shiftId,
      countId,
      absentReason: "Balapan",
      closedAtMs: shop.now(),
    });
    return `${closed.zNumber} of ${closed.sales} sales`;
  });
}

function refund(): string {
  return recordRefund(shop, who, {
    id: randomUUID() as never,
    till: stamp(),
    shiftId,
    receiptNumber: nextPaper(),
    saleId: saleId as never,
    refundedAtMs: Date.parse("2025-07-15T06:00:00Z"),
    reason: "unwanted",
    lines: [{ lineNo: 1, quantityMilli: 1000, restock: true }],
    inCash: false,
  }).receiptNumber;
}

/** Sells until it is refused. */
function sellOn(): never {
  for (;;) process.stdout.write(`${sell({ till: stamp(), receiptNumber: nextPaper() })}\n`);
}

const held = { till: stamp(), receiptNumber: nextPaper() };
const deeds: Record<string, () => string> = { close, refund, sellOn, sameNumber: () => sell(held) };
process.stdout.write("ready\n");
await once(process.stdin, "data");
try {
  process.stdout.write(`${present(deeds[act], act)()}\n`);
} catch (failure) {
  if (!(failure instanceof Refusal)) throw failure;
  process.stdout.write(`refused ${failure.code}\n`);
}
process.stdin.destroy();
await shop.book.close();
