// The drawer: registers this device as a till, opens it with a float, closes it with the cash counted.
import { Match, Show, Switch } from "solid-js";
import { sentenceOf } from "../api.ts";
import { useDevice } from "../device.tsx";
import { useSession } from "../session.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { dictionary, useWords } from "../words.ts";
import { CloseShift } from "./CloseShift.tsx";
import { OpenShift } from "./OpenShift.tsx";
import { RegisterTill } from "./RegisterTill.tsx";
import { ShiftSheet } from "./ShiftSheet.tsx";
import { UnsentNotice } from "./UnsentNotice.tsx";
import "./shifts.css";

const words = dictionary({
  id: {
    title: "Kas",
    till: (of: { name: string; code: string }) => `${of.name} (${of.code})`,
    askManager:
      "Perangkat ini belum menjadi kasir. Minta manajer masuk di perangkat ini dan mendaftarkannya.",
    sell: "Mulai berjualan",
  },
  en: {
    title: "Drawer",
    till: (of) => `${of.name} (${of.code})`,
    askManager: "This device is not a till yet. Ask a manager to sign in on this device and register it.",
    sell: "Start selling",
  },
});

export function ShiftPage() {
  const w = useWords(words);
  const { may } = useSession();
  const device = useDevice();
  return (
    <div class="page">
      <PageHeader
        title={w().title}
        sentence={device.till() ? w().till(device.till() ?? { name: "", code: "" }) : undefined}
        actions={
          <Show when={device.shift()}>
            <ButtonLink href="/kasir" kind="primary" size="large">
              {w().sell}
            </ButtonLink>
          </Show>
        }
      />
      <UnsentNotice />
      <Switch fallback={<Skeleton count={4} shape="rows" />}>
        <Match when={device.state() === "none" && may("manage_tills")}>
          <RegisterTill />
        </Match>
        <Match when={device.state() === "none"}>
          <Notice tone="info">{w().askManager}</Notice>
        </Match>
        <Match when={!device.till() && device.problem()}>
          <Notice tone="danger">{sentenceOf(device.problem())}</Notice>
        </Match>
        <Match when={device.shift()} keyed>
          {(shift) => <CloseShift shift={shift} />}
        </Match>
        <Match when={device.till()}>
          <Show when={device.lastClosed()}>{(shift) => <ShiftSheet shift={shift()} />}</Show>
          {/* What the closing came to is read first. */}
          <OpenShift focus={!device.lastClosed()} />
        </Match>
      </Switch>
    </div>
  );
}
