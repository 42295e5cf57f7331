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

const [width, height, top, foot] = [640, 220, 28, 24];

export function ColumnChart(props: ColumnChartProps) {
  const id = createUniqueId();
  const values = () => props.columns.map((column) => column.value);
  const lowest = () => Math.min(0, ...values());
  const highest = () => Math.max(0, ...values());
  const y = (value: number) =>
    top + ((height - top - foot) * (highest() - value)) / (highest() - lowest() || 1);
  const step = () => width / Math.max(props.columns.length, 1);
  const last = () => props.columns.length - 1;
  const highestAt = () => values().indexOf(highest());
  const isWritten = (at: number) => at === highestAt() || at === last();
  // A label near an end leans inwards, so that it is never cut off.
  const lean = (at: number) => (at < last() / 4 ? "start" : at > (last() * 3) / 4 ? "end" : "middle");
  const labelX = (at: number) =>
    step() * (at + (lean(at) === "start" ? 0.1 : lean(at) === "end" ? 0.9 : 0.5));
  const clash = (at: number) =>
    at === last() && at !== highestAt() && Math.abs(at - highestAt()) * step() < 150;
  return (
    <figure class={`columns columns-${props.tone ?? "indigo"}`} aria-labelledby={id}>
      <figcaption id={id}>{props.title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <For each={props.columns}>
          {(column, at) => (
            <>
              <rect
                class="bar"
                classList={{ "bar-quiet": !isWritten(at()) }}
                x={step() * (at() + 0.1)}
                width={step() * 0.8}
                y={y(Math.max(0, column.value))}
                height={Math.abs(y(0) - y(column.value))}
              />
              <Show when={isWritten(at()) && !clash(at())}>
                <text
                  class="chart-value"
                  x={labelX(at())}
                  y={y(Math.max(0, column.value)) - 8}
                  text-anchor={lean(at())}
                >
                  {column.text}
                </text>
              </Show>
              <Show
                when={
                  at() === 0 || at() === last() || (at() === highestAt() && isClear(at(), last(), step()))
                }
              >
                <text class="chart-label" x={labelX(at())} y={height - 4} text-anchor={lean(at())}>
                  {column.label}
                </text>
              </Show>
            </>
          )}
        </For>
        <line class="chart-zero" x1="0" x2={width} y1={y(0)} y2={y(0)} />
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

/** Is there room for a third label between the first and the last? */
function isClear(at: number, last: number, step: number): boolean {
  return at * step > 160 && (last - at) * step > 160;
}
