// The makers' screen: everyone whose work is sold here, what is owed to each, and the chosen one's statement beside.

import { useIsRouting, useNavigate, useParams } from "@solidjs/router";
import HandCoins from "lucide-solid/icons/hand-coins";
import Plus from "lucide-solid/icons/plus";
import { createSignal, For, onCleanup, Show } from "solid-js";
import { groupDigits } from "#rules/money";
import type { MakerRow } from "#rules/statement";
import { createReading, Loaded } from "../reading.tsx";
import { useSession } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Figure } from "../ui/Figure.tsx";
import { ListDetail } from "../ui/ListDetail.tsx";
import { ListRow } from "../ui/ListRow.tsx";
import { Money } from "../ui/Money.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { MakerDialog } from "./MakerDialog.tsx";
import "./makers.css";
import { MakerDetail } from "./MakerDetail.tsx";
import { readMakers } from "./requests.ts";
import { matching, ordered, totals } from "./roll.ts";
import { words } from "./words.ts";

export function MakersPage() {
  const w = useWords(words);
  const { may } = useSession();
  const params = useParams<{ makerId?: string }>();
  const navigate = useNavigate();
  const leaving = useIsRouting();
  let left = false;
  onCleanup(() => {
    left = true;
  });
  const toasts = useToasts();
  const makers = createReading(() => true, readMakers);
  const [text, setText] = createSignal("");
  const [adding, setAdding] = createSignal(false);
  const shown = () => ordered(matching(makers.value() ?? [], text()));
  const sums = () => totals(makers.value() ?? []);
  const chosen = () => (params.makerId === undefined ? null : Number(params.makerId));

  const added = async (makerId: number, name: string) => {
    setAdding(false);
    toasts.tell({ sentence: w().saved({ name }) });
    await makers.again();
    // Whoever has gone on to another screen meanwhile is not called back.
    if (!left && !leaving()) navigate(`/pembuat/${makerId}`);
  };
  const addKey = () => (
    <Show when={may("manage_makers")}>
      <Button kind="primary" icon={Plus} onClick={() => setAdding(true)}>
        {w().add}
      </Button>
    </Show>
  );

  return (
    <div class="page makers" classList={{ "makers-chosen": chosen() !== null }}>
      <PageHeader
        title={w().title}
        sentence={w().sentence}
        actions={<Show when={makers.value()?.length}>{addKey()}</Show>}
      />
      <Loaded reading={makers}>
        {() => (
          <Show
            when={(makers.value() ?? []).length > 0}
            fallback={<EmptyState icon={HandCoins} sentence={w().none} action={addKey()} />}
          >
            <dl class="figures makers-sums">
              <Figure
                label={w().totalOwed}
                value={<Money amount={sums().owedRupiah} tone="makers" />}
                line={w().waiting({ count: groupDigits(sums().waiting) })}
              />
              <Show when={sums().savingsRupiah > 0}>
                <Figure
                  label={w().totalSavings}
                  value={<Money amount={sums().savingsRupiah} tone="makers" />}
                />
              </Show>
            </dl>
            <ListDetail
              chosen={chosen() !== null}
              back={w().back}
              onBack={() => navigate("/pembuat")}
              placeholder={<EmptyState icon={HandCoins} sentence={w().chooseOne} />}
              list={
                <div class="stack">
                  <SearchField
                    label={w().search}
                    value={text()}
                    onInput={setText}
                    found={w().found({ count: groupDigits(shown().length) })}
                  />
                  <Show when={shown().length > 0} fallback={<p>{w().notFound}</p>}>
                    <ul class="rows">
                      <For each={shown()}>
                        {(maker) => <MakerLine maker={maker} chosen={maker.makerId === chosen()} />}
                      </For>
                    </ul>
                  </Show>
                </div>
              }
              detail={
                <Show when={chosen()} keyed>
                  {(makerId) => (
                    <MakerDetail
                      makerId={makerId}
                      makers={makers.value() ?? []}
                      onChanged={() => void makers.again()}
                    />
                  )}
                </Show>
              }
            />
          </Show>
        )}
      </Loaded>
      <MakerDialog
        open={adding()}
        maker={null}
        makers={makers.value() ?? []}
        onClose={() => setAdding(false)}
        onSaved={(makerId, name) => void added(makerId, name)}
      />
    </div>
  );
}

function MakerLine(props: { maker: MakerRow; chosen: boolean }) {
  const w = useWords(words);
  return (
    <ListRow
      title={props.maker.name}
      line={[props.maker.code, w()[props.maker.kind], props.maker.program].filter(Boolean).join(" · ")}
      badge={
        <Show when={!props.maker.active}>
          <Badge>{w().inactive}</Badge>
        </Show>
      }
      amount={
        <Show when={props.maker.kind !== "group"}>
          <Money amount={props.maker.owedRupiah} tone={props.maker.owedRupiah < 0 ? "owed" : "makers"} />
        </Show>
      }
      href={`/pembuat/${props.maker.makerId}`}
      chosen={props.chosen}
    />
  );
}
