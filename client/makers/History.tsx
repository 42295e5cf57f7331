// Everything that happened to a maker's money, newest first: what was sold, what came back, what was paid.
import Banknote from "lucide-solid/icons/banknote";
import HandHeart from "lucide-solid/icons/hand-heart";
import RotateCcw from "lucide-solid/icons/rotate-ccw";
import ShoppingBag from "lucide-solid/icons/shopping-bag";
import { For, Show } from "solid-js";
import { type Day, formatDay, formatTime } from "#rules/business-day";
import { formatRupiah } from "#rules/money";
import type { Statement, StatementRow } from "#rules/statement";
import { useCentre } from "../session.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Money } from "../ui/Money.tsx";
import { language, useWords } from "../words.ts";
import { headOf, linesOf } from "./happening.ts";
import { words } from "./words.ts";

const icons = {
  sale: ShoppingBag,
  refund: RotateCcw,
  borne: HandHeart,
  payout: Banknote,
  payout_reversed: RotateCcw,
};

export function History(props: { statement: Statement }) {
  const w = useWords(words);
  return (
    <section class="stack" aria-label={w().history}>
      <h3>{w().history}</h3>
      <Show when={props.statement.rows.length > 0} fallback={<p class="quiet">{w().noHistory}</p>}>
        <ul class="rows">
          <For each={props.statement.rows}>{(row) => <Happening row={row} />}</For>
        </ul>
      </Show>
      <Show when={props.statement.more}>
        <p class="quiet">{w().more}</p>
      </Show>
    </section>
  );
}

function Happening(props: { row: StatementRow }) {
  const w = useWords(words);
  const centre = useCentre();
  const payoutId = () => ("payoutId" in props.row ? props.row.payoutId : null);
  const isSold = () => props.row.kind === "sale";
  return (
    <li class="happening">
      <Icon is={icons[props.row.kind]} />
      <div class="happening-words">
        <p class="happening-head">{headOf(props.row, w())}</p>
        <For each={linesOf(props.row, w())}>{(line) => <p class="quiet">{line}</p>}</For>
        <p class="quiet">
          {formatDay(props.row.businessDay as Day, language())},{" "}
          {formatTime(props.row.atMs, centre().timeZone)}
        </p>
        <Show when={payoutId()}>
          {(id) => (
            <p>
              <a href={`/tanda-terima/${id()}`}>{w().receipt}</a>
            </p>
          )}
        </Show>
      </div>
      <p class="happening-amount">
        <Show when={isSold()} fallback={<Money amount={props.row.amountRupiah} />}>
          <span class="money money-makers">
            {w().yours({ amount: formatRupiah(props.row.amountRupiah) })}
          </span>
        </Show>
      </p>
    </li>
  );
}
