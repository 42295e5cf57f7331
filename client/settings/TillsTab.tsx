// The centre's tills: which are open, by whom, and how many receipts each has given.
import Calculator from "lucide-solid/icons/calculator";
import { For, Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import { groupDigits } from "#rules/money";
import { createReading, Loaded } from "../reading.tsx";
import { useCentre } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ListRow } from "../ui/ListRow.tsx";
import { language, useWords } from "../words.ts";
import { readTills } from "./requests.ts";
import { words } from "./words.ts";

export function TillsTab() {
  const w = useWords(words);
  const centre = useCentre();
  const tills = createReading(() => true, readTills);
  const toShift = () => <ButtonLink href="/kas">{w().toShift}</ButtonLink>;
  return (
    <Loaded reading={tills}>
      {(known) => (
        <Show
          when={known().length > 0}
          fallback={<EmptyState icon={Calculator} sentence={w().noTills} action={toShift()} />}
        >
          <div class="stack">
            <ul class="rows">
              <For each={known()}>
                {(till) => (
                  <ListRow
                    title={`${till.code} · ${till.name}`}
                    line={
                      till.shift
                        ? w().tillOpen({
                            person: till.shift.openedBy,
                            moment: formatMoment(till.shift.openedAtMs, centre().timeZone, language()),
                          })
                        : w().tillClosed
                    }
                    badge={
                      <Show when={till.shift}>
                        <Badge tone="done">{w().open}</Badge>
                      </Show>
                    }
                    amount={
                      <span class="quiet">{w().receipts({ count: groupDigits(till.lastReceiptCount) })}</span>
                    }
                  />
                )}
              </For>
            </ul>
            <p class="quiet">{w().tillsHint}</p>
            <div class="cluster">{toShift()}</div>
          </div>
        </Show>
      )}
    </Loaded>
  );
}
