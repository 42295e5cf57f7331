// A paper that failed after its customer had gone: it waits at the foot of the shelf and is in nobody's way (P4).
import Printer from "lucide-solid/icons/printer";
import { Show } from "solid-js";
import { printWords } from "../paper-words.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWords } from "../words.ts";
import { sellingWords } from "./selling-words.ts";
import type { Till } from "./till-store.ts";

export function Unprinted(props: { till: Pick<Till, "leftUnprinted" | "printing"> }) {
  const w = useWords(sellingWords);
  const p = useWords(printWords);
  return (
    <Show when={props.till.leftUnprinted()}>
      {(job) => (
        <Notice
          tone="attention"
          live
          action={
            <div class="cluster">
              <Button icon={Printer} onClick={() => void props.till.printing.again()}>
                {w().printAgain}
              </Button>
              <Button kind="plain" onClick={props.till.printing.clear}>
                {w().leaveIt}
              </Button>
            </div>
          }
        >
          {w().unprinted({ number: job().number, cause: p()[job().failure ?? "not_answering"] })}
        </Notice>
      )}
    </Show>
  );
}
