// The writing routes of printers, papers, drawers and taxes, each with a valid request and another body.

import { createPrinter } from "#domain/printers";
import { printPaper } from "#domain/prints";
import type { PrinterId } from "#rules/ids";
import { newId, nextStamp, type TestShop } from "../shop.ts";
import { approval, sell } from "../till.ts";
import type { Recipe } from "./acts.ts";

export const paperActs: Readonly<Record<string, (shop: TestShop) => Recipe>> = {
  "post /api/drawer-openings": (shop) => {
    const body = {
      id: newId(),
      till: nextStamp(shop),
      shiftId: shop.shiftId,
      reason: "Tukar uang kecil",
      openedAtMs: shop.tick(),
    };
    const approved = { ...body, approvalId: approval(shop, body) };
    return recipe("/drawer-openings", approved, { reason: "Lain" });
  },
  "post /api/printers": () => recipe("/printers", aPrinter(), { columns: 48 }),
  "put /api/printers/{printerId}": (shop) => {
    const printerId = printer(shop);
    const body = { ...aPrinter(), printerId, name: "Printer depan", active: true };
    return recipe(`/printers/${printerId}`, body, { active: false });
  },
  "put /api/tills/{tillId}/printer": (shop) => {
    const { tillId } = shop.till;
    const body = { id: newId(), tillId, printerId: printer(shop) };
    return recipe(`/tills/${tillId}/printer`, body, { printerId: null });
  },
  "post /api/prints": (shop) => recipe("/prints", aPrint(shop), { language: "en" }),
  "post /api/prints/{printId}/retry": (shop) => {
    const print = aPrint(shop);
    printPaper(shop, shop.cashier, print);
    const [printerId, other] = [printer(shop), printer(shop, "Printer dapur")];
    const body = { id: newId(), printId: print.id, printerId };
    return recipe(`/prints/${print.id}/retry`, body, { printerId: other });
  },
  "put /api/stalls/{stallId}/tax": (shop) => {
    const stallId = shop.stall.KAFE;
    const tax = { mode: "exclusive", rateBasisPoints: 1000, name: "PBJT makanan dan minuman" };
    const body = { id: newId(), stallId, fromMs: shop.tick(), ...tax };
    return recipe(`/stalls/${stallId}/tax`, body, { rateBasisPoints: 500 });
  },
};

function recipe(path: string, body: Record<string, unknown>, changed: Record<string, unknown>): Recipe {
  return { path, body, other: { ...body, ...changed } };
}

function aPrinter(name = "Printer kasir") {
  const fields = { name, kind: "network", address: "192.168.1.50", columns: 32, secondId: null } as const;
  return { id: newId(), ...fields, hasDrawer: true, cuts: true };
}

function printer(shop: TestShop, name?: string): PrinterId {
  return createPrinter(shop, shop.manager, aPrinter(name)).printerId;
}

function aPrint(shop: TestShop) {
  const { tillId } = shop.till;
  const { id: about } = sell(shop, ["AIR"]);
  const asked = { paper: "receipt", about, tillId, to: "screen", opensDrawer: false } as const;
  return { id: newId(), ...asked, language: "id" as const };
}
