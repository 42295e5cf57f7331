// The drawer opens for the first paper of a cash sale, or without a sale with a reason and a manager's yes; never long after.
import { beforeEach, describe, expect, test } from "vitest";
import { openDrawer } from "#domain/drawer-openings";
import { changePrinter } from "#domain/printers";
import { retryPrint } from "#domain/prints";
import { shiftReport } from "#domain/shift-reports";
import { dead } from "../printer.ts";
import { FRONT, KITCHEN, type PrintingShop, printingShop } from "../printing.ts";
import { cleanBook, close, closeAway, newId, nextStamp, type TestShop } from "../shop.ts";
import { approval, sell } from "../till.ts";
import { send, tillQueue, told } from "../till-queue.ts";

let here: PrintingShop;
let shop: TestShop;
beforeEach(async () => {
  here = await printingShop();
  ({ shop } = here);
});

/** Which printers opened their drawer, and for which paper. */
const opened = () =>
  shop.printer.papers
    .filter(({ target }) => target.opensDrawer)
    .map(({ target, paper }) => [target.address, paper.number]);
const unfit = { state: "not_printed", why: "does_not_fit", retry: false } as const;

describe("the drawer", () => {
  test("is opened by the first paper of a cash sale, at a printer that has one, and by no copy", async () => {
    const cash = sell(shop, ["KOPI"]);
    for (const sale of [cash, cash]) here.ask("receipt", sale.id, { opensDrawer: true });
    await here.quiet();
    const card = sell(shop, ["KOPI"], { pay: "edc" });
    here.ask("receipt", card.id, { opensDrawer: true });
    const water = sell(shop, ["AIR"]);
    here.ask("receipt", water.id, { opensDrawer: true, to: here.kitchen });
    await here.quiet();
    expect(opened()).toEqual([[FRONT, cash.receiptNumber]]);
  });

  test("is not opened by a receipt that was left unprinted, once the till has gone on", async () => {
    const left = sell(shop, ["KOPI"]);
    sell(shop, ["AIR"]);
    here.ask("receipt", left.id, { opensDrawer: true }, shop.cashier);
    await here.quiet();
    expect([shop.printer.papers.length, opened()]).toEqual([1, []]);
  });

  test("of another till stays shut, whether that till's printer is asked, prints in place of a dead one, or is tried next", async () => {
    changePrinter(shop, shop.manager, { id: newId(), ...here.fieldsOf(here.kitchen), hasDrawer: true });
    const asked = sell(shop, ["KOPI"]);
    here.ask("receipt", asked.id, { opensDrawer: true, to: here.kitchen });
    here.comesTo(FRONT, unfit, unfit);
    here.ask("receipt", sell(shop, ["KOPI"]).id, { opensDrawer: true });
    await here.quiet();
    changePrinter(shop, shop.manager, { id: newId(), ...here.fieldsOf(here.front), secondId: null });
    const { printId } = here.ask("receipt", sell(shop, ["KOPI"]).id, { opensDrawer: true }).job;
    await here.quiet();
    retryPrint(shop, shop.cashier, { id: newId(), printId, printerId: here.kitchen });
    await here.quiet();
    expect(shop.printer.papers.map(({ target }) => [target.address, target.opensDrawer])).toEqual([
      [KITCHEN, false],
      [FRONT, true],
      [KITCHEN, false],
      [FRONT, true],
      [KITCHEN, false],
    ]);
  });

  test("is not opened by a paper that comes out long after", async () => {
    here.comesTo(FRONT, dead, dead);
    here.ask("receipt", sell(shop, ["KOPI"]).id, { opensDrawer: true });
    here.slowly(4);
    await here.quiet();
    expect(shop.printer.papers.map(({ target }) => target.opensDrawer)).toEqual([true, true, false]);
  });

  test("without a sale it needs a reason and a manager; both are recorded, and the Z counts it", async () => {
    const command = () => ({
      id: newId(),
      till: nextStamp(shop),
      shiftId: shop.shiftId,
      reason: "Tukar uang",
      openedAtMs: shop.tick(),
    });
    expect(() => openDrawer(shop, shop.cashier, command())).toThrow("approval_needed");
    const approved = command();
    const approvalId = approval(shop, approved);
    openDrawer(shop, shop.cashier, { ...approved, approvalId });
    await here.quiet();
    openDrawer(shop, shop.manager, command());
    await here.quiet();
    expect(shop.printer.papers.map(({ target, paper }) => [target.opensDrawer, paper.rows])).toEqual([
      [true, []],
      [true, []],
    ]);
    const report = shiftReport(shop, shop.manager, shop.shiftId);
    expect(report.totals.drawerOpened).toBe(2);
    expect(report.drawerOpenings.map(({ by, approvedBy }) => [by, approvedBy])).toEqual([
      ["Dewi", "Ibu Ratna"],
      ["Ibu Ratna", "Ibu Ratna"],
    ]);
    close(shop);
    expect(() => openDrawer(shop, shop.manager, command())).toThrow("shift_not_open");
    await cleanBook(shop);
  });

  test("S5 what is heard of after the till was closed stands behind that shift, opens nothing, and changes no Z", async () => {
    const till = tillQueue(shop);
    const opening = () => ({
      id: newId(),
      shiftId: shop.shiftId,
      reason: "Tukar uang",
      openedAtMs: shop.tick(),
    });
    const late = till.keep("open_drawer", opening());
    closeAway(shop);
    const z = shiftReport(shop, shop.manager, shop.shiftId).z;
    const after = till.keep("open_drawer", opening());
    expect(told(await send(shop, [late, after], { by: shop.manager }))).toEqual([
      "recorded",
      "held shift_not_open",
    ]);
    await here.quiet();
    expect(opened()).toEqual([]);
    const report = shiftReport(shop, shop.manager, shop.shiftId);
    expect(report.z).toEqual(z);
    expect(report.drawerOpenings.map(({ atMs }) => atMs)).toEqual([JSON.parse(late.body).openedAtMs]);
    await cleanBook(shop);
  });
});
