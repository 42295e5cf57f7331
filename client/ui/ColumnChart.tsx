// Shows how an amount went from day to day, with the highest and the last day written out and a table to read aloud.
import { createUniqueId, For, Show } from "solid-js";
import type { Bar } from "./BarChart.tsx";

export interface ColumnChartProps {
  /** Says what it shows, of what and when: "Omzet per hari, 1–31 Juli 2025". */
  title: string;
  labelHead: string;
  valueHead: string;
  columns: readonly Bar[];
  tone?: "indigo" | "soga" | undefined;
}

// Across it is in percent and down in pixels, so that words keep their size at every width.
const [height, top, foot] = [240, 32, 28];

export function ColumnChart(props: ColumnChartProps) {
  const id = createUniqueId();
  const values = () => props.columns.map((column) => column.value);
  const lowest = () => Math.min(0, ...values());
  const highest = () => Math.max(0, ...values());
  const y = (value: number) =>
    top + ((height - top - foot) * (highest() - value)) / (highest() - lowest() || 1);
  const step = () => 100 / Math.max(props.columns.length, 1);
  const last = () => props.columns.length - 1;
  const highestAt = () => values().indexOf(highest());
  const far = (one: number, other: number, percent: number) => Math.abs(one - other) * step() > percent;
  const isMarked = (at: number) => at === highestAt() || at === last();
  const hasValue = (at: number) => at === highestAt() || (at === last() && far(at, highestAt(), 40));
  const hasLabel = (at: number) =>
    at === 0 || at === last() || (at === highestAt() && far(at, 0, 30) && far(at, last(), 30));
  // A word near an end leans inwards, so that it is never cut off.
  const lean = (at: number) => (at < last() / 4 ? "start" : at > (last() * 3) / 4 ? "end" : "middle");
  const wordX = (at: number) => `${step() * (at + { start: 0.1, middle: 0.5, end: 0.9 }[lean(at)])}%`;
  return (
    <figure class={`columns columns-${props.tone ?? "indigo"}`} aria-labelledby={id}>
      <figcaption id={id}>{props.title}</figcaption>
      <svg width="100%" height={height} aria-hidden="true">
        <For each={props.columns}>
          {(column, at) => (
            <rect
              class="bar"
              classList={{ "bar-quiet": !isMarked(at()) }}
              x={`${step() * (at() + 0.1)}%`}
              width={`${step() * 0.8}%`}
              y={y(Math.max(0, column.value))}
              height={Math.abs(y(0) - y(column.value))}
            />
          )}
        </For>
        <For each={props.columns}>
          {(column, at) => (
            <>
              <Show when={hasValue(at())}>
                <text
                  class="chart-value"
                  x={wordX(at())}
                  y={y(Math.max(0, column.value)) - 8}
                  text-anchor={lean(at())}
                >
                  {column.text}
                </text>
              </Show>
              <Show when={hasLabel(at())}>
                <text class="chart-label" x={wordX(at())} y={height - 6} text-anchor={lean(at())}>
                  {column.label}
                </text>
              </Show>
            </>
          )}
        </For>
        <line class="chart-zero" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
      </svg>
      <table class="visually-hidden">
        <caption>{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">{props.labelHead}</th>
            <th scope="col">{props.valueHead}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.columns}>
            {(column) => (
              <tr>
                <th scope="row">{column.label}</th>
                <td>{column.text}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </figure>
  );
}
