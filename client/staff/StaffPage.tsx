// The staff's screen: who works here, with which role, and whether they can sign in.
import UserRound from "lucide-solid/icons/user-round";
import UserRoundPlus from "lucide-solid/icons/user-round-plus";
import { createSignal, For, Show } from "solid-js";
import { createReading, Loaded } from "../reading.tsx";
import { useSession } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ListRow } from "../ui/ListRow.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { readStaff, type StaffView } from "./requests.ts";
import { StaffDialog } from "./StaffDialog.tsx";
import { words } from "./words.ts";

export function StaffPage() {
  const w = useWords(words);
  const toasts = useToasts();
  const { refetch } = useSession();
  const staff = createReading(() => true, readStaff);
  const [asked, setAsked] = createSignal<StaffView | "new" | null>(null);
  const ordered = () =>
    [...(staff.value() ?? [])].sort(
      (a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name, "id"),
    );
  const saved = (name: string) => {
    setAsked(null);
    toasts.tell({ sentence: w().saved({ name }) });
    void staff.again();
    // Names and rights of who is signed in may have changed.
    void refetch();
  };
  const add = () => (
    <Button kind="primary" icon={UserRoundPlus} onClick={() => setAsked("new")}>
      {w().add}
    </Button>
  );
  return (
    <div class="page">
      <PageHeader title={w().title} sentence={w().sentence} actions={add()} />
      <Loaded reading={staff}>
        {(people) => (
          <Show
            when={people().length > 0}
            fallback={<EmptyState icon={UserRound} sentence={w().none} action={add()} />}
          >
            <ul class="rows">
              <For each={ordered()}>
                {(person) => (
                  <ListRow
                    title={person.name}
                    line={person.roles.map((role) => w()[role]).join(" · ")}
                    badge={
                      <Show when={person.active} fallback={<Badge>{w().inactive}</Badge>}>
                        <Show when={!person.hasPin}>
                          <Badge tone="attention">{w().noPin}</Badge>
                        </Show>
                      </Show>
                    }
                    onPress={() => setAsked(person)}
                  />
                )}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
      <StaffDialog asked={asked()} onClose={() => setAsked(null)} onSaved={saved} />
    </div>
  );
}
