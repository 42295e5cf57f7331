// Shows how far a long work is, in a bar and in a sentence, with a way to leave it.
import { createUniqueId, type JSX } from "solid-js";

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
      <progress
        id={id}
        max={props.all ?? 1}
        value={props.all === undefined ? undefined : props.done}
        aria-describedby={`${id}-far`}
      />
      <p id={`${id}-far`} class="field-hint">
        {props.sentence}
      </p>
      {props.action}
    </div>
  );
}
