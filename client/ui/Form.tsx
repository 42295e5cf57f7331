// A form: Enter sends it, what is wrong with the whole stands above it, and the first wrong field gets the focus.
import { createEffect, on, type ParentProps, Show } from "solid-js";
import { Notice } from "./Notice.tsx";

export type FormProps = ParentProps<{
  /** Resolves to whether it was accepted. */
  onSubmit: () => Promise<unknown>;
  /** What no field can mend. */
  problem?: string | undefined;
  /** For a key outside the form, such as at a dialog's foot: `<Button type="submit" form={id}>`. */
  id?: string | undefined;
  label?: string | undefined;
  /** Everything is there to be read, and nothing can be typed that no key would send. */
  readOnly?: boolean | undefined;
}>;

export function Form(props: FormProps) {
  let form: HTMLFormElement | undefined;
  let head: HTMLDivElement | undefined;
  const send = async () => {
    if ((await props.onSubmit()) !== false) return;
    queueMicrotask(() => {
      const wrong = form?.querySelector<HTMLElement>("[aria-invalid=true]");
      wrong?.focus();
      // The sentence under the field is to be seen with it.
      wrong?.closest(".field")?.scrollIntoView({ block: "nearest" });
    });
  };
  createEffect(
    on(
      () => props.problem,
      (problem) => {
        if (problem) head?.scrollIntoView({ block: "nearest" });
      },
    ),
  );
  return (
    <form
      ref={form}
      id={props.id}
      class="form"
      aria-label={props.label}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div ref={head}>
        <Show when={props.problem}>
          <Notice tone="danger" live>
            <p>{props.problem}</p>
          </Notice>
        </Show>
      </div>
      <fieldset class="form-fields" disabled={props.readOnly}>
        {props.children}
      </fieldset>
    </form>
  );
}
