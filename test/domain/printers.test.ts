// Printers and what comes out of which: order tickets at their stall's, nobody's paper but one's own, second printers in no circle.
import { beforeEach, describe, expect, test } from "vitest";
import { changePrinter } from "#domain/printers";
import { listPrints } from "#domain/prints";
import { setStallTickets } from "#domain/tickets";
import { KITCHEN, type PrintingShop, printingShop, textOf } from "../printing.ts";
import { cleanBook, newId, type TestShop } from "../shop.ts";
import { payOut, refund, sell } from "../till.ts";

let here: PrintingShop;
let shop: TestShop;
beforeEach(async () => {
  here = await printingShop();
  ({ shop } = here);
});

describe("an order ticket", () => {
  test("comes out at its stall's printer once the sale is saved, once, without prices", async () => {
    const tickets = { tickets: "printer", printerId: here.kitchen } as const;
    setStallTickets(shop, shop.manager, { id: newId(), stallId: shop.stall.KAFE, ...tickets });
    sell(shop, [{ sku: "KOPI", quantity: 2, note: "tanpa gula" }, "BATIK"]);
    await expect.poll(() => shop.printer.papers.length).toBe(1);
    await here.quiet();
    const [{ target, paper } = { target: null, paper: null }] = shop.printer.papers;
    expect(target?.address).toBe(KITCHEN);
    const text = paper ? textOf(paper) : "";
    expect(text).toContain("2 gelas kopi");
    expect(text).toContain("tanpa gula");
    expect(text).not.toMatch(/Rp|batik/);
    expect(shop.printer.bugs).toEqual([]);
    await cleanBook(shop);
  });

  test("whose printer is gone waits for a person, and the sale stands", async () => {
    const tickets = { tickets: "printer", printerId: here.kitchen } as const;
    setStallTickets(shop, shop.manager, { id: newId(), stallId: shop.stall.KAFE, ...tickets });
    changePrinter(shop, shop.manager, { id: newId(), ...here.fieldsOf(here.front), secondId: null });
    changePrinter(shop, shop.manager, { id: newId(), ...here.fieldsOf(here.kitchen), active: false });
    expect(sell(shop, ["KOPI"]).totalRupiah).toBe(12_000);
    await expect
      .poll(() => listPrints(shop, undefined, 5))
      .toMatchObject([{ paper: "ticket", state: "screen" }]);
    expect(shop.printer.bugs).toEqual([]);
    await cleanBook(shop);
  });
});

describe("who may have which paper", () => {
  test("a cashier prints no maker's receipt and no slip of the safe; what is about nothing is refused", () => {
    const sale = sell(shop, ["BATIK"]);
    const payout = payOut(shop, "SARI", 50_000);
    expect(() => here.ask("payout", payout.id, {}, shop.cashier)).toThrow("not_allowed");
    expect(() => here.ask("deposit", newId(), {}, shop.cashier)).toThrow("not_allowed");
    expect(here.ask("payout", payout.id).paper.number).toBe(payout.number);
    const back = refund(shop, sale, [[1, 1]]);
    expect(here.ask("refund", back.id, {}, shop.cashier).paper.number).toBe(back.receiptNumber);
    for (const kind of ["refund", "deposit"] as const)
      expect(() => here.ask(kind, newId())).toThrow("nothing_to_print");
    expect(() => here.ask("receipt", newId())).toThrow("unknown_sale");
    expect(() => here.ask("ticket", "x")).toThrow("nothing_to_print");
    expect(listPrints(shop, shop.till.tillId, 10).map(({ paper }) => paper)).toEqual(["refund", "payout"]);
    expect(listPrints(shop, undefined, 1)).toHaveLength(1);
  });
});

describe("printers", () => {
  test("have an address that a printer has, and print for each other in no circle", () => {
    const fields = here.fieldsOf(here.front);
    const change = (more: object) => () =>
      changePrinter(shop, shop.manager, { ...fields, ...more, id: newId() });
    for (const address of ["/etc/passwd", "10.0.0.1:0", "10.0.0.1:70000", "http://x", ""])
      expect(change({ address })).toThrow("printer_address_malformed");
    for (const address of ["/etc/passwd", "/dev/../etc/passwd", "lp0", "/dev/usb/", "/dev/sda", "/dev/mem"])
      expect(change({ kind: "file", address })).toThrow("printer_address_malformed");
    expect(change({ kind: "file", address: "/dev/usb/lp0" })()).toEqual({ printerId: here.front });
    expect(change({ secondId: here.front })).toThrow("printer_in_circle");
    const second = { ...here.fieldsOf(here.kitchen), secondId: here.front };
    expect(() => changePrinter(shop, shop.manager, { ...second, id: newId() })).toThrow("printer_in_circle");
    expect(change({ secondId: 99 })).toThrow("unknown_printer");
  });

  test("the till's printer out of use: the browser prints", () => {
    changePrinter(shop, shop.manager, { ...here.fieldsOf(here.front), active: false, id: newId() });
    expect(here.ask("receipt", sell(shop, ["KOPI"]).id).job).toMatchObject({
      state: "screen",
      printer: null,
    });
    expect(() => here.ask("receipt", sell(shop, ["KOPI"]).id, { to: here.front })).toThrow("unknown_printer");
  });
});
