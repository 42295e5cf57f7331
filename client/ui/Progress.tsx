// Shows how far a long work is, in a bar and in a sentence, with a way to leave it.
import { createUniqueId, type JSX, Show } from "solid-js";

export interface ProgressProps {
  /** What is being done. */
  label: string;
  /** How far it is, such as "120 dari 400 transaksi". */
  sentence: string;
  done: number;
  /** Unknown while counting: the bar then only shows that work goes on. */
  all?: number | undefined;
  action?: JSX.Element;
}

export function Progress(props: ProgressProps) {
  const id = createUniqueId();
  return (
    <div class="progress">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      {/* A bar without a value moves to and fro; the value cannot be taken away again, so that is another bar. */}
      <Show when={props.all} fallback={<progress id={id} aria-describedby={`${id}-far`} />}>
        {(all) => <progress id={id} max={all()} value={props.done} aria-describedby={`${id}-far`} />}
      </Show>
      <p id={`${id}-far`} class="field-hint">
        {props.sentence}
      </p>
      {props.action}
    </div>
  );
}
