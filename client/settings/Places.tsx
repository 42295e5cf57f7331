// The places where visitors are counted: a list of names to add to and to change.
import MapPin from "lucide-solid/icons/map-pin";
import Plus from "lucide-solid/icons/plus";
import { createSignal, For, Show } from "solid-js";
import { useSession } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import type { IconShape } from "../ui/Icon.tsx";
import { ListRow } from "../ui/ListRow.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { NameDialog } from "./NameDialog.tsx";
import { AreaForm, type NamedFormProps } from "./NamedForms.tsx";
import type { SettingsView } from "./requests.ts";
import { words } from "./words.ts";

type Area = SettingsView["areas"][number];

export function AreasTab(props: { areas: readonly Area[]; onSaved: () => Promise<void> }) {
  const w = useWords(words);
  return (
    <NamedList
      items={props.areas}
      icon={MapPin}
      none={w().noAreas}
      add={w().addArea}
      newTitle={w().newArea}
      changeTitle={(name) => w().changeArea({ name })}
      onSaved={props.onSaved}
      form={(form) => <AreaForm {...form} />}
    />
  );
}

function NamedList<T extends { name: string; active: boolean }>(props: {
  items: readonly T[];
  line?: (item: T) => string;
  icon: IconShape;
  none: string;
  add: string;
  newTitle: string;
  changeTitle: (name: string) => string;
  onSaved: () => Promise<void>;
  form: (props: NamedFormProps<T>) => ReturnType<typeof AreaForm>;
}) {
  const w = useWords(words);
  const { may } = useSession();
  const toasts = useToasts();
  const [asked, setAsked] = createSignal<T | "new" | null>(null);
  const [busy, setBusy] = createSignal(false);
  const known = (): T | null => {
    const one = asked();
    return one === "new" ? null : one;
  };
  const title = () => {
    const one = known();
    return one === null ? props.newTitle : props.changeTitle(one.name);
  };
  const saved = async (name: string) => {
    setAsked(null);
    toasts.tell({ sentence: w().keptName({ name }) });
    await props.onSaved();
  };
  const add = () => (
    <Show when={may("manage_settings")}>
      <Button kind="primary" icon={Plus} onClick={() => setAsked("new")}>
        {props.add}
      </Button>
    </Show>
  );
  return (
    <div class="stack">
      <Show
        when={props.items.length > 0}
        fallback={<EmptyState icon={props.icon} sentence={props.none} action={add()} />}
      >
        <div class="cluster">{add()}</div>
        <ul class="rows">
          <For each={props.items}>
            {(item) => (
              <ListRow
                title={item.name}
                line={props.line?.(item)}
                badge={
                  <Show when={!item.active}>
                    <Badge>{w().inactive}</Badge>
                  </Show>
                }
                onPress={may("manage_settings") ? () => setAsked(() => item) : undefined}
              />
            )}
          </For>
        </ul>
      </Show>
      <NameDialog open={asked() !== null} title={title()} busy={busy()} onClose={() => setAsked(null)}>
        {props.form({ known: known(), onSaved: saved, onBusy: setBusy })}
      </NameDialog>
    </div>
  );
}
