// A key to press: it says a verb, shows when it is working, and keeps its width while it does.
import { type JSX, type ParentProps, Show, splitProps } from "solid-js";
import { Icon, type IconShape } from "./Icon.tsx";

export type ButtonProps = ParentProps<
  Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "onClick" | "class"> & {
    /** primary: the one strong act of a screen. quiet: all others. plain: without an edge. danger: what cannot be undone. */
    kind?: "primary" | "quiet" | "plain" | "danger" | undefined;
    /** medium is 48 px high, large 56, huge 72. */
    size?: "medium" | "large" | "huge" | undefined;
    icon?: IconShape | undefined;
    /** At work: pressing it again does nothing, and it says so. */
    busy?: boolean | undefined;
    /** As wide as its place. */
    wide?: boolean | undefined;
    class?: string | undefined;
    onClick?: ((event: MouseEvent) => void) | undefined;
  }
>;

export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, [
    "kind",
    "size",
    "icon",
    "busy",
    "wide",
    "class",
    "onClick",
    "children",
  ]);
  const press = (event: MouseEvent) => {
    if (own.busy) event.preventDefault();
    else own.onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      class={`button button-${own.kind ?? "quiet"} button-${own.size ?? "medium"} ${own.class ?? ""}`}
      classList={{ "button-wide": own.wide }}
      aria-busy={own.busy ? "true" : undefined}
      onClick={press}
    >
      <Icon is={own.icon} size={own.size === "huge" ? 24 : 20} />
      <span class="button-word">{own.children}</span>
      <Show when={own.busy}>
        <span class="button-working" aria-hidden="true" />
      </Show>
    </button>
  );
}
