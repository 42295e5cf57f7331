// Keeps the room of what is still being fetched, so that nothing jumps when it comes.
import { For } from "solid-js";
import { dictionary, useWords } from "./language.ts";

export interface SkeletonProps {
  /** How many lines, rows of a list, or tiles. */
  count: number;
  shape?: "lines" | "rows" | "tiles" | undefined;
}

const words = dictionary({ id: { loading: "Sedang dimuat" }, en: { loading: "Loading" } });

export function Skeleton(props: SkeletonProps) {
  const w = useWords(words);
  return (
    <div class={`skeleton skeleton-${props.shape ?? "lines"}`} role="status">
      <span class="visually-hidden">{w().loading}</span>
      <For each={Array.from({ length: props.count })}>
        {() => <span class="skeleton-one" aria-hidden="true" />}
      </For>
    </div>
  );
}
