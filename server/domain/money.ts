// Money outside the drawers: what safe, bank and payment providers hold, and carrying it between them.
import { journalQueries } from "#db/queries/book";
import { centreQueries } from "#db/queries/centre";
import { businessDay } from "#rules/business-day";
import type { MoneyView, MoveMoney } from "#rules/centre";
import { account, balance, move } from "#rules/entry";
import { formatRupiah } from "#rules/money";
import { refuse } from "#rules/refusal";
import { perform } from "./acts.ts";
import { holds, post } from "./journal.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";
import { IMPORT_TILL } from "./tills.ts";

/** Carries money; refuses more than its place holds. */
export function moveMoney(shop: Shop, who: Who, command: MoveMoney): MoneyView {
  const { id, from, to, amountRupiah, movedAtMs, reason } = command;
  return perform(shop, { kind: "money_moved", command, who, atMs: movedAtMs, note: reason }, () => {
    if (from === to) refuse("same_place_twice");
    const held = holds(shop, from);
    if (from !== account.outside && amountRupiah > held)
      refuse("not_enough_money", { holds: formatRupiah(held) });
    const day = businessDay(movedAtMs, centreOf(shop).timeZone);
    // From here it must succeed.
    shop.book.statements(journalQueries).insertMove({
      id,
      fromPlace: from,
      toPlace: to,
      amountRupiah,
      movedAtMs,
      movedBy: who.staffId,
      reason,
    });
    post(
      shop,
      { eventId: id, kind: "money_moved", businessDay: day, atMs: movedAtMs },
      balance(move(amountRupiah, from, to)),
    );
    return { facts: { from, to, amount: amountRupiah, day }, answer: () => moneyView(shop) };
  });
}

export function moneyView(shop: Shop): MoneyView {
  const drawers = shop.book
    .statements(centreQueries)
    .tills.all()
    .filter((till) => till.code !== IMPORT_TILL)
    .map((till) => ({ place: account.drawer(till.code), name: till.name }));
  const places = ["safe", "bank", "qris", "edc"].map((place) => ({ place, name: "" }));
  return {
    places: [...drawers, ...places].map((place) => ({ ...place, holdsRupiah: holds(shop, place.place) })),
    moves: shop.book
      .statements(journalQueries)
      .moves.all()
      .map(({ move: row, by }) => ({
        id: row.id,
        from: row.fromPlace,
        to: row.toPlace,
        amountRupiah: row.amountRupiah,
        movedAtMs: row.movedAtMs,
        by,
        reason: row.reason,
      })),
  };
}
