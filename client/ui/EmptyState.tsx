// Says what will stand here once there is something, and offers the first act.
import type { JSX } from "solid-js";
import { Icon, type IconShape } from "./Icon.tsx";

export function EmptyState(props: { icon: IconShape; sentence: string; action?: JSX.Element }) {
  return (
    <div class="empty">
      <span class="empty-icon">
        <Icon is={props.icon} size={32} />
      </span>
      <p>{props.sentence}</p>
      {props.action}
    </div>
  );
}
