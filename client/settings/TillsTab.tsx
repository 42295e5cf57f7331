// The centre's tills: which are open, by whom, how many receipts each has given, and where it prints.
import Calculator from "lucide-solid/icons/calculator";
import PrinterIcon from "lucide-solid/icons/printer";
import { createSignal, For, Show } from "solid-js";
import { formatMoment } from "#rules/business-day";
import { groupDigits } from "#rules/money";
import type { TillView } from "#rules/shift";
import { createReading, Loaded } from "../reading.tsx";
import { useCentre, useSession } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { language, useWords } from "../words.ts";
import { printerWords } from "./printer-words.ts";
import { readPrinters, readTills } from "./requests.ts";
import { TillPrinter } from "./TillPrinter.tsx";
import { words } from "./words.ts";

export function TillsTab() {
  const w = useWords(words);
  const p = useWords(printerWords);
  const { may } = useSession();
  const toasts = useToasts();
  const tills = createReading(() => true, readTills);
  const printers = createReading(() => (may("print") ? true : null), readPrinters);
  const [asked, setAsked] = createSignal<TillView | null>(null);
  const toShift = () => <ButtonLink href="/kas">{w().toShift}</ButtonLink>;
  const nameOf = (printerId: number | null) =>
    printers.value()?.find((one) => one.printerId === printerId)?.name ?? p().browser;
  const saved = (till: TillView, printerId: number | null) => {
    setAsked(null);
    toasts.tell({ sentence: p().tillSaved({ till: till.code, printer: nameOf(printerId) }) });
    void tills.again();
  };
  return (
    <Loaded reading={tills}>
      {(known) => (
        <Show
          when={known().length > 0}
          fallback={<EmptyState icon={Calculator} sentence={w().noTills} action={toShift()} />}
        >
          <div class="stack">
            <ul class="rows">
              <For each={known()}>
                {(till) => (
                  <TillRow till={till} printer={nameOf(till.printerId)} onPrinter={() => setAsked(till)} />
                )}
              </For>
            </ul>
            <p class="quiet">{w().tillsHint}</p>
            <div class="cluster">{toShift()}</div>
          </div>
          <TillPrinter
            till={asked()}
            printers={printers.value() ?? []}
            onClose={() => setAsked(null)}
            onSaved={saved}
          />
        </Show>
      )}
    </Loaded>
  );
}

function TillRow(props: { till: TillView; printer: string; onPrinter: () => void }) {
  const w = useWords(words);
  const p = useWords(printerWords);
  const centre = useCentre();
  const { may } = useSession();
  const standing = () => {
    const { shift } = props.till;
    if (!shift) return w().tillClosed;
    const moment = formatMoment(shift.openedAtMs, centre().timeZone, language());
    return w().tillOpen({ person: shift.openedBy, moment });
  };
  return (
    <li class="row till-row">
      <span class="row-words">
        <span class="row-title">
          {props.till.code} · {props.till.name}
        </span>
        <span class="row-line">{standing()}</span>
        <span class="row-line">
          {p().tillPrinter({ printer: props.printer })} ·{" "}
          {w().receipts({ count: groupDigits(props.till.lastReceiptCount) })}
        </span>
      </span>
      <Show when={props.till.shift}>
        <Badge tone="done">{w().open}</Badge>
      </Show>
      <Show when={may("manage_printers")}>
        <Button icon={PrinterIcon} onClick={props.onPrinter}>
          {p().changePrinter}
          <span class="visually-hidden"> {props.till.code}</span>
        </Button>
      </Show>
    </li>
  );
}
