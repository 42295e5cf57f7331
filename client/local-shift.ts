// The shift that a till has opened while nothing answered, as far as the till itself knows it.
import { businessDay, type Zone } from "#rules/business-day";
import type { ShiftView } from "#rules/shift";
import { type KeptAct, readBody } from "./commands.ts";

/** Null where no opening waits. The server's own view takes its place as soon as it answers. */
export function localShift(
  acts: readonly KeptAct[],
  facts: { readonly tillCode: string; readonly zone: Zone; readonly lastNumber: number },
): ShiftView | null {
  const opening = acts.findLast((act) => act.kind === "open_shift" && act.promised && act.outcome === null);
  if (!opening) return null;
  const { id, floatRupiah, openedAtMs } = readBody("open_shift", opening.body);
  return {
    id: id as ShiftView["id"],
    tillCode: facts.tillCode,
    number: facts.lastNumber + 1,
    openedAtMs,
    openedBy: opening.by?.name ?? "",
    businessDay: businessDay(openedAtMs, facts.zone),
    floatRupiah,
    closedAtMs: null,
    closedBy: null,
    state: "open",
    expectedRupiah: null,
    countedRupiah: null,
    differenceRupiah: null,
    reason: null,
    sales: 0,
    refunds: 0,
    salesRupiah: null,
    refundsRupiah: null,
    byMethod: {},
    zNumber: null,
  };
}
