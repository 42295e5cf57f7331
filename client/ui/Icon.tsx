// Draws one of the set's icons at the size of the text it stands beside; it never stands without a word.
import { type Component, Show } from "solid-js";
import { Dynamic } from "solid-js/web";

/** One icon, imported by its own path: `import Check from "lucide-solid/icons/check"`. */
export type IconShape = Component<{ size?: number }>;

export function Icon(props: { is: IconShape | undefined; size?: number }) {
  return (
    <Show when={props.is}>
      <Dynamic component={props.is} size={props.size ?? 20} />
    </Show>
  );
}
