// Prints a page to try a printer by, and says in words what it answered.
import PrinterCheck from "lucide-solid/icons/printer-check";
import { createEffect, Show } from "solid-js";
import type { PrinterView } from "#rules/prints";
import { PaperPanel } from "../PaperPanel.tsx";
import { createPaperJob } from "../paper-jobs.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words.ts";
import { printerWords } from "./printer-words.ts";

export function TestPage(props: { printer: PrinterView }) {
  const w = useWords(printerWords);
  const job = createPaperJob({ tillId: () => null, printerId: () => props.printer.printerId });
  let section: HTMLElement | undefined;
  // The answer comes below the foot of the window; whoever pressed sees it without looking for it.
  createEffect(() => job.job() && section?.scrollIntoView({ block: "start" }));
  const print = () => {
    const { printerId } = props.printer;
    void job.askAt({ paper: "test", about: String(printerId) }, printerId);
  };
  return (
    <section class="printer-test" ref={section} aria-label={w().testTitle({ name: props.printer.name })}>
      <p class="field-hint">{w().testHint}</p>
      <div class="cluster">
        <Button icon={PrinterCheck} busy={job.busy()} onClick={print}>
          {w().test}
        </Button>
      </div>
      <Show when={job.job() || job.problem()}>
        <PaperPanel job={job} />
      </Show>
    </section>
  );
}
