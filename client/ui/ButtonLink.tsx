// A link that looks like a key: it leads somewhere, and does nothing else.
import type { ParentProps } from "solid-js";
import { Icon, type IconShape } from "./Icon.tsx";

export function ButtonLink(
  props: ParentProps<{
    href: string;
    kind?: "primary" | "quiet" | "plain" | undefined;
    size?: "medium" | "large" | "huge" | undefined;
    icon?: IconShape | undefined;
    download?: string | undefined;
    /** It opens beside this page and knows nothing of it. */
    elsewhere?: boolean | undefined;
    /** It leads out of the program: the browser itself opens what is there. */
    outside?: boolean | undefined;
  }>,
) {
  return (
    <a
      class={`button button-${props.kind ?? "quiet"} button-${props.size ?? "medium"}`}
      href={props.href}
      download={props.download}
      target={props.elsewhere ? "_blank" : undefined}
      rel={props.elsewhere ? "noopener noreferrer" : props.outside ? "external" : undefined}
    >
      <Icon is={props.icon} />
      <span class="button-word">{props.children}</span>
    </a>
  );
}
