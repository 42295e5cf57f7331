// Valid requests for the writing routes of the repair list, each with something that was held before.

import { repairQueries } from "#db/queries/repairs";
import type { Came } from "#domain/came";
import { findGap, hold } from "#domain/holding";
import { Refusal } from "#rules/refusal";
import type { SentAct } from "#rules/till-acts";
import { newId, type TestShop } from "../shop.ts";
import { tillQueue } from "../till-queue.ts";
import type { Recipe } from "./acts.ts";

export const repairActs: Readonly<Record<string, (shop: TestShop) => Recipe>> = {
  "post /api/repairs/{repairId}/retry": (shop) => {
    const repairId = heldSale(shop);
    const body = { id: newId(), repairId, note: "Barangnya dijual lagi" };
    return { path: `/repairs/${repairId}/retry`, body, other: { ...body, note: "Lain" } };
  },
  "post /api/repairs/{repairId}/accept": (shop) => {
    const repairId = heldSale(shop);
    const body = { id: newId(), repairId, note: "Tanya Dewi" };
    return { path: `/repairs/${repairId}/accept`, body, other: { ...body, note: "Lain" } };
  },
  "post /api/repairs/{repairId}/set-aside": (shop) => {
    const repairId = heldSale(shop);
    const body = { id: newId(), repairId, note: "Tidak jadi" };
    return { path: `/repairs/${repairId}/set-aside`, body, other: { ...body, note: "Lain" } };
  },
  "post /api/till-gaps/{gapId}/explain": (shop) => {
    const queue = tillQueue(shop);
    queue.visit(1);
    const late = queue.visit(2);
    shop.book.write(() => findGap(shop, late, cameOf(shop, late)));
    const gapId = shop.book.statements(repairQueries).openGaps.all()[0]?.gap.id;
    const body = { id: newId(), gapId, note: "Tablet jatuh" };
    return { path: `/till-gaps/${gapId}/explain`, body, other: { ...body, note: "Lain" } };
  },
};

/** A sale that nothing is wrong with any more. */
function heldSale(shop: TestShop): string {
  const act = tillQueue(shop).sale(["KOPI"]);
  shop.book.write(() => hold(shop, act, cameOf(shop, act), new Refusal("broken", {})));
  return shop.book.statements(repairQueries).openIds.all().at(-1)?.id ?? "";
}

function cameOf(shop: TestShop, act: SentAct): Came {
  return {
    actId: act.id,
    tillId: shop.till.tillId,
    offline: true,
    keptAtMs: act.keptAtMs,
    receivedAtMs: shop.now(),
    aheadMs: 0,
    sentBy: shop.cashier,
  };
}
