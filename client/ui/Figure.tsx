// One number that matters, with the words that say what it is and as of when.
import type { JSX } from "solid-js";

/** Stands inside `<dl class="figures">`. */
export function Figure(props: { label: string; value: JSX.Element; line?: JSX.Element }) {
  return (
    <div class="figure">
      <dt>{props.label}</dt>
      <dd class="figure-value">{props.value}</dd>
      <dd class="figure-line">{props.line}</dd>
    </div>
  );
}
