// A sheet of paper on the table: what belongs together, with a heading and its acts.
import { createUniqueId, type JSX, type ParentProps, Show } from "solid-js";

export function Card(props: ParentProps<{ title?: string | undefined; actions?: JSX.Element }>) {
  const id = createUniqueId();
  return (
    <section class="card" aria-labelledby={props.title ? id : undefined}>
      <Show when={props.title}>
        <header class="card-head">
          <h2 id={id}>{props.title}</h2>
          {props.actions}
        </header>
      </Show>
      {props.children}
    </section>
  );
}
