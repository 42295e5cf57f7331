// The stock's screen: what is on the shelves, and goods that come in.
import PackageOpen from "lucide-solid/icons/package-open";
import PackagePlus from "lucide-solid/icons/package-plus";
import { createSignal, For, Show } from "solid-js";
import { groupDigits } from "#rules/money";
import { formatQuantity } from "#rules/quantity";
import type { StockView } from "#rules/stock";
import { createReading, Loaded } from "../reading.tsx";
import { useSession } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { ReceiveDialog } from "./ReceiveDialog.tsx";
import { readStock } from "./requests.ts";
import "./stock.css";
import { words } from "./words.ts";

type Item = StockView[number];

export function StockPage() {
  const w = useWords(words);
  const { may } = useSession();
  const toasts = useToasts();
  const stock = createReading(() => true, readStock);
  const [text, setText] = createSignal("");
  const [asked, setAsked] = createSignal<Item | "any" | null>(null);
  const shown = () => matching(stock.value() ?? [], text());
  const below = () => (stock.value() ?? []).filter((item) => item.onHandMilli < 0).length;
  const received = (item: Item, onHandMilli: number) => {
    setAsked(null);
    toasts.tell({
      sentence: w().saved({ name: item.name, quantity: formatQuantity(onHandMilli), unit: item.unit }),
    });
    void stock.again();
  };
  return (
    <div class="page">
      <PageHeader
        title={w().title}
        sentence={w().sentence}
        actions={
          <Show when={may("receive_stock") && (stock.value() ?? []).length > 0}>
            <Button kind="primary" icon={PackagePlus} onClick={() => setAsked("any")}>
              {w().receive}
            </Button>
          </Show>
        }
      />
      <Loaded reading={stock}>
        {(items) => (
          <Show
            when={items().length > 0}
            fallback={
              <EmptyState
                icon={PackageOpen}
                sentence={w().none}
                action={
                  <Show when={may("manage_products")}>
                    <ButtonLink kind="primary" href="/barang/baru">
                      {w().toProducts}
                    </ButtonLink>
                  </Show>
                }
              />
            }
          >
            <Show when={below() > 0}>
              <Notice tone="attention">
                <p>{w().belowLine({ count: groupDigits(below()) })}</p>
              </Notice>
            </Show>
            <SearchField
              label={w().search}
              value={text()}
              onInput={setText}
              found={w().found({ count: groupDigits(shown().length) })}
            />
            <Show when={shown().length > 0} fallback={<p>{w().notFound}</p>}>
              <StockTable items={shown()} onReceive={may("receive_stock") ? setAsked : null} />
            </Show>
          </Show>
        )}
      </Loaded>
      <ReceiveDialog
        asked={asked()}
        items={stock.value() ?? []}
        onClose={() => setAsked(null)}
        onReceived={received}
      />
    </div>
  );
}

/** A table on a wide screen, cards of the same rows on a phone. */
function StockTable(props: { items: readonly Item[]; onReceive: ((item: Item) => void) | null }) {
  const w = useWords(words);
  return (
    <table class="table stock">
      <caption class="visually-hidden">{w().table}</caption>
      <thead>
        <tr>
          <th scope="col">{w().product}</th>
          <th scope="col" class="number">
            {w().received}
          </th>
          <th scope="col" class="number">
            {w().sold}
          </th>
          <th scope="col" class="number">
            {w().onHand}
          </th>
          <Show when={props.onReceive}>
            <th scope="col">
              <span class="visually-hidden">{w().act}</span>
            </th>
          </Show>
        </tr>
      </thead>
      <tbody>
        <For each={props.items}>
          {(item) => (
            <tr>
              <th scope="row">
                <span class="stock-name">{item.name}</span>
                <span class="quiet">
                  {item.stall} · {item.sku}
                </span>
              </th>
              <td class="number stock-moved">{formatQuantity(item.receivedMilli)}</td>
              <td class="number stock-moved">{formatQuantity(item.soldMilli)}</td>
              <td class="number">
                <Show when={item.onHandMilli <= 0}>
                  <Badge tone="attention">{item.onHandMilli < 0 ? w().below : w().out}</Badge>
                </Show>
                <span class="stock-there">
                  <strong>{formatQuantity(item.onHandMilli)}</strong> {item.unit}
                </span>
              </td>
              <Show when={props.onReceive}>
                {(receive) => (
                  <td class="stock-act">
                    <Button
                      kind="plain"
                      icon={PackagePlus}
                      aria-label={w().receiveOf({ name: item.name })}
                      onClick={() => receive()(item)}
                    >
                      {w().receive}
                    </Button>
                  </td>
                )}
              </Show>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

function matching(items: readonly Item[], text: string): Item[] {
  const wanted = text.toLowerCase().trim();
  return items.filter((item) =>
    [item.name, item.sku, item.stall].some((field) => field.toLowerCase().includes(wanted)),
  );
}
