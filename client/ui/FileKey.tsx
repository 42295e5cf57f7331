// A key that asks for a file; the browser's own field lies beneath it.
import { type ParentProps, Show } from "solid-js";
import { Icon, type IconShape } from "./Icon.tsx";
import "./styles/file-key.css";

export function FileKey(
  props: ParentProps<{
    /** `text/csv,.csv` */
    accept: string;
    onFile: (file: File) => void;
    kind?: "primary" | "quiet" | undefined;
    icon?: IconShape | undefined;
    busy?: boolean | undefined;
    /** Ids of what is said about it: the hint, and what is wrong. */
    describedBy?: string | undefined;
  }>,
) {
  const take = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    // The same file may be chosen again once it is mended.
    input.value = "";
    if (file && !props.busy) props.onFile(file);
  };
  return (
    <label
      class={`button button-${props.kind ?? "quiet"} button-medium file-key`}
      aria-busy={props.busy ? "true" : undefined}
    >
      <Icon is={props.icon} />
      <span class="button-word">{props.children}</span>
      <input
        type="file"
        accept={props.accept}
        aria-describedby={props.describedBy}
        onChange={(event) => take(event.currentTarget)}
      />
      <Show when={props.busy}>
        <span class="button-working" aria-hidden="true" />
      </Show>
    </label>
  );
}
