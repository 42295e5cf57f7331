// The rows of the repair list: the open ones under the cause they share, and below them what is settled.
import BadgeCheck from "lucide-solid/icons/badge-check";
import CheckCheck from "lucide-solid/icons/check-check";
import { For, Show } from "solid-js";
import type { RepairsView, RepairView } from "#rules/repairs";
import { useSession } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ListRow } from "../ui/ListRow.tsx";
import { Money } from "../ui/Money.tsx";
import { language, useWords } from "../words.ts";
import { acceptable, byCause, type Cause } from "./list.ts";
import { useSaying } from "./saying.ts";
import { words } from "./words.ts";

interface RepairListProps {
  list: RepairsView;
  chosen: string | undefined;
  /** These are to be booked together. */
  onMany: (repairs: readonly RepairView[]) => void;
}

export function RepairList(props: RepairListProps) {
  const w = useWords(words);
  const shown = () => props.list.open.length;
  return (
    <div class="repair-list">
      <Show when={shown() > 0} fallback={<EmptyState icon={BadgeCheck} sentence={w().nothing} />}>
        <Show when={shown() < props.list.openCount}>
          <p class="quiet">{w().more({ shown: shown(), all: props.list.openCount })}</p>
        </Show>
        <For each={byCause(props.list.open, language())}>
          {(cause) => <CauseRows cause={cause} chosen={props.chosen} onMany={props.onMany} />}
        </For>
      </Show>
      <Show when={props.list.settled.length > 0}>
        <details
          class="repair-settled"
          open={props.list.settled.some((one) => one.repairId === props.chosen)}
        >
          <summary>{w().settledOnes({ count: props.list.settled.length })}</summary>
          <ul class="rows">
            <For each={props.list.settled}>
              {(repair) => <RepairRow repair={repair} chosen={repair.repairId === props.chosen} />}
            </For>
          </ul>
        </details>
      </Show>
    </div>
  );
}

function CauseRows(props: { cause: Cause; chosen: string | undefined; onMany: RepairListProps["onMany"] }) {
  const w = useWords(words);
  const { may } = useSession();
  const together = () => acceptable(props.cause.repairs);
  return (
    <section class="repair-cause" aria-label={props.cause.sentence}>
      <header class="repair-cause-head">
        <h2>{props.cause.sentence}</h2>
        <Show when={together().length > 1 && may("settle_repairs")}>
          <Button icon={CheckCheck} onClick={() => props.onMany(together())}>
            {w().acceptAll({ count: together().length })}
          </Button>
        </Show>
      </header>
      <ul class="rows">
        <For each={props.cause.repairs}>
          {(repair) => <RepairRow repair={repair} chosen={repair.repairId === props.chosen} />}
        </For>
      </ul>
    </section>
  );
}

function RepairRow(props: { repair: RepairView; chosen: boolean }) {
  const w = useWords(words);
  const say = useSaying();
  return (
    <ListRow
      title={say.what(props.repair)}
      line={say.line(props.repair)}
      badge={
        <Show when={props.repair.settled}>
          {(settled) => (
            <Badge tone={settled().how === "set_aside" ? "plain" : "done"}>{w()[settled().how]}</Badge>
          )}
        </Show>
      }
      amount={
        <Show when={props.repair.totalRupiah !== null}>
          <Money amount={props.repair.totalRupiah ?? 0} />
        </Show>
      }
      href={`/perbaikan/${props.repair.repairId}`}
      chosen={props.chosen}
    />
  );
}
