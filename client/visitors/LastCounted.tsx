// What was counted last, and its way back, in a place of its own: a bar over the foot would lie on the keys that are pressed again and again.
import Undo2 from "lucide-solid/icons/undo-2";
import { Show } from "solid-js";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words.ts";
import { words } from "./words.ts";

export interface LastCount {
  readonly sentence: string;
  readonly undo?: (() => void) | undefined;
}

export function LastCounted(props: { last: LastCount | null }) {
  const w = useWords(words);
  return (
    <p class="last-counted" role="status">
      <Show when={props.last} fallback={<span class="quiet">{w().tapOnce}</span>}>
        {(last) => (
          <>
            <span>{last().sentence}</span>
            <Show when={last().undo}>
              {(undo) => (
                <Button kind="plain" icon={Undo2} onClick={() => undo()()}>
                  {w().undo}
                </Button>
              )}
            </Show>
          </>
        )}
      </Show>
    </p>
  );
}
