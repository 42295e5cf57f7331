// Takes the period's figures along: on paper, for Excel, for other programs, for the directorate.
import Download from "lucide-solid/icons/download";
import Printer from "lucide-solid/icons/printer";
import { createSignal, Show } from "solid-js";
import type { FiguresView } from "#rules/figures";
import { sentenceOf } from "../api.ts";
import { useCentre, useSession } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Notice } from "../ui/Notice.tsx";
import { printSheet } from "../ui/printing.tsx";
import { Toggle } from "../ui/Toggle.tsx";
import { useToasts } from "../ui/toasts.tsx";
import { language, useWords } from "../words.ts";
import { FiguresSheet } from "./FiguresSheet.tsx";
import { formatPeriod } from "./period.ts";
import { type CsvManner, download, type Wanted } from "./requests.ts";
import { words } from "./words.ts";

export function Files(props: { view: FiguresView }) {
  const w = useWords(words);
  const centre = useCentre();
  const { may } = useSession();
  const toasts = useToasts();
  const [open, setOpen] = createSignal(false);
  const [printing, setPrinting] = createSignal(false);
  const [busy, setBusy] = createSignal<Wanted["file"] | null>(null);
  const [problem, setProblem] = createSignal<unknown>(null);
  const [manner, setManner] = createSignal<CsvManner>({ separator: ";", bom: "yes" });
  let sheet: HTMLElement | undefined;

  const take = async (wanted: Wanted) => {
    setBusy(wanted.file);
    setProblem(null);
    try {
      await download(wanted, { from: props.view.from, to: props.view.to }, centre().code);
      toasts.tell({ sentence: w().downloaded });
      setOpen(false);
    } catch (thrown) {
      setProblem(() => thrown);
    } finally {
      setBusy(null);
    }
  };
  const print = () => {
    setPrinting(true);
    if (sheet) printSheet(sheet, "a4");
    setPrinting(false);
  };
  const key = (wanted: Wanted, name: string) => (
    <Button
      icon={Download}
      busy={busy() === wanted.file}
      aria-label={w().downloadOf({ file: name })}
      onClick={() => void take(wanted)}
    >
      {w().download}
    </Button>
  );
  return (
    <>
      <Button icon={Printer} onClick={print}>
        {w().print}
      </Button>
      <Button icon={Download} onClick={() => setOpen(true)}>
        {w().files}
      </Button>
      <Show when={printing()}>
        <div hidden>
          <FiguresSheet view={props.view} ref={(element) => (sheet = element)} />
        </div>
      </Show>
      <Dialog open={open()} title={w().filesTitle} onClose={() => setOpen(false)}>
        <p>{w().filesLine({ period: formatPeriod(props.view, language()) })}</p>
        <Show when={problem()}>
          {(thrown) => (
            <Notice tone="danger" live>
              <p>{sentenceOf(thrown())}</p>
            </Notice>
          )}
        </Show>
        <section class="file">
          <div>
            <h3>{w().xlsx}</h3>
            <p class="quiet">{w().xlsxLine}</p>
          </div>
          {key({ file: "xlsx" }, w().xlsx)}
        </section>
        <Show when={may("report")}>
          <section class="file">
            <div>
              <h3>{w().directorate}</h3>
              <p class="quiet">{w().directorateLine}</p>
            </div>
            {key({ file: "directorate" }, w().directorate)}
          </section>
        </Show>
        <section class="file">
          <div>
            <h3>{w().csv}</h3>
            <p class="quiet">{w().csvLine}</p>
          </div>
          {key({ file: "csv", manner: manner() }, w().csv)}
          <div class="file-manner">
            <Choice
              label={w().separator}
              shape="segments"
              value={manner().separator}
              options={[
                { value: ";", label: w().semicolon },
                { value: ",", label: w().comma },
              ]}
              onChange={(separator) => setManner((known) => ({ ...known, separator }))}
            />
            <Toggle
              label={w().bom}
              hint={w().bomHint}
              checked={manner().bom === "yes"}
              onChange={(bom) => setManner((known) => ({ ...known, bom: bom ? "yes" : "no" }))}
            />
          </div>
        </section>
      </Dialog>
    </>
  );
}
