// One order as a large card: its number, how long it waits, what to make, and the key that says it is ready.
import Check from "lucide-solid/icons/check";
import { For, Show } from "solid-js";
import { formatTime } from "#rules/business-day";
import { formatQuantity } from "#rules/quantity";
import type { Ticket } from "#rules/tickets";
import { useCentre } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words.ts";
import { words } from "./words.ts";

/** From here on a customer has waited long. */
const longWaitMinutes = 10;

export function TicketCard(props: {
  ticket: Ticket;
  minutes: number;
  isNew: boolean;
  mayServe: boolean;
  busy: boolean;
  onReady: () => void;
  onSeen: () => void;
}) {
  const w = useWords(words);
  const centre = useCentre();
  const takenBack = () => props.ticket.state === "cancelled";
  const waited = () => (props.minutes === 0 ? w().justNow : w().minutes({ minutes: props.minutes }));
  return (
    <article
      class="ticket"
      classList={{ "ticket-new": props.isNew, "ticket-back": takenBack() }}
      aria-label={w().number({ number: props.ticket.number })}
    >
      <header class="ticket-head">
        <h2 class="ticket-number">{props.ticket.number}</h2>
        <Badge tone={props.minutes >= longWaitMinutes ? "attention" : "plain"}>{waited()}</Badge>
      </header>
      <Show when={takenBack()}>
        <p class="ticket-gone">{w().takenBack}</p>
      </Show>
      <ul class="ticket-lines">
        <For each={props.ticket.lines}>
          {(line) => (
            <li>
              <p class="ticket-line">
                <strong class="ticket-quantity">{formatQuantity(line.quantityMilli)}</strong>
                <span>
                  {line.name} <span class="quiet">{line.unit}</span>
                </span>
              </p>
              <Show when={line.refundedMilli > 0}>
                <p class="ticket-gone">
                  {w().lineBack({ quantity: formatQuantity(line.refundedMilli), unit: line.unit })}
                </p>
              </Show>
              <Show when={line.note}>
                <p class="ticket-note">
                  <span class="visually-hidden">{w().note}: </span>
                  {line.note}
                </p>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <p class="quiet">
        {w().from({
          time: formatTime(props.ticket.orderedAtMs, centre().timeZone),
          cashier: props.ticket.cashier,
        })}
      </p>
      <Show
        when={takenBack()}
        fallback={
          <Show when={props.mayServe}>
            <Button kind="primary" size="huge" wide icon={Check} busy={props.busy} onClick={props.onReady}>
              {w().ready}
            </Button>
          </Show>
        }
      >
        <Button size="huge" wide onClick={props.onSeen}>
          {w().understood}
        </Button>
      </Show>
    </article>
  );
}
