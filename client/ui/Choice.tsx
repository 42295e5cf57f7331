// Chooses one of a few by large keys that all show at once; the chosen one has a mark, not only a colour.
import Check from "lucide-solid/icons/check";
import { createUniqueId, For, Show } from "solid-js";
import { FieldError, type FieldProps } from "./Field.tsx";
import { Icon, type IconShape } from "./Icon.tsx";

export interface ChoiceOption<V extends string> {
  value: V;
  label: string;
  hint?: string | undefined;
  icon?: IconShape | undefined;
  disabled?: boolean | undefined;
}

export interface ChoiceProps<V extends string> extends FieldProps {
  value: V | null;
  options: readonly ChoiceOption<V>[];
  onChange: (value: V) => void;
  /** rows: one under the other. keys: side by side, as many as fit. segments: one small bar. */
  shape?: "rows" | "keys" | "segments" | undefined;
  disabled?: boolean | undefined;
}

export function Choice<V extends string>(props: ChoiceProps<V>) {
  const id = createUniqueId();
  const described = () =>
    [props.error && `${id}-error`, props.hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset
      class={`choice choice-${props.shape ?? "keys"}`}
      disabled={props.disabled}
      aria-describedby={described()}
    >
      <legend class="field-label" classList={{ "visually-hidden": props.hideLabel }}>
        {props.label}
      </legend>
      <Show when={props.hint}>
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <div class="choice-options">
        <For each={props.options}>
          {(option) => (
            <label class="choice-option">
              <input
                type="radio"
                name={id}
                value={option.value}
                checked={props.value === option.value}
                disabled={option.disabled}
                onChange={() => props.onChange(option.value)}
              />
              <span class="choice-face">
                <Icon is={option.icon} size={24} />
                <span class="choice-words">
                  <span class="choice-label">{option.label}</span>
                  <Show when={option.hint}>
                    <span class="choice-hint">{option.hint}</span>
                  </Show>
                </span>
                <span class="choice-mark">
                  <Icon is={Check} />
                </span>
              </span>
            </label>
          )}
        </For>
      </div>
      <FieldError id={`${id}-error`} error={props.error} />
    </fieldset>
  );
}
