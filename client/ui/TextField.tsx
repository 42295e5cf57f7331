// A line, or some lines, of typed text.
import { type JSX, Show, splitProps } from "solid-js";
import { Field, type FieldProps } from "./Field.tsx";

export interface TextFieldProps extends FieldProps {
  value: string;
  onInput: (text: string) => void;
  /** Every text has a maximum. */
  maxLength: number;
  type?: "text" | "email" | "tel" | "password" | "date" | "month" | "time" | undefined;
  /** More than one makes it a box of so many lines. */
  lines?: number | undefined;
  inputmode?: "text" | "numeric" | "tel" | undefined;
  placeholder?: string | undefined;
  autocomplete?: JSX.HTMLAutocomplete | undefined;
  autofocus?: boolean | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  min?: string | undefined;
  max?: string | undefined;
  name?: string | undefined;
}

export function TextField(props: TextFieldProps) {
  const [field, own, rest] = splitProps(
    props,
    ["label", "hint", "error", "hideLabel"],
    ["value", "onInput", "maxLength", "lines", "type", "autocomplete"],
  );
  return (
    <Field {...field}>
      {(wiring) => (
        <Show
          when={(own.lines ?? 1) > 1}
          fallback={
            <input
              {...wiring}
              {...rest}
              class="input"
              type={own.type ?? "text"}
              autocomplete={own.autocomplete ?? "off"}
              maxLength={own.maxLength}
              value={own.value}
              onInput={(event) => own.onInput(event.currentTarget.value)}
            />
          }
        >
          <textarea
            id={wiring.id}
            aria-describedby={wiring["aria-describedby"]}
            aria-invalid={wiring["aria-invalid"]}
            class="input input-lines"
            rows={own.lines}
            maxLength={own.maxLength}
            placeholder={rest.placeholder}
            disabled={rest.disabled}
            required={rest.required}
            name={rest.name}
            value={own.value}
            onInput={(event) => own.onInput(event.currentTarget.value)}
          />
        </Show>
      )}
    </Field>
  );
}
