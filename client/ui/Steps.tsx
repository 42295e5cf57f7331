// Shows which step of several one is at, which are done and what comes next.
import Check from "lucide-solid/icons/check";
import { For, Show } from "solid-js";
import { Icon } from "./Icon.tsx";
import { dictionary, useWords } from "./language.ts";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

const words = dictionary({
  id: {
    steps: "Langkah",
    here: (of: { at: number; all: number; name: string }) => `Langkah ${of.at} dari ${of.all}: ${of.name}`,
    done: "selesai",
  },
  en: { steps: "Steps", here: (of) => `Step ${of.at} of ${of.all}: ${of.name}`, done: "done" },
});

/** `at` counts from 0. On a phone only the step one is at is written out. */
export function Steps(props: { steps: readonly string[]; at: number }) {
  const w = useWords(words);
  return (
    <nav class="steps" aria-label={w().steps}>
      <p class="steps-here">
        {w().here({ at: props.at + 1, all: props.steps.length, name: props.steps[props.at] ?? "" })}
      </p>
      <ol>
        <For each={props.steps}>
          {(step, at) => (
            <li
              class="step"
              classList={{ "step-done": at() < props.at }}
              aria-current={at() === props.at ? "step" : undefined}
            >
              <span class="step-mark" aria-hidden="true">
                <Show when={at() < props.at} fallback={at() + 1}>
                  <Icon is={Check} />
                </Show>
              </span>
              <span class="step-word">{step}</span>
              <Show when={at() < props.at}>
                <VisuallyHidden>({w().done})</VisuallyHidden>
              </Show>
            </li>
          )}
        </For>
      </ol>
    </nav>
  );
}
