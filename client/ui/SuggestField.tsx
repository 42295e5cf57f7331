// A line of text with suggestions under it: what is already in use is one tap away, and anything else may be written.
import { createUniqueId, For, splitProps } from "solid-js";
import { Field, type FieldProps } from "./Field.tsx";

export interface SuggestFieldProps extends FieldProps {
  value: string;
  onInput: (text: string) => void;
  maxLength: number;
  suggestions: readonly string[];
}

export function SuggestField(props: SuggestFieldProps) {
  const listId = createUniqueId();
  const [field] = splitProps(props, ["label", "hint", "error", "hideLabel"]);
  return (
    <Field {...field}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            class="input"
            type="text"
            list={listId}
            autocomplete="off"
            maxLength={props.maxLength}
            value={props.value}
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
          <datalist id={listId}>
            <For each={props.suggestions}>{(suggestion) => <option value={suggestion} />}</For>
          </datalist>
        </>
      )}
    </Field>
  );
}
