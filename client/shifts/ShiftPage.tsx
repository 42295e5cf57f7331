// The drawer: registers this device as a till, opens it with a float, moves its money, closes it with the cash counted.
import { useSearchParams } from "@solidjs/router";
import CalendarClock from "lucide-solid/icons/calendar-clock";
import Wallet from "lucide-solid/icons/wallet";
import { createEffect, Match, on, Show, Switch } from "solid-js";
import type { ShiftView } from "#rules/shift";
import { sentenceOf } from "../api.ts";
import { shopNow } from "../clock.ts";
import { useDevice } from "../device.tsx";
import { useSession } from "../session.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { useWords } from "../words.ts";
import { ClosedTill } from "./ClosedTill.tsx";
import { CloseShift } from "./CloseShift.tsx";
import { OpenShift } from "./OpenShift.tsx";
import { OpenTill } from "./OpenTill.tsx";
import { RegisterTill } from "./RegisterTill.tsx";
import { SendFirst } from "./SendFirst.tsx";
import { ShiftList } from "./ShiftList.tsx";
import { UnsentNotice } from "./UnsentNotice.tsx";
import "./shifts.css";
import { words } from "./words.ts";

export function ShiftPage() {
  const w = useWords(words);
  const { may } = useSession();
  const device = useDevice();
  const [search, setSearch] = useSearchParams<{ bagian?: string; langkah?: string }>();
  const closing = () => search.langkah === "tutup" && device.shift() !== null;
  const section = () => (search.bagian === "riwayat" ? "history" : "now");
  return (
    <div class="page">
      <PageHeader
        title={w().title}
        sentence={device.till() ? w().till(device.till() ?? { name: "", code: "" }) : undefined}
        actions={
          <Show when={device.shift() && may("sell") && search.langkah !== "tutup"}>
            <ButtonLink href="/kasir" kind="primary" size="large">
              {w().sell}
            </ButtonLink>
          </Show>
        }
      />
      <UnsentNotice />
      {/* Who counts is not offered to look elsewhere; the way back stands by the key that goes on. */}
      <Show when={!closing()} fallback={<ThisTill />}>
        <Tabs
          label={w().sections}
          value={section()}
          tabs={[
            { value: "now", label: w().now, icon: Wallet },
            { value: "history", label: w().history, icon: CalendarClock },
          ]}
          onChange={(to) => setSearch({ bagian: to === "history" ? "riwayat" : undefined })}
        >
          <Show when={section() === "now"} fallback={<ShiftList />}>
            <div class="stack">
              <ThisTill />
            </div>
          </Show>
        </Tabs>
      </Show>
    </div>
  );
}

function ThisTill() {
  const w = useWords(words);
  const { may } = useSession();
  const device = useDevice();
  const [, setSearch] = useSearchParams<{ langkah?: string }>();
  // The closing may be answered after its screen is gone; the next opening does not begin there.
  createEffect(on(device.lastClosed, (shift) => shift && setSearch({ langkah: undefined }), { defer: true }));
  return (
    <Switch fallback={<Skeleton count={4} shape="rows" />}>
      <Match when={device.state() === "none" && may("manage_tills")}>
        <RegisterTill />
      </Match>
      <Match when={device.state() === "none"}>
        <Notice tone="info">{w().askManager}</Notice>
      </Match>
      <Match when={!may("run_shift")}>
        <Notice tone="info">{w().mayNotRun}</Notice>
      </Match>
      <Match when={!device.till() && device.problem()}>
        <Notice tone="danger">{sentenceOf(device.problem())}</Notice>
      </Match>
      <Match when={device.shift()}>{(shift) => <Shift shift={shift()} />}</Match>
      <Match when={device.till()}>
        <Show when={device.lastClosed()} keyed>
          {(shift) => <ClosedTill shift={shift} />}
        </Show>
        {/* What the closing came to is read first. */}
        <OpenShift focus={!device.lastClosed()} />
      </Match>
    </Switch>
  );
}

/** The browser's way back leads out of the closing. */
function Shift(props: { shift: ShiftView }) {
  const device = useDevice();
  const [search, setSearch] = useSearchParams<{ langkah?: string }>();
  const leave = () => setSearch({ langkah: undefined });
  const closed = () => {
    leave();
    void device.refresh();
  };
  return (
    <Show
      when={search.langkah === "tutup"}
      fallback={<OpenTill shift={props.shift} onClosing={() => setSearch({ langkah: "tutup" })} />}
    >
      <CloseShift
        needs={{
          shiftId: props.shift.id,
          count: async (draft) => waits(await device.outbox.act("count_shift", draft)),
          close: async (draft) => waits(await device.outbox.act("close_shift", draft)),
          nowMs: shopNow,
          forOther: false,
        }}
        late={device.lastCounted()}
        first={<SendFirst />}
        onBack={leave}
        onClosed={closed}
      />
    </Show>
  );
}

/** What waits for its answer is on this till's disk. */
function waits<A extends { is: string }>(outcome: A): Exclude<A, { is: "waiting" }> | { is: "kept" } {
  return outcome.is === "waiting" ? { is: "kept" } : (outcome as Exclude<A, { is: "waiting" }>);
}
