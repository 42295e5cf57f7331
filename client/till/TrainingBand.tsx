// Says on every screen of a till in training that nothing is kept: a band, a colour, and a mark across the screen (H7).
import GraduationCap from "lucide-solid/icons/graduation-cap";
import { createEffect, onCleanup, Show } from "solid-js";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words.ts";
import { sellingWords } from "./selling-words.ts";

export function TrainingBand(props: {
  training: { on: () => boolean; turn: (on: boolean) => void };
  /** With an empty cart only: what was taken in training is no sale. */
  mayEnd: boolean;
}) {
  const w = useWords(sellingWords);
  createEffect(() => {
    if (props.training.on()) document.documentElement.dataset["training"] = w().training;
    else delete document.documentElement.dataset["training"];
  });
  onCleanup(() => delete document.documentElement.dataset["training"]);
  return (
    <Show when={props.training.on()}>
      <div class="training-band">
        <Icon is={GraduationCap} size={24} />
        <p>
          <strong>{w().training}</strong> {w().trainingSaid}
        </p>
        <Show when={props.mayEnd}>
          <Button onClick={() => props.training.turn(false)}>{w().endTraining}</Button>
        </Show>
      </div>
      <p class="training-mark" aria-hidden="true">
        {w().training}
      </p>
    </Show>
  );
}
