// A paper of rows with meaning as it lies on the counter: read by eye and by ear, and printed on a roll of 58 or 80 mm.
import { For, Match, Show, Switch } from "solid-js";
import { QrCode } from "./QrCode.tsx";
import "./styles/slip.css";

/** What stands on a paper, one row after the other; amounts are text already. */
export type SheetRow =
  | { is: "title"; text: string }
  | { is: "text"; text: string; align?: "left" | "center" | undefined; strong?: boolean | undefined }
  | { is: "pair"; left: string; right: string; strong?: boolean | undefined }
  | { is: "rule" }
  | { is: "space" }
  | { is: "qr"; text: string }
  | { is: "mark"; text: string };

export interface PaperSheetProps {
  /** What the sheet is called for those who hear it: its number. */
  name: string;
  rows: readonly SheetRow[];
  ref?: ((element: HTMLElement) => void) | undefined;
}

export function PaperSheet(props: PaperSheetProps) {
  return (
    <article class="slip" aria-label={props.name} ref={(element) => props.ref?.(element)}>
      <For each={props.rows}>{(row) => <Row row={row} />}</For>
    </article>
  );
}

/** Narrows the row to its kind, for the switch below. */
function kind<K extends SheetRow["is"]>(row: SheetRow, is: K): Extract<SheetRow, { is: K }> | null {
  return row.is === is ? (row as Extract<SheetRow, { is: K }>) : null;
}

function Row(props: { row: SheetRow }) {
  return (
    <Switch>
      <Match when={kind(props.row, "title")}>{(row) => <p class="slip-title">{row().text}</p>}</Match>
      <Match when={kind(props.row, "text")}>
        {(row) => (
          <p
            class="slip-text"
            classList={{ "slip-center": row().align === "center", "slip-strong": row().strong }}
          >
            {row().text}
          </p>
        )}
      </Match>
      <Match when={kind(props.row, "pair")}>
        {(row) => (
          <p class="slip-pair" classList={{ "slip-strong": row().strong }}>
            <span>{row().left}</span> <span class="slip-figure">{row().right}</span>
          </p>
        )}
      </Match>
      <Match when={props.row.is === "rule"}>
        <hr />
      </Match>
      <Match when={props.row.is === "space"}>
        <div class="slip-space" />
      </Match>
      <Match when={kind(props.row, "qr")}>
        {(row) => (
          <figure class="slip-qr">
            <QrCode text={row().text} label={`QR ${row().text}`} />
            <Show when={row().text}>
              <figcaption>{row().text}</figcaption>
            </Show>
          </figure>
        )}
      </Match>
      <Match when={kind(props.row, "mark")}>{(row) => <p class="slip-mark">{row().text}</p>}</Match>
    </Switch>
  );
}
