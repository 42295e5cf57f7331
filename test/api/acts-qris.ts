// Valid requests for the writing routes of QRIS, settlement and order tickets.
import { setStallTickets } from "#domain/tickets";
import { KARTINI_QRIS, writeQris } from "../qris.ts";
import { settlementColumns, settlementFile, tellColumns } from "../settlement.ts";
import { newId, type TestShop } from "../shop.ts";
import { sell } from "../till.ts";
import type { Recipe } from "./acts.ts";

export const qrisActs: Readonly<Record<string, (shop: TestShop) => Recipe>> = {
  "put /api/qris-codes": () => {
    const body = { id: newId(), stallId: null, payload: KARTINI_QRIS };
    return { path: "/qris-codes", body, other: { ...body, payload: writeQris({ name: "KAFE" }) } };
  },
  "post /api/qris-payments/confirm": (shop) => {
    const { id: saleId } = sell(shop, ["KOPI"], { pay: "waiting" });
    const body = { id: newId(), saleId, position: 0, confirmedAtMs: shop.tick() };
    return { path: "/qris-payments/confirm", body, other: { ...body, confirmedAtMs: shop.now() + 1 } };
  },
  "put /api/settlements/format": () => {
    const body = { id: newId(), ...settlementColumns };
    return { path: "/settlements/format", body, other: { ...body, separator: "," } };
  },
  "post /api/settlements": (shop) => {
    tellColumns(shop);
    const body = settlementFile("15/07/2025 09:00;A1;12.000");
    return { path: "/settlements", body, other: { ...body, fileName: "lain.csv" } };
  },
  "put /api/stalls/{stallId}/tickets": (shop) => {
    const stallId = shop.stall.KAFE;
    const body = { id: newId(), stallId, tickets: "screen", printerId: null };
    return { path: `/stalls/${stallId}/tickets`, body, other: { ...body, tickets: "none" } };
  },
  "post /api/tickets/{ticketId}/serve": (shop) => {
    const stallId = shop.stall.KAFE;
    setStallTickets(shop, shop.manager, { id: newId(), stallId, tickets: "screen", printerId: null });
    sell(shop, ["KOPI"]);
    const body = { id: newId(), ticketId: 1, ready: true };
    return { path: "/tickets/1/serve", body, other: { ...body, ready: false } };
  },
};
