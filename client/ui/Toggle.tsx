// Switches one thing on or off, and says in a word which it is.
import { createUniqueId, Show } from "solid-js";
import { dictionary, useWords } from "./language.ts";

export interface ToggleProps {
  label: string;
  hint?: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean | undefined;
}

const words = dictionary({ id: { on: "Ya", off: "Tidak" }, en: { on: "Yes", off: "No" } });

export function Toggle(props: ToggleProps) {
  const w = useWords(words);
  const id = createUniqueId();
  return (
    <label class="toggle">
      <span class="toggle-words">
        <span class="toggle-label">{props.label}</span>
        <Show when={props.hint}>
          <span class="field-hint" id={`${id}-hint`}>
            {props.hint}
          </span>
        </Show>
      </span>
      <span class="toggle-state" aria-hidden="true">
        {props.checked ? w().on : w().off}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={props.checked}
        aria-label={props.label}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span class="toggle-track" aria-hidden="true" />
    </label>
  );
}
