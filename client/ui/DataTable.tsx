// A table with a caption, numbers at the right, and a place of its own to scroll in when the screen is narrow.
import { createUniqueId, For, type JSX, Show } from "solid-js";

export interface Column<R> {
  head: string;
  cell: (row: R) => JSX.Element;
  /** Amounts and counts: at the right, in figures of one width. */
  number?: boolean | undefined;
  /** What stands in the last line, such as a total. */
  foot?: JSX.Element;
}

export interface DataTableProps<R> {
  caption: string;
  /** The caption is heard but not shown, where a heading above already says it. */
  hideCaption?: boolean | undefined;
  columns: readonly Column<R>[];
  rows: readonly R[];
  /** Shown in place of the rows when there are none. */
  empty?: JSX.Element;
}

export function DataTable<R>(props: DataTableProps<R>) {
  const id = createUniqueId();
  return (
    <section class="table-place" aria-labelledby={id} tabindex={0}>
      <table class="table">
        <caption id={id} classList={{ "visually-hidden": props.hideCaption }}>
          <span class="table-caption">{props.caption}</span>
        </caption>
        <thead>
          <tr>
            <For each={props.columns}>
              {(column) => (
                <th scope="col" classList={{ number: column.number }}>
                  {column.head}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For
            each={props.rows}
            fallback={
              <tr>
                <td colSpan={props.columns.length}>{props.empty}</td>
              </tr>
            }
          >
            {(row) => (
              <tr>
                <For each={props.columns}>
                  {(column, at) => (
                    <Show
                      when={at() === 0}
                      fallback={<td classList={{ number: column.number }}>{column.cell(row)}</td>}
                    >
                      <th scope="row">{column.cell(row)}</th>
                    </Show>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
        <Show when={props.columns.some((column) => column.foot !== undefined)}>
          <tfoot>
            <tr>
              <For each={props.columns}>
                {(column) => <td classList={{ number: column.number }}>{column.foot}</td>}
              </For>
            </tr>
          </tfoot>
        </Show>
      </table>
    </section>
  );
}
