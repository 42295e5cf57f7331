// Shows one paper above the screen and has it printed: at the till's printer where there is one, otherwise by the browser.
import { onMount, Show } from "solid-js";
import { useDevice } from "./device.tsx";
import { PaperPanel } from "./PaperPanel.tsx";
import { createPaperJob, type PaperWish } from "./paper-jobs.ts";
import { Dialog } from "./ui/Dialog.tsx";

export function PaperDialog(props: { title: string; wish: PaperWish | null; onClose: () => void }) {
  return (
    <Show when={props.wish} keyed>
      {(wish) => (
        <Dialog open title={props.title} onClose={props.onClose}>
          <Asked wish={wish} />
        </Dialog>
      )}
    </Show>
  );
}

function Asked(props: { wish: PaperWish }) {
  const device = useDevice();
  const job = createPaperJob({
    tillId: () => device.till()?.tillId ?? null,
    printerId: () => device.till()?.printerId ?? null,
  });
  onMount(() => void job.ask(props.wish));
  return <PaperPanel job={job} />;
}
