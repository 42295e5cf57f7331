// What a lived-in shop has printed: a receipt and its copy; and a drawer that was opened without a sale.
import { openDrawer } from "#domain/drawer-openings";
import { printersAreQuiet } from "#domain/print-jobs";
import { createPrinter, setTillPrinter } from "#domain/printers";
import { printPaper } from "#domain/prints";
import { newId, nextStamp, type TestShop } from "./shop.ts";

/** A receipt is printed and printed again, and the manager opens the drawer. */
export async function papersAndDrawer(shop: TestShop, saleId: string): Promise<void> {
  const { tillId } = shop.till;
  const fields = {
    name: "Depan",
    kind: "network",
    address: "10.0.0.1",
    columns: 32,
    secondId: null,
  } as const;
  const printer = { id: newId(), ...fields, hasDrawer: true, cuts: true };
  const { printerId } = createPrinter(shop, shop.manager, printer);
  setTillPrinter(shop, shop.manager, { id: newId(), tillId, printerId });
  const asked = {
    paper: "receipt",
    about: saleId,
    tillId,
    to: "till",
    opensDrawer: true,
    language: "id",
  } as const;
  for (const id of [newId(), newId()]) {
    shop.tick();
    printPaper(shop, shop.cashier, { id, ...asked });
  }
  openDrawer(shop, shop.manager, {
    id: newId(),
    till: nextStamp(shop),
    shiftId: shop.shiftId,
    reason: "Tukar uang kecil",
    openedAtMs: shop.tick(),
  });
  await printersAreQuiet(shop);
}
