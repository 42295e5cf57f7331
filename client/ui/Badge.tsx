// A word about a thing's state, small, beside its name.
import type { ParentProps } from "solid-js";
import { Icon, type IconShape } from "./Icon.tsx";

export function Badge(
  props: ParentProps<{
    tone?: "plain" | "info" | "attention" | "danger" | "done" | "makers" | undefined;
    icon?: IconShape | undefined;
  }>,
) {
  return (
    <span class={`badge badge-${props.tone ?? "plain"}`}>
      <Icon is={props.icon} size={16} />
      {props.children}
    </span>
  );
}
