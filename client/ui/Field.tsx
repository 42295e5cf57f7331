// Puts a label, a hint and an error beside a control, and tells the control which is which.
import CircleAlert from "lucide-solid/icons/circle-alert";
import { createUniqueId, type JSX, Show } from "solid-js";
import { Icon } from "./Icon.tsx";

export interface FieldProps {
  label: string;
  /** What to write and how, said before it goes wrong. */
  hint?: string | undefined;
  /** What is wrong and what to do; what was typed stays. */
  error?: string | undefined;
  /** Only where the place already says what it is, such as a search at the head of a list. */
  hideLabel?: boolean | undefined;
}

/** What a control needs in order to be heard with its label, hint and error. */
export interface FieldWiring {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": "true" | undefined;
}

export function Field(props: FieldProps & { children: (wiring: FieldWiring) => JSX.Element }) {
  const id = createUniqueId();
  const wiring: FieldWiring = {
    id,
    get "aria-describedby"() {
      return (
        [props.error && `${id}-error`, props.hint && `${id}-hint`].filter(Boolean).join(" ") || undefined
      );
    },
    get "aria-invalid"() {
      return props.error ? "true" : undefined;
    },
  };
  return (
    <div class="field">
      <label class="field-label" classList={{ "visually-hidden": props.hideLabel }} for={id}>
        {props.label}
      </label>
      <Show when={props.hint}>
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      {props.children(wiring)}
      <FieldError id={`${id}-error`} error={props.error} />
    </div>
  );
}

/** The error's own line: it is there, empty, before there is an error, so that the error is announced. */
export function FieldError(props: { id: string; error: string | undefined }) {
  return (
    <p class="field-error" id={props.id} role="alert">
      <Show when={props.error}>
        <Icon is={CircleAlert} />
        <span>{props.error}</span>
      </Show>
    </p>
  );
}
