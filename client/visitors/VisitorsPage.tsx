// The visitors' screen: large keys to count people at one place, the day's totals, and each count to take back.
import MapPin from "lucide-solid/icons/map-pin";
import { createEffect, createSignal, For, onCleanup, Show } from "solid-js";
import { groupDigits } from "#rules/money";
import {
  VISITOR_CATEGORIES,
  type VisitCommand,
  type VisitorCategory,
  visitCommandSchema,
} from "#rules/visits";
import { onAnswerAgain, sentenceOf, Unreachable, wireUp } from "../api.ts";
import { bookOfAreas, keepAreas, readAreas } from "../areas.ts";
import { shopNow } from "../clock.ts";
import type { KeptAct } from "../commands.ts";
import { useDevice } from "../device.tsx";
import { createReading, Loaded } from "../reading.tsx";
import { useCentre, useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Choice } from "../ui/Choice.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Select } from "../ui/Select.tsx";
import { useWords } from "../words.ts";
import { Counter } from "./Counter.tsx";
import { DayTotals } from "./DayTotals.tsx";
import { Entries } from "./Entries.tsx";
import { type LastCount, LastCounted } from "./LastCounted.tsx";
import { type Ask, PeopleDialog } from "./PeopleDialog.tsx";
import { readVisits, sendVisit } from "./requests.ts";
import { createTally, type Entry } from "./tally.ts";
import "./visitors.css";
import { words } from "./words.ts";

const lookEveryMs = 20_000;
/** What has not come by then is taken from memory until it does. */
const patienceMs = 2000;
const keptArea = "visitors:area";

export function VisitorsPage() {
  const w = useWords(words);
  const centre = useCentre();
  const { person, may, session } = useSession();
  const device = useDevice();
  const book = () => bookOfAreas(centre().code, session()?.practice);
  const isTill = () => device.state() === "ready" && !device.looksOn();
  const reading = createReading(() => true, readVisits);
  const tally = createTally({
    zone: () => centre().timeZone,
    by: () => person()?.name ?? "",
    nowMs: shopNow,
    send: sendVisit,
    act: () => (isTill() ? (draft) => device.outbox.act("visit", draft) : null),
    queued: () => (isTill() ? visitsIn(device.outbox.queue()) : []),
  });
  const [kept, setKept] = createSignal(localStorage.getItem(keptArea));
  const [asked, setAsked] = createSignal<Ask | null>(null);
  const [last, setLast] = createSignal<LastCount | null>(null);

  createEffect(() => {
    const view = reading.value();
    if (!view) return;
    keepAreas(book(), view.areas);
    tally.show(view);
  });
  // A Wi-Fi that hangs keeps nobody from counting.
  const [late, setLate] = createSignal(!wireUp());
  const patience = setTimeout(() => setLate(true), patienceMs);
  onCleanup(() => clearTimeout(patience));
  // Places do not change by the hour: without the server one counts at those that were known last.
  createEffect(() => {
    if ((!late() && !(reading.problem() instanceof Unreachable)) || reading.value()) return;
    const areas = readAreas(book());
    if (areas) tally.showAlone(areas);
  });
  onAnswerAgain(() => void reading.again());
  const look = setInterval(() => {
    void tally.sendWaiting();
    // An answer that is awaited is not asked for anew: what came of it would be told to nobody.
    if (document.visibilityState === "visible" && !reading.loading()) void reading.again();
  }, lookEveryMs);
  onCleanup(() => clearInterval(look));
  void tally.sendWaiting();
  const sendNow = () => Promise.all([tally.sendWaiting(), isTill() ? device.outbox.retry() : null]);

  const area = () => tally.areas().find((one) => String(one.areaId) === kept()) ?? tally.areas()[0];
  const choose = (areaId: string) => {
    localStorage.setItem(keptArea, areaId);
    setKept(areaId);
  };
  const nameOf = (areaId: number) =>
    tally.areas().find((one) => one.areaId === areaId)?.name ?? w().unknownArea;
  const said = (entry: Pick<Entry, "areaId" | "category" | "count">) => ({
    count: signed(entry.count),
    category: w()[entry.category].toLowerCase(),
    area: nameOf(entry.areaId),
  });
  const tell = (command: VisitCommand, back?: () => void) =>
    setLast({ sentence: w().added({ ...said(command), total: groupDigits(tally.total()) }), undo: back });
  const undo = (entry: Pick<Entry, "id" | "areaId" | "category" | "count">) => {
    tell(tally.undo(entry));
  };
  const count = (category: VisitorCategory, people: number) => {
    const here = area();
    if (!here) return;
    const command = tally.add(here.areaId, category, people);
    tell(command, () => undo(command));
  };
  const answer = (ask: Ask, people: number, reason: string) => {
    setAsked(null);
    if (ask.act === "add") count(ask.category, people);
    else tell(tally.takeOff(ask.area.areaId, ask.category, people, reason));
  };

  return (
    <div class="page visitors">
      <PageHeader title={w().title} sentence={w().sentence} />
      <Show when={reading.value() || !tally.state.view} fallback={<Notice tone="info">{w().alone}</Notice>}>
        <Loaded reading={reading}>{() => null}</Loaded>
      </Show>
      <Show when={tally.state.view}>
        <Show
          when={area()}
          fallback={
            <EmptyState
              icon={MapPin}
              sentence={w().noAreas}
              action={
                <Show when={may("manage_settings")}>
                  <ButtonLink kind="primary" href="/pengaturan">
                    {w().toSettings}
                  </ButtonLink>
                </Show>
              }
            />
          }
        >
          {(here) => (
            <div class="visitors-table">
              <div class="stack">
                <Choice
                  label={w().area}
                  value={String(here().areaId)}
                  shape="keys"
                  options={tally.areas().map((one) => ({
                    value: String(one.areaId),
                    label: one.name,
                    hint: groupDigits(tally.ofArea(one.areaId)),
                  }))}
                  onChange={choose}
                />
                <div class="visitors-select">
                  <Select
                    label={w().area}
                    value={String(here().areaId)}
                    options={tally.areas().map((one) => ({
                      value: String(one.areaId),
                      label: w().areaCount({
                        area: one.name,
                        count: groupDigits(tally.ofArea(one.areaId)),
                      }),
                    }))}
                    onChange={choose}
                  />
                </div>
                <Show when={may("count_visitors")}>
                  <LastCounted last={last()} />
                  <div class="counters">
                    <For each={VISITOR_CATEGORIES}>
                      {(category) => (
                        <Counter
                          category={category}
                          count={tally.count(here().areaId, category)}
                          onCount={(people) => count(category, people)}
                          onGroup={() => setAsked({ act: "add", category, area: here() })}
                          onCorrect={() => setAsked({ act: "take_off", category, area: here() })}
                        />
                      )}
                    </For>
                  </div>
                </Show>
                <Show when={tally.unsent().length > tally.state.acting.length && !tally.sending()}>
                  <Notice
                    tone="attention"
                    live
                    action={<Button onClick={() => void sendNow()}>{w().sendNow}</Button>}
                  >
                    <p>{w().unsentCount({ count: groupDigits(tally.unsent().length) })}</p>
                  </Notice>
                </Show>
                <For each={tally.state.refused}>
                  {(refused) => (
                    <Notice
                      tone="danger"
                      live
                      title={w().refusedTitle}
                      action={<Button onClick={() => tally.forget(refused)}>{w().forget}</Button>}
                    >
                      <p>
                        {w().refusedLine({
                          ...said(refused.command),
                          problem: sentenceOf(refused.problem),
                        })}
                      </p>
                    </Notice>
                  )}
                </For>
              </div>
              <div class="stack visitors-day">
                <DayTotals tally={tally} day={tally.state.view?.businessDay ?? ""} />
                <Entries
                  entries={tally.entries()}
                  nameOf={nameOf}
                  onUndo={may("count_visitors") ? undo : undefined}
                />
              </div>
            </div>
          )}
        </Show>
      </Show>
      <PeopleDialog ask={asked()} onClose={() => setAsked(null)} onAnswer={answer} />
    </div>
  );
}

function visitsIn(queue: readonly KeptAct[]): VisitCommand[] {
  return queue.flatMap((act) =>
    act.kind === "visit" ? [visitCommandSchema.parse(JSON.parse(act.body))] : [],
  );
}

function signed(count: number): string {
  return count < 0 ? `−${groupDigits(-count)}` : `+${groupDigits(count)}`;
}
