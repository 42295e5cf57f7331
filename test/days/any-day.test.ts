// Any acts in any order: after them the real shop says exactly what a tiny independent one says, and its book is clean.
import fc from "fast-check";
import { expect, test } from "vitest";
import { moveDrawer } from "#domain/drawer-moves";
import { holds } from "#domain/journal";
import { confirmQris } from "#domain/qris-payments";
import { recordRefund } from "#domain/refunds";
import { recordSale } from "#domain/sales";
import { statement } from "#domain/statements";
import { setTax } from "#domain/taxes";
import { account } from "#rules/entry";
import type { PayoutId, SaleId } from "#rules/ids";
import { rupiah } from "#rules/money";
import {
  allFigures,
  cleanBook,
  close,
  FLOAT,
  newId,
  nextStamp,
  OPENING,
  open,
  type TestShop,
  testShop,
} from "../shop.ts";
import { count, payOut, receive, refundCommand, saleCommand, takeBack } from "../till.ts";
import { type Act, acts } from "./any-acts.ts";
import { Model, plain } from "./model.ts";

interface Day {
  readonly shop: TestShop;
  readonly model: Model;
  readonly sales: SaleId[];
  readonly payouts: PayoutId[];
}

const pick = (from: number, length: number): number => from % length;
const today = ({ shop }: Day): string =>
  new Date(shop.now() + 60_000 + 7 * 3_600_000).toISOString().slice(0, 10);

async function live(day: Day, one: Act): Promise<void> {
  const { shop, model } = day;
  switch (one.kind) {
    case "sell": {
      const lines = one.cart.map(({ sku: of, milli, off }) => {
        const gross = Number(Model.nets([{ sku: of, milli, discount: 0 }], 0)[0]);
        return { sku: of, milli, discount: Math.floor(gross * off) };
      });
      const worth = Number(Model.nets(lines, 0).reduce((all, net) => all + net, 0n));
      const saleDiscount = Math.floor(worth * one.off);
      const due = Model.nets(lines, saleDiscount).reduce((all, net, at) => {
        const parted = model.parted(lines[at]?.sku ?? "BATIK", net);
        return all + Number(parted.net + parted.tax);
      }, 0);
      const cashless = Math.floor(due * one.cashless);
      const paid: [typeof one.by, number][] = cashless > 0 ? [[one.by, cashless]] : [];
      const command = saleCommand(
        shop,
        lines.map(({ sku: of, milli, discount }) => ({
          sku: of,
          quantity: milli / 1000,
          price: Model.price(of),
          discount,
        })),
        { saleDiscount, pay: paid },
      );
      model.sell(
        new Date(command.soldAtMs + 7 * 3_600_000).toISOString().slice(0, 10),
        lines,
        saleDiscount,
        paid,
      );
      expect(recordSale(shop, shop.manager, command).totalRupiah).toBe(due);
      day.sales.push(command.id);
      return;
    }
    case "refund": {
      if (model.sales.length === 0) return;
      const which = pick(one.which, model.sales.length);
      if (model.waits(which)) return;
      const sold = model.sales[which]?.lines ?? [];
      const line = pick(one.line, sold.length);
      const left = Number((sold[line]?.milli ?? 0n) - (sold[line]?.back ?? 0n));
      const milli = Math.min(left, Math.floor(left * one.part) + 1);
      if (milli === 0 || model.cashBack(which, line, milli) > (model.money.get("drawer") ?? 0n)) return;
      model.refund(today(day), which, line, milli, one.restock);
      const saleId = day.sales[which];
      if (saleId)
        recordRefund(
          shop,
          shop.cashier,
          refundCommand(shop, saleId, [
            one.restock ? [line + 1, milli / 1000] : [line + 1, milli / 1000, "damaged"],
          ]),
        );
      return;
    }
    case "void": {
      if (model.sales.length === 0) return;
      const which = pick(one.which, model.sales.length);
      const saleId = day.sales[which];
      const lines = (model.sales[which]?.lines ?? []).flatMap(({ milli, back }, at) =>
        milli > back ? [[at + 1, Number(milli - back) / 1000] as const] : [],
      );
      if (!saleId || lines.length === 0) return;
      if (one.confirmed && model.waits(which)) {
        const position = (model.sales[which]?.paid ?? []).findIndex(({ method }) => method === "waiting");
        model.confirm(which);
        confirmQris(shop, shop.cashier, { id: newId(), saleId, position, confirmedAtMs: shop.tick() });
      }
      if (model.cashOfVoid(which) > (model.money.get("drawer") ?? 0n)) return;
      model.void(today(day), which);
      recordRefund(shop, shop.manager, refundCommand(shop, saleId, lines, { reason: "mistake" }));
      return;
    }
    case "drawer": {
      const takes = one.move === "cash_out" || one.move === "deposit";
      const other = one.move === "deposit" || one.move === "top_up" ? "safe" : "outside";
      const most =
        one.move === "cash_in" ? 1_000_000 : Number(model.money.get(takes ? "drawer" : "safe") ?? 0n);
      const amount = Math.ceil(most * one.part);
      if (amount <= 0) return;
      model.moveDrawer(takes ? -amount : amount, other);
      moveDrawer(shop, shop.cashier, {
        id: newId(),
        till: nextStamp(shop),
        shiftId: shop.shiftId,
        kind: one.move,
        amountRupiah: rupiah(amount),
        reason: "Uang kecil",
        movedAtMs: shop.tick(),
      });
      return;
    }
    case "pay": {
      const { payableRupiah } = await statement(shop, shop.maker[one.maker]);
      const amount = Math.ceil(payableRupiah * one.part);
      if (amount === 0 || BigInt(amount) > (model.money.get(one.source) ?? 0n)) return;
      model.payOut(one.maker, amount, one.source);
      day.payouts.push(payOut(shop, one.maker, amount, { source: one.source }).id);
      return;
    }
    case "undo": {
      if (model.payouts.length === 0) return;
      const which = pick(one.which, model.payouts.length);
      if (model.payouts[which]?.undone) return;
      model.undo(which);
      const id = day.payouts[which];
      if (id) takeBack(shop, { id });
      return;
    }
    case "receive":
      model.receive(one.sku, one.milli);
      receive(shop, one.sku, one.milli / 1000);
      return;
    case "count":
      model.visitors += one.people;
      count(shop, one.people);
      return;
    case "shift": {
      close(shop);
      shop.later(one.hours);
      if ((model.money.get("safe") ?? 0n) + (model.money.get("drawer") ?? 0n) < BigInt(FLOAT))
        throw new Error("a poor day");
      model.nextShift(FLOAT);
      open(shop);
    }
  }
}

function bearTax(shop: TestShop): void {
  const from = { fromMs: shop.tick(), name: "PBJT" };
  const set = (stall: "KAFE" | "AGRO", mode: "inclusive" | "exclusive", rateBasisPoints: number): void =>
    void setTax(shop, shop.manager, {
      id: newId(),
      stallId: shop.stall[stall],
      ...from,
      mode,
      rateBasisPoints,
    });
  set("KAFE", "inclusive", 1000);
  set("AGRO", "exclusive", 750);
}

test("figures, accounts, shelves and debts are what a tiny shop of its own says; the audit finds nothing", async () => {
  await fc.assert(
    fc.asyncProperty(acts, fc.boolean(), async (lived, taxed) => {
      const shop = await testShop();
      if (taxed) bearTax(shop);
      const model = new Model(OPENING.safe, OPENING.bank, FLOAT, taxed);
      const day: Day = { shop, model, sales: [], payouts: [] };
      for (const one of lived) await live(day, one);
      const figures = await allFigures(shop);
      expect(figures).toMatchObject({
        turnover: Number(model.turnover),
        grossProfit: Number(model.grossProfit),
        turnoverWithoutCost: Number(model.withoutCost),
        transactions: model.sales.length,
        refunds: model.refunds,
        visitors: model.visitors,
      });
      expect(
        Object.fromEntries(Object.entries(figures.byDay).map(([of, cell]) => [of, cell.turnover])),
      ).toEqual(plain(model.byDay));
      expect(figures.quantityBySkuMilli).toEqual(plain(model.quantity));
      expect(figures.stockOnHandMilli).toEqual(plain(model.stock));
      const methods = Object.entries(figures.byPaymentMethod).filter(([, amount]) => amount !== 0);
      // With tax a payment brought more than its part of the turnover.
      if (taxed) expect(methods.reduce((all, [, amount]) => all + amount, 0)).toBe(Number(model.turnover));
      else
        expect(Object.fromEntries(methods)).toEqual(
          Object.fromEntries(Object.entries(plain(model.byMethod)).filter(([, amount]) => amount !== 0)),
        );
      const owed = Object.entries(figures.beneficiaryOwed).filter(([, amount]) => amount !== 0);
      expect(Object.fromEntries(owed)).toEqual(
        Object.fromEntries(
          Object.entries(plain(model.owed, ["SARI", "BUDI", "WATI"])).filter(([, amount]) => amount !== 0),
        ),
      );
      const held = (code: string): number => holds(shop, code);
      const owing = (code: string): number => 0 - held(code);
      expect(owing(account.tax)).toBe(Number(model.tax));
      expect(owing(account.savings("WATI"))).toBe(Number(model.owed.get("WATI savings") ?? 0n));
      expect(owing(account.vendor("PENITIP"))).toBe(Number(model.owed.get("PENITIP") ?? 0n));
      expect(owing(account.fund("capital"))).toBe(Number(model.owed.get("capital") ?? 0n));
      expect(owing(account.fund("reserve"))).toBe(Number(model.owed.get("reserve") ?? 0n));
      for (const [place, code] of [
        ["drawer", account.drawer("K1")],
        ["safe", account.safe],
        ["bank", account.bank],
        ["qris", account.qris],
        ["edc", account.edc],
        ["waiting", account.qrisUnconfirmed],
        ["outside", account.outside],
      ] as const)
        expect([place, held(code)]).toEqual([place, Number(model.money.get(place) ?? 0n)]);
      await cleanBook(shop);
    }),
    { numRuns: 20 },
  );
}, 180_000);
