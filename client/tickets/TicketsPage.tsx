// The kitchen's screen: a stall's orders as large cards, refreshed by itself, with a sound that is also seen.
import ChefHat from "lucide-solid/icons/chef-hat";
import { createEffect, createSignal, For, Match, on, onCleanup, Show, Switch } from "solid-js";
import type { StallId } from "#rules/ids";
import type { Ticket } from "#rules/tickets";
import { sentenceOf } from "../api.ts";
import { createReading, Loaded } from "../reading.tsx";
import { useSession } from "../session.tsx";
import { useAnnounce } from "../ui/announcer.tsx";
import { Button } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Select } from "../ui/Select.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Toggle } from "../ui/Toggle.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { createBoard } from "./board.ts";
import { chime, chimes, turnChimes } from "./chime.ts";
import { ReadyList } from "./ReadyList.tsx";
import { readStalls, readTickets, serveTicket } from "./requests.ts";
import { rememberedStall, rememberStall } from "./stall.ts";
import { TicketCard } from "./TicketCard.tsx";
import "./tickets.css";
import { words } from "./words.ts";

/** How long the screen shows what is new. */
const newForMs = 8000;

export function TicketsPage() {
  const w = useWords(words);
  const { person } = useSession();
  const [stallId, setStallId] = createSignal<StallId | null>(rememberedStall());
  const stalls = createReading(
    () => true,
    async () => {
      const mine = person()?.stallIds ?? null;
      const all = await readStalls();
      return all.filter(
        (one) => one.active && one.tickets !== "none" && (mine === null || mine.includes(one.stallId)),
      );
    },
  );
  const known = () => stalls.value()?.find((one) => one.stallId === stallId()) ?? null;
  // With one stall there is nothing to choose.
  createEffect(
    on(stalls.value, (all) => {
      if (all?.length === 1 && all[0]) setStallId(all[0].stallId);
    }),
  );
  const choose = (stall: StallId) => {
    setStallId(() => stall);
    rememberStall(stall);
  };
  return (
    <div class="page tickets-page">
      <PageHeader title={w().title} sentence={known()?.name} />
      <Loaded reading={stalls}>
        {(all) => (
          <Show when={all().length > 0} fallback={<NoStall />}>
            <div class="tickets-ways">
              <Select
                label={w().stall}
                prompt={w().choose}
                value={known() ? String(stallId()) : ""}
                options={all().map((one) => ({ value: String(one.stallId), label: one.name }))}
                onChange={(value) => choose(Number(value) as StallId)}
              />
              <Toggle
                label={w().sound}
                hint={w().soundHint}
                checked={chimes()}
                onChange={(on) => {
                  turnChimes(on);
                  chime();
                }}
              />
            </div>
            <Show when={known()} fallback={<Notice tone="info">{w().chooseFirst}</Notice>}>
              <Orders stallId={() => known()?.stallId ?? null} />
            </Show>
          </Show>
        )}
      </Loaded>
    </div>
  );
}

function Orders(props: { stallId: () => StallId | null }) {
  const w = useWords(words);
  const { may } = useSession();
  const toasts = useToasts();
  const announce = useAnnounce();
  const [fresh, setFresh] = createSignal<readonly Ticket[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const numbers = () =>
    fresh()
      .map((one) => one.number)
      .join(", ");
  const board = createBoard({
    stallId: props.stallId,
    read: readTickets,
    serve: serveTicket,
    nowMs: Date.now,
    onNew: (tickets) => {
      setFresh(tickets);
      announce(w().newOrder({ numbers: numbers() }), "now");
      chime();
      clearTimeout(timer);
      timer = setTimeout(() => setFresh([]), newForMs);
    },
  });
  const turn = async (ticket: Pick<Ticket, "ticketId" | "number">, ready: boolean) => {
    const { ticketId, number } = ticket;
    try {
      await board.serve({ ticketId }, ready);
      toasts.tell(
        ready
          ? { sentence: w().readyNumber({ number }), undo: () => void turn({ ticketId, number }, false) }
          : { sentence: w().backNumber({ number }) },
      );
    } catch (thrown) {
      toasts.tell({ sentence: sentenceOf(thrown), refused: true });
    }
  };
  return (
    <>
      <Show when={board.problem()}>
        <Notice
          tone="danger"
          live
          action={<Button onClick={() => void board.again()}>{w().again}</Button>}
          title={board.stands() ? w().linkGone : undefined}
        >
          <p>{sentenceOf(board.problem())}</p>
        </Notice>
      </Show>
      {/* The twin of the sound: what was just heard can be read, in a place that is kept for it. */}
      <p class="tickets-new" classList={{ "tickets-new-on": fresh().length > 0 }}>
        <Show
          when={fresh().length > 0}
          fallback={<Show when={board.stands()}>{w().waitingCount({ count: board.waiting().length })}</Show>}
        >
          {w().newOrder({ numbers: numbers() })}
        </Show>
      </p>
      <Switch>
        <Match when={!board.stands()}>
          <Skeleton shape="tiles" count={3} />
        </Match>
        <Match when={board.waiting().length === 0}>
          <EmptyState icon={ChefHat} sentence={w().none} />
        </Match>
        <Match when={true}>
          <ul class="tickets">
            <For each={board.waiting()}>
              {(ticket) => (
                <li>
                  <TicketCard
                    ticket={ticket}
                    minutes={board.minutesWaiting(ticket)}
                    isNew={fresh().some((one) => one.ticketId === ticket.ticketId)}
                    mayServe={may("serve_tickets")}
                    busy={board.busy() === ticket.ticketId}
                    onReady={() => void turn(ticket, true)}
                    onSeen={() => board.seenTakenBack(ticket.ticketId)}
                  />
                </li>
              )}
            </For>
          </ul>
        </Match>
      </Switch>
      <ReadyList
        board={board}
        mayServe={may("serve_tickets")}
        onBack={(ticket) => void turn(ticket, false)}
      />
    </>
  );
}

function NoStall() {
  const w = useWords(words);
  const { may } = useSession();
  return (
    <EmptyState
      icon={ChefHat}
      sentence={w().noStall}
      action={
        <Show when={may("manage_settings")}>
          <ButtonLink href="/pengaturan?bagian=stalls">{w().toSettings}</ButtonLink>
        </Show>
      }
    />
  );
}
