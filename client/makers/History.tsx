// Everything that happened to a maker's money, newest first: what was sold, what came back, what was paid.
import Banknote from "lucide-solid/icons/banknote";
import HandHeart from "lucide-solid/icons/hand-heart";
import RotateCcw from "lucide-solid/icons/rotate-ccw";
import ShoppingBag from "lucide-solid/icons/shopping-bag";
import { createSignal, For, Show } from "solid-js";
import { formatDay, formatTime } from "#rules/business-day";
import { formatRupiah, groupDigits } from "#rules/money";
import type { Statement, StatementRow } from "#rules/statement";
import { useCentre } from "../session.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Money } from "../ui/Money.tsx";
import { language, useWords } from "../words.ts";
import { byDay, headOf, linesOf } from "./happening.ts";
import { words } from "./words.ts";

const icons = {
  sale: ShoppingBag,
  refund: RotateCcw,
  borne: HandHeart,
  payout: Banknote,
  payout_reversed: RotateCcw,
};

const atFirst = 20;

export function History(props: { statement: Statement }) {
  const w = useWords(words);
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? props.statement.rows : props.statement.rows.slice(0, atFirst));
  const hidden = () => props.statement.rows.length - Math.min(props.statement.rows.length, atFirst);
  return (
    <section class="stack" aria-label={w().history}>
      <h3>{w().history}</h3>
      <Show when={props.statement.rows.length > 0} fallback={<p class="quiet">{w().noHistory}</p>}>
        <For each={byDay(shown())}>
          {(day) => (
            <section class="day" aria-label={formatDay(day.day, language())}>
              <h4 class="day-name">{formatDay(day.day, language())}</h4>
              <ul>
                <For each={day.rows}>{(row) => <Happening row={row} />}</For>
              </ul>
            </section>
          )}
        </For>
      </Show>
      <Show when={!all() && hidden() > 0}>
        <Button onClick={() => setAll(true)}>{w().showAll({ count: groupDigits(hidden()) })}</Button>
      </Show>
      <Show when={props.statement.more && (all() || hidden() === 0)}>
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
        <p class="quiet">
          {[...linesOf(props.row, w()), formatTime(props.row.atMs, centre().timeZone)].join(" · ")}
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
