// The settings' screen: the centre's facts, limits, stalls, counting places, tills, printers, and the book that checks itself.
import { useSearchParams } from "@solidjs/router";
import BookCheck from "lucide-solid/icons/book-check";
import Calculator from "lucide-solid/icons/calculator";
import Gauge from "lucide-solid/icons/gauge";
import House from "lucide-solid/icons/house";
import MapPin from "lucide-solid/icons/map-pin";
import Printer from "lucide-solid/icons/printer";
import Store from "lucide-solid/icons/store";
import { Match, Show, Switch } from "solid-js";
import type { Right } from "#rules/permissions";
import { createReading, Loaded } from "../reading.tsx";
import { useSession } from "../session.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { useWords } from "../words.ts";
import { BookTab } from "./BookTab.tsx";
import { CentreTab } from "./CentreTab.tsx";
import { LimitsTab } from "./LimitsTab.tsx";
import { AreasTab } from "./Places.tsx";
import { Practice } from "./Practice.tsx";
import { PrintersTab } from "./PrintersTab.tsx";
import { readSettings } from "./requests.ts";
import { SecureNotice } from "./SecureNotice.tsx";
import { StallsTab } from "./StallsTab.tsx";
import "./settings.css";
import { TillsTab } from "./TillsTab.tsx";
import { words } from "./words.ts";

const sections = ["centre", "limits", "stalls", "areas", "tills", "printers", "book"] as const;
type Section = (typeof sections)[number];
const icons = {
  centre: House,
  limits: Gauge,
  stalls: Store,
  areas: MapPin,
  tills: Calculator,
  printers: Printer,
  book: BookCheck,
};
/** Parts that need more than the right to look at settings. */
const needs: Partial<Record<Section, Right>> = { tills: "see_shift", printers: "print", book: "audit" };

export function SettingsPage() {
  const w = useWords(words);
  const { session, may } = useSession();
  const mine = () => sections.filter((one) => may(needs[one] ?? "see_settings"));
  const [search, setSearch] = useSearchParams<{ bagian?: string; gerai?: string }>();
  const settings = createReading(() => true, readSettings);
  const section = (): Section => mine().find((one) => one === search.bagian) ?? "centre";
  return (
    <div class="page settings">
      <PageHeader title={w().title} />
      <Show when={session()?.practice && section() === "centre" && may("manage_settings")}>
        <Practice />
      </Show>
      <Tabs
        label={w().sections}
        value={section()}
        tabs={mine().map((value) => ({ value, label: w()[value], icon: icons[value] }))}
        onChange={(bagian) => setSearch({ bagian, gerai: undefined })}
      >
        <Switch>
          <Match when={section() === "tills"}>
            <div class="stack">
              <SecureNotice forOthers />
              <TillsTab />
            </div>
          </Match>
          <Match when={section() === "printers"}>
            <PrintersTab />
          </Match>
          <Match when={section() === "limits"}>
            <Loaded reading={settings}>
              {(view) => <LimitsTab view={view()} onSaved={settings.again} />}
            </Loaded>
          </Match>
          <Match when={section() === "book"}>
            <BookTab />
          </Match>
          <Match when={section() === "centre"}>
            <div class="stack">
              <SecureNotice forOthers={false} />
              <Loaded reading={settings}>
                {(view) => <CentreTab view={view()} onSaved={settings.again} />}
              </Loaded>
            </div>
          </Match>
          <Match when={section() === "stalls"}>
            <Loaded reading={settings}>
              {(view) => <StallsTab view={view()} onSaved={settings.again} />}
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
