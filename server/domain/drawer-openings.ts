// Opening the drawer without a sale: with a reason, approved, counted in the shift's Z.
import { drawerOpeningQueries } from "#db/queries/drawer-openings";
import type { OpenDrawer } from "#rules/shift";
import { approverOf, perform } from "./acts.ts";
import type { Came } from "./came.ts";
import { kickDrawer } from "./print-jobs.ts";
import { printerOfTill } from "./printers.ts";
import { countInShift, inShift } from "./shift-totals.ts";
import type { Shop, Who } from "./shop.ts";
import { shiftFor } from "./supplements.ts";

/**
 * Refuses `approval_needed` to whoever may not approve and brings no approval. Its pulse goes through the till's printer, if it has one.
 * What is heard of after its shift was closed stands behind that shift, and not in its Z.
 */
export function openDrawer(shop: Shop, who: Who, command: OpenDrawer, came?: Came): { id: string } {
  const { id, reason, openedAtMs, till } = command;
  const act = { kind: "drawer_opened", command, who, atMs: openedAtMs, till, note: reason, came };
  return perform(shop, act, () => {
    const { shift, late } = shiftFor(shop, command.shiftId, till.tillId, openedAtMs, came);
    const approver = approverOf(shop, who, command, ["open_drawer"], came);
    // From here it must succeed.
    const opening = { id, shiftId: shift.id, openedAtMs, openedBy: who.staffId, reason };
    shop.book.statements(drawerOpeningQueries).insert(opening);
    if (!late) countInShift(shop, shift.id, [inShift(0, "opened")]);
    // What was opened without the server is open already, or was closed long ago.
    const printer = came?.offline || late ? null : printerOfTill(shop, till.tillId);
    if (printer) shop.book.afterCommit(() => kickDrawer(shop, printer.id));
    return { facts: { till: shift.tillCode, shift: shift.number }, approver, answer: () => ({ id }) };
  });
}
