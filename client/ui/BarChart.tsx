// Compares amounts by bars that are also a table: each bar has its name before it and its number after it.
import { For } from "solid-js";

export interface Bar {
  label: string;
  value: number;
  /** The value as it is written. */
  text: string;
}

export interface BarChartProps {
  /** Says what it shows, of what and when: "Omzet per gerai, Juli 2025". */
  title: string;
  /** The headings of the two columns, heard by a screen reader. */
  labelHead: string;
  valueHead: string;
  bars: readonly Bar[];
  tone?: "indigo" | "soga" | undefined;
}

export function BarChart(props: BarChartProps) {
  // Zero is always in the picture; what is below it (a day of refunds) goes to the left of the line.
  const lowest = () => Math.min(0, ...props.bars.map((bar) => bar.value));
  const span = () => Math.max(0, ...props.bars.map((bar) => bar.value)) - lowest() || 1;
  const percent = (value: number) => `${(100 * (value - lowest())) / span()}%`;
  return (
    <table class={`bars bars-${props.tone ?? "indigo"}`}>
      <caption>{props.title}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{props.labelHead}</th>
          <td />
          <th scope="col">{props.valueHead}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.bars}>
          {(bar) => (
            <tr>
              <th scope="row">{bar.label}</th>
              <td class="bars-place">
                <svg class="bars-line" width="100%" height="24" aria-hidden="true">
                  <rect
                    class="bar"
                    x={percent(Math.min(0, bar.value))}
                    y="4"
                    height="16"
                    width={`${(100 * Math.abs(bar.value)) / span()}%`}
                  />
                  <line class="chart-zero" x1={percent(0)} x2={percent(0)} y1="0" y2="24" />
                </svg>
              </td>
              <td class="number">{bar.text}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
