// One row of a list: name and a quiet line at the left, the amount at the right, all rows of one height.
import { type JSX, Show } from "solid-js";

export interface ListRowProps {
  title: string;
  line?: JSX.Element;
  amount?: JSX.Element;
  /** A picture or icon before the name. */
  start?: JSX.Element;
  badge?: JSX.Element;
  /** A place of its own; or, without one, something to do. */
  href?: string | undefined;
  onPress?: (() => void) | undefined;
  chosen?: boolean | undefined;
}

/** Stands inside `<ul class="rows">`. */
export function ListRow(props: ListRowProps) {
  const face = () => (
    <>
      <Show when={props.start}>
        <span class="row-start">{props.start}</span>
      </Show>
      <span class="row-words">
        <span class="row-title">{props.title}</span>
        <Show when={props.line}>
          <span class="row-line">{props.line}</span>
        </Show>
      </span>
      {props.badge}
      <Show when={props.amount}>
        <span class="row-amount">{props.amount}</span>
      </Show>
    </>
  );
  return (
    <li>
      <Show
        when={props.href}
        fallback={
          <Show when={props.onPress} fallback={<div class="row">{face()}</div>}>
            <button
              type="button"
              class="row row-key"
              aria-current={props.chosen ? "true" : undefined}
              onClick={() => props.onPress?.()}
            >
              {face()}
            </button>
          </Show>
        }
      >
        <a class="row row-key" href={props.href} aria-current={props.chosen ? "true" : undefined}>
          {face()}
        </a>
      </Show>
    </li>
  );
}
