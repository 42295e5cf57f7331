// The shop's printers: to add, to change and to try.
import Plus from "lucide-solid/icons/plus";
import PrinterIcon from "lucide-solid/icons/printer";
import { createSignal, For, Show } from "solid-js";
import type { PrinterView } from "#rules/prints";
import { createReading, Loaded } from "../reading.tsx";
import { useSession } from "../session.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Icon } from "../ui/Icon.tsx";
import { ListRow } from "../ui/ListRow.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { useWords } from "../words.ts";
import { PrinterDialog } from "./PrinterDialog.tsx";
import { printerWords } from "./printer-words.ts";
import { readPrinters } from "./requests.ts";

export function PrintersTab() {
  const w = useWords(printerWords);
  const { may } = useSession();
  const toasts = useToasts();
  const printers = createReading(() => true, readPrinters);
  const [asked, setAsked] = createSignal<PrinterView | "new" | null>(null);
  const saved = (name: string) => {
    setAsked(null);
    toasts.tell({ sentence: w().saved({ name }) });
    void printers.again();
  };
  const add = () => (
    <Show when={may("manage_printers")}>
      <Button kind="primary" icon={Plus} onClick={() => setAsked("new")}>
        {w().add}
      </Button>
    </Show>
  );
  const line = ({ kind, address, columns }: PrinterView) =>
    w().said({
      kind: kind === "network" ? w().network : w().file,
      address,
      width: columns === 32 ? w().mm58 : w().mm80,
    });
  return (
    <div class="stack">
      <p class="settings-sentence">{w().sentence}</p>
      <Loaded reading={printers}>
        {(all) => (
          <Show
            when={all().length > 0}
            fallback={<EmptyState icon={PrinterIcon} sentence={w().none} action={add()} />}
          >
            <div class="cluster">{add()}</div>
            <ul class="rows">
              <For each={all()}>
                {(printer) => (
                  <ListRow
                    title={printer.name}
                    line={line(printer)}
                    start={<Icon is={PrinterIcon} size={32} />}
                    badge={
                      <Show when={!printer.active}>
                        <Badge>{w().inactive}</Badge>
                      </Show>
                    }
                    onPress={() => setAsked(printer)}
                  />
                )}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
      <PrinterDialog
        asked={asked()}
        others={printers.value() ?? []}
        onClose={() => setAsked(null)}
        onSaved={saved}
      />
    </div>
  );
}
