// The repair list: what was refused after a till had done it, by its cause, and the one that is looked at beside it.
import { useNavigate, useParams } from "@solidjs/router";
import BadgeCheck from "lucide-solid/icons/badge-check";
import ListChecks from "lucide-solid/icons/list-checks";
import { createEffect, createSignal, Show } from "solid-js";
import type { RepairsView, RepairView } from "#rules/repairs";
import { onAnswerAgain } from "../api.ts";
import { createReading, Loaded } from "../reading.tsx";
import { knowRepairsWaiting } from "../repairs-waiting.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ListDetail } from "../ui/ListDetail.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { useWords } from "../words.ts";
import { AcceptMany } from "./AcceptMany.tsx";
import { Clocks } from "./Clocks.tsx";
import { Gaps } from "./Gaps.tsx";
import { OldPrices } from "./OldPrices.tsx";
import { RepairDetail } from "./RepairDetail.tsx";
import { RepairList } from "./RepairList.tsx";
import { readRepairs } from "./requests.ts";
import "./repairs.css";
import { words } from "./words.ts";

export function RepairsPage() {
  const w = useWords(words);
  const params = useParams<{ repairId?: string }>();
  const navigate = useNavigate();
  const list = createReading(() => true, readRepairs);
  onAnswerAgain(() => void list.again());
  const [many, setMany] = createSignal<readonly RepairView[]>([]);
  createEffect(() => {
    const known = list.value();
    if (known) knowRepairsWaiting(known.openCount + unexplained(known));
  });
  const chosen = (known: RepairsView) =>
    [...known.open, ...known.settled].find((one) => one.repairId === params.repairId) ?? null;
  return (
    <div class="page repairs-page" classList={{ "repairs-chosen": Boolean(params.repairId) }}>
      <PageHeader title={w().title} sentence={w().sentence} />
      <Loaded reading={list}>
        {(known) => (
          <>
            {/* They stand below whatever is held, out of sight. */}
            <Show when={!params.repairId && known().open.length > 0 && unexplained(known()) > 0}>
              <p>
                <a href="#celah">{w().gapsToo({ count: unexplained(known()) })}</a>
              </p>
            </Show>
            <Show
              when={known().open.length > 0 || known().settled.length > 0}
              fallback={<EmptyState icon={BadgeCheck} sentence={w().nothing} />}
            >
              <ListDetail
                chosen={Boolean(params.repairId)}
                back={w().back}
                onBack={() => navigate("/perbaikan")}
                placeholder={
                  <Show when={known().open.length > 0}>
                    <EmptyState icon={ListChecks} sentence={w().chooseOne} />
                  </Show>
                }
                list={<RepairList list={known()} chosen={params.repairId} onMany={setMany} />}
                detail={
                  <Show when={chosen(known())} fallback={<p>{w().gone}</p>}>
                    {(repair) => (
                      <RepairDetail repair={repair()} open={known().open} onSettled={list.again} />
                    )}
                  </Show>
                }
              />
            </Show>
            <div class="repairs-quiet">
              <Gaps gaps={known().gaps} onExplained={list.again} />
              <Clocks clocks={known().clocks} />
              <OldPrices sales={known().oldPrices} />
            </div>
          </>
        )}
      </Loaded>
      <Show when={many().length > 0}>
        <AcceptMany repairs={many()} onBooked={list.again} onClose={() => setMany([])} />
      </Show>
    </div>
  );
}

const unexplained = ({ gaps }: RepairsView): number => gaps.filter((gap) => gap.explained === null).length;
