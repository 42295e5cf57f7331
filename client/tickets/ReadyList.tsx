// The orders that are ready, with the way back for the one that was not.
import { For, Show } from "solid-js";
import { formatTime } from "#rules/business-day";
import type { Ticket } from "#rules/tickets";
import { useCentre } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words.ts";
import type { Board } from "./board.ts";
import { words } from "./words.ts";

/** Older ones are found with their sale. */
const shown = 12;

export function ReadyList(props: { board: Board; mayServe: boolean; onBack: (ticket: Ticket) => void }) {
  const w = useWords(words);
  const centre = useCentre();
  const contents = (ticket: Ticket) => ticket.lines.map((line) => line.name).join(", ");
  return (
    <Show when={props.board.ready().length > 0}>
      <section class="stack" aria-label={w().readyTitle}>
        <h2>{w().readyTitle}</h2>
        <ul class="rows">
          <For each={props.board.ready().slice(0, shown)}>
            {(ticket) => (
              <li class="row">
                <span class="ticket-small">{ticket.number}</span>
                <span class="row-words">
                  <span class="row-title">{contents(ticket)}</span>
                  <Show when={ticket.readyAtMs}>
                    {(atMs) => (
                      <span class="row-line">
                        {w().readyAt({ time: formatTime(atMs(), centre().timeZone) })}
                      </span>
                    )}
                  </Show>
                </span>
                <Show when={props.mayServe}>
                  <Button onClick={() => props.onBack(ticket)}>
                    {w().notReady}
                    <span class="visually-hidden"> {ticket.number}</span>
                  </Button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
