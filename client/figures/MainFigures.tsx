// The numbers a meeting asks for first, in its words.
import { Show } from "solid-js";
import type { FiguresView } from "#rules/figures";
import { formatRupiah, groupDigits } from "#rules/money";
import { formatQuantity } from "#rules/quantity";
import { Figure } from "../ui/Figure.tsx";
import { Money } from "../ui/Money.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWords } from "../words.ts";
import { inMilli } from "./tables.ts";
import { words } from "./words.ts";

export function MainFigures(props: { view: FiguresView }) {
  const w = useWords(words);
  const figures = () => props.view.figures;
  return (
    <section class="stack" aria-label={w().main}>
      <dl class="figures figures-main">
        <Figure label={w().turnover} value={<Money amount={figures().turnover} />} line={w().turnoverLine} />
        <Figure
          label={w().grossProfit}
          value={<Money amount={figures().grossProfit} />}
          line={w().grossProfitLine}
        />
        <Figure label={w().visitors} value={groupDigits(figures().visitors)} line={w().visitorsLine} />
        <Figure label={w().pieces} value={formatQuantity(inMilli(props.view.pieces))} line={w().piecesLine} />
        <Figure
          label={w().transactions}
          value={groupDigits(figures().transactions)}
          line={w().refundsLine({ count: groupDigits(figures().refunds) })}
        />
      </dl>
      <Show when={figures().turnoverWithoutCost !== 0}>
        <Notice tone="attention" title={w().noCostTitle}>
          <p>
            {w().noCost({
              amount: formatRupiah(figures().turnoverWithoutCost),
              turnover: formatRupiah(figures().turnover),
            })}
          </p>
        </Notice>
      </Show>
      <Show when={props.view.tax.rupiah !== 0}>
        <h2>{w().taxTitle}</h2>
        <dl class="figures">
          <Figure
            label={w().taxHeld}
            value={<Money amount={props.view.tax.rupiah} size={24} />}
            line={w().taxLine}
          />
        </dl>
      </Show>
      <h2>{w().makers}</h2>
      <dl class="figures">
        <Figure label={w().earned} value={<Money amount={props.view.earned} size={24} tone="makers" />} />
        <Figure label={w().paid} value={<Money amount={props.view.paid} size={24} tone="makers" />} />
        <Figure label={w().owed} value={<Money amount={props.view.owed} size={24} tone="makers" />} />
      </dl>
    </section>
  );
}
