// What happened to a drawer besides sales: money in and out with its slips, and openings, newest first; what is not sent yet above it.
import Printer from "lucide-solid/icons/printer";
import { For, Show } from "solid-js";
import { formatTime } from "#rules/business-day";
import { type Rupiah, rupiah } from "#rules/money";
import type { DrawerMoveView, ShiftReport } from "#rules/shift";
import { useCentre } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { Money } from "../ui/Money.tsx";
import { useWords } from "../words.ts";
import type { DrawerHere } from "./drawer-here.ts";
import { words } from "./words.ts";

type Opening = ShiftReport["drawerOpenings"][number];
type Happened = { atMs: number } & ({ move: DrawerMoveView } | { opening: Opening });

export function DrawerEvents(props: {
  unsent?: readonly DrawerHere[];
  moves: readonly DrawerMoveView[];
  openings: readonly Opening[];
  none: string;
  onSlip: ((slip: { id: string; number: string }) => void) | undefined;
}) {
  const w = useWords(words);
  const centre = useCentre();
  const by = (opening: Opening) =>
    opening.approvedBy && opening.approvedBy !== opening.by
      ? w().approvedBy({ by: opening.by, manager: opening.approvedBy })
      : opening.by;
  const time = (atMs: number) => formatTime(atMs, centre().timeZone);
  return (
    <Show
      when={props.moves.length + props.openings.length + (props.unsent?.length ?? 0) > 0}
      fallback={<p class="quiet">{props.none}</p>}
    >
      <ul class="rows">
        <For each={[...(props.unsent ?? [])].reverse()}>
          {(one) => (
            <li class="row drawer-event">
              <span class="row-words">
                <span class="row-title">
                  {one.kind === null ? w().drawerOpenedAt : w()[one.kind]}{" "}
                  <Badge tone="attention">{w().unsent}</Badge>
                </span>
                <span class="row-line">
                  {time(one.atMs)} · {one.by} · {one.reason}
                </span>
              </span>
              <Show when={one.kind}>
                {(kind) => (
                  <span class="row-amount">
                    <Money amount={signed({ kind: kind(), amountRupiah: one.amountRupiah })} />
                  </span>
                )}
              </Show>
            </li>
          )}
        </For>
        <For each={newestFirst(props.moves, props.openings)}>
          {(one) => (
            <li class="row drawer-event">
              {"move" in one ? (
                <>
                  <span class="row-words">
                    <span class="row-title">{w()[one.move.kind]}</span>
                    <span class="row-line">
                      {time(one.atMs)} · {one.move.by} · {one.move.reason}
                    </span>
                  </span>
                  <span class="row-amount">
                    <Money amount={signed(one.move)} />
                  </span>
                  <Show when={props.onSlip}>
                    {(onSlip) => (
                      <Button icon={Printer} onClick={() => onSlip()(one.move)}>
                        {w().printSlip}
                        <span class="visually-hidden"> {one.move.number}</span>
                      </Button>
                    )}
                  </Show>
                </>
              ) : (
                <span class="row-words">
                  <span class="row-title">{w().drawerOpenedAt}</span>
                  <span class="row-line">
                    {time(one.atMs)} · {by(one.opening)} · {one.opening.reason}
                  </span>
                </span>
              )}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function newestFirst(moves: readonly DrawerMoveView[], openings: readonly Opening[]): Happened[] {
  return [
    ...moves.map((move) => ({ atMs: move.movedAtMs, move })),
    ...openings.map((opening) => ({ atMs: opening.atMs, opening })),
  ].sort((a, b) => b.atMs - a.atMs);
}

/** Out of the drawer is below zero. */
function signed(move: Pick<DrawerMoveView, "kind" | "amountRupiah">): Rupiah {
  const isOut = move.kind === "cash_out" || move.kind === "deposit";
  return rupiah(isOut ? -move.amountRupiah : move.amountRupiah);
}
