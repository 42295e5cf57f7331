// Money outside the drawers: what safe, bank and payment providers hold, and carrying it between them, with a slip where it is deposited.
import { journalQueries } from "#db/queries/book";
import { centreQueries } from "#db/queries/centre";
import { businessDay } from "#rules/business-day";
import type { MoneyView, MoveMoney } from "#rules/centre";
import { type Account, account, balance, move } from "#rules/entry";
import { formatRupiah, rupiah } from "#rules/money";
import { depositNumber } from "#rules/receipt";
import { refuse } from "#rules/refusal";
import { perform } from "./acts.ts";
import { holds, post } from "./journal.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";
import { IMPORT_TILL } from "./tills.ts";

type Place = MoveMoney["from"];

/** Money that is taken there comes back from nowhere: it is the state's, or the region's. */
const onlyTo: ReadonlySet<Place> = new Set(["treasury", "tax"]);
/** Who takes money there gets a slip with a number. */
const givesSlip: ReadonlySet<Place> = new Set(["bank", "treasury", "tax"]);

/**
 * Carries money; refuses more than its place holds, a deposit without the number of its slip (`reference_needed`), and money out of the
 * treasury or the tax office.
 */
export function moveMoney(shop: Shop, who: Who, command: MoveMoney): MoneyView {
  const { id, from, to, amountRupiah, movedAtMs, reason } = command;
  return perform(shop, { kind: "money_moved", command, who, atMs: movedAtMs, note: reason }, () => {
    if (from === to) refuse("same_place_twice");
    if (onlyTo.has(from)) refuse("money_only_goes_there");
    const held = holds(shop, from);
    if (from !== account.outside && amountRupiah > held)
      refuse("not_enough_money", { holds: formatRupiah(held) });
    const isDeposit = givesSlip.has(to) && from !== account.outside;
    const reference = command.reference ?? null;
    if (isDeposit && reference === null) refuse("reference_needed");
    const { code, timeZone } = centreOf(shop);
    const day = businessDay(movedAtMs, timeZone);
    const journal = shop.book.statements(journalQueries);
    const number = isDeposit ? (journal.lastDeposit.get()?.number ?? 0) + 1 : null;
    // From here it must succeed.
    journal.insertMove({
      id,
      fromPlace: from,
      toPlace: to,
      amountRupiah,
      movedAtMs,
      movedBy: who.staffId,
      reason,
      reference,
      number,
    });
    post(
      shop,
      { eventId: id, kind: "money_moved", businessDay: day, atMs: movedAtMs },
      balance(move(amountRupiah, from, to)),
    );
    return {
      facts: {
        from,
        to,
        amount: amountRupiah,
        day,
        ...(number === null ? {} : { slip: depositNumber(code, number) }),
        ...(reference === null ? {} : { reference }),
      },
      answer: () => moneyView(shop),
    };
  });
}

const PLACES = ["safe", "bank", "qris", "qris_unconfirmed", "edc", "treasury"] as const satisfies Account[];

export function moneyView(shop: Shop): MoneyView {
  const centre = centreOf(shop);
  const drawers = shop.book
    .statements(centreQueries)
    .tills.all()
    .filter((till) => till.code !== IMPORT_TILL)
    .map((till) => ({ place: account.drawer(till.code), name: till.name }));
  const places = PLACES.map((place) => ({ place, name: "" }));
  return {
    places: [
      ...[...drawers, ...places].map((place) => ({ ...place, holdsRupiah: holds(shop, place.place) })),
      // What is held for the region is owed to it, so that its account stands below zero.
      { place: account.tax, name: "", holdsRupiah: rupiah(-holds(shop, account.tax)) },
    ],
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
        reference: row.reference,
        number: row.number === null ? null : depositNumber(centre.code, row.number),
      })),
  };
}
