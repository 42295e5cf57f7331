// What may be paid now, and how returns after an earlier payment come off it.
import { Show } from "solid-js";
import type { Statement } from "#rules/statement";
import { Money } from "../ui/Money.tsx";
import { useWords } from "../words.ts";
import { words } from "./words.ts";

export function Standing(props: { statement: Statement }) {
  const w = useWords(words);
  return (
    <div class="stack">
      <dl class="standing">
        <Show when={props.statement.debtRupiah > 0}>
          <div>
            <dt>{w().unpaid}</dt>
            <dd>
              <Money amount={props.statement.unpaidRupiah} />
            </dd>
          </div>
          <div>
            <dt>{w().debt}</dt>
            <dd>
              <Money amount={props.statement.debtRupiah} tone="owed" />
            </dd>
          </div>
          <div>
            <dt>{w().recovered}</dt>
            <dd>
              <Money amount={-props.statement.recoveredRupiah} tone="owed" />
            </dd>
          </div>
        </Show>
        <div class="standing-sum">
          <dt>{w().payable}</dt>
          <dd>
            <Money amount={props.statement.payableRupiah} size={32} tone="makers" />
          </dd>
        </div>
      </dl>
      <Show when={props.statement.debtRupiah > 0}>
        <p class="quiet">{w().debtWhy}</p>
      </Show>
    </div>
  );
}
