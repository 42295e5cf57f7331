// Says something one should know where it matters: in a colour, with an icon, and in words that need neither.
import CircleAlert from "lucide-solid/icons/circle-alert";
import CircleCheck from "lucide-solid/icons/circle-check";
import Info from "lucide-solid/icons/info";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import { type JSX, type ParentProps, Show } from "solid-js";
import { Icon } from "./Icon.tsx";

export type NoticeTone = "info" | "attention" | "danger" | "done";

const icons = { info: Info, attention: TriangleAlert, danger: CircleAlert, done: CircleCheck };

export type NoticeProps = ParentProps<{
  tone: NoticeTone;
  title?: string | undefined;
  /** It appears while one works: announced, at once when it is danger. */
  live?: boolean | undefined;
  action?: JSX.Element;
}>;

export function Notice(props: NoticeProps) {
  const role = () => (props.live ? (props.tone === "danger" ? "alert" : "status") : undefined);
  return (
    <div class={`notice notice-${props.tone}`} role={role()}>
      <Icon is={icons[props.tone]} size={24} />
      <div class="notice-words">
        <Show when={props.title}>
          <p class="notice-title">{props.title}</p>
        </Show>
        {props.children}
      </div>
      {props.action}
    </div>
  );
}
