// The settings' screen: the centre's facts, stalls, counting places, tills, and the book that checks itself.
import { useSearchParams } from "@solidjs/router";
import BookCheck from "lucide-solid/icons/book-check";
import Calculator from "lucide-solid/icons/calculator";
import House from "lucide-solid/icons/house";
import MapPin from "lucide-solid/icons/map-pin";
import Store from "lucide-solid/icons/store";
import { Match, Show, Switch } from "solid-js";
import { createReading, Loaded } from "../reading.tsx";
import { useSession } from "../session.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { useWords } from "../words.ts";
import { BookTab } from "./BookTab.tsx";
import { CentreTab } from "./CentreTab.tsx";
import { AreasTab, StallsTab } from "./Places.tsx";
import { Practice } from "./Practice.tsx";
import { readSettings } from "./requests.ts";
import "./settings.css";
import { TillsTab } from "./TillsTab.tsx";
import { words } from "./words.ts";

const sections = ["centre", "stalls", "areas", "tills", "book"] as const;
type Section = (typeof sections)[number];
const icons = { centre: House, stalls: Store, areas: MapPin, tills: Calculator, book: BookCheck };

export function SettingsPage() {
  const w = useWords(words);
  const { session } = useSession();
  const [search, setSearch] = useSearchParams<{ bagian?: string }>();
  const settings = createReading(() => true, readSettings);
  const section = (): Section => sections.find((one) => one === search.bagian) ?? "centre";
  return (
    <div class="page settings">
      <PageHeader title={w().title} />
      <Show when={session()?.practice}>
        <Practice />
      </Show>
      <Tabs
        label={w().sections}
        value={section()}
        tabs={sections.map((value) => ({ value, label: w()[value], icon: icons[value] }))}
        onChange={(bagian) => setSearch({ bagian })}
      >
        <Switch>
          <Match when={section() === "tills"}>
            <TillsTab />
          </Match>
          <Match when={section() === "book"}>
            <BookTab />
          </Match>
          <Match when={section() === "centre"}>
            <Loaded reading={settings}>
              {(view) => <CentreTab view={view()} onSaved={settings.again} />}
            </Loaded>
          </Match>
          <Match when={section() === "stalls"}>
            <Loaded reading={settings}>
              {(view) => <StallsTab stalls={view().stalls} onSaved={settings.again} />}
            </Loaded>
          </Match>
          <Match when={section() === "areas"}>
            <Loaded reading={settings}>
              {(view) => <AreasTab areas={view().areas} onSaved={settings.again} />}
            </Loaded>
          </Match>
        </Switch>
      </Tabs>
    </div>
  );
}
