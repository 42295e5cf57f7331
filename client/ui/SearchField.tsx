// Searches a list as one types, and says how many are found.
import Search from "lucide-solid/icons/search";
import X from "lucide-solid/icons/x";
import { Show } from "solid-js";
import { Field } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import { dictionary, useWords } from "./language.ts";

export interface SearchFieldProps {
  label: string;
  value: string;
  onInput: (text: string) => void;
  /** How many are found, as a sentence: it stands beside the field and is announced. */
  found?: string | undefined;
  placeholder?: string | undefined;
  /** Enter in the field, for example to take the only one found. */
  onEnter?: (() => void) | undefined;
  autofocus?: boolean | undefined;
  ref?: ((input: HTMLInputElement) => void) | undefined;
}

const words = dictionary({ id: { clear: "Kosongkan pencarian" }, en: { clear: "Clear the search" } });

export function SearchField(props: SearchFieldProps) {
  const w = useWords(words);
  let input: HTMLInputElement | undefined;
  const clear = () => {
    props.onInput("");
    input?.focus();
  };
  return (
    <search class="search">
      <Field label={props.label} hideLabel>
        {(wiring) => (
          <span class="search-box">
            <Icon is={Search} />
            <input
              {...wiring}
              class="input"
              type="search"
              enterkeyhint="search"
              autocomplete="off"
              maxLength={80}
              placeholder={props.placeholder ?? props.label}
              autofocus={props.autofocus}
              value={props.value}
              ref={(element) => {
                input = element;
                props.ref?.(element);
              }}
              onInput={(event) => props.onInput(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && props.onEnter) {
                  // What opens by it is not sent off by the same press.
                  event.preventDefault();
                  props.onEnter();
                }
                if (event.key === "Escape" && props.value !== "") clear();
              }}
            />
            <Show when={props.value !== ""}>
              <button type="button" class="search-clear" aria-label={w().clear} onClick={clear}>
                <Icon is={X} />
              </button>
            </Show>
          </span>
        )}
      </Field>
      <p class="search-found" role="status">
        {props.found}
      </p>
    </search>
  );
}
