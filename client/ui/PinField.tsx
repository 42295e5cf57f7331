// Asks for a PIN: dots instead of digits, written with a finger on the keypad or on a keyboard.
import { createUniqueId, For, splitProps } from "solid-js";
import { Field, type FieldProps } from "./Field.tsx";
import { Keypad } from "./Keypad.tsx";
import { dictionary, useWords } from "./language.ts";

export interface PinFieldProps extends FieldProps {
  value: string;
  onChange: (pin: string) => void;
  /** How many digits a PIN may have. */
  length: number;
  /** Called once when the last digit is in. */
  onComplete?: ((pin: string) => void) | undefined;
  disabled?: boolean | undefined;
  autofocus?: boolean | undefined;
}

const words = dictionary({
  id: {
    keypad: "Tombol angka",
    filled: (of: { filled: number; length: number }) => `${of.filled} dari ${of.length} angka terisi`,
  },
  en: { keypad: "Number keys", filled: (of) => `${of.filled} of ${of.length} digits filled` },
});

export function PinField(props: PinFieldProps) {
  const w = useWords(words);
  const counted = createUniqueId();
  const [field] = splitProps(props, ["label", "hint", "error", "hideLabel"]);
  const write = (text: string) => {
    const pin = text.replace(/\D/g, "").slice(0, props.length);
    const complete = pin.length === props.length && pin !== props.value;
    props.onChange(pin);
    if (complete) props.onComplete?.(pin);
  };
  return (
    <div class="pin">
      <Field {...field}>
        {(wiring) => (
          <span class="pin-box">
            <input
              {...wiring}
              class="pin-input"
              type="password"
              inputmode="none"
              autocomplete="off"
              data-scan="never"
              maxLength={props.length}
              autofocus={props.autofocus}
              disabled={props.disabled}
              value={props.value}
              onInput={(event) => {
                write(event.currentTarget.value);
                event.currentTarget.value = props.value;
              }}
            />
            <span class="pin-dots" aria-hidden="true">
              <For each={Array.from({ length: props.length })}>
                {(_, at) => (
                  <span classList={{ "pin-dot": true, "pin-dot-filled": at() < props.value.length }} />
                )}
              </For>
            </span>
          </span>
        )}
      </Field>
      <p class="visually-hidden" aria-live="polite" id={counted}>
        {w().filled({ filled: props.value.length, length: props.length })}
      </p>
      <Keypad
        label={w().keypad}
        disabled={props.disabled}
        onDigits={(digits) => write(props.value + digits)}
        onErase={() => write(props.value.slice(0, -1))}
      />
    </div>
  );
}
