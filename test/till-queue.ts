// A till that counts and keeps by itself, as a device does without its server, and sends what it kept.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Who } from "#domain/shop";
import { sendTillActs } from "#domain/till-acts";
import { tillView } from "#domain/tills";
import type { SaleId } from "#rules/ids";
import { rupiah } from "#rules/money";
import { receiptNumber } from "#rules/receipt";
import { type ActResult, type SentAct, type TillActKind, takesReceipt } from "#rules/till-acts";
import { newId, type Sku, type TestShop } from "./shop.ts";
import {
  type Back,
  type CartLine,
  type Refunding,
  refundCommand,
  type Selling,
  saleCommand,
} from "./till.ts";

export interface Keeping {
  /** The till has said "done", unless told. */
  readonly promised?: boolean;
  /** Who signed in to do it; the sender, unless told. */
  readonly signInId?: string;
}

export interface TillQueue {
  /** Numbers an act and keeps it; its own numbers are put into the body. */
  keep(kind: TillActKind, body: object, how?: Keeping): SentAct;
  sale(cart: readonly (Sku | CartLine)[], how?: Selling & Keeping): SentAct;
  refund(saleId: SaleId, back: readonly Back[], how?: Refunding & Keeping): SentAct;
  visit(people: number, how?: Keeping): SentAct;
  move(kind: "cash_in" | "cash_out" | "deposit" | "top_up", amount: number, how?: Keeping): SentAct;
  open(floatRupiah: number, how?: Keeping): SentAct;
  /** The next numbers that it would give. */
  readonly next: { seq: number; receiptCount: number };
}

export const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A till that has counted as far as the book knows. */
export function tillQueue(shop: TestShop): TillQueue {
  const { tillId, code } = shop.till;
  const { lastSeq, lastReceiptCount } = tillView(shop, tillId);
  const next = { seq: lastSeq + 1, receiptCount: lastReceiptCount + 1 };
  const queue: TillQueue = {
    next,
    keep(kind, draft, { promised = true, signInId } = {}) {
      const seq = next.seq;
      next.seq += 1;
      const receiptCount = takesReceipt(kind) ? next.receiptCount : null;
      if (receiptCount !== null) next.receiptCount += 1;
      const body = JSON.stringify({
        ...draft,
        till: { tillId, seq },
        ...(receiptCount === null ? {} : { receiptNumber: receiptNumber("UJI", code, receiptCount) }),
      });
      return {
        id: (draft as { id: string }).id,
        kind,
        seq,
        receiptCount,
        signInId: signInId ?? null,
        body,
        digest: digestOf(body),
        keptAtMs: shop.now(),
        promised,
      };
    },
    sale: (cart, how = {}) => queue.keep("sale", saleCommand(shop, cart, how), how),
    refund: (saleId, back, how = {}) => queue.keep("refund", refundCommand(shop, saleId, back, how), how),
    visit: (count, how) =>
      queue.keep(
        "visit",
        { id: newId(), areaId: shop.area, category: "dewasa", count, countedAtMs: shop.tick() },
        how,
      ),
    move: (kind, amount, how) =>
      queue.keep(
        "drawer_move",
        {
          id: newId(),
          shiftId: shop.shiftId,
          kind,
          amountRupiah: rupiah(amount),
          reason: "Uang receh",
          movedAtMs: shop.tick(),
        },
        how,
      ),
    open: (floatRupiah, how) =>
      queue.keep("open_shift", { id: newId(), floatRupiah, openedAtMs: shop.tick() }, how),
  };
  return queue;
}

/** The same act with another body under the same envelope, its digest with it unless told. */
export function rewritten(act: SentAct, change: (body: never) => object, digest = true): SentAct {
  const body = JSON.stringify(change(JSON.parse(act.body) as never));
  return { ...act, body, digest: digest ? digestOf(body) : act.digest };
}

/** Sends acts as the till does, in one request, by the cashier unless told. */
export async function send(
  shop: TestShop,
  acts: readonly SentAct[],
  { by = shop.cashier, aheadMs = 0 }: { by?: Who; aheadMs?: number } = {},
): Promise<ActResult[]> {
  const batch = { sentAtMs: shop.now() + aheadMs, acts: [...acts] };
  const { results } = await sendTillActs(shop, by, shop.till.tillId, batch);
  return results;
}

/** What the book holds, read by SQL. */
export function rowsOf<R = Record<string, unknown>>(shop: TestShop, query: string): R[] {
  return shop.book.orm.all<R>(sql.raw(query));
}

export function countOf(shop: TestShop, table: string): number {
  return rowsOf<{ n: number }>(shop, `select count(*) as n from ${table}`)[0]?.n ?? 0;
}

/** Writes into the book past every verb. */
export function run(shop: TestShop, statement: string): void {
  shop.book.orm.run(sql.raw(statement));
}

/** `recorded`, `held act_altered`, `refused busy` … in order. */
export const told = (results: readonly ActResult[]): string[] =>
  results.map((result) => (result.is === "recorded" ? result.is : `${result.is} ${result.code}`));
