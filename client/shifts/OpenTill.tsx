// A till that is open: what can be done to its drawer, and what has been.
import ArrowDownToLine from "lucide-solid/icons/arrow-down-to-line";
import ArrowUpFromLine from "lucide-solid/icons/arrow-up-from-line";
import FileText from "lucide-solid/icons/file-text";
import Inbox from "lucide-solid/icons/inbox";
import Lock from "lucide-solid/icons/lock";
import Minus from "lucide-solid/icons/minus";
import Plus from "lucide-solid/icons/plus";
import { createEffect, createSignal, For, on, Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import { DRAWER_MOVES, type ShiftView } from "#rules/shift";
import { wireUp } from "../api.ts";
import { useDevice } from "../device.tsx";
import { PaperDialog } from "../PaperDialog.tsx";
import { createReading, Loaded } from "../reading.tsx";
import { useCentre, useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { language, useWords } from "../words.ts";
import { DrawerEvents } from "./DrawerEvents.tsx";
import { DrawerMoveDialog, type DrawerMoveKind } from "./DrawerMoveDialog.tsx";
import { drawerHere } from "./drawer-here.ts";
import { OpenDrawerDialog } from "./OpenDrawerDialog.tsx";
import { readReport } from "./requests.ts";
import { words } from "./words.ts";

const icons = { cash_in: Plus, cash_out: Minus, deposit: ArrowDownToLine, top_up: ArrowUpFromLine };

export function OpenTill(props: { shift: ShiftView; onClosing: () => void }) {
  const w = useWords(words);
  const centre = useCentre();
  const { may, remembered } = useSession();
  const device = useDevice();
  const alone = () => remembered() || !wireUp();
  /** Opened here, and the server has not heard of it. */
  const isHere = () => device.till()?.shift?.id !== props.shift.id;
  const report = createReading(() => (alone() || isHere() ? null : props.shift.id), readReport);
  const unsent = () => drawerHere(device.outbox.queue(), props.shift.id);
  // What was sent stands in the server's list from then on.
  createEffect(
    on(
      () => unsent().length,
      (now, before = 0) => now < before && void report.again(),
    ),
  );
  const [kind, setKind] = createSignal<DrawerMoveKind | null>(null);
  const [opening, setOpening] = createSignal(false);
  const [slip, setSlip] = createSignal<{ id: string; number: string } | null>(null);
  const slipWish = () => {
    const one = slip();
    return one && { paper: "drawer_move" as const, about: one.id };
  };
  const opened = () => ({
    by: props.shift.openedBy,
    at: formatMoment(props.shift.openedAtMs, centre().timeZone, language()),
  });
  return (
    <>
      <p>{isHere() ? w().openHere(opened()) : w().open({ ...opened(), number: props.shift.number })}</p>
      <section class="stack" aria-label={w().drawerActs}>
        <h2>{w().drawerActs}</h2>
        <div class="drawer-keys">
          <Show when={may("move_drawer")}>
            <For each={DRAWER_MOVES}>
              {(one) => (
                <Button size="large" icon={icons[one]} onClick={() => setKind(one)}>
                  {w()[one]}
                </Button>
              )}
            </For>
          </Show>
          <Show when={may("open_drawer")}>
            <Button size="large" icon={Inbox} onClick={() => setOpening(true)}>
              {w().openDrawer}
            </Button>
          </Show>
          <ButtonLink size="large" icon={FileText} href={`/kas/${props.shift.id}`}>
            {w().report}
          </ButtonLink>
          <Button size="large" icon={Lock} onClick={props.onClosing}>
            {w().toClose}
          </Button>
        </div>
      </section>
      <section class="stack" aria-label={w().movesTitle}>
        <h2>{w().movesTitle}</h2>
        <Show
          when={alone() || isHere()}
          fallback={
            <Loaded reading={report}>
              {(known) => (
                <DrawerEvents
                  unsent={unsent()}
                  moves={known().moves}
                  openings={known().drawerOpenings}
                  none={w().noMoves}
                  onSlip={may("print") ? setSlip : undefined}
                />
              )}
            </Loaded>
          }
        >
          <p class="quiet">{w().alone}</p>
          <DrawerEvents unsent={unsent()} moves={[]} openings={[]} none="" onSlip={undefined} />
        </Show>
      </section>
      <DrawerMoveDialog
        kind={kind()}
        shift={props.shift}
        onClose={() => setKind(null)}
        onMoved={() => {
          setKind(null);
          void report.again();
        }}
      />
      <OpenDrawerDialog
        open={opening()}
        shift={props.shift}
        onClose={() => setOpening(false)}
        onOpened={() => {
          setOpening(false);
          void report.again();
        }}
      />
      <PaperDialog
        title={w().slipTitle({ number: slip()?.number ?? "" })}
        wish={slipWish()}
        onClose={() => setSlip(null)}
      />
    </>
  );
}
