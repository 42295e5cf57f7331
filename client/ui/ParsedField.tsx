// A field whose text is read by one parser: its value is what the parser accepts, or nothing.
import { createEffect, createSignal, mergeProps, on, Show, splitProps } from "solid-js";
import { afterPress } from "./after-press.ts";
import { Field, type FieldProps } from "./Field.tsx";
import { caretKeeping, withoutOurDots } from "./retype.ts";

/** Why the value is what it is: nothing typed, read, or typed but not readable. */
export type Reading = "empty" | "read" | "unreadable";
export type Parse<V> = (text: string) => { ok: true; value: V } | { ok: false };

export interface ParsedFieldProps<V> extends FieldProps {
  value: V | null;
  /** Null when nothing is typed or it cannot be read; `reading` tells the two apart. */
  onChange: (value: V | null, reading: Reading) => void;
  parse: Parse<V>;
  /** The value as it is written in the field. */
  format: (value: V) => string;
  /** The sentence that stands beside a text that cannot be read. */
  unreadable: string;
  /** Put the thousands' dots in while a person types. */
  grouped?: boolean | undefined;
  prefix?: string | undefined;
  suffix?: string | undefined;
  inputmode?: "numeric" | "decimal" | undefined;
  size?: "medium" | "large" | undefined;
  disabled?: boolean | undefined;
  autofocus?: boolean | undefined;
  name?: string | undefined;
  ref?: ((input: HTMLInputElement) => void) | undefined;
}

export function ParsedField<V>(props: ParsedFieldProps<V>) {
  const written = (value: V | null) => (value === null ? "" : props.format(value));
  const [text, setText] = createSignal(written(props.value));
  const [left, setLeft] = createSignal(false);
  let reading: Reading = props.value === null ? "empty" : "read";
  let sent = props.value;

  const type = (input: HTMLInputElement) => {
    const typed = input.value;
    const digitsRight = typed.slice(input.selectionStart ?? typed.length).replace(/\D/g, "").length;
    const ours = props.grouped && reading !== "unreadable";
    const candidate = (ours ? withoutOurDots(text(), typed) : typed).trim();
    const answer = props.parse(candidate);
    reading = candidate === "" ? "empty" : answer.ok ? "read" : "unreadable";
    sent = answer.ok && candidate !== "" ? answer.value : null;
    const shown = props.grouped && sent !== null ? props.format(sent) : typed;
    if (shown !== typed) {
      const caret = caretKeeping(shown, digitsRight);
      input.value = shown;
      input.setSelectionRange(caret, caret);
    }
    setText(shown);
    setLeft(false);
    props.onChange(sent, reading);
  };
  const leave = () => {
    setLeft(true);
    if (sent !== null) setText(props.format(sent));
  };
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (value === sent) return;
        sent = value;
        reading = value === null ? "empty" : "read";
        setText(written(value));
      },
      { defer: true },
    ),
  );
  const unread = () =>
    (left() || props.error) && text().trim() !== "" && reading === "unreadable"
      ? props.unreadable
      : undefined;
  const [field] = splitProps(props, ["label", "hint", "hideLabel"]);
  const said = mergeProps(field, {
    get error() {
      // "Fill this in" is no help beside a text that is there and cannot be read.
      return unread() ?? props.error;
    },
  });
  return (
    <Field {...said}>
      {(wiring) => (
        <span class="input-group" classList={{ "input-group-large": props.size === "large" }}>
          <Show when={props.prefix}>
            <span class="input-mark" aria-hidden="true">
              {props.prefix}
            </span>
          </Show>
          <input
            {...wiring}
            class="input input-amount"
            type="text"
            inputmode={props.inputmode ?? "numeric"}
            autocomplete="off"
            maxLength={24}
            data-scan="never"
            name={props.name}
            autofocus={props.autofocus}
            disabled={props.disabled}
            value={text()}
            ref={(input) => props.ref?.(input)}
            onInput={(event) => type(event.currentTarget)}
            onBlur={() => afterPress(leave)}
          />
          <Show when={props.suffix}>
            <span class="input-mark" aria-hidden="true">
              {props.suffix}
            </span>
          </Show>
        </span>
      )}
    </Field>
  );
}
