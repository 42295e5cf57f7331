// The moves of money, newest first, with the slip of what was deposited.
import Printer from "lucide-solid/icons/printer";
import { Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import type { MoneyView } from "#rules/centre";
import { useCentre } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { DataTable } from "../ui/DataTable.tsx";
import { Money } from "../ui/Money.tsx";
import { language, useWords } from "../words.ts";
import { placeName, words } from "./words.ts";

type Move = MoneyView["moves"][number];

export function Moves(props: {
  moves: readonly Move[];
  /** Missing: whoever is here prints nothing. */
  onSlip: ((slip: { id: string; number: string }) => void) | undefined;
}) {
  const w = useWords(words);
  const centre = useCentre();
  return (
    <DataTable
      caption={w().moves}
      columns={[
        {
          head: w().fromTo,
          cell: (move) => w().way({ from: placeName(move.from, w()), to: placeName(move.to, w()) }),
        },
        { head: w().amount, number: true, cell: (move) => <Money amount={move.amountRupiah} /> },
        { head: w().reason, cell: (move) => move.reason },
        { head: w().slip, cell: (move) => <Slip move={move} onSlip={props.onSlip} /> },
        { head: w().by, cell: (move) => move.by },
        { head: w().moment, cell: (move) => formatMoment(move.movedAtMs, centre().timeZone, language()) },
      ]}
      rows={props.moves}
      empty={w().noMoves}
    />
  );
}

function Slip(props: { move: Move; onSlip: ((slip: { id: string; number: string }) => void) | undefined }) {
  const w = useWords(words);
  return (
    <Show when={props.move.number} fallback={props.move.reference ?? "–"}>
      {(number) => (
        <span class="money-slip">
          <span>{number()}</span>
          <Show when={props.move.reference}>{(reference) => <span class="quiet">{reference()}</span>}</Show>
          <Show when={props.onSlip}>
            {(onSlip) => (
              <Button
                icon={Printer}
                aria-label={w().printSlipOf({ number: number() })}
                onClick={() => onSlip()({ id: props.move.id, number: number() })}
              >
                {w().printSlip}
              </Button>
            )}
          </Show>
        </span>
      )}
    </Show>
  );
}
