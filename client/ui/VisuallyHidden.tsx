// Says something to a screen reader that the picture already says to the eye.
import type { ParentProps } from "solid-js";

export function VisuallyHidden(props: ParentProps) {
  return <span class="visually-hidden">{props.children}</span>;
}
