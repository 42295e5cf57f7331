// Drawer moves: cash into and out of a drawer during its shift, deposits to the safe and top-ups out of it, each with its slip.
import { drawerMoveQueries } from "#db/queries/shifts";
import { businessDay } from "#rules/business-day";
import { type Account, account, balance, move } from "#rules/entry";
import { rupiah } from "#rules/money";
import { refuse } from "#rules/refusal";
import type { DrawerMove, DrawerMoveView } from "#rules/shift";
import { perform } from "./acts.ts";
import { type Came, isAccepted } from "./came.ts";
import { mustBeInSafe, post } from "./journal.ts";
import { countInShift, inShift } from "./shift-totals.ts";
import { expectedIn, moveView } from "./shift-views.ts";
import { centreOf, type Shop, type Who } from "./shop.ts";
import { bookSupplement, shiftFor } from "./supplements.ts";

type Kind = DrawerMove["kind"];

/** Where the money comes from or goes to. */
const otherSide: Record<Kind, Account> = {
  cash_in: account.outside,
  cash_out: account.outside,
  deposit: account.safe,
  top_up: account.safe,
};
const intoDrawer: ReadonlySet<Kind> = new Set(["cash_in", "top_up"]);

/**
 * Moves cash; refuses `drawer_too_empty`, and a top-up that the safe does not hold. What a till did before its shift was closed elsewhere
 * is a supplement of it (S5); the drawer was counted with it.
 */
export function moveDrawer(shop: Shop, who: Who, command: DrawerMove, came?: Came): DrawerMoveView {
  const { id, kind, amountRupiah, reason, movedAtMs } = command;
  const act = { kind: "drawer_moved", command, who, atMs: movedAtMs, till: command.till, note: reason, came };
  return perform(shop, act, () => {
    const { tillId } = command.till;
    const { shift, late } = shiftFor(shop, command.shiftId, tillId, movedAtMs, came);
    const into = intoDrawer.has(kind);
    const fits = into || late || amountRupiah <= expectedIn(shop, shift);
    if (!fits && !isAccepted(came)) refuse("drawer_too_empty");
    if (kind === "top_up") mustBeInSafe(shop, who, amountRupiah, came);
    const { code, timeZone } = centreOf(shop);
    const day = businessDay(movedAtMs, timeZone);
    const moves = shop.book.statements(drawerMoveQueries);
    const number = (moves.lastNumber.get({ tillId: shift.tillId })?.number ?? 0) + 1;
    // From here it must succeed.
    const row = {
      id,
      shiftId: shift.id,
      tillId: shift.tillId,
      number,
      kind,
      amountRupiah,
      movedAtMs,
      businessDay: day,
      movedBy: who.staffId,
      reason,
    };
    moves.insert(row);
    const cashRupiah = into ? amountRupiah : rupiah(-amountRupiah);
    if (!late) countInShift(shop, shift.id, [inShift(amountRupiah, kind), inShift(cashRupiah, "drawer")]);
    const drawer = account.drawer(shift.tillCode);
    post(
      shop,
      { eventId: id, kind: "drawer_moved", businessDay: day, atMs: movedAtMs },
      balance(
        into ? move(amountRupiah, otherSide[kind], drawer) : move(amountRupiah, drawer, otherSide[kind]),
      ),
    );
    const supplement = late
      ? bookSupplement(shop, {
          shiftId: shift.id,
          eventId: id,
          kind,
          cashRupiah,
          tillCode: shift.tillCode,
          businessDay: day,
          atMs: movedAtMs,
        })
      : null;
    const facts = { till: shift.tillCode, shift: shift.number, number, kind, amount: amountRupiah, day };
    return {
      facts: { ...facts, ...(supplement === null ? {} : { supplement }) },
      answer: () => moveView(code, { move: row, by: who.name, tillCode: shift.tillCode }),
    };
  });
}

/** The move, for its paper; refuses `not_found`. */
export function drawerMove(shop: Shop, id: string): DrawerMoveView {
  const row = shop.book.statements(drawerMoveQueries).byId.get({ id }) ?? refuse("not_found");
  return moveView(centreOf(shop).code, row);
}
