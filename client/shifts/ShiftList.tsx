// The shifts of every till, newest first, each leading to its report.
import Banknote from "lucide-solid/icons/banknote";
import { createSignal, For, Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import { formatRupiah } from "#rules/money";
import type { ShiftView } from "#rules/shift";
import { sentenceOf } from "../api.ts";
import { createReading, Loaded } from "../reading.tsx";
import { useCentre } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ListRow } from "../ui/ListRow.tsx";
import { Money } from "../ui/Money.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { dictionary, language, useWords } from "../words.ts";
import { pageLength, readShifts } from "./requests.ts";

const words = dictionary({
  id: {
    empty: "Kasir yang dibuka dan ditutup akan tampil di sini, bersama laporannya.",
    name: (of: { till: string; number: number }) => `Kasir ${of.till}, buka ke-${of.number}`,
    opened: (of: { moment: string; by: string }) => `${of.moment} · ${of.by}`,
    open: "Buka",
    difference: (of: { amount: string }) => `Selisih ${of.amount}`,
    older: "Yang lebih lama",
  },
  en: {
    empty: "Tills that are opened and closed will stand here, with their reports.",
    name: (of) => `Till ${of.till}, opening ${of.number}`,
    opened: (of) => `${of.moment} · ${of.by}`,
    open: "Open",
    difference: (of) => `Difference ${of.amount}`,
    older: "Older ones",
  },
});

export function ShiftList() {
  const w = useWords(words);
  const centre = useCentre();
  const toasts = useToasts();
  const newest = createReading(
    () => true,
    () => readShifts(),
  );
  const [older, setOlder] = createSignal<readonly ShiftView[]>([]);
  const [busy, setBusy] = createSignal(false);
  const [atEnd, setAtEnd] = createSignal(false);
  const all = () => [...(newest.value() ?? []), ...older()];
  const more = async () => {
    setBusy(true);
    try {
      const next = await readShifts(all().at(-1)?.openedAtMs);
      setAtEnd(next.length < pageLength);
      setOlder((known) => [...known, ...next]);
    } catch (thrown) {
      toasts.tell({ sentence: sentenceOf(thrown), refused: true });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Loaded reading={newest}>
      {(first) => (
        <Show when={first().length > 0} fallback={<EmptyState icon={Banknote} sentence={w().empty} />}>
          <div class="stack">
            <ul class="rows">
              <For each={all()}>
                {(shift) => (
                  <ListRow
                    href={`/kas/${shift.id}`}
                    title={w().name({ till: shift.tillCode, number: shift.number })}
                    line={w().opened({
                      moment: formatMoment(shift.openedAtMs, centre().timeZone, language()),
                      by: shift.openedBy,
                    })}
                    badge={<Standing shift={shift} />}
                    amount={
                      <Show when={shift.salesRupiah !== null}>
                        <Money amount={shift.salesRupiah ?? 0} />
                      </Show>
                    }
                  />
                )}
              </For>
            </ul>
            <Show when={first().length >= pageLength && !atEnd()}>
              <div class="cluster">
                <Button busy={busy()} onClick={() => void more()}>
                  {w().older}
                </Button>
              </div>
            </Show>
          </div>
        </Show>
      )}
    </Loaded>
  );
}

function Standing(props: { shift: ShiftView }) {
  const w = useWords(words);
  return (
    <Show when={props.shift.state === "closed"} fallback={<Badge tone="done">{w().open}</Badge>}>
      <Show when={props.shift.differenceRupiah}>
        {(amount) => <Badge tone="attention">{w().difference({ amount: formatRupiah(amount()) })}</Badge>}
      </Show>
    </Show>
  );
}
