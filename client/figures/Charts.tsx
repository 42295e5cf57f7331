// The turnover by day and by category, drawn.
import { Show } from "solid-js";
import { type Day, formatDay } from "#rules/business-day";
import type { FiguresView } from "#rules/figures";
import { formatRupiah } from "#rules/money";
import { BarChart } from "../ui/BarChart.tsx";
import { ColumnChart } from "../ui/ColumnChart.tsx";
import { language, useWords } from "../words.ts";
import { byDay, byTurnover } from "./tables.ts";
import { words } from "./words.ts";

export function Charts(props: { view: FiguresView; said: string }) {
  const w = useWords(words);
  const days = () => byDay(props.view.figures.byDay, (day) => formatDay(day as Day, language(), false));
  const categories = () => byTurnover(props.view.figures.byCategory, (name) => name);
  return (
    <div class="charts">
      <Show when={days().length > 1}>
        <ColumnChart
          title={w().chartDay({ period: props.said })}
          labelHead={w().day}
          valueHead={w().turnover}
          columns={days().map((row) => ({
            label: row.name,
            value: row.turnover,
            text: formatRupiah(row.turnover),
          }))}
        />
      </Show>
      <Show when={categories().length > 0}>
        <BarChart
          title={w().chartCategory({ period: props.said })}
          labelHead={w().category}
          valueHead={w().turnover}
          bars={categories().map((row) => ({
            label: row.name,
            value: row.turnover,
            text: formatRupiah(row.turnover),
          }))}
        />
      </Show>
    </div>
  );
}
