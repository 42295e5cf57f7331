// The hand at a simulated till: turns what happens into the acts that a till's screens would hand to its queue, from nothing but what this till has done.
import { settings } from "#domain/centre";
import { listProducts } from "#domain/products";
import { inNotes } from "#rules/cash";
import { rupiah, sum } from "#rules/money";
import { duesOf, netLines, type RoundingStep, saleTotal } from "#rules/sale";
import type { TillActKind } from "#rules/till-acts";
import { FLOAT, type Sku, type TestShop } from "../shop.ts";
import type { Step, TillAct } from "./tills-acts.ts";

/** An act before the till has numbered it. */
export interface Job {
  readonly kind: TillActKind;
  readonly by: "manager" | "cashier";
  readonly draft: { readonly id: string };
  /** The server refuses it, whatever happens on the way. */
  readonly refused?: true;
}

const TOP_UP = 10_000;
const OPEN_PRICE = 50_000;

interface Sold {
  readonly id: string;
  readonly leftMilli: number[];
  readonly cashRupiah: number;
}
interface Counted {
  readonly id: string;
  readonly people: number;
  undone: boolean;
}

/** `number`: which till of the shop it is; the ids of its acts are the same in every life of the same steps. */
export function handAt(shop: TestShop, number: number) {
  const prices = new Map(listProducts(shop).map(({ sku, priceRupiah }) => [sku, priceRupiah]));
  const rounding = settings(shop).settings.cashRoundingRupiah as RoundingStep;
  const sold: Sold[] = [];
  const visits: Counted[] = [];
  let ids = 0;
  let shiftId = "";
  /** The drawer holds at least this. */
  let drawer = 0;
  const id = (): string => {
    ids += 1;
    return `00000000-0000-7000-8${number}00-${ids.toString(16).padStart(12, "0")}`;
  };
  const at = <T>(from: readonly T[], which: number): T | undefined => from[which % Math.max(from.length, 1)];

  function open(atMs: number): Job {
    shiftId = id();
    drawer = FLOAT;
    return {
      kind: "open_shift",
      by: "cashier",
      draft: made({ id: shiftId, floatRupiah: FLOAT, openedAtMs: atMs }),
    };
  }

  function sale({ cart, off, pay }: Of<"sale">, by: Job["by"], soldAtMs: number): Job {
    const priced = cart.map(({ sku, milli }) => ({
      productId: shop.product[sku as Sku],
      quantityMilli: milli,
      unitPriceRupiah: rupiah(prices.get(sku) ?? OPEN_PRICE),
      discountRupiah: rupiah(0),
    }));
    const worth = sum((netLines(priced, rupiah(0)) ?? []).map((line) => line.netRupiah));
    const saleDiscountRupiah = rupiah(Math.floor(worth * off));
    const nets = netLines(priced, saleDiscountRupiah) ?? [];
    const lines = priced.map((line, index) => ({ ...line, netRupiah: nets[index]?.netRupiah ?? 0 }));
    const dues = duesOf(lines);
    const cashless = pay === "cash" ? 0 : pay === "qris" ? sum(dues) : Math.floor(sum(dues) / 2);
    const { roundingRupiah, totalRupiah } = saleTotal(dues, rupiah(cashless), rounding);
    const cashRupiah = totalRupiah - cashless;
    const payments = [
      ...(cashless > 0 ? [{ method: "qris", amountRupiah: cashless }] : []),
      ...(cashRupiah > 0 || cashless === 0
        ? [{ method: "cash", amountRupiah: cashRupiah, tenderedRupiah: cashRupiah }]
        : []),
    ];
    const saleId = id();
    sold.push({ id: saleId, leftMilli: cart.map(({ milli }) => milli), cashRupiah });
    drawer += cashRupiah;
    const money = { saleDiscountRupiah, roundingRupiah, totalRupiah, payments };
    // What a discount leaves to the makers may need a manager.
    const seller = saleDiscountRupiah > 0 ? "manager" : by;
    return { kind: "sale", by: seller, draft: made({ id: saleId, shiftId, soldAtMs, lines, ...money }) };
  }

  function goodsBack(
    of: Sold,
    by: Job["by"],
    reason: "unwanted" | "mistake",
    lines: readonly { lineNo: number; quantityMilli: number; restock: boolean }[],
    refundedAtMs: number,
  ): Job {
    for (const { lineNo, quantityMilli } of lines)
      of.leftMilli[lineNo - 1] = (of.leftMilli[lineNo - 1] ?? 0) - quantityMilli;
    drawer -= of.cashRupiah;
    const draft = { id: id(), shiftId, saleId: of.id, refundedAtMs, reason, lines, inCash: false };
    return { kind: "refund", by, draft: made(draft) };
  }

  function jobs({ act, by }: Pick<Step, "act" | "by">, atMs: number): Job[] {
    switch (act.kind) {
      case "sale":
        return [sale(act, by, atMs)];
      case "refund": {
        const of = at(sold, act.which);
        const left = at(of?.leftMilli ?? [], act.line) ?? 0;
        if (!of || left === 0) return [];
        const quantityMilli = Math.min(left, Math.floor(left * act.part) + 1);
        const lineNo = (act.line % of.leftMilli.length) + 1;
        return [goodsBack(of, by, "unwanted", [{ lineNo, quantityMilli, restock: act.restock }], atMs)];
      }
      case "void": {
        const of = at(sold, act.which);
        const lines = (of?.leftMilli ?? []).flatMap((quantityMilli, index) =>
          quantityMilli > 0 ? [{ lineNo: index + 1, quantityMilli, restock: true }] : [],
        );
        return of && lines.length > 0 ? [goodsBack(of, "manager", "mistake", lines, atMs)] : [];
      }
      case "visit": {
        const counted = { id: id(), people: act.people, undone: false };
        visits.push(counted);
        return [visit(by, counted.id, act.people, atMs)];
      }
      case "undo_visit": {
        const counted = at(visits, act.which);
        if (!counted || counted.undone) return [];
        counted.undone = true;
        return [visit(by, id(), -counted.people, atMs, { undoes: counted.id })];
      }
      case "drawer": {
        const takes = act.move === "cash_out" || act.move === "deposit";
        const most = takes ? drawer : act.move === "top_up" ? TOP_UP : FLOAT;
        const amountRupiah = Math.ceil(most * act.part);
        if (amountRupiah <= 0) return [];
        drawer += takes ? -amountRupiah : amountRupiah;
        const draft = {
          id: id(),
          shiftId,
          kind: act.move,
          amountRupiah,
          reason: "Uang kecil",
          movedAtMs: atMs,
        };
        return [{ kind: "drawer_move", by, draft: made(draft) }];
      }
      case "open_drawer": {
        const draft = { id: id(), shiftId, reason: "Tukar uang", openedAtMs: atMs };
        return [{ kind: "open_drawer", by: "manager", draft: made(draft) }];
      }
      case "shift": {
        const countId = id();
        // The safe gets its float back, whatever the drawer should hold: no other till's float depends on it.
        const count = { id: countId, shiftId, ...inNotes(rupiah(FLOAT)), countedAtMs: atMs };
        const why = { reason: "Selisih uji", absentReason: "Kasir sudah pulang" };
        const close = { id: id(), shiftId, countId, ...why, closedAtMs: atMs };
        return [
          { kind: "count_shift", by: "manager", draft: made(count) },
          { kind: "close_shift", by: "manager", draft: made(close) },
          open(atMs),
        ];
      }
      case "nonsense": {
        const count = { id: id(), shiftId: id(), ...inNotes(rupiah(FLOAT)), countedAtMs: atMs };
        return [{ kind: "count_shift", by: "manager", draft: made(count), refused: true }];
      }
    }
  }

  function visit(by: Job["by"], visitId: string, count: number, countedAtMs: number, more: object = {}): Job {
    const draft = { id: visitId, areaId: shop.area, category: "dewasa", count, countedAtMs, ...more };
    return { kind: "visit", by, draft: made(draft) };
  }

  return { open, jobs };
}

type Of<K extends TillAct["kind"]> = Extract<TillAct, { kind: K }>;

/** Ids are branded and amounts too; what is made here is read by the very schemas on its way. */
const made = (draft: { id: string; [fact: string]: unknown }): { id: string } => draft;
