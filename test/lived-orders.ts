// What a lived-in shop has of QRIS, settlement and orders: a code, files that were brought, a kitchen that hears of orders.
import { createPrinter } from "#domain/printers";
import { setQrisCode } from "#domain/qris-codes";
import { listTickets, serveTicket, setStallTickets } from "#domain/tickets";
import { KARTINI_QRIS } from "./qris.ts";
import { bringFile, tellColumns } from "./settlement.ts";
import { newId, type TestShop } from "./shop.ts";
import { sell } from "./till.ts";

/** The café prints its orders; one of them is ready, then not after all; the provider's file knows one payment. */
export function ordersAndSettlement(shop: TestShop): void {
  const { KAFE: cafe, GALERI: gallery } = shop.stall;
  setQrisCode(shop, shop.manager, { id: newId(), stallId: null, payload: KARTINI_QRIS });
  setQrisCode(shop, shop.manager, { id: newId(), stallId: gallery, payload: KARTINI_QRIS });
  const { printerId } = createPrinter(shop, shop.manager, {
    id: newId(),
    name: "Printer dapur",
    kind: "file",
    address: "/dev/usb/lp9",
    columns: 32,
    hasDrawer: false,
    cuts: true,
    secondId: null,
  });
  setStallTickets(shop, shop.manager, { id: newId(), stallId: cafe, tickets: "printer", printerId });
  setStallTickets(shop, shop.manager, { id: newId(), stallId: gallery, tickets: "screen", printerId: null });
  sell(shop, ["KOPI"], { pay: "qris" });
  sell(shop, [{ sku: "KOPI", note: "Panas" }, "AIR"]);
  const [first] = listTickets(shop, shop.cashier, cafe).tickets;
  for (const ready of [true, false]) {
    shop.tick();
    if (first) serveTicket(shop, shop.cashier, { id: newId(), ticketId: first.ticketId, ready });
  }
  tellColumns(shop);
  bringFile(shop, "16/07/2025 08:05;A1;12.000", "16/07/2025 09:05;A2;9.000");
  bringFile(shop, "17/07/2025;B1;50.000");
}
