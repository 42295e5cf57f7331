// The repair list: each way of settling what was held, twice, by two managers, and in the order in which a till did it.
import { beforeEach, describe, expect, test } from "vitest";
import { signInQueries } from "#db/queries/sign-ins";
import { acceptRepair, retryAllRepairs, retryRepair, setRepairAside } from "#domain/repairs";
import { saleView } from "#domain/sale-views";
import { shiftReport } from "#domain/shift-reports";
import { changeStaff } from "#domain/staff";
import type { ShiftId, StaffId } from "#rules/ids";
import { contents } from "../contents.ts";
import { type RepairShop, repairShop } from "../repair-list.ts";
import { cleanBook, close, newId, type TestShop } from "../shop.ts";
import { refund } from "../till.ts";
import { send, type TillQueue, tillQueue } from "../till-queue.ts";

const refusedAs = (code: string) => expect.objectContaining({ code });

let here: RepairShop;
let shop: TestShop;
let queue: TillQueue;
beforeEach(async () => {
  here = await repairShop();
  ({ shop, queue } = here);
});

describe("accepting", () => {
  test("books the sale as it was charged, on its numbers; the manager stands for it, and it can come back", async () => {
    const command = await here.holdCheap();
    const { repairId } = here.one();
    shop.later(3);
    const settled = acceptRepair(shop, shop.manager, { id: newId(), repairId, note: "Tanya Dewi" });
    expect(settled).toEqual({ repairId, how: "accepted" });
    expect(saleView(shop, command.id)).toMatchObject({
      receiptNumber: command.receiptNumber,
      totalRupiah: 10_000,
      cashier: "Dewi",
      approvedBy: "Ibu Ratna",
      soldAtMs: command.soldAtMs,
    });
    expect(here.list()).toMatchObject({
      open: [],
      openCount: 0,
      settled: [
        {
          repairId,
          saleId: command.id,
          settled: { how: "accepted", by: "Ibu Ratna", note: "Tanya Dewi", atMs: shop.now() },
        },
      ],
    });
    await cleanBook(shop);
    refund(shop, { id: command.id }, [[1, 2]], { approved: true });
    await cleanBook(shop);
  });

  test("L4 the queue's own repeat is answered as recorded from then on", async () => {
    const command = await here.holdCheap();
    acceptRepair(shop, shop.manager, { id: newId(), repairId: here.one().repairId });
    const [again] = await send(shop, [command.act]);
    expect(again).toMatchObject({ is: "recorded", answer: { receiptNumber: command.receiptNumber } });
    await cleanBook(shop);
  });

  test("twice with one id is once; with another id it is settled already, whoever comes second", async () => {
    await here.holdCheap();
    const { repairId } = here.one();
    const command = { id: newId(), repairId };
    const first = acceptRepair(shop, shop.manager, command);
    const saved = contents(shop);
    expect(acceptRepair(shop, shop.manager, command)).toEqual(first);
    expect(() => acceptRepair(shop, shop.manager, { ...command, note: "lain" })).toThrow(
      refusedAs("id_conflict"),
    );
    for (const settle of [acceptRepair, retryRepair])
      expect(() => settle(shop, here.second, { id: newId(), repairId })).toThrow(
        refusedAs("already_settled"),
      );
    expect(() => setRepairAside(shop, here.second, { id: newId(), repairId, note: "x" })).toThrow(
      refusedAs("already_settled"),
    );
    expect(contents(shop)).toEqual(saved);
    await cleanBook(shop);
  });

  test("two managers in one group commit: one books it, the other hears that it is settled", async () => {
    await here.holdCheap();
    const { repairId } = here.one();
    const outcomes = await Promise.allSettled([
      shop.book.soon(() => acceptRepair(shop, shop.manager, { id: newId(), repairId })),
      shop.book.soon(() => setRepairAside(shop, here.second, { id: newId(), repairId, note: "x" })),
    ]);
    expect(outcomes).toEqual([
      { status: "fulfilled", value: { repairId, how: "accepted" } },
      { status: "rejected", reason: refusedAs("already_settled") },
    ]);
    await cleanBook(shop);
  });

  test("asks who did it where nobody knows, and books it in that name", async () => {
    const act = queue.sale(["KOPI"], { signInId: newId() });
    await send(shop, [act]);
    const { repairId, ...seen } = here.one();
    expect(seen).toMatchObject({ code: "sign_in_unknown", asksWho: true, by: null, whyNot: null });
    expect(() => acceptRepair(shop, shop.manager, { id: newId(), repairId })).toThrow(
      refusedAs("who_is_needed"),
    );
    const doneBy = shop.cashier.staffId as StaffId;
    acceptRepair(shop, shop.manager, { id: newId(), repairId, doneBy });
    expect(saleView(shop, act.id)).toMatchObject({ cashier: "Dewi", approvedBy: "Ibu Ratna" });
    expect(here.list().settled[0]).toMatchObject({ by: "Dewi", asksWho: false });
    await cleanBook(shop);
  });

  test("needs no name of whoever has left since: they are known to have done it", async () => {
    const { staffId, name } = shop.cashier;
    const signInId = newId();
    shop.book
      .statements(signInQueries)
      .insert({ id: signInId, staffId, atMs: shop.tick(), tillId: null, proven: true });
    const act = queue.sale(["KOPI"], { signInId });
    const change = { id: newId(), staffId: staffId as StaffId, name, roles: ["cashier" as const] };
    await changeStaff(shop, shop.manager, { ...change, active: false, stallIds: [] });
    await send(shop, [act], { by: shop.manager });
    const { repairId, ...seen } = here.one();
    expect(seen).toMatchObject({ code: "not_allowed", asksWho: false, by: "Dewi", whyNot: null });
    expect(() => retryRepair(shop, shop.manager, { id: newId(), repairId })).toThrow(
      refusedAs("not_allowed"),
    );
    acceptRepair(shop, shop.manager, { id: newId(), repairId });
    expect(saleView(shop, act.id)).toMatchObject({ cashier: "Dewi", approvedBy: "Ibu Ratna" });
    await cleanBook(shop);
  });

  test("forty sales under one wrong PIN, one after the other", async () => {
    const signInId = newId();
    const { staffId } = shop.cashier;
    const sealedPin = "no seal of this shop";
    const signIn = { id: signInId, staffId, typedAtMs: shop.tick(), sealedPin };
    await send(shop, [queue.keep("sign_in", signIn)]);
    const sales = Array.from({ length: 40 }, () => queue.sale(["KOPI"], { signInId }));
    await send(shop, sales.slice(0, 25));
    await send(shop, sales.slice(25));
    const held = here.open();
    expect(held).toHaveLength(40);
    expect(held.every((row) => row.asksWho && row.whyNot === null && row.by === "Dewi")).toBe(true);
    expect(held.map((row) => row.seq)).toEqual(sales.map((sale) => sale.seq));
    for (const { repairId } of held)
      acceptRepair(shop, shop.manager, { id: newId(), repairId, doneBy: staffId as StaffId });
    expect(here.list()).toMatchObject({ open: [], openCount: 0 });
    await cleanBook(shop);
  });
});

describe("trying again", () => {
  test("says what still refuses it and saves nothing; once its cause is mended it goes through", async () => {
    const act = queue.sale(["KOPI"]);
    await send(shop, [act], { by: here.storekeeper });
    const { repairId, code } = here.one();
    expect(code).toBe("not_allowed");
    const before = contents(shop);
    const again = { id: newId(), repairId };
    expect(() => retryRepair(shop, shop.manager, again)).toThrow(refusedAs("not_allowed"));
    expect(await retryAllRepairs(shop)).toBe(0);
    expect(contents(shop)).toEqual(before);
    const { staffId, name } = here.storekeeper;
    const change = { id: newId(), staffId: staffId as StaffId, name, active: true, stallIds: [] };
    await changeStaff(shop, shop.manager, { ...change, roles: ["storekeeper", "cashier"] });
    expect(retryRepair(shop, shop.manager, again)).toEqual({ repairId, how: "recorded" });
    expect(saleView(shop, act.id)).toMatchObject({ cashier: "Tono", approvedBy: null });
    expect(here.list().settled[0]?.settled).toMatchObject({ how: "recorded", by: "Ibu Ratna" });
  });

  test("L4 is done by the shop itself, hour by hour, and says that nobody did it", async () => {
    const sales = [queue.sale(["KOPI"]), queue.sale(["AIR"])];
    await send(shop, sales, { by: here.storekeeper });
    expect(await retryAllRepairs(shop)).toBe(0);
    const { staffId, name } = here.storekeeper;
    const change = { id: newId(), staffId: staffId as StaffId, name, active: true, stallIds: [] };
    await changeStaff(shop, shop.manager, { ...change, roles: ["storekeeper", "cashier"] });
    expect(await retryAllRepairs(shop)).toBe(2);
    expect(
      here
        .list()
        .settled.map(({ saleId }) => saleId)
        .toSorted(),
    ).toEqual(sales.map(({ id }) => id).toSorted());
    expect(here.list().settled.map(({ settled }) => settled)).toEqual(
      sales.map(() => ({ how: "recorded", by: null, note: null, atMs: shop.now() })),
    );
    await cleanBook(shop);
  });

  test("L5 does not book by itself what was filed under another number than it says", async () => {
    const act = queue.visit(3);
    const [result] = await send(shop, [{ ...act, seq: act.seq + 1 }]);
    expect(result).toMatchObject({ is: "held", code: "act_altered" });
    expect(await retryAllRepairs(shop)).toBe(0);
    acceptRepair(shop, shop.manager, { id: newId(), repairId: here.one().repairId });
    await cleanBook(shop);
  });

  test("an accepted opening lets the sales behind it through, in their order", async () => {
    close(shop);
    queue = tillQueue(shop);
    const opening = queue.open(100_000);
    await send(shop, [opening], { by: here.storekeeper });
    shop.shiftId = opening.id as ShiftId;
    const sales = [1, 2, 3].map(() => queue.sale(["KOPI"]));
    await send(shop, sales);
    expect(here.open().map(({ kind, code, whyNot }) => [kind, code, whyNot?.code ?? null])).toEqual([
      ["open_shift", "not_allowed", null],
      ...sales.map(() => ["sale", "shift_not_open", "shift_not_open"]),
    ]);
    expect(here.open()[0]?.details).toEqual([{ name: "float_rupiah", value: 100_000 }]);
    acceptRepair(shop, shop.manager, { id: newId(), repairId: here.one().repairId });
    expect(here.open()).toEqual([]);
    const { settled } = here.list();
    expect(
      settled
        .filter((row) => row.settled?.by === null)
        .map((row) => row.saleId)
        .toSorted(),
    ).toEqual(sales.map((sale) => sale.id).toSorted());
    expect(saleView(shop, sales[0]?.id ?? "")).toMatchObject({
      shiftId: opening.id,
      cashier: "Dewi",
      approvedBy: null,
    });
    await cleanBook(shop);
  });

  test("what was done in a shift whose opening was set aside is not lost: it stands behind the till's last closed one (S5)", async () => {
    const before = close(shop);
    queue = tillQueue(shop);
    const opening = queue.open(100_000);
    const shiftId = opening.id as ShiftId;
    shop.shiftId = shiftId;
    const drawer = { id: newId(), shiftId, reason: "Tukar uang", openedAtMs: shop.tick() };
    const sale = queue.sale(["KOPI"]);
    const acts = [sale, queue.move("cash_in", 20_000), queue.keep("open_drawer", drawer)];
    await send(shop, [opening, ...acts], { by: here.storekeeper });
    const [held, ...behind] = here.open().map(({ repairId }) => ({ id: newId(), repairId }));
    if (!held) return expect.unreachable("all are held");
    for (const one of behind)
      expect(() => acceptRepair(shop, shop.manager, one)).toThrow(refusedAs("shift_not_open")); // yet
    setRepairAside(shop, shop.manager, { ...held, note: "Kasir tidak jadi dibuka" });
    for (const one of behind) acceptRepair(shop, shop.manager, one);
    expect(saleView(shop, sale.id)).toMatchObject({ shiftId: before.id, supplement: 1 });
    const { supplements, drawerOpenings, totals } = shiftReport(shop, shop.manager, before.id);
    expect(supplements).toMatchObject([{ kind: "sale" }, { kind: "cash_in", totalRupiah: 20_000 }]);
    expect(drawerOpenings).toMatchObject([{ reason: "Tukar uang", by: "Tono", approvedBy: "Ibu Ratna" }]);
    expect(totals).toMatchObject({ drawerOpened: 0, cashIn: { count: 0 } });
    await cleanBook(shop);
  });

  test("one that is still refused holds up nothing else", async () => {
    await here.holdCheap();
    const cheap = await here.holdCheap(4_000);
    const [, { repairId } = here.one()] = here.open();
    acceptRepair(shop, shop.manager, { id: newId(), repairId });
    expect(here.open()).toHaveLength(1);
    expect(saleView(shop, cheap.id).totalRupiah).toBe(8_000);
    await cleanBook(shop);
  });
});

describe("setting aside", () => {
  test("books nothing and keeps all of it, number and reason; the till goes on above it", async () => {
    const command = await here.holdCheap();
    const { repairId } = here.one();
    setRepairAside(shop, shop.manager, { id: newId(), repairId, note: "Pelanggan batal" });
    expect(here.list()).toMatchObject({
      open: [],
      settled: [
        {
          saleId: null,
          body: command.act.body,
          totalRupiah: 10_000,
          settled: { how: "set_aside", note: "Pelanggan batal", by: "Ibu Ratna" },
        },
      ],
    });
    expect(() => saleView(shop, command.id)).toThrow(refusedAs("unknown_sale"));
    expect(await send(shop, [queue.sale(["KOPI"])])).toMatchObject([{ is: "recorded" }]);
    expect(() => retryRepair(shop, shop.manager, { id: newId(), repairId })).toThrow(
      refusedAs("already_settled"),
    );
    await cleanBook(shop);
  });
});
