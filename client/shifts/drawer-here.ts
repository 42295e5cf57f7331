// What happened to a drawer and is on this device only: money in and out, and openings, until the server has heard of them.
import type { DRAWER_MOVES } from "#rules/shift";
import { type KeptAct, readBody } from "../commands.ts";

/** `kind`: which way money went, or null where the drawer was only opened. */
export interface DrawerHere {
  readonly id: string;
  readonly atMs: number;
  readonly by: string;
  readonly reason: string;
  readonly kind: (typeof DRAWER_MOVES)[number] | null;
  readonly amountRupiah: number;
}

export function drawerHere(queue: readonly KeptAct[], shiftId: string): DrawerHere[] {
  return queue.flatMap((act) => {
    const said = happened(act);
    if (said?.shiftId !== shiftId) return [];
    const { shiftId: _, ...rest } = said;
    return [{ ...rest, id: act.id, by: act.by?.name ?? "" }];
  });
}

function happened(act: KeptAct) {
  if (act.kind === "drawer_move") {
    const { shiftId, movedAtMs, reason, kind, amountRupiah } = readBody("drawer_move", act.body);
    return { shiftId, atMs: movedAtMs, reason, kind, amountRupiah };
  }
  if (act.kind !== "open_drawer") return null;
  const { shiftId, openedAtMs, reason } = readBody("open_drawer", act.body);
  return { shiftId, atMs: openedAtMs, reason, kind: null, amountRupiah: 0 };
}
