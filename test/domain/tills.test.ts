// D7: a till that was set up anew goes on above the highest number that either knows, and the gap is explained for ever.
import { expect, test } from "vitest";
import { resumeTill, tillView } from "#domain/tills";
import { cleanBook, close, newId, open, type TestShop, testShop } from "../shop.ts";
import { refund, sell } from "../till.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });
const resume = (shop: TestShop, lastSeq: number, lastReceiptCount: number) =>
  resumeTill(shop, shop.manager, { id: newId(), tillId: shop.till.tillId, lastSeq, lastReceiptCount });

test("a backup was put back: the device knows more than the book, and sells on above its own numbers", async () => {
  const shop = await testShop();
  sell(shop, ["AIR"]); // receipt 1
  const { lastSeq } = tillView(shop, shop.till.tillId);
  expect(resume(shop, lastSeq + 7, 5)).toMatchObject({ lastSeq: lastSeq + 7, lastReceiptCount: 5 });
  const sale = sell(shop, ["AIR"]);
  expect(sale.receiptNumber).toBe("UJI-K1-000006");
  refund(shop, sale, [[1, 1]]);
  close(shop);
  shop.set("2025-07-16 08:00");
  open(shop);
  expect(sell(shop, ["AIR"]).receiptNumber).toBe("UJI-K1-000008");
  await cleanBook(shop);
});

test("on the first day of a till, and twice", async () => {
  const shop = await testShop();
  const { lastSeq } = tillView(shop, shop.till.tillId);
  resume(shop, lastSeq + 3, 0);
  resume(shop, lastSeq + 3, 40);
  expect(sell(shop, ["AIR"]).receiptNumber).toBe("UJI-K1-000041");
  resume(shop, lastSeq + 100, 90);
  expect(sell(shop, ["AIR"]).receiptNumber).toBe("UJI-K1-000091");
  await cleanBook(shop);
});

test("there is nothing to resume where the book knows as much, and nobody jumps by a slip of the finger", async () => {
  const shop = await testShop();
  sell(shop, ["AIR"]);
  const { lastSeq } = tillView(shop, shop.till.tillId);
  expect(() => resume(shop, lastSeq, 1)).toThrow(refusedAs("nothing_to_resume"));
  expect(() => resume(shop, 0, 0)).toThrow(refusedAs("nothing_to_resume"));
  expect(() => resume(shop, lastSeq, 99_000_000)).toThrow(refusedAs("nothing_to_resume"));
  await cleanBook(shop);
});
