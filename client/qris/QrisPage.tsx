// The QRIS screen: payments that wait for their notification, and the codes that customers scan.
import { useSearchParams } from "@solidjs/router";
import FileCheck from "lucide-solid/icons/file-check";
import Hourglass from "lucide-solid/icons/hourglass";
import QrCode from "lucide-solid/icons/qr-code";
import { Show } from "solid-js";
import { useSession } from "../session.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { useWords } from "../words.ts";
import { CodesTab } from "./CodesTab.tsx";
import "./qris.css";
import { WaitingTab } from "./WaitingTab.tsx";
import { words } from "./words.ts";

type Section = "waiting" | "codes";

export function QrisPage() {
  const w = useWords(words);
  const { may } = useSession();
  const [search, setSearch] = useSearchParams<{ bagian?: string }>();
  const section = (): Section => (search.bagian === "codes" && may("see_settings") ? "codes" : "waiting");
  return (
    <div class="page qris-page">
      <PageHeader
        title={w().title}
        actions={
          <Show when={may("see_settlements")}>
            <ButtonLink href="/qris/cocokkan" icon={FileCheck}>
              {w().match}
            </ButtonLink>
          </Show>
        }
      />
      <Show when={may("see_settings")} fallback={<WaitingTab />}>
        <Tabs
          label={w().sections}
          value={section()}
          tabs={[
            { value: "waiting", label: w().waiting, icon: Hourglass },
            { value: "codes", label: w().codes, icon: QrCode },
          ]}
          onChange={(bagian) => setSearch({ bagian })}
        >
          <Show when={section() === "codes"} fallback={<WaitingTab />}>
            <CodesTab />
          </Show>
        </Tabs>
      </Show>
    </div>
  );
}
