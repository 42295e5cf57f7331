// A till that is open: what can be done to its drawer, and what has been.
import ArrowDownToLine from "lucide-solid/icons/arrow-down-to-line";
import ArrowUpFromLine from "lucide-solid/icons/arrow-up-from-line";
import FileText from "lucide-solid/icons/file-text";
import Inbox from "lucide-solid/icons/inbox";
import Lock from "lucide-solid/icons/lock";
import Minus from "lucide-solid/icons/minus";
import Plus from "lucide-solid/icons/plus";
import { createSignal, For, Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import { DRAWER_MOVES, type ShiftView } from "#rules/shift";
import { PaperDialog } from "../PaperDialog.tsx";
import { createReading, Loaded } from "../reading.tsx";
import { useCentre, useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { language, useWords } from "../words.ts";
import { DrawerEvents } from "./DrawerEvents.tsx";
import { DrawerMoveDialog, type DrawerMoveKind } from "./DrawerMoveDialog.tsx";
import { OpenDrawerDialog } from "./OpenDrawerDialog.tsx";
import { readReport } from "./requests.ts";
import { words } from "./words.ts";

const icons = { cash_in: Plus, cash_out: Minus, deposit: ArrowDownToLine, top_up: ArrowUpFromLine };

export function OpenTill(props: { shift: ShiftView; onClosing: () => void }) {
  const w = useWords(words);
  const centre = useCentre();
  const { may } = useSession();
  const report = createReading(() => props.shift.id, readReport);
  const [kind, setKind] = createSignal<DrawerMoveKind | null>(null);
  const [opening, setOpening] = createSignal(false);
  const [slip, setSlip] = createSignal<{ id: string; number: string } | null>(null);
  const slipWish = () => {
    const one = slip();
    return one && { paper: "drawer_move" as const, about: one.id };
  };
  return (
    <>
      <p>
        {w().open({
          number: props.shift.number,
          by: props.shift.openedBy,
          at: formatMoment(props.shift.openedAtMs, centre().timeZone, language()),
        })}
      </p>
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
        <Loaded reading={report}>
          {(known) => (
            <DrawerEvents
              moves={known().moves}
              openings={known().drawerOpenings}
              none={w().noMoves}
              onSlip={may("print") ? setSlip : undefined}
            />
          )}
        </Loaded>
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
