// Order tickets: one a sale for each stall that hears of orders, numbered by the day, ready and not ready, gone when all was taken back.
import { beforeEach, describe, expect, test, vi } from "vitest";
import { printAnswer, printPaper } from "#domain/prints";
import { stalls } from "#domain/products";
import { listTickets, serveTicket, setStallTickets, ticketById } from "#domain/tickets";
import type { StallId, TicketId } from "#rules/ids";
import { paperText } from "#rules/paper-text";
import type { StallTickets } from "#rules/tickets";
import { contents, rowCounts } from "../contents.ts";
import { driverOf } from "../db/rows.ts";
import { cleanBook, newId, type TestShop, testShop } from "../shop.ts";
import { refund, saleCommand, sell } from "../till.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });

let shop: TestShop;
let cafe: StallId;
let gallery: StallId;
beforeEach(async () => {
  shop = await testShop();
  const idOf = (code: string) => stalls(shop).find((stall) => stall.code === code)?.stallId as StallId;
  [cafe, gallery] = [idOf("KAFE"), idOf("GALERI")];
});

const hear = (
  stallId: StallId,
  tickets: StallTickets["tickets"] = "screen",
  printerId: number | null = null,
) => setStallTickets(shop, shop.manager, { id: newId(), stallId, tickets, printerId: printerId as never });
const list = (stallId?: StallId) => listTickets(shop, shop.manager, stallId).tickets;
const ready = (ticketId: TicketId, isReady = true) =>
  serveTicket(shop, shop.cashier, { id: newId(), ticketId, ready: isReady });

test("no stall hears of orders: no ticket, and not one more row than before", async () => {
  sell(shop, ["KOPI", "BATIK"]);
  expect(rowCounts(shop)["tickets"]).toBeUndefined();
  expect(list()).toEqual([]);
  await cleanBook(shop);
});

test("a sale of two stalls makes a ticket for the one that hears, with its own lines and their notes", async () => {
  hear(cafe);
  const sale = sell(shop, ["BATIK", { sku: "KOPI", quantity: 2, note: "tanpa gula" }, "KERIPIK"]);
  expect(list(cafe)).toEqual([
    {
      ticketId: 1,
      number: 1,
      stallId: cafe,
      stall: "Kafe Uji",
      receiptNumber: sale.receiptNumber,
      orderedAtMs: shop.now(),
      cashier: "Dewi",
      lines: [
        { name: "kopi", unit: "gelas", quantityMilli: 2_000, refundedMilli: 0, note: "tanpa gula" },
        { name: "keripik", unit: "bungkus", quantityMilli: 1_000, refundedMilli: 0, note: null },
      ],
      state: "waiting",
      readyAtMs: null,
    },
  ]);
  expect(list(gallery)).toEqual([]);
  await cleanBook(shop);
});

test("numbers run by stall and day, from one", async () => {
  hear(cafe);
  hear(gallery);
  sell(shop, ["KOPI", "BATIK"]);
  sell(shop, ["BATIK"]);
  sell(shop, ["KOPI"]);
  expect(list(cafe).map((ticket) => ticket.number)).toEqual([1, 2]);
  expect(list(gallery).map((ticket) => ticket.number)).toEqual([1, 2]);
  shop.set("2025-07-16 08:00");
  sell(shop, ["KOPI"]);
  expect(list().map(({ number, stallId }) => [number, stallId])).toEqual([[1, cafe]]);
  await cleanBook(shop);
});

describe("ready", () => {
  test("goes behind those that wait, and back again when it was said too soon", async () => {
    hear(cafe);
    for (const _order of [1, 2, 3]) sell(shop, ["KOPI"]);
    const [first] = list();
    const atMs = shop.tick();
    expect(ready(first?.ticketId as TicketId)).toMatchObject({ state: "ready", readyAtMs: atMs });
    expect(list().map(({ number, state }) => [number, state])).toEqual([
      [2, "waiting"],
      [3, "waiting"],
      [1, "ready"],
    ]);
    expect(ready(first?.ticketId as TicketId, false)).toMatchObject({ state: "waiting", readyAtMs: null });
    expect(list().map(({ number }) => number)).toEqual([1, 2, 3]);
    await cleanBook(shop);
  });

  test("is said of a ticket that is there; a repeat is answered the same", async () => {
    hear(cafe);
    sell(shop, ["KOPI"]);
    expect(() => ready(99 as TicketId)).toThrow(refusedAs("unknown_ticket"));
    const command = { id: newId(), ticketId: 1 as TicketId, ready: true };
    const first = serveTicket(shop, shop.cashier, command);
    const saved = contents(shop);
    shop.tick();
    expect(serveTicket(shop, shop.cashier, command)).toEqual(first);
    expect(contents(shop)).toEqual(saved);
  });
});

test("whoever is limited to stalls sees and serves the orders of theirs", () => {
  hear(cafe);
  hear(gallery);
  sell(shop, ["KOPI", "BATIK"]);
  const cook = { ...shop.cashier, stallIds: [cafe] };
  expect(listTickets(shop, cook, undefined).tickets.map((ticket) => ticket.stallId)).toEqual([cafe]);
  const batik = list(gallery)[0]?.ticketId as TicketId;
  const command = { id: newId(), ticketId: batik, ready: true };
  expect(() => serveTicket(shop, cook, command)).toThrow(refusedAs("not_your_stall"));
  const paper = {
    paper: "ticket",
    about: String(batik),
    tillId: null,
    to: "screen",
    language: "id",
  } as const;
  const print = { id: newId(), ...paper, opensDrawer: false };
  expect(() => printPaper(shop, cook, print)).toThrow(refusedAs("not_your_stall"));
  printPaper(shop, shop.cashier, print);
  expect(() => printAnswer(shop, cook, print.id)).toThrow(refusedAs("not_your_stall"));
  expect(serveTicket(shop, shop.cashier, command).state).toBe("ready");
});

test("what was taken back of an order is told; all of it, and the ticket is cancelled", async () => {
  hear(cafe);
  const sale = sell(shop, ["BATIK", { sku: "KOPI", quantity: 2 }]);
  refund(shop, sale, [[2, 1]]);
  expect(list()).toMatchObject([
    { state: "waiting", lines: [{ quantityMilli: 2_000, refundedMilli: 1_000 }] },
  ]);
  refund(shop, sale, [[2, 1]]);
  expect(list()).toMatchObject([{ state: "cancelled", lines: [{ refundedMilli: 2_000 }] }]);
  await cleanBook(shop);
});

describe("how a stall hears of orders", () => {
  const addPrinter = (active: 0 | 1): number =>
    Number(
      driverOf(shop)
        .prepare(
          "insert into printers (name, kind, address, columns, has_drawer, cuts, active) values ('Dapur', 'network', '10.0.0.9', 32, 0, 1, ?)",
        )
        .run(active).lastInsertRowid,
    );

  test("is on its printer only where there is one in use", () => {
    const before = contents(shop);
    expect(() => hear(cafe, "printer")).toThrow(refusedAs("unknown_printer"));
    expect(() => hear(cafe, "printer", 9)).toThrow(refusedAs("unknown_printer"));
    expect(() => hear(99 as StallId)).toThrow(refusedAs("unknown_stall"));
    expect(contents(shop)).toEqual(before);
    expect(() => hear(cafe, "printer", addPrinter(0))).toThrow(refusedAs("unknown_printer"));
    const printerId = addPrinter(1);
    hear(cafe, "printer", printerId);
    sell(shop, ["KOPI"]);
    expect(ticketById(shop, 1)).toMatchObject({ printerId, stall: "Kafe Uji" });
    expect(stalls(shop).find((stall) => stall.stallId === cafe)).toMatchObject({
      tickets: "printer",
      printerId,
    });
  });

  test("on its printer: the ticket is printed once the sale is saved, and not where the printer is out of use", async () => {
    const printerId = addPrinter(1);
    hear(cafe, "printer", printerId);
    const sale = sell(shop, ["BATIK", { sku: "KOPI", note: "tanpa gula" }]);
    await vi.waitFor(() => expect(shop.printer.papers).toHaveLength(1));
    const [{ paper }] = shop.printer.papers as [(typeof shop.printer.papers)[number]];
    expect(paper).toMatchObject({ kind: "ticket", number: `${sale.receiptNumber}-1`, opensDrawer: false });
    expect(paperText(paper, 32)).toMatch(/1 gelas kopi\s+>> tanpa gula/);
    expect(paperText(paper, 32)).not.toContain("batik");
    driverOf(shop).exec("update printers set active = 0");
    sell(shop, ["KOPI"]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shop.printer.papers).toHaveLength(1);
    expect(shop.printer.bugs).toEqual([]);
    expect(list(cafe)).toHaveLength(2);
  });

  test("ends when it is told so: the next sale makes none", () => {
    hear(cafe);
    sell(shop, ["KOPI"]);
    hear(cafe, "none");
    sell(shop, ["KOPI"]);
    expect(list()).toHaveLength(1);
  });
});

test("an order that reaches the server long after it was made has its number, and wakes no printer", async () => {
  const { makeTickets } = await import("#domain/tickets");
  hear(cafe);
  driverOf(shop).exec(
    "insert into printers (name, kind, address, columns, has_drawer, cuts, active) values ('Dapur', 'network', '10.0.0.9', 32, 0, 1, 1)",
  );
  hear(cafe, "printer", 1);
  const sold = saleCommand(shop, ["KOPI"]);
  const made = (soldAtMs: number) =>
    shop.book.preview(() => {
      driverOf(shop).pragma("defer_foreign_keys = ON");
      const order = {
        saleId: sold.id,
        businessDay: "2025-07-15" as never,
        soldAtMs,
        lines: [{ stallId: cafe }],
      };
      return makeTickets(shop, order);
    });
  expect(made(shop.now())).toEqual({ made: [{ stall: "KAFE", number: 1 }], toPrint: [1] });
  expect(made(shop.now() - 3_600_000)).toEqual({ made: [{ stall: "KAFE", number: 1 }], toPrint: [] });
});
