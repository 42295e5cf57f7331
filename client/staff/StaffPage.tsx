// The staff's screen: who works here, with which role, and whether they can sign in.
import TableProperties from "lucide-solid/icons/table-properties";
import UserRound from "lucide-solid/icons/user-round";
import UserRoundPlus from "lucide-solid/icons/user-round-plus";
import { createSignal, For, Show } from "solid-js";
import { createReading, Loaded } from "../reading.tsx";
import { useSession } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ListRow } from "../ui/ListRow.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { readStaff, readStalls, type StaffView } from "./requests.ts";
import { StaffDialog } from "./StaffDialog.tsx";
import { words } from "./words.ts";

export function StaffPage() {
  const w = useWords(words);
  const toasts = useToasts();
  const { may, refetch } = useSession();
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
  const stalls = createReading(() => (may("see_settings") ? true : null), readStalls);
  const line = (person: StaffView) => {
    const names = (stalls.value() ?? [])
      .filter((stall) => person.stallIds.includes(stall.stallId))
      .map((stall) => stall.name);
    const roles = person.roles.map((role) => w()[role]).join(" · ");
    return names.length > 0 ? `${roles} · ${w().stallsOnly({ stalls: names.join(", ") })}` : roles;
  };
  const add = () => (
    <Show when={may("manage_staff")}>
      <Button kind="primary" icon={UserRoundPlus} onClick={() => setAsked("new")}>
        {w().add}
      </Button>
    </Show>
  );
  return (
    <div class="page">
      <PageHeader
        title={w().title}
        sentence={w().sentence}
        actions={
          <>
            <ButtonLink href="/petugas/peran" icon={TableProperties}>
              {w().rolesTable}
            </ButtonLink>
            {add()}
          </>
        }
      />
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
                    line={line(person)}
                    badge={
                      <Show when={person.active} fallback={<Badge>{w().inactive}</Badge>}>
                        <Show when={!person.hasPin}>
                          <Badge tone="attention">{w().noPin}</Badge>
                        </Show>
                      </Show>
                    }
                    onPress={may("manage_staff") ? () => setAsked(person) : undefined}
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
