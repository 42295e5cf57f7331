// The newest counts of the day, each with a way to take it back.
import Undo2 from "lucide-solid/icons/undo-2";
import { For, Show } from "solid-js";
import { formatTime } from "#rules/business-day";
import { groupDigits } from "#rules/money";
import { useCentre } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words.ts";
import type { Entry } from "./tally.ts";
import { words } from "./words.ts";

export function Entries(props: {
  entries: readonly Entry[];
  nameOf: (areaId: number) => string;
  /** Missing: whoever is here only looks. */
  onUndo: ((entry: Entry) => void) | undefined;
}) {
  const w = useWords(words);
  const centre = useCentre();
  const count = (entry: Entry) =>
    entry.count < 0 ? `−${groupDigits(-entry.count)}` : `+${groupDigits(entry.count)}`;
  const of = (entry: Entry) => ({
    count: count(entry),
    category: w()[entry.category].toLowerCase(),
    area: props.nameOf(entry.areaId),
  });
  return (
    <section class="stack" aria-label={w().newest}>
      <h2>{w().newest}</h2>
      <Show when={props.entries.length > 0} fallback={<p class="quiet">{w().noEntries}</p>}>
        <ul class="entries">
          <For each={props.entries}>
            {(entry) => (
              <li class="entry" classList={{ "entry-undone": entry.undone && entry.count > 0 }}>
                <span class="entry-count">{count(entry)}</span>
                <span class="entry-words">
                  <span>
                    {w()[entry.category]}, {props.nameOf(entry.areaId)}
                  </span>
                  <span class="quiet">
                    {formatTime(entry.countedAtMs, centre().timeZone)}
                    <Show when={entry.by}>{(by) => <>, {by()}</>}</Show>
                    <Show when={entry.reason}>{(reason) => <> · {reason()}</>}</Show>
                  </span>
                  <Show when={!entry.sent}>
                    <span>
                      <Badge tone="attention">{w().unsent}</Badge>
                    </span>
                  </Show>
                </span>
                <Show
                  when={entry.undone}
                  fallback={
                    <Show when={entry.count > 0 && props.onUndo}>
                      {(onUndo) => (
                        <Button
                          kind="plain"
                          icon={Undo2}
                          aria-label={w().undoOf(of(entry))}
                          onClick={() => onUndo()(entry)}
                        >
                          {w().undo}
                        </Button>
                      )}
                    </Show>
                  }
                >
                  <Badge>{entry.count < 0 ? w().undoing : w().undone}</Badge>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
