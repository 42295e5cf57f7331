// The centre's stalls, and beside them the one that is looked at: its name, its tax, its orders.
import { useSearchParams } from "@solidjs/router";
import Plus from "lucide-solid/icons/plus";
import Store from "lucide-solid/icons/store";
import { createSignal, For, Show } from "solid-js";
import type { StallView } from "#rules/catalogue";
import { useSession } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ListDetail } from "../ui/ListDetail.tsx";
import { ListRow } from "../ui/ListRow.tsx";
import { formatPercent } from "../ui/percent.ts";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { NameDialog } from "./NameDialog.tsx";
import { StallForm } from "./NamedForms.tsx";
import type { SettingsView } from "./requests.ts";
import { StallTax } from "./StallTax.tsx";
import { StallTicketsForm } from "./StallTicketsForm.tsx";
import { stallWords, taxSaid } from "./stall-words.ts";
import { words } from "./words.ts";

export function StallsTab(props: { view: SettingsView; onSaved: () => Promise<void> }) {
  const w = useWords(words);
  const s = useWords(stallWords);
  const { may } = useSession();
  const toasts = useToasts();
  const [search, setSearch] = useSearchParams<{ gerai?: string }>();
  const [adding, setAdding] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const chosen = () => props.view.stalls.find((one) => one.code === search.gerai) ?? null;
  const line = (stall: StallView) => {
    const tax = stall.tax && { ...stall.tax, rate: formatPercent(stall.tax.rateBasisPoints) };
    const orders = { none: "", screen: s().ordersScreen, printer: s().ordersPrinter }[stall.tickets];
    return [stall.code, taxSaid(tax, s()), orders].filter((part) => part !== "").join(" · ");
  };
  const saved = async (name: string) => {
    setAdding(false);
    toasts.tell({ sentence: w().keptName({ name }) });
    await props.onSaved();
  };
  const add = () => (
    <Show when={may("manage_settings")}>
      <Button kind="primary" icon={Plus} onClick={() => setAdding(true)}>
        {w().addStall}
      </Button>
    </Show>
  );
  return (
    <>
      <Show
        when={props.view.stalls.length > 0}
        fallback={<EmptyState icon={Store} sentence={w().noStalls} action={add()} />}
      >
        <ListDetail
          list={
            <div class="stack">
              <div class="cluster">{add()}</div>
              <ul class="rows">
                <For each={props.view.stalls}>
                  {(stall) => (
                    <ListRow
                      title={stall.name}
                      line={line(stall)}
                      badge={
                        <Show when={!stall.active}>
                          <Badge>{w().inactive}</Badge>
                        </Show>
                      }
                      chosen={stall.code === search.gerai}
                      onPress={() => setSearch({ gerai: stall.code })}
                    />
                  )}
                </For>
              </ul>
            </div>
          }
          detail={
            <Show when={chosen()?.stallId} keyed>
              <Show when={chosen()}>
                {(stall) => <StallDetail stall={stall()} view={props.view} onSaved={props.onSaved} />}
              </Show>
            </Show>
          }
          chosen={chosen() !== null}
          back={w().allStalls}
          onBack={() => setSearch({ gerai: undefined })}
          placeholder={<p class="quiet">{w().chooseStall}</p>}
        />
      </Show>
      <NameDialog open={adding()} title={w().newStall} busy={busy()} onClose={() => setAdding(false)}>
        <StallForm known={null} onSaved={saved} onBusy={setBusy} />
      </NameDialog>
    </>
  );
}

function StallDetail(props: { stall: StallView; view: SettingsView; onSaved: () => Promise<void> }) {
  const w = useWords(words);
  const s = useWords(stallWords);
  const { may } = useSession();
  const toasts = useToasts();
  const [busy, setBusy] = createSignal(false);
  const named = async (name: string) => {
    toasts.tell({ sentence: w().keptName({ name }) });
    await props.onSaved();
  };
  return (
    <div class="stack">
      <h2>{props.stall.name}</h2>
      <Show when={may("manage_settings")}>
        <Card title={s().nameTitle}>
          <StallForm known={props.stall} onSaved={named} onBusy={setBusy} formId="stall" />
          <div class="form-actions">
            <Button type="submit" form="stall" kind="primary" busy={busy()}>
              {s().save}
            </Button>
          </div>
        </Card>
      </Show>
      <StallTicketsForm stall={props.stall} onSaved={props.onSaved} />
      <StallTax
        stall={props.stall}
        changes={props.view.taxes.filter((one) => one.stallId === props.stall.stallId)}
        onSaved={props.onSaved}
      />
    </div>
  );
}
