// Chooses one of several in the machine's own list; for up to six, Choice shows them all at once.
import ChevronDown from "lucide-solid/icons/chevron-down";
import { For, Show, splitProps } from "solid-js";
import { Field, type FieldProps } from "./Field.tsx";
import { Icon } from "./Icon.tsx";

export interface SelectProps<V extends string> extends FieldProps {
  value: V | "";
  options: readonly { value: V; label: string; disabled?: boolean }[];
  onChange: (value: V) => void;
  /** What it says while nothing is chosen. */
  prompt?: string | undefined;
  disabled?: boolean | undefined;
  name?: string | undefined;
}

export function Select<V extends string>(props: SelectProps<V>) {
  const [field] = splitProps(props, ["label", "hint", "error", "hideLabel"]);
  return (
    <Field {...field}>
      {(wiring) => (
        <span class="select">
          <select
            {...wiring}
            class="input"
            name={props.name}
            disabled={props.disabled}
            onChange={(event) => props.onChange(event.currentTarget.value as V)}
          >
            <Show when={props.prompt}>
              <option value="" disabled selected={props.value === ""}>
                {props.prompt}
              </option>
            </Show>
            <For each={props.options}>
              {(option) => (
                <option
                  value={option.value}
                  disabled={option.disabled}
                  selected={option.value === props.value}
                >
                  {option.label}
                </option>
              )}
            </For>
          </select>
          <Icon is={ChevronDown} />
        </span>
      )}
    </Field>
  );
}
